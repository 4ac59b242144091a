// SPDX-License-Identifier: Apache-2.0
#include "graph/rivals.h"

#include <algorithm>

namespace factloom {
namespace {

bool is_digit(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

/// Do the two say the same as far as both go? X is any digit.
bool same_start(std::string_view a, std::string_view b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    if (a[i] != b[i] && a[i] != 'X' && b[i] != 'X') return false;
  return true;
}

}  // namespace

std::string_view month_of(std::string_view date) {
  if (date.starts_with("--")) return date.substr(2);
  return date.size() > 5 ? date.substr(5) : std::string_view();
}

bool dates_agree(std::string_view a, std::string_view b) {
  const auto is_date = [](std::string_view d) { return d.starts_with("--") || is_digit(d); };
  if (!is_date(a) || !is_date(b)) return true;
  if (a.starts_with("--") || b.starts_with("--")) return same_start(month_of(a), month_of(b));
  return same_start(a, b);
}

bool may_hold_other(std::string_view type, std::string_view other, const Ontology& ontology) {
  const TypeId x = ontology.find_type(type), y = ontology.find_type(other);
  if (x == TypeId::none || y == TypeId::none) return false;
  const auto holds = [&](TypeId outer, TypeId inner) {
    return outer != inner && (ontology.type(outer).holds & ontology.type(inner).ancestors) != 0;
  };
  return holds(x, y) || holds(y, x) || (!ontology.is_a(x, y) && !ontology.is_a(y, x));
}

}  // namespace factloom
