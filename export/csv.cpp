// SPDX-License-Identifier: Apache-2.0
// Tables of nodes and of relations: plain CSV (RFC 4180) under the column names that Gephi takes,
// and the folder that `neo4j-admin database import` takes, with a script that calls it. Lists are
// JSON text in plain CSV; in Neo4j's they are split at the unit separator (U+001F), which our
// texts do not hold there.
#include <algorithm>

#include "export/format.h"
#include "export/names.h"
#include "export/xml.h"
#include "extract/output/json.h"

namespace factloom {
namespace {

/// How a table writes what CSV leaves open.
enum class Dialect { plain, neo4j };

constexpr std::string_view literals[] = {"birthDate", "deathDate", "foundingDate"};

class Table {
 public:
  Table(Dialect dialect, const Sink& sink) : dialect_(dialect), sink_(sink) {}

  void header(std::string_view line) {
    out_ += line;
    out_ += '\n';
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

void node_cells(Table& table, const GraphEntity& e) {
  table.cell(e.name);
  table.cell(e.type);
  table.list(e.aliases);
  table.list(e.ids);
  table.cell(e.mentions);
  table.cell(e.documents);
  table.cell(e.first_date);
  table.cell(e.last_date);
  for (const std::string_view name : literals) {
    const Property* p = best_property(e, name);
    table.cell(p == nullptr ? std::string_view() : std::string_view(p->value));
  }
}

void edge_cells(Table& table, const GraphRelation& r, const Claim& claim) {
  table.cell(status_name(r.status));
  table.cell(r.confidence);
  table.cell(claim.role);
  table.list(claim.speakers);
  table.cell(r.first_date);
  table.cell(r.last_date);
  table.cell(r.contradicted ? "true" : "");
  table.list(claim.sentences);
  table.list(claim.sources);
  table.list(claim.rules);
}

}  // namespace

void write_csv_nodes(const KnowledgeGraph& graph, const Ontology&, const ExportOptions&,
                     const Sink& sink) {
  Table table(Dialect::plain, sink);
  table.header(
      "Id,Label,type,aliases,ids,mentions,documents,first_date,last_date,birthDate,deathDate,"
      "foundingDate");
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
  table.header(
      "Id,Source,Target,Type,Kind,Label,Weight,status,confidence,role,attributedTo,first_date,"
      "last_date,contradicted,evidence,sources,rules");
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
  table.header(
      "id:ID(Entity),:LABEL,uid,name,type,aliases:string[],ids:string[],mentions:long,"
      "documents:long,first_date,last_date,birthDate,deathDate,foundingDate");
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
  table.header(
      ":START_ID(Entity),:END_ID(Entity),:TYPE,uid,weight:double,status,confidence:double,role,"
      "attributedTo:string[],first_date,last_date,contradicted:boolean,evidence:string[],"
      "sources:string[],rules:string[]");
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
