// SPDX-License-Identifier: Apache-2.0
#include "export/graph_file.h"

#include <xxhash.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "../graph/graph_text.h"
#include "export/format.h"
#include "export/graph_file_layout.h"
#include "export/read_graph.h"
#include "tests/scratch_path.h"

namespace factloom {
namespace {

std::string written(const KnowledgeGraph& graph, WriteFunction write) {
  std::string bytes;
  write(graph, own_ontology(), {}, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

/// A file that is gone when the test ends.
class File {
 public:
  File(const std::string& bytes, const std::string& suffix)
      : path_(scratch_path("test" + suffix).string()) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~File() { std::filesystem::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::vector<Fact> some_facts() {
  std::vector<Fact> facts = {fact_from("a Acme_Ltd:Company foundedBy Ann_Lee:Person planned"),
                             fact_from("b Acme:Company foundedBy Ann_Lee:Person"),
                             fact_from("b Acme:Company foundedBy Bo_Chen:Person negated"),
                             fact_from("a Ann_Lee:Person birthDate 1955-01-17:Date"),
                             fact_from("c Ann_Lee:Person birthDate 1956:Date"),
                             fact_from("a Globex:Company subsidiaryOf Acme:Company former")};
  facts[0].role = "a\"b\\c\nd<e>&'f";
  facts[0].attributed_to = "שלום \U0001F600";
  facts[1].date = "2019-05";
  facts[1].confidence = 0.1234567890123;
  facts[1].trigger = {"founded", 3, 10};
  facts[2].subject = {7, "Acme", "Company", "The firm", 4, 12, false, "LEI-1"};
  facts[3].source = {"A title", "2024-05-01", "The Paper", "https://example.org/a"};
  return facts;
}

bool same_entity(const GraphEntity& a, const GraphEntity& b) {
  const auto tie = [](const GraphEntity& e) {
    return std::tie(e.id, e.name, e.type, e.aliases, e.mentions, e.documents, e.first_date,
                    e.last_date, e.ids);
  };
  return tie(a) == tie(b) &&
         std::equal(a.properties.begin(), a.properties.end(), b.properties.begin(),
                    b.properties.end(), [](const Property& x, const Property& y) {
                      const auto key = [](const Property& p) {
                        return std::tie(p.relation, p.value, p.type, p.first_evidence,
                                        p.evidence_count, p.documents, p.contradicted);
                      };
                      return key(x) == key(y);
                    });
}

bool same_relation(const GraphRelation& a, const GraphRelation& b) {
  const auto tie = [](const GraphRelation& r) {
    return std::tie(r.subject, r.object, r.relation, r.status, r.weight, r.confidence,
                    r.first_evidence, r.evidence_count, r.contradicted, r.first_date, r.last_date);
  };
  return tie(a) == tie(b);
}

void check_same(const KnowledgeGraph& a, const KnowledgeGraph& b) {
  CHECK(std::equal(a.entities().begin(), a.entities().end(), b.entities().begin(),
                   b.entities().end(), same_entity));
  CHECK(std::equal(a.relations().begin(), a.relations().end(), b.relations().begin(),
                   b.relations().end(), same_relation));
  CHECK(std::equal(a.merges().begin(), a.merges().end(), b.merges().begin(), b.merges().end()));
  CHECK(std::equal(a.duplicates().begin(), a.duplicates().end(), b.duplicates().begin(),
                   b.duplicates().end()));
  CHECK(std::equal(a.evidence().begin(), a.evidence().end(), b.evidence().begin(),
                   b.evidence().end()));
  for (std::uint32_t i = 0; i < a.entities().size(); ++i) CHECK(a.degree(i) == b.degree(i));
}

}  // namespace

TEST_CASE("a graph file gives back the same graph", "[export][graph-file]") {
  const bool empty = GENERATE(false, true);
  const KnowledgeGraph graph = merged(empty ? std::vector<Fact>() : some_facts());
  const std::string bytes = written(graph, write_graph_file);
  const File file(bytes, ".factloom");
  const auto back = read_graph(file.path(), own_ontology(), own_forms());
  REQUIRE(back);
  check_same(graph, back->graph);
  CHECK(written(back->graph, write_graph_file) == bytes);
}

TEST_CASE("a file that is no whole graph file is refused with its reason", "[export][graph-file]") {
  const std::string whole = written(merged(some_facts()), write_graph_file);
  const auto changed = [&](std::size_t place, char to) {
    std::string bytes = whole;
    bytes[place] = to;
    return bytes;
  };
  struct Case {
    std::string bytes, said;
  };
  const std::vector<Case> cases = {
      {"", "cannot be mapped into memory (empty"},
      {"<graphml/>", "is no graph file of factloom; those are written by"},
      {"\x89"
       "FLGRAPH",
       "is cut short: it has only 8 bytes; copy it again"},
      {whole.substr(0, whole.size() / 2), "is cut short or was added to"},
      {whole.substr(0, whole.size() - 1), "is cut short or was added to"},
      {whole + "x", "is cut short or was added to"},
      {changed(8, '\x07'), "is of version 7, this program reads version 1"},
      {changed(20, '\x7f'), "is damaged: section 'entities' at byte 16"},
      {changed(whole.size() - 40, '\x7f'), "is damaged: its table of sections"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.said);
    const File file(c.bytes, ".factloom");
    const auto back = read_graph(file.path(), own_ontology(), own_forms());
    REQUIRE_FALSE(back);
    CHECK(back.errors().front().message.find(c.said) == 0);
  }
}

TEST_CASE("a section that lies outside the file is refused, though all checksums are right",
          "[export][graph-file]") {
  using graph_file::Foot;
  using graph_file::Section;
  struct Place {
    std::uint64_t offset, size, stride;
  };
  const std::string whole = written(merged(some_facts()), write_graph_file);
  const std::uint64_t end = whole.size(), most = UINT64_MAX;
  const Place place = GENERATE_COPY(values<Place>({
      {end + 8 - end % 8, 64, 8},
      {most - 7, 64, 8},
      {16, end, 1},
      {16, most, 1},
      {16, most - 15, 8},
      {16, 64, 0},
      {16, 64, 48},
      {17, 64, 8},
  }));
  Foot foot;
  std::memcpy(&foot, whole.data() + end - sizeof foot, sizeof foot);
  const std::size_t table = foot.count * sizeof(Section);
  REQUIRE(foot.count > 3);
  for (std::uint32_t i = 0; i < foot.count; ++i) {
    CAPTURE(place.offset, place.size, place.stride, i);
    std::string bytes = whole;
    char* at = bytes.data() + foot.sections + i * sizeof(Section);
    Section section;
    std::memcpy(&section, at, sizeof section);
    section.offset = place.offset, section.size = place.size, section.stride = place.stride;
    section.checksum = XXH3_64bits(whole.data() + 16, 64);
    std::memcpy(at, &section, sizeof section);
    Foot changed = foot;
    changed.checksum = XXH3_64bits(bytes.data() + foot.sections, table);
    std::memcpy(bytes.data() + end - sizeof changed, &changed, sizeof changed);
    const File file(bytes, ".factloom");
    const auto back = read_graph_file(file.path());
    REQUIRE_FALSE(back);
    CHECK(back.errors().front().message.find("is damaged: section '") == 0);
  }
}

TEST_CASE("every byte of a graph file counts: no change of one goes unseen or ends in a crash",
          "[export][graph-file]") {
  const KnowledgeGraph graph = merged(some_facts());
  const std::string whole = written(graph, write_graph_file);
  std::size_t unseen = 0;
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    std::string bytes = whole;
    bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
    const File file(bytes, ".factloom");
    const auto back = read_graph_file(file.path());
    if (back) ++unseen;
  }
  CHECK(unseen <= 12);  // the head's reserved bytes and the padding between sections
}

TEST_CASE("facts are read as a graph; bad lines are told and left out", "[export][read-graph]") {
  const KnowledgeGraph graph = merged(some_facts());
  const File file("no JSON\n" + written(graph, write_facts), ".ndjson");
  const auto back = read_graph(file.path(), own_ontology(), own_forms());
  REQUIRE(back);
  check_same(graph, back->graph);
  REQUIRE(back->problems.size() == 1);
  CHECK(back->problems[0].line == 1);
}

TEST_CASE("a file's first bytes say what it is when its suffix does not", "[export][read-graph]") {
  const KnowledgeGraph graph = merged(some_facts());
  const File file(written(graph, write_graph_file), ".strange");
  const auto back = read_graph(file.path(), own_ontology(), own_forms());
  REQUIRE(back);
  check_same(graph, back->graph);
}

}  // namespace factloom
