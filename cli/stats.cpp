// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "cli/answers.h"
#include "cli/graph_changes.h"
#include "cli/query_graph.h"
#include "cli/verbs.h"
#include "extract/base/csv.h"
#include "extract/output/json_object.h"
#include "graph/metrics.h"

namespace factloom {
namespace {

/// One figure: what it counts, of what, and how much.
struct Figure {
  std::string of;  ///< "entities", "entities by type" …
  std::string name;
  std::string value;
};
using Figures = std::vector<Figure>;

void add(Figures& all, const std::string& of, const std::string& name, std::size_t value) {
  all.push_back({of, name, std::to_string(value)});
}

/// The commonest first.
void add_counts(Figures& all, const std::string& of, const std::map<std::string, std::size_t>& by) {
  std::vector<std::pair<std::string, std::size_t>> order(by.begin(), by.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [name, count] : order) add(all, of, name, count);
}

void add_totals(Figures& all, const KnowledgeGraph& graph) {
  std::set<std::string_view> documents;
  std::size_t contradicted = 0;
  std::map<std::string, std::size_t> types, relations, statuses;
  for (const FactView fact : graph.evidence()) documents.insert(fact.document);
  for (const GraphEntity& e : graph.entities()) ++types[e.type];
  for (const GraphEntity& e : graph.entities())
    for (const Property& p : e.properties) ++relations[p.relation];
  for (const GraphRelation& r : graph.relations()) {
    ++relations[r.relation];
    ++statuses[status_name(r.status)];
    contradicted += r.contradicted;
  }
  add(all, "total", "documents", documents.size());
  add(all, "total", "facts", graph.evidence().size());
  add(all, "total", "entities", graph.entities().size());
  add(all, "total", "relations", graph.relations().size());
  add(all, "total", "relations contradicted", contradicted);
  add(all, "total", "near duplicates", graph.duplicates().size());
  add_counts(all, "entities by type", types);
  add_counts(all, "relations by name", relations);
  add_counts(all, "relations by status", statuses);
}

/// How many groups, and how large the largest are.
void add_groups(Figures& all, const std::string& of, const std::vector<std::uint32_t>& group,
                const KnowledgeGraph& graph, std::size_t top) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t e = 0; e < group.size(); ++e) members[group[e]].push_back(e);
  add(all, of, "number", members.size());
  for (auto& [number, entities] : members) {
    if (number >= top || entities.size() < 2) break;
    const std::uint32_t head =
        *std::max_element(entities.begin(), entities.end(),
                          [&](auto a, auto b) { return graph.degree(a) < graph.degree(b); });
    add(all, of, "around " + graph.entities()[head].name, entities.size());
  }
}

template <class Number, class Print>
void add_top(Figures& all, const std::string& of, const std::vector<Number>& value,
             const KnowledgeGraph& graph, std::size_t top, Print print_number) {
  std::vector<std::uint32_t> order(value.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto more = [&](auto a, auto b) {
    return value[a] != value[b] ? value[a] > value[b] : a < b;
  };
  const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(top, order.size()));
  std::partial_sort(order.begin(), end, order.end(), more);
  for (auto e = order.begin(); e != end; ++e)
    if (value[*e] > 0) all.push_back({of, graph.entities()[*e].name, print_number(value[*e])});
}

void add_central(Figures& all, const KnowledgeGraph& graph, std::size_t top) {
  const GraphMetrics m = metrics_of(graph);
  add_groups(all, "components", largest_first(graph.components()), graph, top);
  add_groups(all, "communities", m.community, graph, top);
  add_top(all, "degree", m.degree, graph, top, [](std::uint32_t n) { return std::to_string(n); });
  const std::string between = m.sources < m.betweenness.size()
                                  ? "betweenness (from " + std::to_string(m.sources) + " entities)"
                                  : "betweenness";
  add_top(all, between, m.betweenness, graph, top, [](double n) { return two_digits(n); });
  add_top(all, "PageRank in thousandths", m.page_rank, graph, top,
          [](double n) { return two_digits(n * 1000); });
}

/// Facts and documents by month of publication, where it is known.
void add_growth(Figures& all, const KnowledgeGraph& graph) {
  std::map<std::string, std::size_t> facts;
  std::map<std::string, std::set<std::string_view>> documents;
  for (const FactView fact : graph.evidence()) {
    const std::string month(fact.source.date.empty() ? "undated" : fact.source.date.substr(0, 7));
    ++facts[month];
    documents[month].insert(fact.document);
  }
  for (const auto& [month, names] : documents) add(all, "documents by month", month, names.size());
  for (const auto& [month, count] : facts) add(all, "facts by month", month, count);
}

std::string figures_text(const Figures& all) {
  std::string out, of;
  for (const Figure& f : all) {
    if (f.of == "total") {
      out += f.value + " " + f.name + "\n";
      continue;
    }
    if (f.of != of) out += "\n" + f.of + "\n";
    of = f.of;
    out += "  " + f.value + "  " + f.name + "\n";
  }
  return out;
}

std::string figures_csv(const Figures& all) {
  std::string out = csv_line({"figure", "name", "value"});
  for (const Figure& f : all) out += csv_line({f.of, f.name, f.value});
  return out;
}

std::string figures_json(const Figures& all, const std::vector<GraphChange>* changes) {
  std::string out = "{\"figures\": [";
  for (const Figure& f : all) {
    out += out.back() == '[' ? "\n{" : ",\n{";
    append_member(out, "figure", f.of);
    append_member(out, "name", f.name);
    append_key(out, "value");
    out += f.value + "}";
  }
  out += "\n]";
  if (changes != nullptr) {
    out += ",\n\"changes\": ";
    append_changes(out, *changes);
  }
  return out + "}\n";
}

}  // namespace

ExitCode run_stats(const Options& options) {
  Console console(options.quiet);
  const OpenedGraph opened = open_graph(options.query.graph, options, console);
  if (!opened.graph) return opened.code;
  const KnowledgeGraph& graph = opened.graph->graph;
  std::optional<std::vector<GraphChange>> changes;
  if (!options.query.since_graph.empty()) {
    const OpenedGraph before = open_graph(options.query.since_graph, options, console);
    if (!before.graph) return before.code;
    changes = differences(before.graph->graph, graph);
  }
  Figures all;
  add_totals(all, graph);
  add_central(all, graph, options.query.top);
  add_growth(all, graph);
  const AnswerFormat format = answer_format(options.format);
  if (format == AnswerFormat::json)
    print(figures_json(all, changes ? &*changes : nullptr));
  else
    print(format == AnswerFormat::csv ? figures_csv(all) : figures_text(all));
  if (changes && format == AnswerFormat::text) print("\n" + changes_text(*changes));
  return opened.graph->whole ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
