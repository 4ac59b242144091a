// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "extract/tag/tagger.h"
#include "extract/text/tokenize.h"
#include "tests/scratch_path.h"

using namespace factloom;
namespace fs = std::filesystem;

namespace {

const std::string english = std::string(FACTLOOM_SHARE) + "/schemas/english";

Result<TagRules> load(const std::string& rows, Lexicon& lexicon) {
  const fs::path folder = scratch_path("tag-rules");
  fs::remove_all(folder);
  fs::create_directories(folder);
  fs::copy_file(english + "/suffixes.tsv", folder / "suffixes.tsv");
  std::ofstream(folder / "tag-rules.tsv") << rows;
  auto rules = TagRules::load(folder.string(), lexicon);
  fs::remove_all(folder);
  return rules;
}

Lexicon lexicon_of_tree() {
  return std::move(*Lexicon::open(std::string(FACTLOOM_SHARE) + "/lexicon.bin"));
}

/// The tags that a text has under these rules alone.
std::string tags(std::string_view source, const std::string& rows) {
  Lexicon lexicon = lexicon_of_tree();
  const auto rules = load(rows, lexicon);
  REQUIRE(rules);
  const auto text_rules = TextRules::load(english);
  Text text = tokenize(source, lexicon, *text_rules);
  tag(text, lexicon, *rules);
  std::string shown;
  for (const Token& t : text.tokens)
    shown += std::string(shown.empty() ? "" : " ") +
             std::string(tag_names[static_cast<std::size_t>(t.tag)]);
  return shown;
}

}  // namespace

TEST_CASE("a search along the sentence ends at its stop", "[extract][tag]") {
  const std::string sets = "set\tmodal\ttag=MD\nset\tmark\ttag=,\nset\tnouns\ttag=NN tag=NNS\n";
  struct Row {
    const char *text, *rule, *tags;
  };
  const Row rows[] = {
      {"it may soon rain", "NN\tVB\tleft=modal/mark\n", "PRP MD RB VB"},
      {"it may , soon rain", "NN\tVB\tleft=modal/mark\n", "PRP MD , RB NN"},
      {"it may soon rain", "NN\tVB\t!left=modal/mark\n", "PRP MD RB NN"},
      {"rain may soon come", "NN\tVB\tright=modal/mark\n", "VB MD RB VB"},
      {"rain , may soon come", "NN\tVB\tright=modal/mark\n", "NN , MD RB VB"},
      {"it may rain", "NN\tVB\tset-1=modal\n", "PRP MD VB"},
  };
  for (const Row& row : rows) {
    INFO(row.text << " with " << row.rule);
    CHECK(tags(row.text, sets + row.rule) == row.tags);
  }
}

TEST_CASE("mistakes in rules of tags are told with their place", "[extract][tag]") {
  struct Row {
    const char *rows, *message;
  };
  const Row rows[] = {
      {"NN\tVB\tset-1=modals\n", "no set of this name"},
      {"set\tmodal\ttag=MD\nNN\tVB\tset-1=modl\n", "modal"},
      {"set\tmodal\ttag=MD\nNN\tVB\tleft=modal\n", "expected two sets"},
      {"set\tmodal\ttag=MDX\n", "MDX"},
      {"NN\tVB\ttagg-1=MD\n", "expected tag-1=TAG"},
  };
  Lexicon lexicon = lexicon_of_tree();
  for (const Row& row : rows) {
    INFO(row.rows);
    const auto rules = load(row.rows, lexicon);
    REQUIRE_FALSE(rules);
    CHECK(rules.errors()[0].text().find(row.message) != std::string::npos);
  }
}
