// SPDX-License-Identifier: Apache-2.0
// How a graph looks before anyone has laid it out, for GraphML and GEXF: groups of entities that
// are linked more among themselves (label propagation, Raghavan et al. 2007) as discs, the largest
// in the middle, in each the best connected innermost (Vogel's spiral); small graphs are then
// loosened by forces (Fruchterman and Reingold 1991, with a grid). Near linear time; the same graph
// gives the same picture.
#pragma once
#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.h"

namespace factloom {

/// Where a node lies and how large it is, in the units of Gephi.
struct Spot {
  double x = 0, y = 0;
  double size = 0;  ///< grows with the root of the number of relations
};

/// A spot for each entity.
std::vector<Spot> picture_of(const KnowledgeGraph& graph);

}  // namespace factloom
