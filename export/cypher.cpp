// SPDX-License-Identifier: Apache-2.0
// A script for cypher-shell: the constraint first, then rows in batches, one statement each, ended
// by a semicolon at a line's end. It merges by id, so that it can be run again, and into a graph
// that holds other things. Texts are those of our GraphML.
#include <algorithm>
#include <numeric>

#include "export/format.h"
#include "export/names.h"
#include "export/xml.h"
#include "extract/output/json.h"

namespace factloom {
namespace {

constexpr std::size_t batch = 1000;  // rows of a statement: a transaction that stays small

std::string name_in_backticks(std::string_view name) {
  std::string out = "`";
  for (const char c : name) out += c == '`' ? std::string("``") : std::string(1, c);
  return out + "`";
}

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const Ontology& ontology, const Sink& sink)
      : g_(graph), o_(ontology), sink_(sink) {}

  void run() {
    out_ +=
        "// For Neo4j 5: cypher-shell -f FILE\n"
        "CREATE CONSTRAINT factloom_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS "
        "UNIQUE;\n"
        "CALL db.awaitIndexes(300);\n";
    const auto entities = g_.entities();
    batches(
        entities.size(), [&](std::uint32_t i) { return std::string_view(entities[i].type); },
        [&](std::uint32_t i) { node(i); },
        [&](std::string_view type) {
          out_ += "] AS row MERGE (n:Entity {id: row.id}) SET n";
          for (const std::string& label : node_labels(type, o_))
            out_ += ":" + name_in_backticks(label);
          out_ += ", n += row.p;\n";
        });
    const auto relations = g_.relations();
    batches(
        relations.size(), [&](std::uint32_t i) { return std::string_view(relations[i].relation); },
        [&](std::uint32_t i) { edge(i); },
        [&](std::string_view relation) {
          out_ +=
              "] AS row MATCH (s:Entity {id: row.s}) MATCH (t:Entity {id: row.t}) MERGE (s)-[r:" +
              name_in_backticks(edge_kind(relation)) + " {uid: row.uid}]->(t) SET r += row.p;\n";
        });
    sink_(out_);
  }

 private:
  /// Rows of one kind together, in batches.
  template <class Kind, class Row, class End>
  void batches(std::size_t count, Kind kind, Row row, End end) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return kind(a) < kind(b); });
    for (std::size_t i = 0; i < count;) {
      const std::string_view same = kind(order[i]);
      out_ += "UNWIND [\n";
      for (std::size_t k = 0; k < batch && i < count && kind(order[i]) == same; ++k, ++i) {
        if (k != 0) out_ += ",\n";
        row(order[i]);
        flush();
      }
      out_ += '\n';
      end(same);
    }
  }

  void text(std::string_view value) {
    out_ += '\'';
    for (const char c : printable(value)) {
      if (c == '\n') {
        out_ += "\\n";
      } else {
        if (c == '\'' || c == '\\') out_ += '\\';
        out_ += c;
      }
    }
    out_ += '\'';
  }
  void key(std::string_view name) {
    if (out_.back() != '{') out_ += ", ";
    out_ += name;
    out_ += ": ";
  }
  void put(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    text(value);
  }
  void put(std::string_view name, std::uint32_t value) {
    key(name);
    append_json(out_, std::uint64_t{value});
  }
  void put(std::string_view name, double value) {
    key(name);
    const std::size_t begin = out_.size();
    append_json(out_, value);
    if (out_.find_first_of(".e", begin) == std::string::npos) out_ += ".0";
  }
  template <class Text>
  void put(std::string_view name, const std::vector<Text>& list) {
    if (list.empty()) return;
    key(name);
    out_ += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i != 0) out_ += ", ";
      text(list[i]);
    }
    out_ += ']';
  }

  void node(std::uint32_t i) {
    const GraphEntity& e = g_.entities()[i];
    out_ += '{';
    put("id", std::string_view(e.id));
    key("p");
    out_ += '{';
    put("uid", std::string_view(e.id));
    put("name", std::string_view(e.name));
    put("type", std::string_view(e.type));
    put("aliases", e.aliases);
    put("ids", e.ids);
    put("mentions", e.mentions);
    put("documents", e.documents);
    put("first_date", std::string_view(e.first_date));
    put("last_date", std::string_view(e.last_date));
    for (const std::string_view name : {"birthDate", "deathDate", "foundingDate"})
      if (const Property* p = best_property(e, name)) put(name, std::string_view(p->value));
    out_ += "}}";
  }
  void edge(std::uint32_t i) {
    const GraphRelation& r = g_.relations()[i];
    out_ += '{';
    put("s", std::string_view(g_.entities()[r.subject].id));
    put("t", std::string_view(g_.entities()[r.object].id));
    put("uid", std::string_view(relation_uid(i)));
    key("p");
    out_ += '{';
    put("weight", static_cast<double>(r.weight));
    put("status", std::string_view(status_name(r.status)));
    put("confidence", r.confidence);
    const Claim& claim = claims_.read(g_.evidence(r));
    put("role", claim.role);
    put("attributedTo", claim.speakers);
    put("first_date", std::string_view(r.first_date));
    put("last_date", std::string_view(r.last_date));
    if (r.contradicted) {
      key("contradicted");
      out_ += "true";
    }
    put("evidence", claim.sentences);
    put("sources", claim.sources);
    put("rules", claim.rules);
    out_ += "}}";
  }

  void flush() {
    if (out_.size() < (std::size_t{1} << 16)) return;
    sink_(out_);
    out_.clear();
  }

  const KnowledgeGraph& g_;
  const Ontology& o_;
  const Sink& sink_;
  ClaimReader claims_;
  std::string out_;
};

}  // namespace

void write_cypher(const KnowledgeGraph& graph, const Ontology& ontology, const ExportOptions&,
                  const Sink& sink) {
  Writer(graph, ontology, sink).run();
}

}  // namespace factloom
