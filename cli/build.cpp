// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/articles.h"
#include "cli/knowledge.h"
#include "cli/output_file.h"
#include "cli/verbs.h"
#include "export/format.h"
#include "extract/extract.h"
#include "extract/output/fact_lines.h"
#include "graph/knowledge_graph.h"

namespace factloom {
namespace {

/// Where each -o goes and in which format; unknown suffixes are told before any work is done.
struct Target {
  Format format;
  std::string path;
};

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

std::string schemas_folder(const KnowledgeOptions& options) {
  return options.schemas.empty() ? options.folder + "/schemas" : options.schemas;
}

ExportOptions export_options(const std::string& schemas) {
  std::ifstream in(schemas + "/context.jsonld", std::ios::binary);
  std::ostringstream context;
  context << in.rdbuf();
  return {context.str(), false};
}

/// Builds the graph, writes every target, tells what came of it. False if a file could not be
/// written.
bool write_all(GraphBuilder& builder, const std::vector<Target>& targets, const Ontology& ontology,
               const std::string& schemas, Console& console) {
  const std::size_t facts = builder.size();
  const KnowledgeGraph graph = builder.build();
  console.tell(std::to_string(facts) + " facts, " + std::to_string(graph.entities().size()) +
               " entities, " + std::to_string(graph.relations().size()) + " relations\n");
  const ExportOptions options = export_options(schemas);
  bool fine = true;
  for (const Target& target : targets) {
    Result<OutputFile> out = OutputFile::open(target.path);
    if (!out) {
      console.report(out.errors());
      fine = false;
      continue;
    }
    target.format.write(graph, ontology, options,
                        [&](std::string_view bytes) { out->write(bytes); });
    const Diagnostics failures = out->finish();
    console.report(failures);
    fine = fine && failures.empty();
    if (failures.empty()) console.tell("wrote " + target.path + "\n");
  }
  return fine;
}

/// Reads fact lines into the builder; false when a file or line was bad.
bool add_fact_file(const std::string& path, GraphBuilder& builder, Console& console) {
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  std::istream& in = path == "-" ? std::cin : file;
  if (!in) {
    console.report(trouble(path, "cannot be opened"));
    return false;
  }
  bool fine = true;
  std::string line;
  for (std::uint32_t number = 1; std::getline(in, line); ++number) {
    Result<std::optional<Fact>> fact = read_fact_line(line, path, number);
    if (fact && *fact) {
      builder.add(std::move(**fact));
    } else if (!fact) {
      console.report(fact.errors());
      fine = false;
    }
  }
  return fine;
}

}  // namespace

ExitCode run_build(const Options& options) {
  Console console(options.quiet);
  const Result<std::vector<Target>> targets = find_targets(options);
  const KnowledgeOptions where = knowledge_options(options);
  const Result<Knowledge> knowledge = load_knowledge(where);
  const Result<NameForms> forms = NameForms::load(schemas_folder(where) + "/graph");
  if (!targets) console.report(targets.errors());
  if (!knowledge) console.report(knowledge.errors());
  if (!forms) console.report(forms.errors());
  if (!targets || !knowledge || !forms) return ExitCode::usage;
  GraphBuilder builder(knowledge->ontology, *forms);
  const ArticleCounts counts = for_each_article(
      options, knowledge->html, console,
      [&](const Document& document) { return extract(document, *knowledge).facts; },
      [&](std::vector<Fact> facts) {
        for (Fact& fact : facts)
          if (fact.confidence >= options.min_confidence) builder.add(std::move(fact));
      });
  console.tell(counts.text() + "\n");
  if (counts.read == 0) return ExitCode::nothing;
  const bool written =
      write_all(builder, *targets, knowledge->ontology, schemas_folder(where), console);
  return written ? counts.exit_code() : ExitCode::nothing;
}

ExitCode run_merge(const Options& options) {
  Console console(options.quiet);
  const Result<std::vector<Target>> targets = find_targets(options);
  const std::string schemas = schemas_folder(knowledge_options(options));
  const Result<Ontology> ontology = Ontology::load(schemas + "/types");
  const Result<NameForms> forms = NameForms::load(schemas + "/graph");
  if (!targets) console.report(targets.errors());
  if (!ontology) console.report(ontology.errors());
  if (!forms) console.report(forms.errors());
  if (!targets || !ontology || !forms) return ExitCode::usage;
  GraphBuilder builder(*ontology, *forms);
  bool fine = true;
  for (const std::string& path : options.inputs)
    fine = add_fact_file(path, builder, console) && fine;
  if (builder.size() == 0 && !fine) return ExitCode::nothing;
  if (!write_all(builder, *targets, *ontology, schemas, console)) return ExitCode::nothing;
  return fine ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
