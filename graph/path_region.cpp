// SPDX-License-Identifier: Apache-2.0
#include "graph/path_region.h"

#include <algorithm>
#include <unordered_map>

namespace factloom {
namespace {

constexpr std::uint8_t far = 255;  // more hops than any path has

/// Hops of every entity from one; far: not reached.
class Reach {
 public:
  Reach(const KnowledgeGraph& graph, std::uint32_t from, const TakesRelation& takes)
      : graph_(graph), takes_(takes), hops_(graph.entities().size(), far), edge_{from} {
    hops_[from] = 0;
  }

  std::uint8_t operator[](std::uint32_t entity) const { return hops_[entity]; }
  std::size_t edge() const { return edge_.size(); }
  /// One hop further, to entities that are allowed.
  template <class Allowed>
  void grow(Allowed allowed) {
    std::vector<std::uint32_t> next;
    ++reached_;
    for (const std::uint32_t entity : edge_)
      for (const LinkOfEntity link : graph_.links(entity)) {
        const std::uint32_t to = other_end(graph_.relations()[link.relation], entity);
        if (hops_[to] != far || !allowed(to) || !takes_(link.relation)) continue;
        hops_[to] = reached_;
        next.push_back(to);
      }
    edge_ = std::move(next);
  }

 private:
  const KnowledgeGraph& graph_;
  const TakesRelation& takes_;
  std::vector<std::uint8_t> hops_;
  std::vector<std::uint32_t> edge_;  // entities at the last hop
  std::uint8_t reached_ = 0;
};

bool anywhere(std::uint32_t) {
  return true;
}

/// The relations between the entities of a region.
void add_steps(const KnowledgeGraph& graph, const TakesRelation& takes, PathRegion& region) {
  const auto inside = [&](std::uint32_t entity) {
    return std::binary_search(region.entities.begin(), region.entities.end(), entity);
  };
  for (const std::uint32_t entity : region.entities)
    for (const LinkOfEntity link : graph.links(entity)) {
      const GraphRelation& r = graph.relations()[link.relation];
      if (r.subject == entity && r.object != entity && inside(r.object) && takes(link.relation))
        region.relations.push_back(link.relation);
    }
  std::sort(region.relations.begin(), region.relations.end());
  for (std::uint32_t i = 0; i < region.relations.size(); ++i) {
    const GraphRelation& r = graph.relations()[region.relations[i]];
    region.steps.push_back({region.place_of(r.subject), region.place_of(r.object), i});
  }
}

}  // namespace

std::uint32_t PathRegion::place_of(std::uint32_t entity) const {
  return static_cast<std::uint32_t>(std::lower_bound(entities.begin(), entities.end(), entity) -
                                    entities.begin());
}

PathRegion region_between(const KnowledgeGraph& graph, std::uint32_t from, std::uint32_t to,
                          std::uint32_t hops, const TakesRelation& takes) {
  Reach near_from(graph, from, takes), near_to(graph, to, takes);
  for (std::uint32_t grown = 0; grown < hops && near_from.edge() > 0 && near_to.edge() > 0; ++grown)
    (near_from.edge() <= near_to.edge() ? near_from : near_to).grow(anywhere);
  const auto near = [&](std::uint32_t e) { return near_from[e] != far || near_to[e] != far; };
  Reach after(graph, from, takes), before(graph, to, takes);
  for (std::uint32_t h = 0; h < hops && after.edge() > 0; ++h) after.grow(near);
  if (after[to] == far) return {};
  for (std::uint32_t h = 0; h < hops && before.edge() > 0; ++h) before.grow(near);
  PathRegion region;
  for (std::uint32_t e = 0; e < graph.entities().size(); ++e)
    if (after[e] != far && before[e] != far && std::uint32_t{after[e]} + before[e] <= hops)
      region.entities.push_back(e);
  add_steps(graph, takes, region);
  return region;
}

std::vector<std::vector<std::uint32_t>> shortest_routes(const KnowledgeGraph& graph,
                                                        std::uint32_t from,
                                                        std::span<const std::uint32_t> targets,
                                                        std::uint32_t hops,
                                                        const TakesRelation& takes) {
  std::unordered_map<std::uint32_t, std::uint32_t> before = {{from, from}};
  std::vector<std::uint32_t> here = {from};
  for (std::uint32_t h = 0; h < hops && !here.empty(); ++h) {
    std::vector<std::uint32_t> next;
    for (const std::uint32_t entity : here)
      for (const LinkOfEntity link : graph.links(entity)) {
        const std::uint32_t to = other_end(graph.relations()[link.relation], entity);
        if (before.count(to) != 0 || !takes(link.relation)) continue;
        before.emplace(to, entity);
        next.push_back(to);
      }
    std::sort(next.begin(), next.end());
    here = std::move(next);
  }
  std::vector<std::vector<std::uint32_t>> routes;
  for (const std::uint32_t target : targets) {
    if (target == from || before.count(target) == 0) continue;
    std::vector<std::uint32_t> route = {target};
    while (route.back() != from) route.push_back(before.at(route.back()));
    std::reverse(route.begin(), route.end());
    routes.push_back(std::move(route));
  }
  return routes;
}

}  // namespace factloom
