// SPDX-License-Identifier: Apache-2.0
// Who is linked to whom, as measures of a graph need it: without direction, parallel relations as
// one link, one row of neighbours for each entity. Denied relations are no links.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "graph/knowledge_graph.h"

namespace factloom {

/// One neighbour of an entity.
struct Neighbour {
  std::uint32_t to = 0;
  double weight = 0;  ///< independent documents of all relations between the two, > 0
};

/// The neighbours of every entity, sorted; each link stands in the rows of both its ends.
struct LinkTable {
  std::vector<std::size_t> first;  ///< where the row of an entity begins; one more than entities
  std::vector<Neighbour> links;
  std::size_t size() const { return first.size() - 1; }
  std::span<const Neighbour> of(std::uint32_t entity) const {
    return std::span(links).subspan(first[entity], first[entity + 1] - first[entity]);
  }
};

LinkTable links_of(const KnowledgeGraph& graph);

/// A link between two entities, in one direction.
struct Arc {
  std::uint32_t from = 0, to = 0;
  double weight = 0;
};

/// Sorts arcs into rows; those of the same ends become one, their weights summed. There are `size`
/// rows.
LinkTable link_table(std::vector<Arc> arcs, std::size_t size);

}  // namespace factloom
