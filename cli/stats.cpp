// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>

#include "cli/answers.h"
#include "cli/comparison.h"
#include "cli/query_graph.h"
#include "cli/tables.h"
#include "cli/verbs.h"
#include "extract/base/csv.h"
#include "extract/output/json_object.h"
#include "graph/statistics.h"

namespace factloom {
namespace {

/// A graph, its numbers, and how many of the most central are wanted.
struct Answer {
  const KnowledgeGraph& graph;
  Statistics numbers;
  std::size_t top = 0;
};

/// The counts that stand at the head of every format.
std::vector<Count> totals_of(const Answer& answer) {
  const Statistics& s = answer.numbers;
  return {{"entities", s.entities},
          {"relations", s.relations},
          {"properties", s.properties},
          {"facts", s.facts},
          {"documents", s.documents},
          {"near_duplicates", s.duplicates},
          {"contradicted", s.contradicted},
          {"undated_facts", s.undated},
          {"components", s.component_sizes.size()},
          {"largest_component", s.component_sizes.empty() ? 0 : s.component_sizes.front()},
          {"communities", s.communities.count},
          {"betweenness_sources", s.betweenness.sources}};
}

struct CountList {
  std::string_view name, title;
  const std::vector<Count>& counts;
};

std::vector<CountList> lists_of(const Statistics& s) {
  return {{"types", "Entities by type", s.types},
          {"relation_types", "Relations by name", s.relation_names},
          {"property_types", "Properties by name", s.property_names},
          {"statuses", "Relations by status", s.statuses},
          {"years", "Facts by year", s.years},
          {"months", "Facts by month", s.months}};
}

/// One order of the most central.
struct Ranking {
  std::string_view name;
  std::vector<std::uint32_t> entities;
};

std::vector<Ranking> rankings_of(const Answer& answer) {
  const Statistics& s = answer.numbers;
  return {{"degree", highest(s.degree, answer.top)},
          {"betweenness", highest(s.betweenness.share, answer.top)},
          {"page_rank", highest(s.page_rank, answer.top)}};
}

/// A group of at least two, its most linked members first.
struct Community {
  std::uint32_t number = 0;
  std::vector<std::uint32_t> members;
};

std::vector<Community> communities_of(const Answer& answer) {
  const Statistics& s = answer.numbers;
  std::vector<Community> groups(std::min<std::size_t>(answer.top, s.communities.count));
  for (std::uint32_t g = 0; g < groups.size(); ++g) groups[g].number = g;
  for (std::uint32_t e = 0; e < s.entities; ++e)
    if (s.communities.of[e] < groups.size()) groups[s.communities.of[e]].members.push_back(e);
  std::erase_if(groups, [](const Community& group) { return group.members.size() < 2; });
  for (Community& group : groups)
    std::stable_sort(group.members.begin(), group.members.end(),
                     [&s](std::uint32_t a, std::uint32_t b) { return s.degree[a] > s.degree[b]; });
  return groups;
}

std::string table_of(const CountList& list) {
  std::vector<Row> rows;
  for (const Count& count : list.counts)
    if (count.number > 0) rows.push_back({count.name, std::to_string(count.number)});
  return rows.empty() ? "" : "\n" + std::string(list.title) + "\n" + aligned(rows);
}

std::string central_text(const Answer& answer) {
  const Statistics& s = answer.numbers;
  const bool sampled = s.betweenness.sources < s.entities;
  std::string text;
  for (const Ranking& ranking : rankings_of(answer)) {
    if (ranking.entities.empty()) continue;
    std::vector<Row> rows = {{"name", "type", "degree", "betweenness", "page rank", "community"}};
    for (const std::uint32_t e : ranking.entities) {
      const GraphEntity& entity = answer.graph.entities()[e];
      rows.push_back({entity.name, entity.type, std::to_string(s.degree[e]),
                      three_digits(s.betweenness.share[e]), three_digits(s.page_rank[e]),
                      std::to_string(s.communities.of[e] + 1)});
    }
    std::string name(ranking.name);
    std::replace(name.begin(), name.end(), '_', ' ');
    text += "\nMost central by " + name;
    if (ranking.name == "betweenness" && sampled)
      text += " (estimated from " + std::to_string(s.betweenness.sources) + " entities)";
    text += "\n" + aligned(rows);
  }
  return text;
}

std::string communities_text(const Answer& answer) {
  constexpr std::size_t most_names = 5;
  std::vector<Row> rows = {{"no", "entities", "most linked"}};
  for (const Community& group : communities_of(answer)) {
    std::string names;
    for (std::size_t i = 0; i < std::min(most_names, group.members.size()); ++i)
      names += (i == 0 ? "" : ", ") + answer.graph.entities()[group.members[i]].name;
    if (group.members.size() > most_names) names += ", …";
    rows.push_back({std::to_string(group.number + 1), std::to_string(group.members.size()), names});
  }
  if (rows.size() == 1) return "";
  return "\nLargest communities (modularity " +
         three_digits(answer.numbers.communities.modularity) + ")\n" + aligned(rows);
}

std::string answer_text(const Answer& answer) {
  std::vector<Row> rows;
  for (const Count& total : totals_of(answer)) {
    if (total.name == "betweenness_sources") continue;
    std::string name = total.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    rows.push_back({name, std::to_string(total.number)});
  }
  std::string text = "Graph\n" + aligned(rows);
  for (const CountList& list : lists_of(answer.numbers))
    if (list.name != "months") text += table_of(list);
  return text + central_text(answer) + communities_text(answer);
}

void append_counts(std::string& out, std::string_view name, const std::vector<Count>& counts) {
  append_key(out, name);
  out += '{';
  for (const Count& count : counts) {
    append_key(out, count.name);
    append_json(out, count.number);
  }
  out += '}';
}

void append_entity(std::string& out, const Answer& answer, std::uint32_t e) {
  const GraphEntity& entity = answer.graph.entities()[e];
  const Statistics& s = answer.numbers;
  out += '{';
  append_member(out, "id", entity.id);
  append_member(out, "name", entity.name);
  append_member(out, "type", entity.type);
  append_member(out, "degree", s.degree[e]);
  append_key(out, "betweenness");
  append_json(out, s.betweenness.share[e]);
  append_key(out, "page_rank");
  append_json(out, s.page_rank[e]);
  append_member(out, "component", s.component[e] + 1);
  append_member(out, "community", s.communities.of[e] + 1);
  out += '}';
}

/// Begins the next element of a list on a line of its own.
void next_line(std::string& out) {
  out += out.back() == '[' ? "\n  " : ",\n  ";
}

void append_structure(std::string& out, const Answer& answer) {
  append_key(out, "central");
  out += '{';
  for (const Ranking& ranking : rankings_of(answer)) {
    append_key(out, ranking.name);
    out += '[';
    for (const std::uint32_t e : ranking.entities) {
      next_line(out);
      append_entity(out, answer, e);
    }
    out += ']';
  }
  out += "},\n\"modularity\": ";
  append_json(out, answer.numbers.communities.modularity);
  append_key(out, "largest_communities");
  out += '[';
  for (const Community& group : communities_of(answer)) {
    next_line(out);
    out += '{';
    append_member(out, "community", group.number + 1);
    append_key(out, "members");
    out += '[';
    for (const std::uint32_t e : group.members) {
      if (out.back() != '[') out += ", ";
      append_json(out, answer.graph.entities()[e].id);
    }
    out += "]}";
  }
  out += ']';
}

std::string answer_json(const Answer& answer, const ComparedGraphs* compared) {
  std::string out = "{";
  append_counts(out, "totals", totals_of(answer));
  for (const CountList& list : lists_of(answer.numbers)) append_counts(out, list.name, list.counts);
  append_structure(out, answer);
  if (compared != nullptr) {
    append_key(out, "since_graph");
    out += comparison_json(*compared);
  }
  return out + "}\n";
}

std::string number_text(double number) {
  std::string text;
  append_json(text, number);
  return text;
}

std::string answer_csv(const Answer& answer) {
  const Statistics& s = answer.numbers;
  std::string text = csv_line({"section", "key", "name", "value"});
  for (const Count& total : totals_of(answer))
    text += csv_line({"totals", total.name, "", std::to_string(total.number)});
  for (const CountList& list : lists_of(s))
    for (const Count& count : list.counts)
      text += csv_line({std::string(list.name), count.name, "", std::to_string(count.number)});
  const auto entities = answer.graph.entities();
  for (const Ranking& ranking : rankings_of(answer))
    for (const std::uint32_t e : ranking.entities) {
      const std::string value = ranking.name == "degree"      ? std::to_string(s.degree[e])
                                : ranking.name == "page_rank" ? number_text(s.page_rank[e])
                                                              : number_text(s.betweenness.share[e]);
      text += csv_line({std::string(ranking.name), entities[e].id, entities[e].name, value});
    }
  for (const Community& group : communities_of(answer))
    for (const std::uint32_t e : group.members)
      text += csv_line(
          {"community", entities[e].id, entities[e].name, std::to_string(group.number + 1)});
  return text;
}

std::string whole_text(const Answer& answer, const ComparedGraphs* compared) {
  const std::string text = answer_text(answer);
  return compared == nullptr ? text
                             : text + "\nSince the older graph\n" + comparison_text(*compared);
}

std::string whole_csv(const Answer& answer, const ComparedGraphs* compared) {
  const std::string text = answer_csv(answer);
  return compared == nullptr ? text : text + csv_line({}) + comparison_csv(*compared);
}

}  // namespace

ExitCode run_stats(const Options& options) {
  Console console(options.quiet);
  const OpenedGraph opened = open_graph(options.query.graph, options, console);
  if (!opened.graph) return opened.code;
  const KnowledgeGraph& graph = opened.graph->graph;
  OpenedGraph older;
  std::optional<ComparedGraphs> compared;
  if (!options.query.since_graph.empty()) {
    older = open_graph(options.query.since_graph, options, console);
    if (!older.graph) return older.code;
    compared.emplace(ComparedGraphs{older.graph->graph, graph,
                                    compare(older.graph->graph, graph, opened.graph->forms)});
  }
  const Answer answer{graph, statistics_of(graph), options.query.top};
  const ComparedGraphs* const changes = compared ? &*compared : nullptr;
  print_answer(
      options.format, [&] { return whole_text(answer, changes); },
      [&] { return answer_json(answer, changes); }, [&] { return whole_csv(answer, changes); });
  const bool whole = opened.graph->whole && (!older.graph || older.graph->whole);
  return whole ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
