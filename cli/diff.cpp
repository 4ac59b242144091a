// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.h"
#include "cli/comparison.h"
#include "cli/query_graph.h"
#include "cli/verbs.h"

namespace factloom {

ExitCode run_diff(const Options& options) {
  Console console(options.quiet);
  const OpenedGraph before = open_graph(options.query.since_graph, options, console);
  if (!before.graph) return before.code;
  const OpenedGraph after = open_graph(options.query.graph, options, console);
  if (!after.graph) return after.code;
  const ComparedGraphs graphs{before.graph->graph, after.graph->graph,
                              compare(before.graph->graph, after.graph->graph, after.graph->forms)};
  print_answer(
      options.format, [&] { return comparison_text(graphs); },
      [&] { return comparison_json(graphs) + "\n"; }, [&] { return comparison_csv(graphs); });
  if (options.query.exit_code && !graphs.found.empty()) return ExitCode::differs;
  return before.graph->whole && after.graph->whole ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
