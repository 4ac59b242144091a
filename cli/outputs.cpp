// SPDX-License-Identifier: Apache-2.0
#include "cli/outputs.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include "cli/knowledge.h"
#include "cli/output_file.h"

namespace factloom {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

ExportOptions export_options(const Options& options) {
  const std::string schemas = schemas_folder(options);
  return {text_of(schemas + "/context.jsonld"), text_of(schemas + "/follow_the_money.tsv"),
          options.strict};
}

/// One file of a target: its path and what writes it.
struct File {
  std::string path;
  WriteFunction write;
};

/// "x.csv" with part ".nodes.csv" is x.nodes.csv; "x.neo4j" with part "nodes.csv" is a file in the
/// folder x.neo4j.
std::vector<File> files_of(const Target& target) {
  if (target.format.parts.empty()) return {{target.path, target.format.write}};
  std::vector<File> files;
  const std::string stem = target.path.substr(0, target.path.size() - target.format.suffix.size());
  for (const FormatPart& part : target.format.parts) {
    const std::string name(part.name);
    files.push_back({name.starts_with('.') ? stem + name : target.path + "/" + name, part.write});
  }
  return files;
}

/// A folder for a target that is one; what went wrong.
Diagnostics make_folder(const Target& target) {
  if (target.format.parts.empty() || target.format.parts.front().name.starts_with('.')) return {};
  std::error_code error;
  std::filesystem::create_directories(target.path, error);
  if (!error) return {};
  return {trouble(target.path, "the folder cannot be made: " + error.message())};
}

Diagnostics write_target(const KnowledgeGraph& graph, const Target& target,
                         const Ontology& ontology, const ExportOptions& options) {
  Diagnostics problems = make_folder(target);
  if (!problems.empty()) return problems;
  for (const File& file : files_of(target)) {
    Result<OutputFile> out = OutputFile::open(file.path);
    if (!out) {
      problems.insert(problems.end(), out.errors().begin(), out.errors().end());
      continue;
    }
    file.write(graph, ontology, options, [&](std::string_view bytes) { out->write(bytes); });
    const Diagnostics failures = out->finish();
    problems.insert(problems.end(), failures.begin(), failures.end());
  }
  return problems;
}

}  // namespace

Result<std::vector<Target>> find_targets(const Options& options) {
  std::vector<Target> targets;
  Diagnostics errors;
  for (const std::string& path : options.outputs) {
    const Result<Format> format = find_format(path);
    if (format)
      targets.push_back({*format, path});
    else
      errors.insert(errors.end(), format.errors().begin(), format.errors().end());
  }
  if (errors.empty() && targets.empty()) errors.push_back(trouble("", "no output named: -o FILE"));
  if (!errors.empty()) return errors;
  return targets;
}

std::string schemas_folder(const Options& options) {
  const KnowledgeOptions where = knowledge_options(options);
  return where.schemas.empty() ? where.folder + "/schemas" : where.schemas;
}

bool write_graph(const KnowledgeGraph& graph, const std::vector<Target>& targets,
                 const Ontology& ontology, const Options& options, Console& console) {
  const ExportOptions how = export_options(options);
  bool fine = true;
  for (const Target& target : targets) {
    const Diagnostics failures = write_target(graph, target, ontology, how);
    console.report(failures);
    fine = fine && failures.empty();
    if (failures.empty()) console.tell("wrote " + target.path + "\n");
  }
  return fine;
}

}  // namespace factloom
