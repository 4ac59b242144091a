// SPDX-License-Identifier: Apache-2.0
// A graph in numbers: how many things of which kind, what hangs together, who is central, which
// groups there are, and how many facts each year and month brought. The measures of structure take
// links as link_table.h has them: without direction, and without denied relations, which are
// counted among the statuses alone.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "graph/centrality.h"
#include "graph/communities.h"
#include "graph/knowledge_graph.h"

namespace factloom {

/// How many there are of a kind.
struct Count {
  std::string name;
  std::uint64_t number = 0;
  bool operator==(const Count&) const = default;
};

struct Statistics {
  std::uint64_t entities = 0, relations = 0, properties = 0;
  std::uint64_t facts = 0;         ///< pieces of evidence
  std::uint64_t documents = 0;     ///< that facts are from
  std::uint64_t duplicates = 0;    ///< documents that repeat others
  std::uint64_t contradicted = 0;  ///< relations and properties that others contradict
  std::vector<Count> types;        ///< entities by type, the most frequent first
  std::vector<Count> relation_names, property_names;  ///< the most frequent first
  std::vector<Count> statuses;                        ///< relations by status, all five
  std::vector<Count> years, months;      ///< facts by their date, else their document's; the oldest
                                         ///< first; months only where the date is that precise
  std::uint64_t undated = 0;             ///< facts without a year
  std::vector<std::uint32_t> component;  ///< for each entity, the largest component is 0
  std::vector<std::uint64_t> component_sizes;  ///< the largest first
  std::vector<std::uint32_t> degree;           ///< for each entity the number of its neighbours
  std::vector<double> page_rank;               ///< for each entity; the sum is 1
  Betweenness betweenness;
  Communities communities;
};

Statistics statistics_of(const KnowledgeGraph& graph);

/// The entities with the highest values above 0, the highest first; equal ones in their order.
template <class Value>
std::vector<std::uint32_t> highest(const std::vector<Value>& values, std::size_t most);

extern template std::vector<std::uint32_t> highest(const std::vector<std::uint32_t>&, std::size_t);
extern template std::vector<std::uint32_t> highest(const std::vector<double>&, std::size_t);

}  // namespace factloom
