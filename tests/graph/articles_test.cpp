// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "extract/base/table.h"
#include "extract/extract.h"
#include "extract/read/document_reader.h"
#include "graph_text.h"

using namespace factloom;

namespace {

/// A name as a document uses it -> the thing it means.
using Things = std::map<std::pair<std::string, std::string>, std::string>;

std::vector<Fact> facts_of_articles() {
  KnowledgeOptions options;
  options.folder = FACTLOOM_SHARE;
  const Result<Knowledge> knowledge = load_knowledge(options);
  REQUIRE(knowledge);
  ReadOptions how;
  how.html = &knowledge->html;
  DocumentReader reader({FACTLOOM_SOURCE "/samples", FACTLOOM_SOURCE "/tests/graph/articles"}, how);
  std::vector<Fact> facts;
  while (const auto document = reader.next()) {
    if (!*document) continue;
    for (Fact& fact : extract(**document, *knowledge).facts) facts.push_back(std::move(fact));
  }
  return facts;
}

Things things_of(const KnowledgeGraph& graph) {
  Things things;
  const auto note = [&](const FactEnd& end, const std::string& document, std::uint32_t entity) {
    const GraphEntity& e = graph.entities()[entity];
    const bool bears =
        e.name == end.name || std::count(e.aliases.begin(), e.aliases.end(), end.name);
    if (bears) things[{document, end.name}] = std::to_string(entity);
  };
  for (const GraphRelation& r : graph.relations())
    for (const Fact fact : graph.evidence(r))
      for (const std::uint32_t entity : {r.subject, r.object}) {
        note(fact.subject, fact.document, entity);
        note(fact.object, fact.document, entity);
      }
  for (std::uint32_t i = 0; i < graph.entities().size(); ++i)
    for (const Property& p : graph.entities()[i].properties)
      for (const Fact fact : graph.evidence(p)) note(fact.subject, fact.document, i);
  return things;
}

/// What the gold says that each of the names means.
Things gold_of(const Things& things) {
  const auto rows = read_table(FACTLOOM_SOURCE "/tests/graph/articles.tsv", 1, 2);
  REQUIRE(rows);
  Things gold;
  for (const auto& [key, thing] : things) {
    gold[key] = key.second;
    for (const TableRow& row : *rows) {
      const auto names = split(row.fields[0], ';');
      if (std::find(names.begin(), names.end(), key.second) == names.end()) continue;
      if (row.fields.size() > 1 && key.first.find(row.fields[1]) == std::string::npos) continue;
      gold[key] = "row " + std::to_string(row.line);
    }
  }
  return gold;
}

/// B³: the mean share of each name's fellows in `a` who are its fellows in `b`.
double shared(const Things& a, const Things& b) {
  double sum = 0;
  for (const auto& [key, thing] : a) {
    double fellows = 0, both = 0;
    for (const auto& [other, its] : a) {
      if (its != thing) continue;
      fellows += 1;
      both += b.at(other) == b.at(key) ? 1 : 0;
    }
    sum += both / fellows;
  }
  return sum / static_cast<double>(a.size());
}

}  // namespace

TEST_CASE("thirty articles: names of one thing are one entity", "[graph][articles]") {
  std::vector<Fact> facts = facts_of_articles();
  const KnowledgeGraph graph = merged(facts);
  const Things things = things_of(graph), gold = gold_of(things);
  REQUIRE(things.size() > 200);
  const double precision = shared(things, gold), recall = shared(gold, things);
  const double f1 = 2 * precision * recall / (precision + recall);
  std::string wrong;
  for (const auto& [a, x] : things)
    for (const auto& [b, y] : things)
      if (a < b && (x == y) != (gold.at(a) == gold.at(b)))
        wrong += (x == y ? "false: " : "missed: ") + a.second + " | " + b.second + "\n";
  CAPTURE(precision, recall, wrong);
  CHECK(f1 >= 0.95);

  std::mt19937 random(11);  // fixed: the same order in every run
  std::shuffle(facts.begin(), facts.end(), random);
  const KnowledgeGraph again = merged(facts);
  CHECK(lines_of(again) == lines_of(graph));
  CHECK(std::equal(again.merges().begin(), again.merges().end(), graph.merges().begin(),
                   graph.merges().end()));
}

TEST_CASE("edges bear their first and last date: of the fact, else of the document", "[graph]") {
  std::vector<Fact> facts = {fact_from("a Acme:Company acquires Globex:Company"),
                             fact_from("b Acme:Company acquires Globex:Company"),
                             fact_from("c Acme:Company acquires Globex:Company")};
  facts[0].date = "2020-05";
  facts[0].source.date = "2024-01-01";
  facts[1].date = "--07-01";
  facts[1].source.date = "2023-02-03";
  const KnowledgeGraph graph = merged(facts);
  REQUIRE(graph.relations().size() == 1);
  CHECK(graph.relations()[0].first_date == "2020-05");
  CHECK(graph.relations()[0].last_date == "2023-02-03");
}

TEST_CASE("articles that repeat another count once", "[graph][duplicates]") {
  const std::string text =
      "On Monday the board of Acme said in a long statement to the stock exchange that the firm "
      "had "
      "acquired Globex, a maker of small machines in the north of the country, for an undisclosed "
      "sum.";
  struct Case {
    std::string other;
    std::uint32_t weight;
  };
  const auto [other, weight] = GENERATE_COPY(values<Case>({
      {text, 1},
      {text + " Shares rose.", 1},
      {"Acme has bought Globex.", 2},
      {"Globex, which makes small machines, belongs to Acme since the beginning of this week, as "
       "both firms said; nobody told how much the buyer had to pay for the maker of machines.",
       2},
  }));
  std::vector<Fact> facts = {fact_from("a Acme:Company acquires Globex:Company"),
                             fact_from("b Acme:Company acquires Globex:Company")};
  facts[0].sentence.text = text;
  facts[1].sentence.text = other;
  const KnowledgeGraph graph = merged(facts);
  REQUIRE(graph.relations().size() == 1);
  CHECK(graph.relations()[0].weight == weight);
  CHECK(graph.duplicates().size() == 2 - weight);
}
