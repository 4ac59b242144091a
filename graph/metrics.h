// SPDX-License-Identifier: Apache-2.0
// Which entities are central, and which belong together.
//
// Degree counts relations. PageRank is Boost.Graph's, along relations from subject to object.
// Betweenness counts how many shortest paths lead over an entity, relations walked both ways
// (Brandes); on a graph of more entities than `most_sources` the paths start at as many entities,
// evenly spread over the graph's order, and the sum is scaled up: an estimate, but always the same
// one. Communities are found by labels: every entity takes, in the graph's order, the label that
// most of its relations lead to, until none changes. What it leaves out: weights of relations.
#pragma once
#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.h"

namespace factloom {

/// A number for each entity, by its index.
struct GraphMetrics {
  std::vector<std::uint32_t> degree;
  std::vector<double> page_rank;         ///< sums to 1
  std::vector<double> betweenness;       ///< pairs of entities, each counted once
  std::vector<std::uint32_t> community;  ///< numbered from 0, the largest first
  std::uint32_t sources = 0;             ///< entities that paths were counted from
};

GraphMetrics metrics_of(const KnowledgeGraph& graph, std::uint32_t most_sources = 64);

/// Groups numbered anew so that the largest is 0; groups of one size keep their order.
std::vector<std::uint32_t> largest_first(const std::vector<std::uint32_t>& group);

}  // namespace factloom
