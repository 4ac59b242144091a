// SPDX-License-Identifier: Apache-2.0
#include "graph/statistics.h"

#include "graph_text.h"

using namespace factloom;

namespace {

/// Facts "P1 knows-like P2" for each letter pair: "AB BC" links A to B and B to C.
KnowledgeGraph linked(const std::string& pairs) {
  std::istringstream in(pairs);
  std::vector<std::string> facts;
  for (std::string pair; in >> pair;) {
    const auto name = [](char letter) {
      return std::string(1, letter) + std::string(3, static_cast<char>(letter + 32)) + ":Company";
    };
    facts.push_back("d " + name(pair[0]) + " partnerOf " + name(pair[1]) +
                    (pair.size() > 2 ? " negated" : ""));
  }
  return merged(facts);
}

/// Values by the first letter of their entity, so that rows do not hang on the order of entities.
template <class Value>
std::string by_letter(const KnowledgeGraph& graph, const std::vector<Value>& values, double unit) {
  std::vector<std::string> lines;
  for (std::size_t e = 0; e < values.size(); ++e)
    lines.push_back(graph.entities()[e].name.substr(0, 1) +
                    std::to_string(std::lround(static_cast<double>(values[e]) * unit)));
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : " ") + line;
  return all;
}

}  // namespace

TEST_CASE("statistics count parts, statuses and dates", "[graph][statistics]") {
  std::vector<Fact> facts = {
      fact_from("a Acme:Company foundedBy Ann_Lee:Person"),
      fact_from("b Acme:Company foundedBy Ann_Lee:Person"),
      fact_from("b Acme:Company foundedBy Bob_Roe:Person planned"),
      fact_from("b Acme:Company foundingDate 1999:Date"),
      fact_from("c Acme:Company partnerOf Bolt:Company negated"),
  };
  facts[0].date = "1999-05-17";
  facts[1].source.date = "2001";
  facts[2].date = "two years later";
  facts[2].source.date = "2001-03-02";
  facts[3].date = "1999/2001";
  const Statistics s = statistics_of(merged(facts));
  CHECK(s.entities == 4);
  CHECK(s.relations == 3);
  CHECK(s.properties == 1);
  CHECK(s.facts == 5);
  CHECK(s.documents == 3);
  CHECK(s.types == std::vector<Count>{{"Company", 2}, {"Person", 2}});
  CHECK(s.relation_names == std::vector<Count>{{"foundedBy", 2}, {"partnerOf", 1}});
  CHECK(s.property_names == std::vector<Count>{{"foundingDate", 1}});
  CHECK(s.statuses ==
        std::vector<Count>{
            {"asserted", 1}, {"former", 0}, {"planned", 1}, {"hedged", 0}, {"negated", 1}});
  CHECK(s.years == std::vector<Count>{{"1999", 2}, {"2001", 2}});
  CHECK(s.months == std::vector<Count>{{"1999-05", 1}, {"2001-03", 1}});
  CHECK(s.undated == 1);
  CHECK(s.component_sizes == std::vector<std::uint64_t>{3, 1});  // a denial links nothing
}

TEST_CASE("statistics of an empty graph are empty", "[graph][statistics]") {
  const Statistics s = statistics_of(merged(std::vector<Fact>{}));
  CHECK(s.entities == 0);
  CHECK(s.page_rank.empty());
  CHECK(s.betweenness.share.empty());
  CHECK(s.communities.count == 0);
  CHECK(s.component_sizes.empty());
}

TEST_CASE("centrality of small graphs is what one counts by hand", "[graph][statistics]") {
  struct Case {
    std::string pairs, degree, component;
    std::string betweenness;  ///< in percent of the pairs of others
    std::string communities;
  };
  const auto [pairs, degree, component, betweenness, communities] = GENERATE(values<Case>({
      {"AB BC", "A1 B2 C1", "A0 B0 C0", "A0 B100 C0", "A0 B0 C0"},
      {"AB BA", "A1 B1", "A0 B0", "A0 B0", "A0 B0"},
      {"AB AC AD", "A3 B1 C1 D1", "A0 B0 C0 D0", "A100 B0 C0 D0", "A0 B0 C0 D0"},
      {"AB BC CD DA", "A2 B2 C2 D2", "A0 B0 C0 D0", "A17 B17 C17 D17", "A0 B0 C1 D1"},
      {"AB CD DE", "A1 B1 C1 D2 E1", "A1 B1 C0 D0 E0", "A0 B0 C0 D17 E0", "A1 B1 C0 D0 E0"},
      {"AB BC CA DE EF FD CD", "A2 B2 C3 D3 E2 F2", "A0 B0 C0 D0 E0 F0", "A0 B0 C60 D60 E0 F0",
       "A0 B0 C0 D1 E1 F1"},
      {"AB BC-", "A1 B1 C0", "A0 B0 C1", "A0 B0 C0", "A0 B0 C1"},
  }));
  CAPTURE(pairs);
  const KnowledgeGraph graph = linked(pairs);
  const Statistics s = statistics_of(graph);
  CHECK(by_letter(graph, s.degree, 1) == degree);
  CHECK(by_letter(graph, s.component, 1) == component);
  CHECK(by_letter(graph, s.betweenness.share, 100) == betweenness);
  CHECK(by_letter(graph, s.communities.of, 1) == communities);
  CHECK(s.betweenness.sources == s.entities);
}

TEST_CASE("page rank is what networkx computes", "[graph][statistics]") {
  const KnowledgeGraph graph = linked("AB AC AD");
  const Statistics s = statistics_of(graph);
  CHECK(by_letter(graph, s.page_rank, 1000) == "A480 B173 C173 D173");
}

TEST_CASE("modularity of two triangles with a bridge", "[graph][statistics]") {
  const Statistics s = statistics_of(linked("AB BC CA DE EF FD CD"));
  CHECK(s.communities.count == 2);
  CHECK(s.communities.modularity == Approx(6.0 / 7 - 0.5));
}

TEST_CASE("betweenness of a large graph is sampled, and near the truth", "[graph][statistics]") {
  std::vector<Arc> arcs;  // a hub of 100 arms, each of 30 entities in a row
  const std::uint32_t arms = 100, length = 30, size = 1 + arms * length;
  for (std::uint32_t arm = 0; arm < arms; ++arm)
    for (std::uint32_t i = 0; i < length; ++i) {
      const std::uint32_t e = 1 + arm * length + i, nearer = i == 0 ? 0 : e - 1;
      arcs.push_back({e, nearer, 1});
      arcs.push_back({nearer, e, 1});
    }
  const LinkTable links = link_table(arcs, size);
  const Betweenness b = betweenness_of(links);
  CHECK(b.sources >= 64);
  CHECK(b.share[0] == Approx(0.99).margin(0.02));  // all pairs but those of one arm
  CHECK(highest(b.share, 1) == std::vector<std::uint32_t>{0});
  CHECK(betweenness_of(links).share == b.share);
}

TEST_CASE("the highest values come first, equal ones in their order", "[graph][statistics]") {
  using Places = std::vector<std::uint32_t>;
  const std::vector<double> values = {0.5, 0, 0.9, 0.5, 0.1};
  CHECK(highest(values, 0) == Places{});
  CHECK(highest(values, 3) == Places{2, 0, 3});
  CHECK(highest(values, 99) == Places{2, 0, 3, 4});
}
