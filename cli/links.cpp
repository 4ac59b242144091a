// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/answers.h"
#include "cli/link_files.h"
#include "cli/query_graph.h"
#include "cli/verbs.h"
#include "extract/base/csv.h"
#include "extract/output/json_object.h"

namespace factloom {
namespace {

/// The paths of one order.
struct Ranking {
  const char* order;
  std::vector<GraphPath> paths;
};

/// A question and all that its answer is printed from.
struct LinksAnswer {
  const QueryGraph& query;
  const EvidenceFilter& filter;
  std::uint32_t from = 0, to = 0;
  std::size_t sentences = 1;  ///< for each relation
  std::vector<Ranking> rankings;
  std::vector<std::string> guesses;  ///< names that no entity has, and whom they were taken for

  bool empty() const {
    for (const Ranking& r : rankings)
      if (!r.paths.empty()) return false;
    return true;
  }
};

std::vector<Ranking> search(const LinksAnswer& a, const Options& options) {
  const LinkNetwork network(a.query.graph, a.filter);
  const QueryOptions& q = options.query;
  const unsigned hops = q.hops == 0 ? 6 : q.hops;
  std::vector<Ranking> rankings;
  if (q.by != "strongest")
    rankings.push_back(
        {"shortest", network.paths(a.from, a.to, PathOrder::shortest, q.paths, hops)});
  if (q.by != "shortest")
    rankings.push_back(
        {"strongest", network.paths(a.from, a.to, PathOrder::strongest, q.paths, hops)});
  return rankings;
}

std::vector<FactView> evidence_of(const LinksAnswer& a, const StepRelation& step) {
  const KnowledgeGraph& graph = a.query.graph;
  return best_evidence(graph.evidence(graph.relations()[step.relation]), a.filter);
}

// ---- text
bool same_way(const GraphPath& a, const GraphPath& b) {
  return std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(),
                    [](const GraphStep& x, const GraphStep& y) { return x.to == y.to; });
}

/// "shortest 1" if another ranking has shown the path already; else empty.
std::string shown_as(const LinksAnswer& a, const Ranking& ranking, const GraphPath& path) {
  const Ranking& first = a.rankings.front();
  if (&first == &ranking) return "";
  for (std::size_t i = 0; i < first.paths.size(); ++i)
    if (same_way(first.paths[i], path))
      return std::string(first.order) + " " + std::to_string(i + 1);
  return "";
}

std::string answer_text(const LinksAnswer& a) {
  const auto entities = a.query.graph.entities();
  const std::string both = entities[a.from].name + " and " + entities[a.to].name;
  if (a.empty()) return "no link between " + both + "\n";
  std::string text;
  for (const Ranking& ranking : a.rankings)
    for (std::size_t i = 0; i < ranking.paths.size(); ++i) {
      const GraphPath& path = ranking.paths[i];
      text += std::string(text.empty() ? "" : "\n") + ranking.order + " " + std::to_string(i + 1) +
              ": " + counted(path.steps.size(), "hop") + ", trust " + two_digits(path.trust);
      const std::string same = shown_as(a, ranking, path);
      text += same.empty() ? "\n" : ", the same as " + same + "\n";
      if (!same.empty()) continue;
      for (const GraphStep& step : path.steps)
        for (const StepRelation& r : step.relations)
          text += step_text(a.query.graph, r, a.filter, a.sentences);
    }
  return text;
}

// ---- JSON
void append_relation(std::string& out, const LinksAnswer& a, const StepRelation& step) {
  const GraphRelation& r = a.query.graph.relations()[step.relation];
  out += '{';
  append_member(out, "relation", r.relation);
  append_member(out, "subject", a.query.graph.entities()[r.subject].id);
  append_member(out, "object", a.query.graph.entities()[r.object].id);
  append_member(out, "status", status_name(r.status));
  append_member(out, "documents", r.weight);
  append_key(out, "trust");
  append_json(out, step.trust);
  append_key(out, "evidence");
  append_evidence(out, evidence_of(a, step), a.sentences);
  out += '}';
}

void append_step(std::string& out, const LinksAnswer& a, const GraphStep& step) {
  out += '{';
  append_key(out, "from");
  append_entity(out, a.query.graph, step.from);
  append_key(out, "to");
  append_entity(out, a.query.graph, step.to);
  append_key(out, "relations");
  out += '[';
  for (std::size_t i = 0; i < step.relations.size(); ++i) {
    if (i > 0) out += ", ";
    append_relation(out, a, step.relations[i]);
  }
  out += "]}";
}

std::string answer_json(const LinksAnswer& a) {
  std::string out = "{";
  append_key(out, "from");
  append_entity(out, a.query.graph, a.from);
  append_key(out, "to");
  append_entity(out, a.query.graph, a.to);
  append_texts(out, "guesses", a.guesses);
  append_key(out, "paths");
  out += '[';
  for (const Ranking& ranking : a.rankings)
    for (std::size_t i = 0; i < ranking.paths.size(); ++i) {
      if (out.back() != '[') out += ", ";
      out += '{';
      append_member(out, "order", ranking.order);
      append_member(out, "rank", static_cast<std::uint32_t>(i + 1));
      append_key(out, "trust");
      append_json(out, ranking.paths[i].trust);
      append_key(out, "steps");
      out += '[';
      for (const GraphStep& step : ranking.paths[i].steps) {
        if (out.back() != '[') out += ", ";
        append_step(out, a, step);
      }
      out += "]}";
    }
  return out + "]}\n";
}

// ---- CSV
std::string answer_csv(const LinksAnswer& a) {
  std::string out = csv_line({"order", "rank", "hop", "subject", "relation", "object", "status",
                              "documents", "trust", "document", "date", "sentence"});
  const KnowledgeGraph& graph = a.query.graph;
  for (const Ranking& ranking : a.rankings)
    for (std::size_t i = 0; i < ranking.paths.size(); ++i)
      for (std::size_t h = 0; h < ranking.paths[i].steps.size(); ++h)
        for (const StepRelation& s : ranking.paths[i].steps[h].relations) {
          const GraphRelation& r = graph.relations()[s.relation];
          const std::vector<FactView> evidence = evidence_of(a, s);
          const FactView best = evidence.empty() ? FactView{} : evidence.front();
          out +=
              csv_line({ranking.order, std::to_string(i + 1), std::to_string(h + 1),
                        graph.entities()[r.subject].name, r.relation,
                        graph.entities()[r.object].name, status_name(r.status),
                        std::to_string(r.weight), two_digits(s.trust), std::string(best.document),
                        std::string(best.date), std::string(best.sentence.text)});
        }
  return out;
}

std::vector<GraphPath> all_paths(const LinksAnswer& a) {
  std::vector<GraphPath> all;
  for (const Ranking& ranking : a.rankings)
    all.insert(all.end(), ranking.paths.begin(), ranking.paths.end());
  return all;
}

}  // namespace

