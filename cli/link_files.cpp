// SPDX-License-Identifier: Apache-2.0
#include "cli/link_files.h"

#include "cli/output_file.h"
#include "export/path_picture.h"
#include "graph/part_of_graph.h"

namespace factloom {
namespace {

bool is_picture(const std::string& path) {
  return path.ends_with(".svg") || path.ends_with(".html");
}

bool write_picture(const std::string& path, const std::string& bytes, Console& console) {
  Result<OutputFile> out = OutputFile::open(path);
  if (!out) {
    console.report(out.errors());
    return false;
  }
  out->write(bytes);
  const Diagnostics failures = out->finish();
  console.report(failures);
  if (failures.empty()) console.tell("wrote " + path + "\n");
  return failures.empty();
}

}  // namespace

Result<LinkFiles> find_link_files(const Options& options) {
  LinkFiles files;
  Options graphs = options;
  graphs.outputs.clear();
  for (const std::string& path : options.outputs)
    (is_picture(path) ? files.pictures : graphs.outputs).push_back(path);
  if (graphs.outputs.empty()) return files;
  Result<std::vector<Target>> targets = find_targets(graphs);
  if (!targets) return targets.errors();
  files.graphs = std::move(*targets);
  return files;
}

bool write_links(const KnowledgeGraph& graph, std::span<const GraphPath> paths,
                 const LinkFiles& files, const Ontology& ontology, const Options& options,
                 Console& console) {
  bool fine = true;
  for (const std::string& path : files.pictures) {
    const std::string bytes = path.ends_with(".html") ? path_page(graph, paths, ontology)
                                                      : path_picture(graph, paths, ontology);
    fine = write_picture(path, bytes, console) && fine;
  }
  if (files.graphs.empty()) return fine;
  std::vector<std::uint32_t> relations;
  for (const GraphPath& path : paths)
    for (const GraphStep& step : path.steps)
      for (const StepRelation& r : step.relations) relations.push_back(r.relation);
  const KnowledgeGraph part = part_of_graph(graph, relations);
  return write_graph(part, files.graphs, ontology, options, console) && fine;
}

}  // namespace factloom
