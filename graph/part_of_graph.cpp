// SPDX-License-Identifier: Apache-2.0
#include "graph/part_of_graph.h"

#include <algorithm>
#include <map>

namespace factloom {

KnowledgeGraph part_of_graph(const KnowledgeGraph& graph, std::vector<std::uint32_t> relations) {
  std::sort(relations.begin(), relations.end());
  relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
  std::map<std::uint32_t, std::uint32_t> number;  // of an entity in the part, by that in the whole
  for (const std::uint32_t r : relations)
    number[graph.relations()[r].subject] = number[graph.relations()[r].object] = 0;
  GraphParts parts;
  const auto take = [&](auto& said, const EvidenceRange& evidence) {
    said.first_evidence = static_cast<std::uint32_t>(parts.evidence.size());
    for (const FactView fact : evidence) parts.evidence.push_back(fact);
  };
  for (auto& [whole, part] : number) {
    part = static_cast<std::uint32_t>(parts.entities.size());
    parts.entities.push_back(graph.entities()[whole]);
    for (Property& p : parts.entities.back().properties) take(p, graph.evidence(p));
  }
  for (const std::uint32_t r : relations) {
    GraphRelation copy = graph.relations()[r];
    take(copy, graph.evidence(graph.relations()[r]));
    copy.subject = number[copy.subject];
    copy.object = number[copy.object];
    parts.relations.push_back(std::move(copy));
  }
  return KnowledgeGraph(std::move(parts));
}

}  // namespace factloom
