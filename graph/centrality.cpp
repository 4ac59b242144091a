// SPDX-License-Identifier: Apache-2.0
#include "graph/centrality.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <thread>

namespace factloom {
namespace {

constexpr std::size_t exact_entities = 2000;
constexpr std::size_t fewest_sources = 64;
constexpr std::size_t most_steps = 100'000'000;  // links walked for a sampled betweenness
constexpr double damping = 0.85;
constexpr std::size_t rounds = 80;  // damping^80 < 3e-6

/// Whom each entity is linked to, and nothing else: what is walked often should be small.
struct Rows {
  std::vector<std::size_t> first;
  std::vector<std::uint32_t> to;
  explicit Rows(const LinkTable& links) : first(links.first) {
    to.reserve(links.links.size());
    for (const Neighbour& link : links.links) to.push_back(link.to);
  }
  std::size_t size() const { return first.size() - 1; }
  std::span<const std::uint32_t> of(std::uint32_t entity) const {
    return std::span(to).subspan(first[entity], first[entity + 1] - first[entity]);
  }
};

/// The shortest paths from one source, level by level (U. Brandes, 2001).
class PathCount {
 public:
  explicit PathCount(const Rows& rows)
      : rows_(rows),
        level_(rows.size()),
        counts_(rows.size()),
        reached_(rows.size() + 1),
        chosen_(rows.size() + 1) {}

  /// Finds how much each entity lies between the source and all others.
  void walk(std::uint32_t source) {
    reach(source);
    for (std::size_t i = found_; i-- > 0;) {
      const std::uint32_t e = reached_[i];
      const Counts own = counts_[e];
      const auto above = static_cast<std::uint16_t>(level_[e] == 1 ? UINT16_MAX : level_[e] - 1);
      std::size_t chosen = 0;
      for (const std::uint32_t to : rows_.of(e)) {
        chosen_[chosen] = to;
        chosen += level_[to] == above ? 1 : 0;
      }
      for (std::size_t k = 0; k < chosen; ++k) {
        Counts& to = counts_[chosen_[k]];
        to.share += to.paths / own.paths * (1 + own.share);
      }
    }
  }

  /// Adds it to `sums`, and forgets it.
  void add_to(std::vector<double>& sums) {
    for (std::size_t i = 0; i < found_; ++i) {
      const std::uint32_t e = reached_[i];
      if (i > 0) sums[e] += counts_[e].share;  // the first is the source
      level_[e] = 0;
      counts_[e] = {};
    }
  }

 private:
  struct Counts {
    double paths = 0, share = 0;
  };
  /// Whom a link leads to cannot be foreseen, so nothing here branches on it.
  void reach(std::uint32_t source) {
    reached_[0] = source;
    found_ = 1;
    level_[source] = 1;
    counts_[source].paths = 1;
    for (std::size_t i = 0; i < found_; ++i) {
      const std::uint32_t e = reached_[i];
      const auto below = static_cast<std::uint16_t>(level_[e] == UINT16_MAX ? 1 : level_[e] + 1);
      std::size_t chosen = 0;
      std::size_t found = found_;
      for (const std::uint32_t to : rows_.of(e)) {
        const std::uint16_t level = level_[to];
        const bool fresh = level == 0, near = fresh || level == below;
        if (fresh) level_[to] = below;
        reached_[found] = to;
        found += fresh ? 1 : 0;
        chosen_[chosen] = to;
        chosen += near ? 1 : 0;
      }
      found_ = found;
      const double paths = counts_[e].paths;
      for (std::size_t k = 0; k < chosen; ++k) counts_[chosen_[k]].paths += paths;
    }
  }

  const Rows& rows_;
  /// 0: not reached; the source has 1. When the numbers are used up they begin again at 1: levels
  /// of neighbours differ by one at most.
  std::vector<std::uint16_t> level_;
  std::vector<Counts> counts_;
  std::vector<std::uint32_t> reached_;  // the first found_ of it
  std::vector<std::uint32_t> chosen_;   // neighbours one level nearer or farther
  std::size_t found_ = 0;
};

std::size_t sources_for(const LinkTable& links) {
  if (links.size() <= exact_entities) return links.size();
  const std::size_t affordable = most_steps / (links.size() + links.links.size());
  return std::clamp(affordable, fewest_sources, links.size());
}

}  // namespace

std::vector<std::uint32_t> components_of(const LinkTable& links) {
  constexpr std::uint32_t none = UINT32_MAX;
  std::vector<std::uint32_t> component(links.size(), none), reached;
  std::size_t count = 0;
  for (std::uint32_t e = 0; e < links.size(); ++e) {
    if (component[e] != none) continue;
    const auto number = static_cast<std::uint32_t>(count++);
    component[e] = number;
    reached.assign(1, e);
    for (std::size_t i = 0; i < reached.size(); ++i)
      for (const Neighbour& link : links.of(reached[i]))
        if (component[link.to] == none) {
          component[link.to] = number;
          reached.push_back(link.to);
        }
  }
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
  const std::size_t size = links.size();
  const Rows rows(links);
  std::vector<double> ranks(size, 1.0 / static_cast<double>(size)), shares(size, 0.0);
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::uint32_t e = 0; e < size; ++e)
      if (!rows.of(e).empty())
        shares[e] = damping * ranks[e] / static_cast<double>(rows.of(e).size());
    bool changed = false;
    for (std::uint32_t e = 0; e < size; ++e) {
      double rank = 1 - damping;
      for (const std::uint32_t from : rows.of(e)) rank += shares[from];
      changed = changed || rank != ranks[e];
      ranks[e] = rank;
    }
    if (!changed) break;
  }
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  for (double& rank : ranks) rank /= sum;
  return ranks;
}

Betweenness betweenness_of(const LinkTable& links) {
  const std::size_t size = links.size();
  Betweenness result{std::vector<double>(size, 0.0), sources_for(links)};
  const Rows rows(links);
  // Sources are walked side by side, but added one after the other: sums depend on the order.
  const std::size_t workers =
      size <= exact_entities ? 1 : std::clamp(std::thread::hardware_concurrency(), 1u, 8u);
  std::vector<PathCount> paths(workers, PathCount(rows));
  for (std::size_t i = 0; i < result.sources; i += workers) {
    const std::size_t count = std::min(workers, result.sources - i);
    std::vector<std::jthread> helpers;
    for (std::size_t k = 0; k < count; ++k) {
      const auto source = static_cast<std::uint32_t>((i + k) * size / result.sources);
      if (k + 1 < count)
        helpers.emplace_back([&walked = paths[k], source] { walked.walk(source); });
      else
        paths[k].walk(source);
    }
    for (std::jthread& helper : helpers) helper.join();
    for (std::size_t k = 0; k < count; ++k) paths[k].add_to(result.share);
  }
  if (size < 3) return result;
  const double pairs = static_cast<double>(size - 1) * static_cast<double>(size - 2);
  const double scale = static_cast<double>(size) / static_cast<double>(result.sources) / pairs;
  for (double& share : result.share) share *= scale;
  return result;
}

}  // namespace factloom
