// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <iostream>

#include "extract/base/table.h"
#include "graph/compare_names.h"

using namespace factloom;

TEST_CASE("pairs of names: what is one thing and what is two", "[graph][names]") {
  const auto forms = NameForms::load(FACTLOOM_SHARE "/schemas/graph");
  REQUIRE(forms);
  const auto rows = read_table(FACTLOOM_SOURCE "/tests/graph/names/pairs.tsv", 5, 5);
  REQUIRE(rows);
  CHECK(rows->size() >= 300);
  double right[2] = {}, found[2] = {}, there[2] = {};
  std::string wrong;
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const auto& f = (*rows)[i].fields;
    const bool person = f[0] == "Person", same = f[1] == "same";
    const NameScore score =
        compare_names(parts_of(f[3], person, *forms), parts_of(f[4], person, *forms), *forms);
    const bool said = score.sum >= alike;
    const std::size_t half = i % 2;
    right[half] += said && same ? 1 : 0;
    found[half] += said ? 1 : 0;
    there[half] += same ? 1 : 0;
    if (said == same) continue;
    wrong += std::to_string(half) + " " + f[1] + ", " + f[2] + ": " + f[3] + " | " + f[4];
    for (const std::string& reason : score.reasons) wrong += " " + reason;
    wrong += '\n';
  }
  CAPTURE(wrong);
  for (const std::size_t half : {0u, 1u}) {
    const double f1 = 2 * right[half] / (found[half] + there[half]);
    CAPTURE(half, f1);
    CHECK(f1 >= 0.95);
  }
}
