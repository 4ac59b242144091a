// SPDX-License-Identifier: Apache-2.0
// `factloom entities`: the things of a graph with their names, or why names became one.
#include <cstdio>
#include <iomanip>
#include <sstream>

#include "cli/answers.h"
#include "cli/graph_input.h"
#include "cli/outputs.h"
#include "cli/verbs.h"
#include "extract/output/json_object.h"

namespace factloom {
namespace {

using Row = std::vector<std::pair<const char*, std::string>>;

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : between) + w;
  return out;
}

std::vector<Row> entity_rows(const KnowledgeGraph& graph) {
  std::vector<Row> rows;
  for (const GraphEntity& e : graph.entities())
    rows.push_back({{"id", e.id},
                    {"name", e.name},
                    {"type", e.type},
                    {"aliases", joined(e.aliases, "; ")},
                    {"ids", joined(e.ids, "; ")},
                    {"documents", std::to_string(e.documents)}});
  return rows;
}

std::vector<Row> merge_rows(const KnowledgeGraph& graph) {
  std::vector<Row> rows;
  for (const NameMerge& m : graph.merges()) {
    std::ostringstream score;
    score << std::fixed << std::setprecision(2) << m.score.sum;
    std::vector<std::string> reasons;
    for (const NameFeature reason : m.score.reasons()) reasons.emplace_back(name_of(reason));
    rows.push_back({{"decision", m.merged ? "same" : "different"},
                    {"a", m.a},
                    {"b", m.b},
                    {"type", m.a_type},
                    {"score", score.str()},
                    {"reasons", joined(reasons, "; ")},
                    {"entity", graph.entities()[m.entity].id},
                    {"other", m.merged ? "" : graph.entities()[m.other_entity].id}});
  }
  return rows;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string csv_of(const std::vector<Row>& rows) {
  std::string out;
  for (std::size_t i = 0; i <= rows.size() && !rows.empty(); ++i) {
    const Row& row = rows[i == 0 ? 0 : i - 1];
    for (std::size_t k = 0; k < row.size(); ++k)
      out += (k == 0 ? "" : ",") + (i == 0 ? row[k].first : csv_field(row[k].second));
    out += '\n';
  }
  return out;
}

std::string json_of(const std::vector<Row>& rows) {
  std::string out = "[";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out += i == 0 ? "\n{" : ",\n{";
    for (const auto& [key, value] : rows[i]) append_member(out, key, value);
    out += '}';
  }
  return out + "\n]\n";
}

std::string text_of(const std::vector<Row>& rows, bool merges) {
  std::string out;
  for (const Row& r : rows) {
    if (merges)
      out += r[0].second + "  " + r[1].second + " | " + r[2].second + "  (" + r[3].second + ", " +
             r[4].second + ": " + r[5].second + ")\n";
    else
      out += r[1].second + "  (" + r[2].second + ")" +
             (r[3].second.empty() ? "" : "  also: " + r[3].second) + "\n";
  }
  return out;
}

}  // namespace

ExitCode run_entities(const Options& options) {
  Console console(options.quiet);
  const std::optional<GraphKnowledge> knowledge = load_graph_knowledge(options, console);
  if (!knowledge) return ExitCode::usage;
  const std::optional<GraphRead> read = load_graph(options.inputs.front(), *knowledge, console);
  if (!read) return ExitCode::nothing;
  const std::vector<Row> rows = options.merges ? merge_rows(read->graph) : entity_rows(read->graph);
  print_answer(
      options.format, [&] { return text_of(rows, options.merges); }, [&] { return json_of(rows); },
      [&] { return csv_of(rows); });
  return read->problems.empty() ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
