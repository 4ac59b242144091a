// SPDX-License-Identifier: Apache-2.0
#include "extract/read/document_reader.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace factloom;

TEST_CASE("a folder gives its articles in the order of their paths", "[extract][read]") {
  DocumentReader reader({FACTLOOM_SOURCE "/samples"}, {});
  std::vector<std::string> ids;
  while (const auto found = reader.next()) {
    if (!*found) continue;
    CHECK_FALSE((*found)->text.empty());
    if ((*found)->id.find("samples/") != std::string::npos)
      ids.push_back((*found)->id);  // no id of its own
  }
  CHECK(ids.size() >= 4);
  CHECK(std::is_sorted(ids.begin(), ids.end()));
}

TEST_CASE("what cannot be read is told in its turn", "[extract][read]") {
  DocumentReader reader({FACTLOOM_SOURCE "/samples/none.txt", FACTLOOM_SOURCE "/samples/asml.txt"},
                        {});
  const auto first = reader.next();
  REQUIRE(first);
  REQUIRE_FALSE(*first);
  CHECK_THAT((*first).errors().front().text(),
             Catch::Contains("none.txt: error: cannot be opened"));
  const auto second = reader.next();
  REQUIRE(second);
  CHECK(*second);
  CHECK_FALSE(reader.next());
}
