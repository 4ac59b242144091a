// SPDX-License-Identifier: Apache-2.0
#include "cli/articles.h"
#include "cli/graph_input.h"
#include "cli/knowledge.h"
#include "cli/outputs.h"
#include "cli/verbs.h"
#include "extract/extract.h"
#include "graph/graph_builder.h"

namespace factloom {
namespace {

/// Builds the graph, writes every target, tells what came of it. False if a file could not be
/// written.
bool write_all(GraphBuilder& builder, const std::vector<Target>& targets, const Ontology& ontology,
               const Options& options, Console& console) {
  const std::size_t facts = builder.size();
  const KnowledgeGraph graph = builder.build();
  console.tell(std::to_string(facts) + " facts, " + std::to_string(graph.entities().size()) +
               " entities, " + std::to_string(graph.relations().size()) + " relations\n");
  if (!graph.duplicates().empty())
    console.tell(std::to_string(graph.duplicates().size()) +
                 " documents repeat others and count once with them\n");
  return write_graph(graph, targets, ontology, options, console);
}

/// Hands the user's decisions to the builder; false if their file is wrong, which is told.
bool add_decisions(const Options& options, const NameForms& forms, GraphBuilder& builder,
                   Console& console) {
  if (options.decisions.empty()) return true;
  Result<Decisions> decisions = read_decisions(options.decisions, forms);
  if (!decisions) {
    console.report(decisions.errors());
    return false;
  }
  builder.decide(std::move(*decisions));
  return true;
}

}  // namespace

ExitCode run_build(const Options& options) {
  Console console(options.quiet);
  const Result<std::vector<Target>> targets = find_targets(options);
  const Result<Knowledge> knowledge = load_knowledge(knowledge_options(options));
  const Result<NameForms> forms = NameForms::load(schemas_folder(options) + "/graph");
  if (!targets) console.report(targets.errors());
  if (!knowledge) console.report(knowledge.errors());
  if (!forms) console.report(forms.errors());
  if (!targets || !knowledge || !forms) return ExitCode::usage;
  GraphBuilder builder(knowledge->ontology, *forms);
  if (!add_decisions(options, *forms, builder, console)) return ExitCode::usage;
  std::uint64_t left_out = 0;
  const ArticleCounts counts = for_each_article(
      options, knowledge->html, console,
      [&](std::span<const Document> documents) {
        std::vector<std::vector<Fact>> facts;
        extract(documents, *knowledge, [&](const Document&, Extraction found) {
          facts.push_back(std::move(found.facts));
        });
        return facts;
      },
      [&](std::vector<Fact> facts) {
        for (Fact& fact : facts) {
          if (fact.confidence >= options.min_confidence)
            builder.add(std::move(fact));
          else
            ++left_out;
        }
      });
  console.tell(counts.text() + "\n");
  if (left_out > 0)
    console.tell(std::to_string(left_out) +
                 " unsure facts left out (--min-confidence 0 keeps them)\n");
  if (counts.read == 0) return ExitCode::nothing;
  const bool written = write_all(builder, *targets, knowledge->ontology, options, console);
  return written ? counts.exit_code() : ExitCode::nothing;
}

ExitCode run_merge(const Options& options) {
  Console console(options.quiet);
  const Result<std::vector<Target>> targets = find_targets(options);
  if (!targets) console.report(targets.errors());
  const std::optional<GraphKnowledge> knowledge = load_graph_knowledge(options, console);
  if (!targets || !knowledge) return ExitCode::usage;
  GraphBuilder builder(knowledge->ontology, knowledge->forms);
  if (!add_decisions(options, knowledge->forms, builder, console)) return ExitCode::usage;
  bool fine = true;
  for (const std::string& path : options.inputs) {
    const Diagnostics problems =
        read_facts(path, knowledge->ontology, [&](Fact fact) { builder.add(std::move(fact)); });
    console.report(problems);
    fine = fine && problems.empty();
  }
  if (builder.size() == 0 && !fine) return ExitCode::nothing;
  if (!write_all(builder, *targets, knowledge->ontology, options, console))
    return ExitCode::nothing;
  return fine ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
