// SPDX-License-Identifier: Apache-2.0
// How two entities are connected: the shortest paths and the strongest, several of each.
//
// A path visits no entity twice; relations are walked both ways. Relations between the same two
// entities make one step: the step is as good as the best of them, and shows all.
//
// What a path costs. Shortest: its hops, and among paths of equal length its mistrust. Strongest:
// its mistrust plus a toll for each hop, where the mistrust of a step is -ln(trust) (trust.h) and
// the toll -ln(0.9). The sum is then -ln of the product of all trusts (the chance that every step
// holds, if the steps err independently) times 0.9 for each hop: what a chain says about its two
// ends thins out with its length even if every step is sure, so that three sure steps do not beat
// one that is nearly sure. Costs are whole numbers (millionths), so that sums are exact and ties
// the same on every machine; ties go to fewer hops, then to the entities that come first in the
// graph.
//
// How: first the part of the graph is cut out that a path of so many hops can run through
// (path_region.h); only its relations are weighed. There costs to the target within 0, 1, … hops
// are computed once from the target (Bellman-Ford, hop by hop); they are exact bounds for an A*
// search, which then finds each further path of Yen's algorithm by walking almost straight to the
// target. Steps lie in a Boost compressed sparse row graph. What it leaves out: it does not avoid
// hubs; a path through a country that has to do with everybody is a path (filter relations if such
// links say nothing).
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "graph/trust.h"

namespace factloom {

/// One relation of a step, with what it is worth.
struct StepRelation {
  std::uint32_t relation = 0;  ///< index into relations()
  double trust = 0;
};

/// From one entity to the next.
struct GraphStep {
  std::uint32_t from = 0, to = 0;
  std::vector<StepRelation> relations;  ///< the most trusted first; never empty
};

/// A chain of steps between two entities.
struct GraphPath {
  std::vector<GraphStep> steps;
  double trust = 0;  ///< product of the steps' best trusts
};

/// By what paths are ranked.
enum class PathOrder : std::uint8_t { shortest, strongest };

/// The links of a graph that a filter takes, ready for searches. A relation is weighed when a
/// search first comes by: not for several threads at once. The graph must outlive it.
class LinkNetwork {
 public:
  LinkNetwork(const KnowledgeGraph& graph, const EvidenceFilter& filter);
  ~LinkNetwork();
  LinkNetwork(LinkNetwork&&) noexcept;
  LinkNetwork& operator=(LinkNetwork&&) noexcept;

  /// At most `count` paths of at most `hops` steps (1 … 32), the best first.
  std::vector<GraphPath> paths(std::uint32_t from, std::uint32_t to, PathOrder order,
                               std::uint32_t count, std::uint32_t hops) const;
  /// For every entity of `targets` within `hops` of `from` one shortest path, in the order of
  /// targets.
  std::vector<GraphPath> nearest(std::uint32_t from, std::span<const std::uint32_t> targets,
                                 std::uint32_t hops) const;

 private:
  struct Inside;
  GraphPath path_of(std::span<const std::uint32_t> entities) const;
  std::unique_ptr<Inside> inside_;
};

}  // namespace factloom
