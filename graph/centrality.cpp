// SPDX-License-Identifier: Apache-2.0
#include "graph/centrality.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <numeric>

namespace factloom {
namespace {

using Rows = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

constexpr std::size_t exact_entities = 2000;
constexpr std::size_t fewest_sources = 64;
constexpr std::size_t most_steps = 100'000'000;  // links walked for a sampled betweenness
constexpr double damping = 0.85;
constexpr std::size_t rounds = 80;  // damping^80 < 3e-6

Rows rows_of(const LinkTable& links) {
  Rows rows(links.size());
  for (std::uint32_t e = 0; e < links.size(); ++e)
    for (const Neighbour& link : links.of(e)) boost::add_edge(e, link.to, rows);
  return rows;
}

template <class Value>
auto by_entity(std::vector<Value>& values, const Rows& rows) {
  return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, rows));
}

/// The shortest paths from one source, level by level.
class PathCount {
 public:
  explicit PathCount(const LinkTable& links)
      : links_(links), level_(links.size()), paths_(links.size()), share_(links.size()) {
    reached_.reserve(links.size());
  }

  /// Adds to `sums` how much each entity lies between the source and all others.
  void add(std::uint32_t source, std::vector<double>& sums) {
    walk(source);
    for (std::size_t i = reached_.size(); i-- > 0;) {
      const std::uint32_t e = reached_[i];
      for (const Neighbour& link : links_.of(e))
        if (level_[link.to] + 1 == level_[e])
          share_[link.to] += paths_[link.to] / paths_[e] * (1 + share_[e]);
      if (e != source) sums[e] += share_[e];
    }
    for (const std::uint32_t e : reached_) level_[e] = 0, paths_[e] = 0, share_[e] = 0;
  }

 private:
  void walk(std::uint32_t source) {
    reached_.assign(1, source);
    level_[source] = 1;
    paths_[source] = 1;
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      const std::uint32_t e = reached_[i];
      for (const Neighbour& link : links_.of(e)) {
        if (level_[link.to] == 0) {
          level_[link.to] = level_[e] + 1;
          reached_.push_back(link.to);
        }
        if (level_[link.to] == level_[e] + 1) paths_[link.to] += paths_[e];
      }
    }
  }

  const LinkTable& links_;
  std::vector<std::uint32_t> level_;  // 0: not reached; the source is 1
  std::vector<double> paths_, share_;
  std::vector<std::uint32_t> reached_;
};

std::size_t sources_for(const LinkTable& links) {
  if (links.size() <= exact_entities) return links.size();
  const std::size_t affordable = most_steps / (links.size() + links.links.size());
  return std::clamp(affordable, fewest_sources, links.size());
}

}  // namespace

std::vector<std::uint32_t> components_of(const LinkTable& links) {
  const Rows rows = rows_of(links);
  std::vector<std::uint32_t> component(links.size());
  const auto count =
      static_cast<std::size_t>(boost::connected_components(rows, by_entity(component, rows)));
  std::vector<std::size_t> sizes(count, 0);
  for (const std::uint32_t c : component) ++sizes[c];
  std::vector<std::uint32_t> order(count), rank(count);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
  for (std::uint32_t i = 0; i < count; ++i) rank[order[i]] = i;
  for (std::uint32_t& c : component) c = rank[c];
  return component;
}

std::vector<double> page_rank_of(const LinkTable& links) {
  std::vector<double> ranks(links.size()), scratch(links.size());
  if (ranks.empty()) return ranks;
  const Rows rows = rows_of(links);
  boost::graph::page_rank(rows, by_entity(ranks, rows), boost::graph::n_iterations(rounds), damping,
                          boost::num_vertices(rows), by_entity(scratch, rows));
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  for (double& rank : ranks) rank /= sum;
  return ranks;
}

Betweenness betweenness_of(const LinkTable& links) {
  const std::size_t size = links.size();
  Betweenness result{std::vector<double>(size, 0.0), sources_for(links)};
  PathCount paths(links);
  for (std::size_t i = 0; i < result.sources; ++i)
    paths.add(static_cast<std::uint32_t>(i * size / result.sources), result.share);
  if (size < 3) return result;
  const double pairs = static_cast<double>(size - 1) * static_cast<double>(size - 2);
  const double scale = static_cast<double>(size) / static_cast<double>(result.sources) / pairs;
  for (double& share : result.share) share *= scale;
  return result;
}

}  // namespace factloom
