// SPDX-License-Identifier: Apache-2.0
#include "graph/path_search.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>
#include <unordered_map>

namespace factloom {
namespace {

constexpr std::uint64_t unreachable = std::numeric_limits<std::uint64_t>::max();

bool holds(std::span<const std::uint32_t> list, std::uint32_t entity) {
  return std::find(list.begin(), list.end(), entity) != list.end();
}

/// A route's end in the search, the route before it by the number of its state.
struct State {
  std::uint32_t entity = 0, before = 0;
  std::uint32_t hops_left = 0;
  std::uint64_t cost = 0;
};

/// What the search takes first: the least cost with all that must still come; of equals the one
/// with fewer hops, then the first entity.
struct Turn {
  std::uint64_t total = 0;
  std::uint32_t hops = 0, entity = 0, state = 0;
  bool operator>(const Turn& o) const {
    return std::tie(total, hops, entity, state) > std::tie(o.total, o.hops, o.entity, o.state);
  }
};

}  // namespace

StepGraph::StepGraph(std::size_t entities, std::span<const StepEnds> ends) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::vector<Step> steps;
  pairs.reserve(ends.size() * 2);
  steps.reserve(ends.size() * 2);
  for (const StepEnds& e : ends) {
    for (const auto& pair : {std::pair(e.from, e.to), std::pair(e.to, e.from)}) {
      pairs.push_back(pair);
      steps.push_back({e.relation});
    }
  }
  graph_ = Graph(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), steps.begin(),
                 static_cast<std::uint32_t>(entities));
}

PathSearch::PathSearch(const StepGraph& graph, const StepCosts& costs, std::uint32_t target,
                       std::uint32_t hops)
    : graph_(graph), costs_(costs), target_(target), hops_(hops) {
  bounds_.emplace_back(graph.size(), unreachable);
  bounds_[0][target] = 0;
  std::vector<std::uint32_t> changed = {target};
  for (std::uint32_t h = 1; h <= hops; ++h) {
    const auto& last = bounds_.back();
    std::vector<std::uint64_t> now = last;
    std::vector<std::uint32_t> next;
    for (const std::uint32_t entity : changed) {
      graph.each(entity, [&](std::uint32_t to, std::uint32_t relation) {
        const std::uint64_t cost = last[entity] + costs[relation];
        if (cost >= now[to]) return;
        if (now[to] == last[to]) next.push_back(to);
        now[to] = cost;
      });
    }
    bounds_.push_back(std::move(now));
    changed = std::move(next);
  }
}

std::uint64_t PathSearch::step_cost(std::uint32_t from, std::uint32_t to) const {
  std::uint64_t least = unreachable;
  graph_.each(from, [&](std::uint32_t other, std::uint32_t relation) {
    if (other == to) least = std::min(least, costs_[relation]);
  });
  return least;
}

Route PathSearch::best(const Route& root, std::span<const std::uint32_t> taken) const {
  const Set closed(root.entities.begin(), root.entities.end());
  if (!connected(root.entities.back(), closed, taken)) return {};
  return walk(root, closed, taken);
}

/// Is there any way at all? Both ends are explored in turn, so that a dead end on either side ends
/// the question at once; without this the search would flood the graph before it gives up.
bool PathSearch::connected(std::uint32_t from, const Set& closed,
                           std::span<const std::uint32_t> taken) const {
  Set near, far{target_};
  std::vector<std::uint32_t> here, there{target_};
  graph_.each(from, [&](std::uint32_t to, std::uint32_t) {
    if (closed.count(to) == 0 && !holds(taken, to) && near.insert(to).second) here.push_back(to);
  });
  if (near.count(target_) != 0) return true;
  while (!here.empty() && !there.empty()) {
    const bool forward = here.size() <= there.size();
    std::vector<std::uint32_t> next;
    bool met = false;
    for (const std::uint32_t entity : forward ? here : there) {
      graph_.each(entity, [&](std::uint32_t to, std::uint32_t) {
        if (closed.count(to) != 0 || !(forward ? near : far).insert(to).second) return;
        met = met || (forward ? far : near).count(to) != 0;
        next.push_back(to);
      });
      if (met) return true;
    }
    (forward ? here : there) = std::move(next);
  }
  return false;
}

Route PathSearch::walk(const Route& root, const Set& closed,
                       std::span<const std::uint32_t> taken) const {
  const auto used = static_cast<std::uint32_t>(root.entities.size() - 1);
  std::vector<State> states = {{root.entities.back(), 0, hops_ - used, root.cost}};
  std::priority_queue<Turn, std::vector<Turn>, std::greater<>> turns;
  std::unordered_set<std::uint64_t> done;
  turns.push({root.cost, used, root.entities.back(), 0});
  while (!turns.empty()) {
    const std::uint32_t at = turns.top().state;
    turns.pop();
    const State state = states[at];
    if (state.entity == target_) {
      Route route{{}, state.cost};
      for (std::uint32_t i = at; i != 0; i = states[i].before)
        route.entities.push_back(states[i].entity);
      route.entities.insert(route.entities.end(), root.entities.rbegin(), root.entities.rend());
      std::reverse(route.entities.begin(), route.entities.end());
      return route;
    }
    if (state.hops_left == 0 ||
        !done.insert(std::uint64_t{state.hops_left} << 32 | state.entity).second)
      continue;
    const auto& bounds = bounds_[state.hops_left - 1];
    graph_.each(state.entity, [&](std::uint32_t to, std::uint32_t relation) {
      if (bounds[to] == unreachable || closed.count(to) != 0) return;
      if (at == 0 && holds(taken, to)) return;
      const std::uint64_t cost = state.cost + costs_[relation];
      turns.push({cost + bounds[to], hops_ - state.hops_left + 1, to,
                  static_cast<std::uint32_t>(states.size())});
      states.push_back({to, at, state.hops_left - 1, cost});
    });
  }
  return {};
}

}  // namespace factloom
