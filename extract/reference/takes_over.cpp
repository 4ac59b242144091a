// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/takes_over.h"

namespace factloom {

bool takes_over(const std::vector<Group>& row, std::size_t i, const Text& text,
                const GrammaticalRoles& roles, const KnownClasses& k) {
  if (i == 0 || row[i - 1].kind != GroupKind::preposition ||
      !text.tokens[row[i].head].classes.has(k.departure))
    return false;
  const std::string_view word = text.text(row[i - 1].head);
  if (word != "after" && word != "following" && word != "upon" && word != "on") return false;
  const int governor =
      roles.role(i) == GrammaticalRole::oblique ? roles.governor(i) : GrammaticalRoles::none;
  std::size_t v = governor < 0 ? i : static_cast<std::size_t>(governor);
  while (v > 0 && row[v].kind != GroupKind::verb) --v;
  const ClassSet& act = text.tokens[row[v].head].classes;
  return row[v].kind == GroupKind::verb &&
         (act.has(k.become) || act.has(k.leading_verb) || act.has(k.follow_verb) ||
          act.has(k.taking) || (row[v].passive && act.has(k.appoint)));
}

bool comes_after(const std::vector<Group>& row, std::size_t i, const Text& text,
                 const GrammaticalRoles& roles, const KnownClasses& k) {
  if (i < 2 || roles.role(i) != GrammaticalRole::oblique || row[i - 2].kind != GroupKind::verb)
    return false;
  const Group& v = row[i - 2];
  return v.passive && text.tokens[v.head].classes.has(k.follow_verb) &&
         text.text(row[i - 1].head) == "by";
}

bool takes_place(const std::vector<Group>& row, std::size_t i, const Text& text,
                 const GrammaticalRoles& roles, const KnownClasses& k) {
  const int governor =
      roles.role(i) == GrammaticalRole::object ? roles.governor(i) : GrammaticalRoles::none;
  if (governor < 0) return false;
  const Group& v = row[static_cast<std::size_t>(governor)];
  const bool place =
      text.tokens[row[i].head].classes.has(k.post) || text.text(row[i].head) == "place";
  return place && v.kind == GroupKind::verb && !v.passive &&
         text.tokens[v.head].classes.has(k.taking);
}

}  // namespace factloom
