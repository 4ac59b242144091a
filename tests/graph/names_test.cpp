// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <catch2/catch.hpp>
#include <iostream>

#include "extract/base/table.h"
#include "graph/compare_names.h"

using namespace factloom;

namespace {

/// Pairs that are said to be one, that are, and both.
struct Counts {
  double right = 0, found = 0, there = 0;
  double f1() const { return 2 * right / (found + there); }
};

/// Compares the pairs of a table; each half is counted for itself. Notes what came out wrong.
std::array<Counts, 2> compared(const char* table, const NameForms& forms, std::string& wrong) {
  const auto rows = read_table(std::string(FACTLOOM_SOURCE "/tests/graph/names/") + table, 5, 5);
  REQUIRE(rows);
  std::array<Counts, 2> halves;
  PartWords words(forms.tables());
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const auto& f = (*rows)[i].fields;
    const bool person = f[0] == "Person", same = f[1] == "same";
    const NameScore score = compare_names(parts_of(f[3], person, forms, words),
                                          parts_of(f[4], person, forms, words), forms);
    const bool said = score.sum >= alike;
    Counts& half = halves[i % 2];
    half.right += said && same ? 1 : 0;
    half.found += said ? 1 : 0;
    half.there += same ? 1 : 0;
    if (said == same) continue;
    wrong += std::to_string(i % 2) + " " + f[1] + ", " + f[2] + ": " + f[3] + " | " + f[4];
    for (const NameFeature reason : score.reasons())
      wrong += ' ' + std::string(feature_names[static_cast<std::size_t>(reason)]);
    wrong += '\n';
  }
  return halves;
}

}  // namespace

TEST_CASE("pairs of names: what is one thing and what is two", "[graph][names]") {
  const auto forms = NameForms::load(FACTLOOM_SHARE "/schemas/graph");
  REQUIRE(forms);
  const auto [name, least] = GENERATE(table<const char*, double>({{"pairs.tsv", 0.95},
                                                                  {"more-pairs.tsv", 0.95},
                                                                  {"third-pairs.tsv", 0.95},
                                                                  {"fourth-pairs.tsv", 0.95},
                                                                  {"fifth-pairs.tsv", 0.94},
                                                                  {"sixth-pairs.tsv", 0.95},
                                                                  {"seventh-pairs.tsv", 0.94}}));
  std::string wrong;
  const auto halves = compared(name, *forms, wrong);
  CAPTURE(name, wrong);
  for (const Counts& half : halves) {
    CAPTURE(half.f1());
    CHECK(half.f1() >= least);
  }
}
