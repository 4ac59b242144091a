// SPDX-License-Identifier: Apache-2.0
// Every output format: a graph in, bytes out, in pieces to a sink, the same bytes for the same
// graph. To add one, write its function and add its line to `formats`.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "extract/base/result.h"
#include "extract/lexicon/ontology.h"
#include "graph/knowledge_graph.h"

namespace factloom {

/// Takes the bytes of a file, piece by piece.
using Sink = std::function<void(std::string_view)>;

/// Hands a buffer on and empties it once it is large enough for the way (64 KiB).
inline void hand_on_full(std::string& buffer, const Sink& sink) {
  if (buffer.size() < (std::size_t{1} << 16)) return;
  sink(buffer);
  buffer.clear();
}

/// What writers need beside the graph.
struct ExportOptions {
  std::string context;           ///< the JSON-LD context, as `schemas/context.jsonld` has it
  std::string follow_the_money;  ///< the table `schemas/follow_the_money.tsv`
  bool strict =
      false;  ///< GraphML by the letter of its schema, without Gephi's and Neo4j's attributes
};

using WriteFunction = void (*)(const KnowledgeGraph&, const Ontology&, const ExportOptions&,
                               const Sink&);

/// One file of a format of several.
struct FormatPart {
  std::string_view name;  ///< ".nodes.csv" beside the file named, or "nodes.csv" in a folder
  WriteFunction write;
};

struct Format {
  std::string_view suffix;       ///< ".graphml"
  std::string_view description;  ///< for --help
  WriteFunction write;
  std::span<const FormatPart> parts = {};  ///< if it is several files; `write` is none then
};

/// All formats.
std::span<const Format> all_formats();
/// The format of a file's suffix, or which suffixes there are.
Result<Format> find_format(const std::string& path);

void write_graphml(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_gexf(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_cypher(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_turtle(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_nquads(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_csv_nodes(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_csv_edges(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_neo4j_nodes(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_neo4j_relations(const KnowledgeGraph&, const Ontology&, const ExportOptions&,
                           const Sink&);
void write_neo4j_script(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_follow_the_money(const KnowledgeGraph&, const Ontology&, const ExportOptions&,
                            const Sink&);
void write_jsonld(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_graph_file(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);
void write_facts(const KnowledgeGraph&, const Ontology&, const ExportOptions&, const Sink&);

}  // namespace factloom
