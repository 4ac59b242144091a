// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/reference_weights.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/scratch_path.h"

using namespace factloom;
namespace fs = std::filesystem;

namespace {

const std::string table = std::string(FACTLOOM_SHARE) + "/schemas/english/reference-weights.tsv";

/// The table with one text in it put in the place of another.
Result<ReferenceWeights> load(const std::string& old_text, const std::string& new_text) {
  std::ostringstream all;
  all << std::ifstream(table).rdbuf();
  std::string rows = all.str();
  const auto at = rows.find(old_text);
  REQUIRE(at != std::string::npos);
  rows.replace(at, old_text.size(), new_text);
  const fs::path file = scratch_path("reference-weights.tsv");
  std::ofstream(file) << rows;
  auto weights = ReferenceWeights::load(file.string());
  fs::remove(file);
  return weights;
}

}  // namespace

TEST_CASE("the weights of reference are read by their names", "[extract][reference]") {
  const auto weights = ReferenceWeights::load(table);
  REQUIRE(weights);
  const std::vector<std::string> names = ReferenceWeights::names();
  CHECK(names.size() * sizeof(float) == sizeof(ReferenceWeights));
  CHECK(names[weights->place(&weights->person.topic)] == "person topic");
  CHECK(names[weights->place(&weights->thing.kind[1][3])] == "thing kind subject company");
  CHECK(names[weights->place(&weights->thing.place[2][1][3])] ==
        "thing place other 1-before other");
  const auto changed = load("person\ttopic\t", "person\ttopic\t1");
  REQUIRE(changed);
  CHECK(changed->person.topic > 10);
  CHECK(changed->person.continuing == weights->person.continuing);
}

TEST_CASE("mistakes in the weights of reference are told with their place",
          "[extract][reference]") {
  struct Row {
    const char *old_text, *new_text, *message;
    bool has_line;
  };
  const Row rows[] = {
      {"person\ttopic\t", "person\ttopics\t",
       "no model of reference has the feature 'person topics'; did you mean 'person topic'?", true},
      {"person\ttopic\t", "people\ttopic\t", "no model of reference has the feature 'people topic'",
       true},
      {"person\ttopic\t", "person\ttopic\tx", "expected a number such as 0.35 or -1.2", true},
      {"person\ttopic\t", "person\ttopic\tinf #", "expected a number such as 0.35 or -1.2", true},
      {"person\ttopic\t", "person\ttopic ", "has 2 fields, expected 3", true},
      {"person\ttopic\t", "person\ttold\t", "'person told' has a weight already", true},
      {"person\ttopic\t", "# person\ttopic\t",
       "the weight of 'person topic' is missing: add a row of model, feature, weight", false},
  };
  for (const Row& row : rows) {
    INFO(row.new_text);
    const auto weights = load(row.old_text, row.new_text);
    REQUIRE_FALSE(weights);
    bool told = false;
    for (const Diagnostic& d : weights.errors())
      told =
          told || (d.text().find(row.message) != std::string::npos && (d.line > 0) == row.has_line);
    CHECK(told);
  }
}
