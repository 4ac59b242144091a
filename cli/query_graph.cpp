// SPDX-License-Identifier: Apache-2.0
#include "cli/query_graph.h"

#include <algorithm>
#include <set>

#include "extract/base/closest.h"

namespace factloom {
namespace {

std::set<std::string> known_relations(const QueryGraph& query) {
  std::set<std::string> names;
  for (const RelationType& type : query.ontology.relations()) names.insert(type.name);
  const std::string* last = nullptr;  // relations of one entity often have one name
  for (const GraphRelation& r : query.graph.relations())
    if (last == nullptr || *last != r.relation) names.insert(*(last = &r.relation));
  return names;
}

std::string described(const QueryGraph& query, std::uint32_t entity) {
  const GraphEntity& e = query.graph.entities()[entity];
  const std::uint32_t relations = query.graph.degree(entity);
  return "  " + e.id + "  (" + e.name + ", " + e.type + ", " + std::to_string(relations) +
         (relations == 1 ? " relation)" : " relations)");
}

}  // namespace

OpenedGraph open_graph(const std::string& path, const Options& options, Console& console) {
  std::optional<GraphKnowledge> knowledge = load_graph_knowledge(options, console);
  if (!knowledge) return {std::nullopt, ExitCode::usage};
  std::optional<GraphRead> read = load_graph(path, *knowledge, console);
  if (!read) return {std::nullopt, ExitCode::nothing};
  return {QueryGraph{std::move(knowledge->ontology), std::move(knowledge->forms),
                     std::move(read->graph), read->problems.empty()},
          ExitCode::fine};
}

Result<EvidenceFilter> evidence_filter(const Options& options, const QueryGraph& query) {
  EvidenceFilter filter;
  const std::set<std::string> known =
      options.query.relations.empty() ? std::set<std::string>() : known_relations(query);
  for (const std::string& wanted : options.query.relations) {
    if (known.count(wanted) == 0) {
      const std::vector<std::string> names(known.begin(), known.end());
      return trouble("", "there is no relation '" + wanted + "'" + did_you_mean(wanted, names));
    }
    for (const std::string& name : known)
      if (query.ontology.is_below(name, wanted)) filter.relations.push_back(name);
  }
  for (const Status status :
       {Status::asserted, Status::former, Status::planned, Status::hedged, Status::negated}) {
    const auto& wanted = options.query.statuses;
    if (std::find(wanted.begin(), wanted.end(), status_name(status)) != wanted.end())
      filter.statuses.push_back(status);
  }
  filter.since = options.query.since;
  filter.until = options.query.until;
  filter.min_confidence = options.query.min_confidence;
  return filter;
}

Result<std::uint32_t> one_entity(const std::string& name, const QueryGraph& query,
                                 const EntityFinder& finder) {
  const std::vector<std::uint32_t> found = finder.find(name);
  if (found.size() == 1) return found.front();
  if (found.empty()) return trouble("", finder.unknown(name));
  constexpr std::size_t most = 20;
  std::string message = "'" + name + "' may be one of several; name one by its id:";
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
    message += "\n" + described(query, found[i]);
  if (found.size() > most) message += "\n  … " + std::to_string(found.size() - most) + " more";
  return trouble("", message);
}

}  // namespace factloom
