// SPDX-License-Identifier: Apache-2.0
#include "export/format.h"

#include <array>

#include "extract/output/fact_lines.h"

namespace factloom {
namespace {

constexpr std::array<Format, 4> formats = {{
    {".graphml", "GraphML for Gephi, Neo4j (APOC), Cytoscape, networkx, igraph", write_graphml},
    {".jsonld", "JSON-LD 1.1 with schema.org terms, every fact a statement with its evidence",
     write_jsonld},
    {".factloom", "factloom's own graph file: reads back without loss, at once", write_graph_file},
    {".ndjson", "facts, one JSON object a line, as `extract` prints them", write_facts},
}};

}  // namespace

std::span<const Format> all_formats() {
  return formats;
}

Result<Format> find_format(const std::string& path) {
  std::string known;
  for (const Format& f : formats) {
    if (path.size() > f.suffix.size() && path.ends_with(f.suffix)) return f;
    known += (known.empty() ? "" : ", ") + std::string(f.suffix);
  }
  return trouble(path, "no format has this suffix; known are " + known);
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
