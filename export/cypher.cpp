// SPDX-License-Identifier: Apache-2.0
// A script for cypher-shell: the constraint first, then rows in batches, one statement each, ended
// by a semicolon at a line's end. It merges by id, so that it can be run again, and into a graph
// that holds other things. The rows are one string, which the statement splits: a string is taken
// as a parameter, so that the statements of a kind share one plan; lists of maps are rewritten and
// planned anew each time. Texts are those of our GraphML, without control characters.
#include <algorithm>
#include <numeric>

#include "export/fields.h"
#include "export/format.h"
#include "export/names.h"
#include "export/xml.h"
#include "extract/output/json.h"

namespace factloom {
namespace {

constexpr std::size_t batch = 1000;  // rows of a statement: a transaction that stays small
constexpr std::string_view between_rows = "\\u001D\n";
constexpr std::string_view between_cells = "\\u001F";
constexpr std::string_view between_items = "\\u001E";

/// The map of properties from the cells c[first], c[first + 1] …; what is empty is null: unset.
std::string property(std::string_view name, FieldKind kind, std::size_t place) {
  const std::string cell = "c[" + std::to_string(place) + "]";
  const std::string filled = "CASE " + cell + " WHEN '' THEN null ELSE ";
  const std::string begin = std::string(name) + ": ";
  switch (kind) {
    case FieldKind::list:
      return begin + filled + "split(" + cell + ", '" + std::string(between_items) + "') END";
    case FieldKind::whole:
      return begin + "toInteger(" + cell + ")";
    case FieldKind::number:
      return begin + "toFloat(" + cell + ")";
    case FieldKind::truth:
      return begin + "CASE " + cell + " WHEN 'true' THEN true END";
    case FieldKind::text:
      break;
  }
  return begin + filled + cell + " END";
}

/// Before these cells an entity has its id.
std::string node_properties() {
  std::string out;
  std::size_t place = 1;
  for (const EntityField& f : entity_fields)
    out += (out.empty() ? "{" : ", ") + property(f.name, f.kind, place++);
  return out + "}";
}

/// Before these cells a relation has the ids of its ends and its own.
std::string edge_properties() {
  std::size_t place = 3;
  std::string out = "{" + property("weight", FieldKind::number, place++);
  each_column([&](const RelationField& f) { out += ", " + property(f.name, f.kind, place++); });
  return out + "}";
}

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
          end_rows();
          out_ += "MERGE (n:Entity {id: c[0]}) SET n";
          for (const std::string& label : node_labels(type, o_))
            out_ += ":" + name_in_backticks(label);
          out_ += ", n.uid = c[0], n += " + node_properties() + ";\n";
        });
    const auto relations = g_.relations();
    batches(
        relations.size(), [&](std::uint32_t i) { return std::string_view(relations[i].relation); },
        [&](std::uint32_t i) { edge(i); },
        [&](std::string_view relation) {
          end_rows();
          out_ += "MATCH (s:Entity {id: c[0]}) MATCH (t:Entity {id: c[1]}) MERGE (s)-[r:" +
                  name_in_backticks(edge_kind(relation)) +
                  " {uid: c[2]}]->(t) SET r += " + edge_properties() + ";\n";
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
      out_ += "UNWIND split('";
      for (std::size_t k = 0; k < batch && i < count && kind(order[i]) == same; ++k, ++i) {
        if (k != 0) out_ += between_rows;
        cells_.clear();
        filled_ = 0;
        row(order[i]);
        end_row();
        hand_on_full(out_, sink_);
      }
      end(same);
    }
  }

  void end_rows() {
    out_ += "', '\\u001D\\n') AS row WITH split(row, '";
    out_ += between_cells;
    out_ += "') AS c ";
  }
  /// Empty cells at the end are left out: beyond the end of a list all is null.
  void end_row() { out_.append(cells_, 0, filled_); }
  void end_cell(bool empty) {
    if (!empty) filled_ = cells_.size();
    cells_ += between_cells;
  }
  void text(std::string_view value) {
    for (const char c : printable(value)) {
      if (c == '\n') {
        cells_ += "\\n";
      } else {
        if (c == '\'' || c == '\\') cells_ += '\\';
        cells_ += c;
      }
    }
  }
  void put(std::string_view value) {
    text(value);
    end_cell(value.empty());
  }
  void put(std::uint32_t value) {
    append_json(cells_, std::uint64_t{value});
    end_cell(false);
  }
  void put(double value) {
    append_json(cells_, value);
    end_cell(false);
  }
  void put(bool value) { put(std::string_view(value ? "true" : "")); }
  template <class Text>
  void put(const std::vector<Text>* list) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      if (i != 0) cells_ += between_items;
      text((*list)[i]);
    }
    end_cell(list->empty());
  }
  void put_field(const FieldValue& value) {
    std::visit([this](const auto& of) { put(of); }, value);
  }

  void node(std::uint32_t i) {
    const GraphEntity& e = g_.entities()[i];
    put(std::string_view(e.id));
    for (const EntityField& f : entity_fields) put_field(f.of(e));
  }
  void edge(std::uint32_t i) {
    const GraphRelation& r = g_.relations()[i];
    put(std::string_view(g_.entities()[r.subject].id));
    put(std::string_view(g_.entities()[r.object].id));
    put(std::string_view(relation_uid(i)));
    put(static_cast<double>(r.weight));
    const Claim& claim = claims_.read(g_.evidence(r));
    each_column([&](const RelationField& f) { put_field(f.of(r, claim)); });
  }

  const KnowledgeGraph& g_;
  const Ontology& o_;
  const Sink& sink_;
  ClaimReader claims_;
  std::string out_;
  std::string cells_;       // of the row being written
  std::size_t filled_ = 0;  // where its last cell that is not empty ends
};

}  // namespace

void write_cypher(const KnowledgeGraph& graph, const Ontology& ontology, const ExportOptions&,
                  const Sink& sink) {
  Writer(graph, ontology, sink).run();
}

}  // namespace factloom
