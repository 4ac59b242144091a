// SPDX-License-Identifier: Apache-2.0
#include "graph/paths.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "graph/path_region.h"
#include "graph/path_search.h"

namespace factloom {

struct LinkNetwork::Inside {
  const KnowledgeGraph& graph;
  const EvidenceFilter filter;
  std::vector<double> known;  // trust by relation; below 0: not yet looked at

  /// 0: the filter does not take it.
  double trust(std::uint32_t relation) {
    double& trust = known[relation];
    if (trust < 0) trust = trust_of(graph, graph.relations()[relation], filter);
    return trust;
  }
};

namespace {

constexpr double toll = 0.9;

/// -ln(worth) in millionths.
std::uint64_t mistrust(double worth) {
  return static_cast<std::uint64_t>(std::llround(-std::log(worth) * 1e6));
}

/// Yen's algorithm: the next best path leaves one of those found at some entity, where it must not
/// go on as any path with the same beginning did.
class KShortest {
 public:
  KShortest(const StepGraph& graph, const StepCosts& costs, std::uint32_t target,
            std::uint32_t hops)
      : hops_(hops), search_(graph, costs, target, hops) {}

  std::vector<Route> run(std::uint32_t source, std::uint32_t count) {
    Route first = search_.best({{source}, 0}, {});
    if (first.entities.empty()) return {};
    found_.push_back(std::move(first));
    while (found_.size() < count) {
      branch();
      if (candidates_.empty()) break;
      found_.push_back(std::move(candidates_.extract(candidates_.begin()).value()));
    }
    return std::move(found_);
  }

 private:
  struct Better {
    bool operator()(const Route& a, const Route& b) const {
      if (a.cost != b.cost) return a.cost < b.cost;
      if (a.entities.size() != b.entities.size()) return a.entities.size() < b.entities.size();
      return a.entities < b.entities;
    }
  };

  void branch() {
    const Route last = found_.back();
    Route root;
    for (std::size_t i = 0; i + 1 < last.entities.size() && i < hops_; ++i) {
      root.entities.push_back(last.entities[i]);
      if (i > 0) root.cost += search_.step_cost(last.entities[i - 1], last.entities[i]);
      std::vector<std::uint32_t> taken;
      for (const Route& known : found_) {
        if (known.entities.size() > i + 1 &&
            std::equal(root.entities.begin(), root.entities.end(), known.entities.begin()))
          taken.push_back(known.entities[i + 1]);
      }
      Route next = search_.best(root, taken);
      if (!next.entities.empty()) candidates_.insert(std::move(next));
    }
  }

  std::uint32_t hops_;
  PathSearch search_;
  std::vector<Route> found_;
  std::set<Route, Better> candidates_;
};

}  // namespace

LinkNetwork::LinkNetwork(const KnowledgeGraph& graph, const EvidenceFilter& filter)
    : inside_(std::make_unique<Inside>(
          Inside{graph, filter, std::vector<double>(graph.relations().size(), -1)})) {}

LinkNetwork::~LinkNetwork() = default;
LinkNetwork::LinkNetwork(LinkNetwork&&) noexcept = default;
LinkNetwork& LinkNetwork::operator=(LinkNetwork&&) noexcept = default;

GraphPath LinkNetwork::path_of(std::span<const std::uint32_t> entities) const {
  GraphPath path;
  path.trust = 1;
  for (std::size_t i = 0; i + 1 < entities.size(); ++i) {
    GraphStep step{entities[i], entities[i + 1], {}};
    for (const LinkOfEntity link : inside_->graph.links(step.from)) {
      const GraphRelation& r = inside_->graph.relations()[link.relation];
      if (other_end(r, step.from) != step.to) continue;
      const double trust = inside_->trust(link.relation);
      if (trust > 0) step.relations.push_back({link.relation, trust});
    }
    std::sort(step.relations.begin(), step.relations.end(),
              [](const StepRelation& a, const StepRelation& b) {
                return a.trust != b.trust ? a.trust > b.trust : a.relation < b.relation;
              });
    path.trust *= step.relations.front().trust;
    path.steps.push_back(std::move(step));
  }
  return path;
}

std::vector<GraphPath> LinkNetwork::paths(std::uint32_t from, std::uint32_t to, PathOrder order,
                                          std::uint32_t count, std::uint32_t hops) const {
  if (from == to || count == 0) return {};
  const PathRegion region =
      region_between(inside_->graph, from, to, hops,
                     [this](std::uint32_t relation) { return inside_->trust(relation) > 0; });
  if (region.entities.empty()) return {};
  constexpr std::uint64_t one_hop = std::uint64_t{1} << 40;  // above all mistrust of 32 hops
  const std::uint64_t hop = order == PathOrder::shortest ? one_hop : mistrust(toll);
  StepCosts costs;
  for (const std::uint32_t relation : region.relations)
    costs.push_back(hop + mistrust(inside_->trust(relation)));
  const StepGraph steps(region.entities.size(), region.steps);
  std::vector<GraphPath> paths;
  for (Route& route :
       KShortest(steps, costs, region.place_of(to), hops).run(region.place_of(from), count)) {
    for (std::uint32_t& entity : route.entities) entity = region.entities[entity];
    paths.push_back(path_of(route.entities));
  }
  return paths;
}

std::vector<GraphPath> LinkNetwork::nearest(std::uint32_t from,
                                            std::span<const std::uint32_t> targets,
                                            std::uint32_t hops) const {
  std::vector<GraphPath> paths;
  const auto routes =
      shortest_routes(inside_->graph, from, targets, hops,
                      [this](std::uint32_t relation) { return inside_->trust(relation) > 0; });
  for (const auto& entities : routes) paths.push_back(path_of(entities));
  return paths;
}

}  // namespace factloom
