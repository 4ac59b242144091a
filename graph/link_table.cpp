// SPDX-License-Identifier: Apache-2.0
#include "graph/link_table.h"

#include <algorithm>
#include <tuple>

namespace factloom {

LinkTable link_table(std::vector<Arc> arcs, std::size_t size) {
  std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) {
    return std::tie(a.from, a.to, a.weight) < std::tie(b.from, b.to, b.weight);
  });
  LinkTable table;
  table.first.assign(size + 1, 0);
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (i > 0 && arcs[i].from == arcs[i - 1].from && arcs[i].to == arcs[i - 1].to) {
      table.links.back().weight += arcs[i].weight;
    } else {
      table.links.push_back({arcs[i].to, arcs[i].weight});
      ++table.first[arcs[i].from + 1];
    }
  }
  for (std::size_t i = 0; i < size; ++i) table.first[i + 1] += table.first[i];
  return table;
}

LinkTable links_of(const KnowledgeGraph& graph) {
  std::vector<Arc> arcs;
  arcs.reserve(2 * graph.relations().size());
  for (const GraphRelation& r : graph.relations()) {
    if (r.status == Status::negated || r.subject == r.object) continue;
    const double weight = std::max(r.weight, 1U);
    arcs.push_back({r.subject, r.object, weight});
    arcs.push_back({r.object, r.subject, weight});
  }
  return link_table(std::move(arcs), graph.entities().size());
}

}  // namespace factloom
