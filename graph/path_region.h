// SPDX-License-Identifier: Apache-2.0
// The part of a graph that paths of at most so many hops between two entities can run through: from
// both ends the graph is explored hop by hop, always on the side with fewer entities to go on from,
// until the hops of both sides together are as many as a path may have; then entities that no such
// path can reach are left out. A search that knows this part need not look at the rest, not even at
// its evidence. For graph/ alone.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/path_search.h"

namespace factloom {

/// Does a relation count as a step?
using TakesRelation = std::function<bool(std::uint32_t relation)>;

/// Some entities of a graph and the relations between them.
struct PathRegion {
  std::vector<std::uint32_t> entities;   ///< indices into the graph's, sorted
  std::vector<std::uint32_t> relations;  ///< indices into the graph's, sorted
  std::vector<StepEnds> steps;           ///< all three as places in these two

  /// Where one of the entities stands.
  std::uint32_t place_of(std::uint32_t entity) const;
};

/// Empty if no path of at most `hops` (1 … 32) steps connects the two, which are not the same.
PathRegion region_between(const KnowledgeGraph& graph, std::uint32_t from, std::uint32_t to,
                          std::uint32_t hops, const TakesRelation& takes);

/// For each target that lies within `hops` of `from` (and is not `from`) a shortest route; of equal
/// ones that over entities which come first.
std::vector<std::vector<std::uint32_t>> shortest_routes(const KnowledgeGraph& graph,
                                                        std::uint32_t from,
                                                        std::span<const std::uint32_t> targets,
                                                        std::uint32_t hops,
                                                        const TakesRelation& takes);

}  // namespace factloom
