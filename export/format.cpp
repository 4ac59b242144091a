// SPDX-License-Identifier: Apache-2.0
#include "export/format.h"

#include <array>
#include <vector>

#include "extract/base/closest.h"
#include "extract/output/fact_lines.h"

namespace factloom {
namespace {

constexpr std::array csv_parts = {FormatPart{".nodes.csv", write_csv_nodes},
                                  FormatPart{".edges.csv", write_csv_edges}};
constexpr std::array neo4j_parts = {FormatPart{"nodes.csv", write_neo4j_nodes},
                                    FormatPart{"relations.csv", write_neo4j_relations},
                                    FormatPart{"import.sh", write_neo4j_script}};

/// The first whose suffix a file bears is meant: a longer suffix stands before its end.
constexpr std::array formats = {
    Format{".graphml", "GraphML for Gephi, Neo4j (APOC), Cytoscape, networkx, igraph",
           write_graphml},
    Format{".gexf", "GEXF 1.3 for Gephi and Gephi Lite: with dates as spells", write_gexf},
    Format{".jsonld", "JSON-LD 1.1 with schema.org terms, every fact a statement with its evidence",
           write_jsonld},
    Format{".ttl", "RDF as Turtle, with the statements of the JSON-LD", write_turtle},
    Format{".nq", "RDF as N-Quads: what is asserted stands in a named graph with its evidence",
           write_nquads},
    Format{".cypher", "script for Neo4j's cypher-shell, with constraints", write_cypher},
    Format{".neo4j", "folder for neo4j-admin's bulk import: nodes, relations, import.sh", nullptr,
           neo4j_parts},
    Format{".csv", "two tables, FILE.nodes.csv and FILE.edges.csv", nullptr, csv_parts},
    Format{".ftm.ndjson", "FollowTheMoney entities for OpenAleph and yente",
           write_follow_the_money},
    Format{".factloom", "factloom's own graph file: reads back without loss, at once",
           write_graph_file},
    Format{".ndjson", "facts, one JSON object a line, as `extract` prints them", write_facts},
};

}  // namespace

std::span<const Format> all_formats() {
  return formats;
}

Result<Format> find_format(const std::string& path) {
  std::string known;
  std::vector<std::string> suffixes;
  for (const Format& f : formats) {
    if (path.size() > f.suffix.size() && path.ends_with(f.suffix)) return f;
    known += (known.empty() ? "" : ", ") + std::string(f.suffix);
    suffixes.emplace_back(f.suffix);
  }
  const std::size_t dot = path.find_last_of("./");
  const std::string suffix =
      dot != std::string::npos && path[dot] == '.' ? path.substr(dot) : std::string();
  return trouble(
      path, "no format has this suffix" + did_you_mean(suffix, suffixes) + "; known are " + known);
}

void write_facts(const KnowledgeGraph& graph, const Ontology&, const ExportOptions&,
                 const Sink& sink) {
  std::string out;
  for (const FactView& f : graph.evidence()) {
    append_fact_line(out, f);
    if (out.size() < (std::size_t{1} << 16)) continue;
    sink(out);
    out.clear();
  }
  sink(out);
}

}  // namespace factloom
