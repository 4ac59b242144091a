// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_input.h"
#include "cli/outputs.h"
#include "cli/verbs.h"

namespace factloom {

ExitCode run_convert(const Options& options) {
  Console console(options.quiet);
  const Result<std::vector<Target>> targets = find_targets(options);
  if (!targets) console.report(targets.errors());
  const std::optional<GraphKnowledge> knowledge = load_graph_knowledge(options, console);
  if (!targets || !knowledge) return ExitCode::usage;
  const std::optional<GraphRead> read = load_graph(options.inputs.front(), *knowledge, console);
  if (!read) return ExitCode::nothing;
  if (!write_graph(read->graph, *targets, knowledge->ontology, options, console))
    return ExitCode::nothing;
  return read->problems.empty() ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
