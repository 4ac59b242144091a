// SPDX-License-Identifier: Apache-2.0
#include "export/picture.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace factloom {
namespace {

constexpr double spacing = 30;                      // between neighbours on the spiral
constexpr double golden_angle = 2.399963229728653;  // radians
constexpr std::size_t largest_for_forces = 20000;   // entities and relations together

/// Neighbours of each node, one after the other.
struct Neighbours {
  std::vector<std::uint32_t> first, all;
};

Neighbours neighbours_of(const KnowledgeGraph& graph) {
  Neighbours n;
  n.first.assign(graph.entities().size() + 1, 0);
  for (const GraphRelation& r : graph.relations()) {
    ++n.first[r.subject + 1];
    ++n.first[r.object + 1];
  }
  std::partial_sum(n.first.begin(), n.first.end(), n.first.begin());
  n.all.resize(n.first.back());
  std::vector<std::uint32_t> next(n.first.begin(), n.first.end() - 1);
  for (const GraphRelation& r : graph.relations()) {
    n.all[next[r.subject]++] = r.object;
    n.all[next[r.object]++] = r.subject;
  }
  return n;
}

/// The label that most neighbours have, the smallest of several; `own` if there are none.
std::uint32_t commonest(const Neighbours& n, std::uint32_t node,
                        const std::vector<std::uint32_t>& label,
                        std::vector<std::uint32_t>& scratch) {
  scratch.clear();
  for (std::uint32_t k = n.first[node]; k < n.first[node + 1]; ++k)
    scratch.push_back(label[n.all[k]]);
  std::sort(scratch.begin(), scratch.end());
  std::uint32_t best = label[node], most = 0;
  for (std::size_t i = 0; i < scratch.size();) {
    std::size_t end = i;
    while (end < scratch.size() && scratch[end] == scratch[i]) ++end;
    if (end - i > most) {
      most = static_cast<std::uint32_t>(end - i);
      best = scratch[i];
    }
    i = end;
  }
  return best;
}

std::vector<std::uint32_t> groups_of(const Neighbours& n) {
  const auto count = static_cast<std::uint32_t>(n.first.size() - 1);
  std::vector<std::uint32_t> label(count), scratch;
  std::iota(label.begin(), label.end(), 0u);
  const int sweeps = count > 100000 ? 2 : 8;
  for (int sweep = 0; sweep < sweeps; ++sweep)
    for (std::uint32_t i = 0; i < count; ++i) label[i] = commonest(n, i, label, scratch);
  return label;
}

/// Groups as discs, the largest in the middle; each node on the spiral of its group.
std::vector<Spot> spirals(const Neighbours& n, const std::vector<std::uint32_t>& group) {
  const auto degree = [&](std::uint32_t i) { return n.first[i + 1] - n.first[i]; };
  std::vector<std::uint32_t> members(group.size(), 0), order(group.size());
  for (const std::uint32_t g : group) ++members[g];
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(members[group[b]], group[a], degree(b), a) <
           std::tuple(members[group[a]], group[b], degree(a), b);
  });
  std::vector<Spot> spots(group.size());
  std::size_t number = 0, before = 0;
  for (std::size_t i = 0; i < order.size(); ++number) {
    const std::size_t size = members[group[order[i]]];
    const double angle = golden_angle * static_cast<double>(number);
    const double away = number == 0 ? 0
                                    : spacing * (std::sqrt(static_cast<double>(before)) * 1.2 +
                                                 std::sqrt(static_cast<double>(size)));
    for (std::size_t k = 0; k < size; ++k, ++i) {
      const double turn = golden_angle * static_cast<double>(k);
      const double out = spacing * std::sqrt(static_cast<double>(k) + 0.5);
      spots[order[i]] = {away * std::cos(angle) + out * std::cos(turn),
                         away * std::sin(angle) + out * std::sin(turn), 0};
    }
    before += size;
  }
  return spots;
}

/// Nodes push each other away when near, relations and the middle pull.
class Forces {
 public:
  Forces(const KnowledgeGraph& graph, std::vector<Spot>& spots)
      : g_(graph), spots_(spots), push_(spots.size()) {}

  void run() {
    constexpr int steps = 80;
    for (int step = 0; step < steps; ++step) {
      std::fill(push_.begin(), push_.end(), Spot{});
      apart();
      together();
      move(4 * spacing * (steps - step) / steps);
    }
  }

 private:
  static constexpr double distance_ = 2 * spacing;

  struct Cell {
    std::int64_t column, row;
    std::uint32_t node;
    auto operator<=>(const Cell&) const = default;
  };
  static std::int64_t cell(double x) {
    return static_cast<std::int64_t>(std::floor(x / (2 * distance_)));
  }
  void apart() {
    std::vector<Cell> cells;
    for (std::uint32_t i = 0; i < spots_.size(); ++i)
      cells.push_back({cell(spots_[i].x), cell(spots_[i].y), i});
    std::sort(cells.begin(), cells.end());
    for (const Cell& c : cells)
      for (std::int64_t column = c.column - 1; column <= c.column + 1; ++column) {
        const Cell from{column, c.row - 1, 0};
        for (auto it = std::lower_bound(cells.begin(), cells.end(), from);
             it != cells.end() && it->column == column && it->row <= c.row + 1; ++it)
          if (it->node != c.node) repel(c.node, it->node);
      }
  }
  void repel(std::uint32_t a, std::uint32_t b) {
    double x = spots_[a].x - spots_[b].x, y = spots_[a].y - spots_[b].y;
    if (x == 0 && y == 0) x = a < b ? 0.1 : -0.1;
    const double strength = distance_ * distance_ / (x * x + y * y + 1);
    push_[a].x += x * strength;
    push_[a].y += y * strength;
  }
  void together() {
    for (const GraphRelation& r : g_.relations()) {
      const Spot &a = spots_[r.subject], &b = spots_[r.object];
      const double x = b.x - a.x, y = b.y - a.y, strength = std::hypot(x, y) / distance_;
      push_[r.subject].x += x * strength;
      push_[r.subject].y += y * strength;
      push_[r.object].x -= x * strength;
      push_[r.object].y -= y * strength;
    }
    for (std::size_t i = 0; i < spots_.size(); ++i) {
      push_[i].x -= spots_[i].x * 0.1;
      push_[i].y -= spots_[i].y * 0.1;
    }
  }
  void move(double most) {
    for (std::size_t i = 0; i < spots_.size(); ++i) {
      const double length = std::hypot(push_[i].x, push_[i].y);
      if (length == 0) continue;
      const double step = std::min(length, most) / length;
      spots_[i].x += push_[i].x * step;
      spots_[i].y += push_[i].y * step;
    }
  }

  const KnowledgeGraph& g_;
  std::vector<Spot>& spots_;
  std::vector<Spot> push_;
};

}  // namespace

std::vector<Spot> picture_of(const KnowledgeGraph& graph) {
  const Neighbours n = neighbours_of(graph);
  std::vector<Spot> spots = spirals(n, groups_of(n));
  if (graph.entities().size() + graph.relations().size() <= largest_for_forces)
    Forces(graph, spots).run();
  for (std::uint32_t i = 0; i < spots.size(); ++i)
    spots[i] = {std::round(spots[i].x * 10) / 10, std::round(spots[i].y * 10) / 10,
                8 + 4 * std::sqrt(static_cast<double>(graph.degree(i)))};
  return spots;
}

}  // namespace factloom
