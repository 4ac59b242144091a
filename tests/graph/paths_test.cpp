// SPDX-License-Identifier: Apache-2.0
#include "graph/paths.h"

#include "graph/find_entity.h"
#include "graph_text.h"

using namespace factloom;

namespace {

using Names = std::vector<std::string>;

std::uint32_t number_of(const KnowledgeGraph& graph, const std::string& name) {
  const auto entities = graph.entities();
  for (std::uint32_t i = 0; i < entities.size(); ++i)
    if (entities[i].name == name) return i;
  FAIL("there is no " + name);
  return 0;
}

/// "A B C; A D C": the entities of each path.
std::string shown(const KnowledgeGraph& graph, const std::vector<GraphPath>& paths) {
  std::string text;
  for (const GraphPath& path : paths) {
    text += (text.empty() ? "" : "; ") + graph.entities()[path.steps.front().from].name;
    for (const GraphStep& step : path.steps) text += " " + graph.entities()[step.to].name;
  }
  return text;
}

// A to F: A B F, A C D F and A E F, of which B is doubtful, C and D sure, E a rumour.
const Names six = {
    "a A:Company acquires B:Company 0.5 2020", "a B:Company acquires F:Company 0.6 2021-05",
    "a A:Company supplies C:Company 0.9 2021", "b A:Company supplies C:Company 0.9",
    "a C:Company supplies D:Company 0.95",     "a D:Company partnerOf F:Company 0.95",
    "a A:Company investsIn E:Company hedged",  "a E:Company investsIn F:Company 0.9",
    "a A:Company sues F:Company negated 0.9",  "a G:Company sues H:Company"};

}  // namespace

TEST_CASE("paths: the shortest, the strongest, and of what evidence", "[graph][paths]") {
  struct Case {
    PathOrder order;
    std::uint32_t count, hops;
    EvidenceFilter filter;
    std::string found;
    std::string to = "F";
  };
  const auto shortest = PathOrder::shortest, strongest = PathOrder::strongest;
  const auto c = GENERATE_COPY(values<Case>({
      {shortest, 1, 6, {}, "A B F"},  // two hops: A B F is the more trusted
      {shortest, 9, 6, {}, "A B F; A E F; A C D F"},
      {shortest, 9, 2, {}, "A B F; A E F"},
      {shortest, 9, 1, {}, ""},
      {shortest, 0, 6, {}, ""},
      {strongest, 1, 6, {}, "A C D F"},
      {strongest, 2, 6, {}, "A C D F; A B F"},
      {strongest, 9, 2, {}, "A B F; A E F"},
      {shortest, 9, 6, {{"supplies", "partnerOf"}, {}, "", "", 0}, "A C D F"},
      {shortest, 9, 6, {{"sues"}, {}, "", "", 0}, ""},
      {shortest, 9, 6, {{}, {Status::negated}, "", "", 0}, "A F"},
      {shortest, 9, 6, {{}, {Status::asserted}, "", "", 0}, "A B F; A C D F"},
      {shortest, 9, 6, {{}, {}, "", "", 0.55}, "A C D F"},
      {shortest, 9, 6, {{}, {}, "2020", "", 0}, "A B F"},
      {shortest, 9, 6, {{}, {}, "2020-06", "2021", 0}, "A B F"},  // 2020 may be after June
      {shortest, 9, 6, {{}, {}, "", "2021-04", 0}, ""},
      {shortest, 9, 6, {}, "", "H"},
      {shortest, 9, 6, {}, "", "A"},
  }));
  const KnowledgeGraph graph = merged(six);
  CAPTURE(c.found, c.count, c.hops);
  const LinkNetwork network(graph, c.filter);
  CHECK(shown(graph, network.paths(number_of(graph, "A"), number_of(graph, c.to), c.order, c.count,
                                   c.hops)) == c.found);
}

TEST_CASE("a step shows all relations between its ends, the most trusted first", "[graph][paths]") {
  const KnowledgeGraph graph =
      merged(Names{"a A:Company sues B:Company 0.6", "a B:Company supplies A:Company 0.8",
                   "b B:Company supplies A:Company 0.5", "a A:Company acquires B:Company negated"});
  const auto paths = LinkNetwork(graph, {}).paths(0, 1, PathOrder::shortest, 5, 6);
  REQUIRE(paths.size() == 1);
  REQUIRE(paths[0].steps[0].relations.size() == 2);
  CHECK(graph.relations()[paths[0].steps[0].relations[0].relation].relation == "supplies");
  CHECK(paths[0].trust == Approx(0.9));  // 1 - 0.2 * 0.5
  CHECK(paths[0].steps[0].relations[1].trust == Approx(0.6));
}

TEST_CASE("who of a list is within so many hops", "[graph][paths]") {
  struct Case {
    std::uint32_t hops;
    std::string found;
  };
  const auto [hops, found] = GENERATE(values<Case>(
      {{1, "A B; A C"}, {2, "A B; A C; A C D; A B F"}, {6, "A B; A C; A C D; A B F"}}));
  const KnowledgeGraph graph = merged(six);
  std::vector<std::uint32_t> targets;
  for (const char* name : {"B", "C", "D", "F", "A", "H"}) targets.push_back(number_of(graph, name));
  CAPTURE(hops);
  CHECK(shown(graph, LinkNetwork(graph, {}).nearest(number_of(graph, "A"), targets, hops)) ==
        found);
}

TEST_CASE("trust grows with documents and confidence, shrinks with hedges and hearsay",
          "[graph][trust]") {
  struct Case {
    Names facts;
    double trust;
  };
  const auto [facts, trust] = GENERATE(values<Case>({
      {{"a A:Company sues B:Company 0.8"}, 0.8},
      {{"a A:Company sues B:Company 0.8", "a A:Company sues B:Company 0.5"}, 0.8},
      {{"a A:Company sues B:Company 0.8", "b A:Company sues B:Company 0.5"}, 0.9},
      {{"a A:Company sues B:Company 0.8 former"}, 0.72},
      {{"a A:Company sues B:Company 0.8 planned"}, 0.48},
      {{"a A:Company sues B:Company 0.8 hedged"}, 0.4},
      {{"a A:Company sues B:Company 0.8 negated"}, 0},
      {{"a A:Company sues B:Company 0.9999"}, 0.99},
      {{"a A:Company sues B:Company 0.8", "b A:Company sues B:Company 0.5 negated"}, 0.8},
  }));
  CAPTURE(facts);
  const KnowledgeGraph graph = merged(facts);
  CHECK(trust_of(graph, graph.relations()[0], {}) == Approx(trust));
}
