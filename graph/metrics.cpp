// SPDX-License-Identifier: Apache-2.0
#include "graph/metrics.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <map>
#include <span>

namespace factloom {
namespace {

/// Who is linked to whom, both ways, each once; an entity is no neighbour of its own.
class Neighbours {
 public:
  explicit Neighbours(const KnowledgeGraph& graph) : first_(graph.entities().size() + 1, 0) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const GraphRelation& r : graph.relations()) {
      if (r.subject == r.object) continue;
      pairs.emplace_back(r.subject, r.object);
      pairs.emplace_back(r.object, r.subject);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto& [from, to] : pairs) {
      ++first_[from + 1];
      to_.push_back(to);
    }
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(first_.size() - 1); }
  std::span<const std::uint32_t> of(std::uint32_t entity) const {
    return std::span(to_).subspan(first_[entity], first_[entity + 1] - first_[entity]);
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> to_;
};

/// Brandes' count of shortest paths, one source after the other.
class PathCounter {
 public:
  explicit PathCounter(const Neighbours& neighbours)
      : neighbours_(neighbours),
        distance_(neighbours.size(), unseen),
        paths_(neighbours.size(), 0),
        share_(neighbours.size(), 0) {}

  void add(std::uint32_t source, std::vector<double>& sum) {
    walk(source);
    for (std::size_t i = order_.size(); i-- > 1;) {
      const std::uint32_t far = order_[i];
      for (const std::uint32_t near : neighbours_.of(far))
        if (distance_[near] + 1 == distance_[far])
          share_[near] += paths_[near] / paths_[far] * (1 + share_[far]);
      sum[far] += share_[far];
    }
    for (const std::uint32_t e : order_) {
      distance_[e] = unseen;
      paths_[e] = share_[e] = 0;
    }
  }

 private:
  static constexpr std::uint32_t unseen = UINT32_MAX - 1;

  void walk(std::uint32_t source) {
    order_.assign(1, source);
    distance_[source] = 0;
    paths_[source] = 1;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::uint32_t near = order_[i];
      for (const std::uint32_t far : neighbours_.of(near)) {
        if (distance_[far] == unseen) {
          distance_[far] = distance_[near] + 1;
          order_.push_back(far);
        }
        if (distance_[far] == distance_[near] + 1) paths_[far] += paths_[near];
      }
    }
  }

  const Neighbours& neighbours_;
  std::vector<std::uint32_t> distance_, order_;
  std::vector<double> paths_, share_;
};

std::vector<double> page_rank_of(const KnowledgeGraph& graph) {
  using Graph =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                         boost::no_property, std::uint32_t, std::uint32_t>;
  const std::size_t size = graph.entities().size();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (const GraphRelation& r : graph.relations()) edges.emplace_back(r.subject, r.object);
  std::sort(edges.begin(), edges.end());
  const Graph links(boost::edges_are_sorted, edges.begin(), edges.end(),
                    static_cast<std::uint32_t>(size));
  std::vector<double> rank(size, 0);
  if (size == 0) return rank;
  boost::graph::page_rank(
      links,
      boost::make_iterator_property_map(rank.begin(), boost::get(boost::vertex_index, links)),
      boost::graph::n_iterations(30));
  double sum = 0;
  for (const double r : rank) sum += r;
  for (double& r : rank) r /= sum;
  return rank;
}

std::uint32_t commonest_label(std::span<const std::uint32_t> neighbours,
                              const std::vector<std::uint32_t>& label, std::uint32_t own) {
  std::map<std::uint32_t, std::uint32_t> votes;
  for (const std::uint32_t n : neighbours) ++votes[label[n]];
  std::uint32_t best = own, most = votes.count(own) != 0 ? votes[own] : 0;
  for (const auto& [name, count] : votes)
    if (count > most) best = name, most = count;
  return best;
}

std::vector<std::uint32_t> communities_of(const Neighbours& neighbours) {
  constexpr int most_rounds = 20;
  std::vector<std::uint32_t> label(neighbours.size());
  for (std::uint32_t e = 0; e < label.size(); ++e) label[e] = e;
  bool changed = true;
  for (int round = 0; changed && round < most_rounds; ++round) {
    changed = false;
    for (std::uint32_t e = 0; e < label.size(); ++e) {
      const std::uint32_t best = commonest_label(neighbours.of(e), label, label[e]);
      changed = changed || best != label[e];
      label[e] = best;
    }
  }
  return largest_first(label);
}

}  // namespace

std::vector<std::uint32_t> largest_first(const std::vector<std::uint32_t>& group) {
  std::map<std::uint32_t, std::uint32_t> size;
  for (const std::uint32_t g : group) ++size[g];
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order(size.begin(), size.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::map<std::uint32_t, std::uint32_t> number;
  for (const auto& [name, count] : order)
    number.emplace(name, static_cast<std::uint32_t>(number.size()));
  std::vector<std::uint32_t> renamed;
  for (const std::uint32_t g : group) renamed.push_back(number.at(g));
  return renamed;
}

GraphMetrics metrics_of(const KnowledgeGraph& graph, std::uint32_t most_sources) {
  const Neighbours neighbours(graph);
  const std::uint32_t size = neighbours.size();
  GraphMetrics m;
  for (std::uint32_t e = 0; e < size; ++e) m.degree.push_back(graph.degree(e));
  m.page_rank = page_rank_of(graph);
  m.community = communities_of(neighbours);
  m.betweenness.assign(size, 0);
  m.sources = std::min(size, most_sources);
  PathCounter counter(neighbours);
  for (std::uint64_t i = 0; i < m.sources; ++i)
    counter.add(static_cast<std::uint32_t>(i * size / m.sources), m.betweenness);
  for (double& b : m.betweenness) b *= 0.5 * size / m.sources;
  return m;
}

}  // namespace factloom
