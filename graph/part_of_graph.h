// SPDX-License-Identifier: Apache-2.0
// Some relations of a graph as a graph of their own, with their entities (and what is said of them
// alone) and all evidence. Ids stay what they were.
#pragma once
#include <vector>

#include "graph/knowledge_graph.h"

namespace factloom {

/// The part that the relations make; they may be named twice, in any order.
KnowledgeGraph part_of_graph(const KnowledgeGraph& graph, std::vector<std::uint32_t> relations);

}  // namespace factloom
