// SPDX-License-Identifier: Apache-2.0
// What `paths.cpp` searches with: steps between entities as a Boost compressed sparse row graph,
// and the search for one best route within a number of hops that begins with a given piece and
// avoids given steps. For graph/ alone.
#pragma once
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

namespace factloom {

/// The ends of a relation.
struct StepEnds {
  std::uint32_t from = 0, to = 0;
  std::uint32_t relation = 0;
};

/// Cost of a step by its relation.
using StepCosts = std::vector<std::uint64_t>;

/// Steps that can be walked both ways.
class StepGraph {
 public:
  StepGraph() = default;
  StepGraph(std::size_t entities, std::span<const StepEnds> ends);

  std::size_t size() const { return boost::num_vertices(graph_); }
  /// Calls visit(to, relation) for every step from an entity.
  template <class Visit>
  void each(std::uint32_t from, Visit visit) const {
    const auto [first, last] = boost::out_edges(from, graph_);
    for (auto it = first; it != last; ++it) visit(boost::target(*it, graph_), graph_[*it].relation);
  }

 private:
  struct Step {
    std::uint32_t relation = 0;
  };
  using Graph =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Step,
                                         boost::no_property, std::uint32_t, std::uint32_t>;
  Graph graph_;
};

/// A sequence of entities and the sum of its steps' costs; empty: there is none.
struct Route {
  std::vector<std::uint32_t> entities;
  std::uint64_t cost = 0;
};

/// Searches for routes to one target.
class PathSearch {
 public:
  /// `graph` and `costs` must outlive it.
  PathSearch(const StepGraph& graph, const StepCosts& costs, std::uint32_t target,
             std::uint32_t hops);

  /// The cheapest route that begins with `root`, does not come back to it, and does not go from its
  /// end to an entity of `taken`.
  Route best(const Route& root, std::span<const std::uint32_t> taken) const;
  /// The cheapest step between two entities.
  std::uint64_t step_cost(std::uint32_t from, std::uint32_t to) const;

 private:
  using Set = std::unordered_set<std::uint32_t>;
  bool connected(std::uint32_t from, const Set& closed, std::span<const std::uint32_t> taken) const;
  Route walk(const Route& root, const Set& closed, std::span<const std::uint32_t> taken) const;

  const StepGraph& graph_;
  const StepCosts& costs_;
  std::uint32_t target_, hops_;
  /// bounds_[h][entity]: the least cost from there to the target in at most h hops.
  std::vector<std::vector<std::uint64_t>> bounds_;
};

}  // namespace factloom
