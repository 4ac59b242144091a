// SPDX-License-Identifier: Apache-2.0
#include "export/read_foreign.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "../graph/graph_text.h"
#include "export/format.h"
#include "export/read_graph.h"
#include "tests/scratch_path.h"

namespace factloom {
namespace {

std::string written(const KnowledgeGraph& graph, WriteFunction write) {
  std::string bytes;
  write(graph, own_ontology(), {}, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

/// What a reader makes of these bytes.
Result<KnowledgeGraph> read(const std::string& bytes,
                            Result<KnowledgeGraph> (*reader)(const std::string&)) {
  const auto path = scratch_path("foreign");
  std::ofstream(path, std::ios::binary) << bytes;
  auto graph = reader(path.string());
  std::filesystem::remove(path);
  return graph;
}

KnowledgeGraph some_graph() {
  std::vector<Fact> facts = {fact_from("a Acme_Ltd:Company foundedBy Ann_Lee:Person planned"),
                             fact_from("b Acme:Company foundedBy Ann_Lee:Person"),
                             fact_from("b Acme:Company foundedBy Bo_Chen:Person negated"),
                             fact_from("a Ann_Lee:Person birthDate 1955-01-17:Date"),
                             fact_from("a Globex:Company subsidiaryOf Acme:Company former")};
  facts[0].role = "a\"b\\c\nd<e>&'f";
  facts[1].attributed_to = "שלום \U0001F600";
  facts[1].date = "2019-05";
  facts[1].confidence = 0.1234567890123;
  facts[4].source = {"A title", "2024-05-01", "The Paper", "https://example.org/a"};
  return merged(facts);
}

}  // namespace

TEST_CASE("GraphML and JSON-LD of ours are read back", "[export][read-foreign]") {
  struct Case {
    WriteFunction write;
    Result<KnowledgeGraph> (*reader)(const std::string&);
  };
  const auto c =
      GENERATE(values<Case>({{write_graphml, read_graphml}, {write_jsonld, read_jsonld}}));
  const KnowledgeGraph graph = some_graph();
  const std::string bytes = written(graph, c.write);
  const auto back = read(bytes, c.reader);
  REQUIRE(back);
  CHECK(written(*back, c.write) == bytes);
  REQUIRE(back->relations().size() == graph.relations().size());
  for (std::size_t i = 0; i < graph.relations().size(); ++i) {
    const GraphRelation &a = graph.relations()[i], &b = back->relations()[i];
    CHECK(std::tie(a.subject, a.object, a.relation, a.status, a.weight, a.confidence) ==
          std::tie(b.subject, b.object, b.relation, b.status, b.weight, b.confidence));
    CHECK(graph.evidence(a).size() == back->evidence(b).size());
    CHECK(graph.evidence(a)[0].sentence.text == back->evidence(b)[0].sentence.text);
  }
}

TEST_CASE("a part of a file, or another file, is told with its place", "[export][read-foreign]") {
  const std::string graphml = written(some_graph(), write_graphml);
  const std::string jsonld = written(some_graph(), write_jsonld);
  for (std::size_t size = 0; size + 1 < graphml.size(); size += 97)
    CHECK_FALSE(read(graphml.substr(0, size), read_graphml));
  for (std::size_t size = 0; size + 2 < jsonld.size(); size += 97)
    CHECK_FALSE(read(jsonld.substr(0, size), read_jsonld));
  struct Case {
    std::string bytes, said;
    Result<KnowledgeGraph> (*reader)(const std::string&);
    std::uint32_t line;
  };
  const std::string head = "<graphml><graph>\n";
  const std::vector<Case> cases = {
      {"", "holds no XML", read_graphml, 1},
      {"no XML", "is not valid XML: ", read_graphml, 1},
      {"<gexf/>", "is no GraphML: its first element is <gexf>", read_graphml, 1},
      {"<graphml/>", "holds no graph", read_graphml, 1},
      {"<!DOCTYPE x [<!ENTITY a 'b'>]>\n<graphml/>", "has a document type", read_graphml, 1},
      {graphml.substr(0, 3000), "is cut short", read_graphml, 0},
      {head + "<node id='a'/></graph></graphml>", "node 'a' has no type", read_graphml, 2},
      {head + "<edge id='e' source='a' target='b'/></graph></graphml>",
       "edge 'e' leads to 'a', but there is no such node", read_graphml, 2},
      {"", "is no JSON-LD of factloom", read_jsonld, 0},
      {"\"@graph\": [\n{\"entityType\": \"x\"}\n]}\n", "an entity without name", read_jsonld, 2},
      {"\"@graph\": [\n{\"predicate\": \"x\"}\n]}\n", "the subject of this statement", read_jsonld,
       2},
      {"\"@graph\": [\n{\"a\": \n]}\n", "is cut short or no node", read_jsonld, 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.said);
    const auto back = read(c.bytes, c.reader);
    REQUIRE_FALSE(back);
    CHECK(back.errors().front().message.find(c.said) == 0);
    if (c.line != 0) CHECK(back.errors().front().line == c.line);
  }
}

}  // namespace factloom
