// SPDX-License-Identifier: Apache-2.0
// Tables of nodes and of relations: plain CSV (RFC 4180) under the column names that Gephi takes,
// and the folder that `neo4j-admin database import` takes, with a script that calls it. Lists are
// JSON text in plain CSV; in Neo4j's they are split at the unit separator (U+001F), which our
// texts do not hold there.
#include <algorithm>

#include "export/fields.h"
#include "export/format.h"
#include "export/names.h"
#include "export/xml.h"
#include "extract/output/json.h"

namespace factloom {
namespace {

/// How a table writes what CSV leaves open.
enum class Dialect { plain, neo4j };

class Table {
 public:
  Table(Dialect dialect, const Sink& sink) : dialect_(dialect), sink_(sink) {}

  void header(std::string_view line) {
    out_ += line;
    out_ += '\n';
  }
  void field(const FieldValue& value) {
    std::visit([this](const auto& of) { value_cell(of); }, value);
  }
  void cell(std::string_view text) {
    separate();
    if (text.empty()) return;
    out_ += '"';
    if (dialect_ == Dialect::neo4j) {
      const std::string clean = printable(text);
      quote(clean);
    } else {
      quote(text);
    }
    out_ += '"';
  }
  void cell(double number) {
    separate();
    append_json(out_, number);
  }
  void cell(std::uint32_t number) {
    separate();
    append_json(out_, std::uint64_t{number});
  }
  template <class Text>
  void list(const std::vector<Text>& items) {
    list_.clear();
    for (const Text& item : items) {
      const bool plain = dialect_ == Dialect::plain;
      if (!list_.empty()) list_ += plain ? ',' : '\x1F';
      if (plain)
        append_json(list_, item);
      else
        list_ += printable(item);
    }
    separate();
    if (list_.empty()) return;
    out_ += dialect_ == Dialect::plain ? "\"[" : "\"";
    quote(list_);
    out_ += dialect_ == Dialect::plain ? "]\"" : "\"";
  }
  void end() {
    out_ += '\n';
    first_ = true;
    hand_on_full(out_, sink_);
  }
  void finish() { sink_(out_); }

 private:
  void value_cell(std::string_view text) { cell(text); }
  void value_cell(std::uint32_t number) { cell(number); }
  void value_cell(double number) { cell(number); }
  void value_cell(bool truth) { cell(std::string_view(truth ? "true" : "")); }
  template <class Text>
  void value_cell(const std::vector<Text>* items) {
    list(*items);
  }
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void quote(std::string_view text) {
    for (std::size_t plain = 0; plain < text.size();) {
      const std::size_t mark = std::min(text.find('"', plain), text.size());
      out_.append(text, plain, mark - plain);
      if (mark < text.size()) out_ += "\"\"";
      plain = mark + 1;
    }
  }

