// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.h"

#include <catch2/catch.hpp>

#include "extract/output/fact_lines.h"

using namespace factloom;

TEST_CASE("several documents are read as each alone", "[extract]") {
  KnowledgeOptions options;
  options.folder = FACTLOOM_SHARE;
  const Result<Knowledge> knowledge = load_knowledge(options);
  REQUIRE(knowledge);
  std::vector<Document> documents;
  const auto add = [&](std::string text) {
    Document document;
    document.id = "d" + std::to_string(documents.size());
    document.text = std::move(text);
    documents.push_back(std::move(document));
  };
  add("Acme Ltd was founded by Ann Lee in 1999. She led it for ten years.");
  add("");
  add("He sold the company to Globex Inc.");  // whoever "he" is, he is not in another document
  std::string many;
  for (int i = 0; i < 70; ++i)
    many += "Bob Roe works for Acme Ltd. He bought Bolt Inc. in Paris.\n\n";
  add(many);
  add("Acme Ltd sued Globex Inc.");
  std::vector<Extraction> together;
  extract(documents, *knowledge,
          [&](const Document&, Extraction found) { together.push_back(std::move(found)); });
  REQUIRE(together.size() == documents.size());
  std::size_t facts = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    CAPTURE(i);
    std::string alone, beside_others;
    for (const Fact& fact : extract(documents[i], *knowledge).facts) append_fact_line(alone, fact);
    for (const Fact& fact : together[i].facts) append_fact_line(beside_others, fact);
    CHECK(alone == beside_others);
    facts += together[i].facts.size();
  }
  CHECK(facts > 70);
}

TEST_CASE("a bare prime minister serves the one country that the article is about", "[extract]") {
  KnowledgeOptions options;
  options.folder = FACTLOOM_SHARE;
  const Result<Knowledge> knowledge = load_knowledge(options);
  REQUIRE(knowledge);
  const auto heads = [&](std::string text) {
    Document document;
    document.text = std::move(text);
    std::string lines;
    for (const Fact& fact : extract(document, *knowledge).facts)
      if (fact.relation == "headOf") append_fact_line(lines, fact);
    return lines;
  };
  const std::string story =
      "Norway agreed on Monday to lift its curbs, and Oslo said that it would sign.\n\n"
      "The announcement came hours before Prime Minister Ann Lee spoke.";
  CHECK(heads("Norway to lift curbs\n\n" + story).find("Norway") != std::string::npos);
  CHECK(heads("Chad to lift curbs on Norway\n\n" + story).empty());
}
