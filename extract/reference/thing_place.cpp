// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/thing_place.h"

namespace factloom {

bool done_to_thing(const std::vector<Group>& row, std::size_t i, const Text& text,
                   const GrammaticalRoles& roles, const KnownClasses& classes) {
  const auto is_such = [&](std::size_t k) {
    return text.tokens[row[k].head].classes.has(classes.done_to_thing);
  };
  if (roles.role(i) == GrammaticalRole::object) {
    const int verb = roles.governor(i);
    return verb >= 0 && is_such(static_cast<std::size_t>(verb));
  }
  if (roles.role(i) != GrammaticalRole::subject) return false;
  std::size_t k = i + 1;
  while (k < row.size() && row[k].kind == GroupKind::adverb) ++k;
  return k < row.size() && row[k].kind == GroupKind::verb && row[k].passive && is_such(k);
}

}  // namespace factloom
