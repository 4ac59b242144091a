// SPDX-License-Identifier: Apache-2.0
// What holds a graph together: its connected components, and how central each entity is. PageRank
// and components are Boost.Graph's. Betweenness is Brandes' algorithm, written here because Boost's
// cannot stop at some sources: up to 2,000 entities every entity is a source and the values are
// exact; above that, entities at a fixed stride stand for all, so that the work stays bounded and
// the same graph still gives the same numbers.
#pragma once
#include <cstdint>
#include <vector>

#include "graph/link_table.h"

namespace factloom {

/// For each entity the number of its component, the largest component first.
std::vector<std::uint32_t> components_of(const LinkTable& links);

/// PageRank of each entity with damping 0.85, links taken both ways; the sum is 1.
std::vector<double> page_rank_of(const LinkTable& links);

/// How often entities lie between others.
struct Betweenness {
  std::vector<double> share;  ///< for each entity, of all pairs of others: in [0, 1] when exact
  std::size_t sources = 0;  ///< from how many entities paths were counted; all: the share is exact
};

Betweenness betweenness_of(const LinkTable& links);

}  // namespace factloom