ExitCode run_links(const Options& options) {
  Console console(options.quiet);
  const Result<LinkFiles> files = find_link_files(options);
  if (!files) {
    console.report(files.errors());
    return ExitCode::usage;
  }
  const OpenedGraph opened = open_graph(options.query.graph, options, console);
  if (!opened.graph) return opened.code;
  const EntityFinder finder(opened.graph->graph, opened.graph->forms);
  const Result<std::uint32_t> from = one_entity(options.query.from, *opened.graph, finder);
  const Result<std::uint32_t> to = one_entity(options.query.to, *opened.graph, finder);
  const Result<EvidenceFilter> filter = evidence_filter(options, *opened.graph);
  if (!from) console.report(from.errors());
  if (!to) console.report(to.errors());
  if (!filter) console.report(filter.errors());
  if (!from || !to || !filter) return ExitCode::usage;
  LinksAnswer answer{*opened.graph, *filter, *from, *to, options.query.evidence, {}, {}};
  for (const auto& [name, entity] :
       {std::pair(&options.query.from, *from), std::pair(&options.query.to, *to)})
    if (const std::string guess = finder.guess(*name, {entity}); !guess.empty()) {
      console.tell(guess + "\n");
      answer.guesses.push_back(guess);
    }
  answer.rankings = search(answer, options);
  print_answer(
      options.format, [&] { return answer_text(answer); }, [&] { return answer_json(answer); },
      [&] { return answer_csv(answer); });
  if (!write_links(opened.graph->graph, all_paths(answer), *files, opened.graph->ontology, options,
                   console))
    return ExitCode::nothing;
  if (options.query.exit_code && answer.empty()) return ExitCode::differs;
  return opened.graph->whole ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
