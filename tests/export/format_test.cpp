// SPDX-License-Identifier: Apache-2.0
#include "export/format.h"

#include <catch2/catch.hpp>

#include "export/names.h"

namespace factloom {

TEST_CASE("a suffix says the format", "[export][format]") {
  struct Case {
    std::string path, suffix, said;
  };
  const auto c = GENERATE(values<Case>({
      {"a.graphml", ".graphml", ""},
      {"a.b/c.gexf", ".gexf", ""},
      {"a.ftm.ndjson", ".ftm.ndjson", ""},
      {"a.ndjson", ".ndjson", ""},
      {"a.neo4j", ".neo4j", ""},
      {"a.grahpml", "", "no format has this suffix; did you mean '.graphml'?; known are .graphml"},
      {"a.xyz", "", "no format has this suffix; known are"},
      {"a", "", "no format has this suffix; known are"},
      {".csv", "", "no format has this suffix"},
  }));
  CAPTURE(c.path);
  const Result<Format> found = find_format(c.path);
  REQUIRE(bool(found) == c.said.empty());
  if (found)
    CHECK(found->suffix == c.suffix);
  else
    CHECK(found.errors().front().message.find(c.said) == 0);
}

TEST_CASE("a relation is a kind of edge that every program takes", "[export][names]") {
  struct Case {
    std::string relation, kind;
  };
  const auto c = GENERATE(values<Case>({
      {"foundedBy", "FOUNDED_BY"},
      {"sues", "SUES"},
      {"is <of>", "IS__OF_"},
      {"häuftAn", "HäUFT_AN"},
      {"a\xF0\x9F\x98\x80", "A_"},
      {"", "RELATED"},
  }));
  CHECK(edge_kind(c.relation) == c.kind);
}

}  // namespace factloom
