// SPDX-License-Identifier: Apache-2.0
// Groups of entities that are linked more among themselves than with others: the Louvain method
// (Blondel and others, 2008), which moves entities to the group of a neighbour as long as that
// raises modularity, then takes each group for one entity and begins again. Entities are visited in
// their order and ties go to the group that comes first, so the same graph gives the same groups.
#pragma once
#include <cstdint>
#include <vector>

#include "graph/link_table.h"

namespace factloom {

/// The groups of a graph.
struct Communities {
  std::vector<std::uint32_t> of;  ///< for each entity the number of its group, the largest first
  std::uint32_t count = 0;        ///< entities without links are groups of their own
  double modularity = 0;          ///< how much denser than by chance, in [-0.5, 1]
};

Communities communities_of(const LinkTable& links);

}  // namespace factloom
