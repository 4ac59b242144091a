// SPDX-License-Identifier: Apache-2.0
#include "graph/communities.h"

#include <algorithm>
#include <numeric>

namespace factloom {
namespace {

constexpr int most_rounds = 20;      // over all entities, within one level
constexpr double least_gain = 1e-9;  // sums of weights are not exact; smaller is no gain

using Groups = std::vector<std::uint32_t>;

/// The weight of all links of each entity, a link to itself (a group's own links) included.
std::vector<double> strengths_of(const LinkTable& links) {
  std::vector<double> strengths(links.size(), 0.0);
  for (std::uint32_t e = 0; e < links.size(); ++e)
    for (const Neighbour& link : links.of(e)) strengths[e] += link.weight;
  return strengths;
}

/// One level of the method: entities and the groups they are in.
class Level {
 public:
  explicit Level(const LinkTable& links)
      : links_(links), strength_(strengths_of(links)), total_(strength_), to_(links.size(), 0.0) {
    group_.resize(links.size());
    std::iota(group_.begin(), group_.end(), 0U);
    all_ = std::accumulate(strength_.begin(), strength_.end(), 0.0);
  }

  /// Moves entities until nothing gains; did any move?
  bool settle() {
    bool any = false;
    for (int round = 0; round < most_rounds; ++round) {
      bool moved = false;
      for (std::uint32_t e = 0; e < links_.size(); ++e) moved |= move(e);
      if (!moved) break;
      any = true;
    }
    return any;
  }
  const Groups& groups() const { return group_; }

 private:
  bool move(std::uint32_t e) {
    const std::uint32_t own = group_[e];
    near_.assign(1, own);
    for (const Neighbour& link : links_.of(e)) {
      if (link.to == e) continue;
      const std::uint32_t g = group_[link.to];
      if (to_[g] == 0 && g != own) near_.push_back(g);
      to_[g] += link.weight;
    }
    total_[own] -= strength_[e];
    std::uint32_t best = own;
    double best_gain = gain(e, own);
    better_.clear();
    for (const std::uint32_t g : near_)
      if (gain(e, g) > best_gain + least_gain) better_.push_back(g);
    std::sort(better_.begin(), better_.end());
    for (const std::uint32_t g : better_) {
      const double gained = gain(e, g);
      if (gained > best_gain + least_gain) best = g, best_gain = gained;
    }
    for (const std::uint32_t g : near_) to_[g] = 0;
    total_[best] += strength_[e];
    group_[e] = best;
    return best != own;
  }
  double gain(std::uint32_t e, std::uint32_t group) const {
    return to_[group] - strength_[e] * total_[group] / all_;
  }

  const LinkTable& links_;
  std::vector<double> strength_;
  std::vector<double> total_;  // strength of each group
  std::vector<double> to_;     // weight from the entity at hand to each group; else 0
  Groups group_, near_, better_;
  double all_ = 0;
};

/// Numbers without gaps, in order of first use; returns how many.
std::uint32_t renumber(Groups& groups) {
  constexpr std::uint32_t none = UINT32_MAX;
  std::vector<std::uint32_t> number(groups.size(), none);
  std::uint32_t count = 0;
  for (std::uint32_t& g : groups) {
    if (number[g] == none) number[g] = count++;
    g = number[g];
  }
  return count;
}

/// The groups as entities, linked as their members are.
LinkTable linked_groups(const LinkTable& links, const Groups& groups, std::size_t count) {
  std::vector<std::size_t> first(count + 1, 0);
  for (const std::uint32_t g : groups) ++first[g + 1];
  for (std::size_t g = 0; g < count; ++g) first[g + 1] += first[g];
  std::vector<std::uint32_t> members(groups.size());
  std::vector<std::size_t> next(first.begin(), first.end() - 1);
  for (std::uint32_t e = 0; e < groups.size(); ++e) members[next[groups[e]]++] = e;
  LinkTable table;
  table.first.assign(1, 0);
  std::vector<double> to(count, 0.0);
  Groups near;
  for (std::size_t g = 0; g < count; ++g) {
    near.clear();
    for (std::size_t m = first[g]; m < first[g + 1]; ++m)
      for (const Neighbour& link : links.of(members[m])) {
        double& weight = to[groups[link.to]];
        if (weight == 0) near.push_back(groups[link.to]);
        weight += link.weight;
      }
    std::sort(near.begin(), near.end());
    for (const std::uint32_t other : near) {
      table.links.push_back({other, to[other]});
      to[other] = 0;
    }
    table.first.push_back(table.links.size());
  }
  return table;
}

double modularity_of(const LinkTable& links, const Groups& groups) {
  const std::vector<double> strengths = strengths_of(links);
  const double all = std::accumulate(strengths.begin(), strengths.end(), 0.0);
  if (all == 0) return 0;
  double inside = 0, chance = 0;
  std::vector<double> totals(links.size(), 0.0);
  for (std::uint32_t e = 0; e < links.size(); ++e) {
    totals[groups[e]] += strengths[e];
    for (const Neighbour& link : links.of(e))
      if (groups[e] == groups[link.to]) inside += link.weight;
  }
  for (const double total : totals) chance += total / all * (total / all);
  return inside / all - chance;
}

void largest_first(Groups& groups, std::uint32_t count) {
  std::vector<std::size_t> sizes(count, 0);
  for (const std::uint32_t g : groups) ++sizes[g];
  std::vector<std::uint32_t> order(count), rank(count);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
  for (std::uint32_t i = 0; i < count; ++i) rank[order[i]] = i;
  for (std::uint32_t& g : groups) g = rank[g];
}

}  // namespace

Communities communities_of(const LinkTable& links) {
  Groups groups(links.size());
  std::iota(groups.begin(), groups.end(), 0U);
  LinkTable table = links;
  while (true) {
    Level level(table);
    if (!level.settle()) break;
    Groups upper = level.groups();
    const std::uint32_t count = renumber(upper);
    for (std::uint32_t& g : groups) g = upper[g];
    const bool fewer = count < table.size();
    table = linked_groups(table, upper, count);
    if (!fewer) break;
  }
  Communities result{std::move(groups), static_cast<std::uint32_t>(table.size()), 0};
  result.modularity = modularity_of(links, result.of);
  largest_first(result.of, result.count);
  return result;
}

}  // namespace factloom
