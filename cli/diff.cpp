// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

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
  const std::string answer = options.format == "json"  ? comparison_json(graphs) + "\n"
                             : options.format == "csv" ? comparison_csv(graphs)
                                                       : comparison_text(graphs);
  std::fwrite(answer.data(), 1, answer.size(), stdout);
  if (options.query.exit_code && !graphs.found.empty()) return ExitCode::differs;
  return before.graph->whole && after.graph->whole ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
