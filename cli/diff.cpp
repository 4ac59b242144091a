// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.h"
#include "cli/graph_changes.h"
#include "cli/query_graph.h"
#include "cli/verbs.h"
#include "extract/base/csv.h"
#include "extract/output/json_object.h"

namespace factloom {
namespace {

std::string named(const GraphChange& c) {
  return c.relation.empty() ? c.subject : c.subject + " " + c.relation + " " + c.object;
}

std::string changes_csv(const std::vector<GraphChange>& changes) {
  std::string out = csv_line({"kind", "subject", "relation", "object", "detail"});
  for (const GraphChange& c : changes)
    out += csv_line({c.kind, c.subject, c.relation, c.object, c.detail});
  return out;
}

}  // namespace

std::string changes_text(const std::vector<GraphChange>& changes) {
  std::size_t gone = 0, fresh = 0;
  std::string lines;
  for (const GraphChange& c : changes) {
    const std::string kind = c.kind;
    fresh += kind == "new";
    gone += kind == "gone";
    lines += (kind == "new" ? "+ " : kind == "gone" ? "- " : "~ ") + named(c);
    lines += (c.detail.empty() ? "" : "  [" + c.detail + "]") + "\n";
  }
  return std::to_string(fresh) + " new, " + std::to_string(gone) + " gone, " +
         std::to_string(changes.size() - fresh - gone) + " changed\n" + lines;
}

void append_changes(std::string& out, const std::vector<GraphChange>& changes) {
  out += '[';
  for (const GraphChange& c : changes) {
    out += out.back() == '[' ? "\n{" : ",\n{";
    append_member(out, "kind", c.kind);
    append_member(out, "subject", c.subject);
    if (!c.relation.empty()) append_member(out, "relation", c.relation);
    if (!c.relation.empty()) append_member(out, "object", c.object);
    if (!c.detail.empty()) append_member(out, "detail", c.detail);
    out += '}';
  }
  out += "\n]";
}

ExitCode run_diff(const Options& options) {
  Console console(options.quiet);
  const OpenedGraph before = open_graph(options.query.since_graph, options, console);
  if (!before.graph) return before.code;
  const OpenedGraph after = open_graph(options.query.graph, options, console);
  if (!after.graph) return after.code;
  const std::vector<GraphChange> changes = differences(before.graph->graph, after.graph->graph);
  const AnswerFormat format = answer_format(options.format);
  std::string out;
  if (format == AnswerFormat::json) {
    append_changes(out, changes);
    out += '\n';
  } else {
    out = format == AnswerFormat::csv ? changes_csv(changes) : changes_text(changes);
  }
  print(out);
  if (options.query.exit_code && !changes.empty()) return ExitCode::differs;
  return before.graph->whole && after.graph->whole ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