  Dialect dialect_;
  const Sink& sink_;
  std::string out_, list_;
  bool first_ = true;
};

/// ",mentions" for CSV, ",mentions:long" for Neo4j.
std::string column(Dialect dialect, std::string_view name, FieldKind kind) {
  std::string text = "," + std::string(name);
  if (dialect == Dialect::plain) return text;
  switch (kind) {
    case FieldKind::list:
      return text + ":string[]";
    case FieldKind::whole:
      return text + ":long";
    case FieldKind::number:
      return text + ":double";
    case FieldKind::truth:
      return text + ":boolean";
    case FieldKind::text:
      break;
  }
  return text;
}

/// In plain CSV the name is called Label, as Gephi wants it.
std::string node_columns(Dialect dialect) {
  std::string line;
  for (const EntityField& f : entity_fields)
    if (dialect == Dialect::neo4j || f.name != "name") line += column(dialect, f.name, f.kind);
  return line;
}

std::string edge_columns(Dialect dialect) {
  std::string line;
  each_column([&](const RelationField& f) { line += column(dialect, f.name, f.kind); });
  return line;
}

void node_cells(Table& table, const GraphEntity& e) {
  for (const EntityField& f : entity_fields) table.field(f.of(e));
}

void edge_cells(Table& table, const GraphRelation& r, const Claim& claim) {
  each_column([&](const RelationField& f) { table.field(f.of(r, claim)); });
}

}  // namespace

void write_csv_nodes(const KnowledgeGraph& graph, const Ontology&, const ExportOptions&,
                     const Sink& sink) {
  Table table(Dialect::plain, sink);
  table.header("Id,Label" + node_columns(Dialect::plain));
  for (const GraphEntity& e : graph.entities()) {
    table.cell(e.id);
    node_cells(table, e);
    table.end();
  }
  table.finish();
}

void write_csv_edges(const KnowledgeGraph& graph, const Ontology&, const ExportOptions&,
                     const Sink& sink) {
  Table table(Dialect::plain, sink);
  ClaimReader claims;
  table.header("Id,Source,Target,Type,Kind,Label,Weight" + edge_columns(Dialect::plain));
  for (std::size_t i = 0; i < graph.relations().size(); ++i) {
    const GraphRelation& r = graph.relations()[i];
    table.cell(relation_uid(i));
    table.cell(graph.entities()[r.subject].id);
    table.cell(graph.entities()[r.object].id);
    table.cell("Directed");
    table.cell(edge_kind(r.relation));
    table.cell(edge_kind(r.relation));
    table.cell(r.weight);
    edge_cells(table, r, claims.read(graph.evidence(r)));
    table.end();
  }
  table.finish();
}

void write_neo4j_nodes(const KnowledgeGraph& graph, const Ontology& ontology, const ExportOptions&,
                       const Sink& sink) {
  Table table(Dialect::neo4j, sink);
  table.header("id:ID(Entity),:LABEL,uid" + node_columns(Dialect::neo4j));
  for (const GraphEntity& e : graph.entities()) {
    table.cell(e.id);
    table.list(node_labels(e.type, ontology));
    table.cell(e.id);
    node_cells(table, e);
    table.end();
  }
  table.finish();
}

void write_neo4j_relations(const KnowledgeGraph& graph, const Ontology&, const ExportOptions&,
                           const Sink& sink) {
  Table table(Dialect::neo4j, sink);
  ClaimReader claims;
  table.header(":START_ID(Entity),:END_ID(Entity),:TYPE,uid,weight:double" +
               edge_columns(Dialect::neo4j));
  for (std::size_t i = 0; i < graph.relations().size(); ++i) {
    const GraphRelation& r = graph.relations()[i];
    table.cell(graph.entities()[r.subject].id);
    table.cell(graph.entities()[r.object].id);
    table.cell(edge_kind(r.relation));
    table.cell(relation_uid(i));
    table.cell(r.weight);
    edge_cells(table, r, claims.read(graph.evidence(r)));
    table.end();
  }
  table.finish();
}

void write_neo4j_script(const KnowledgeGraph&, const Ontology&, const ExportOptions&,
                        const Sink& sink) {
  sink(
      "#!/bin/sh\n"
      "# Imports the tables beside this script into a new Neo4j 5 database while the server is\n"
      "# stopped: sh import.sh [DATABASE], by default neo4j, whose content is replaced.\n"
      "set -eu\n"
      "cd \"$(dirname \"$0\")\"\n"
      "database=${1:-neo4j}\n"
      "neo4j-admin database import full --nodes=nodes.csv --relationships=relations.csv \\\n"
      "  --id-type=string --array-delimiter=U+001F --multiline-fields=true --bad-tolerance=0 \\\n"
      "  --overwrite-destination --report-file=/dev/null \"$database\"\n"
      "echo \"Imported. Start Neo4j, then make look-ups fast:\"\n"
      "echo \"  CREATE CONSTRAINT factloom_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS "
      "UNIQUE;\"\n");
}

}  // namespace factloom
