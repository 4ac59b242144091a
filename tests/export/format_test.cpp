// SPDX-License-Identifier: Apache-2.0
#include "export/format.h"

#include <catch2/catch.hpp>

#include "../graph/graph_text.h"
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

TEST_CASE("Cypher has a string of rows, each without the empty cells at its end", "[export]") {
  std::vector<Fact> facts = {fact_from("a Acme_Ltd:Company foundedBy Ann_Lee:Person"),
                             fact_from("b Acme:Company foundedBy Bo_Chen:Person negated")};
  facts[0].role = "a'b\\c\nd";
  facts[1].role = "\\u001F";
  const auto types = Ontology::load(FACTLOOM_SHARE "/schemas/types");
  REQUIRE(types);
  std::string bytes;
  write_cypher(merged(facts), *types, {}, [&](std::string_view piece) { bytes += piece; });
  const std::string part = GENERATE(values<std::string>({
      "UNWIND split('Company.",
      "\\u001FAcme Ltd\\u001FCompany\\u001F",
      "\\u001D\nPerson.",
      "', '\\u001D\\n') AS row WITH split(row, '\\u001F') AS c MERGE (n:Entity",
      "\\u001Fa\\'b\\\\c\\nd\\u001F",
      "\\u001F\\\\u001F\\u001F",
      " {uid: c[2]}]->(t) SET r += {weight: toFloat(c[3]), status: CASE c[4] WHEN ''",
  }));
  CAPTURE(part, bytes);
  CHECK(bytes.find(part) != std::string::npos);
  CHECK(bytes.find("\\u001F\\u001D") == std::string::npos);
  CHECK(bytes.find("\\u001F',") == std::string::npos);
}

}  // namespace factloom
