// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/takes_over.h"

#include <array>

#include "extract/base/words.h"

namespace factloom {
namespace {

/// Does the verb answer what another one asked for: "Greece blocked ITS entry"?
bool meets(const std::vector<Group>& row, std::size_t i, const Text& text,
           const GrammaticalRoles& roles) {
  static constexpr std::array<std::string_view, 9> answers = {
      "block", "veto", "oppos", "reject", "rebuff", "spurn", "endorse", "thwart", "back"};
  static constexpr std::array<std::string_view, 14> asked = {
      "bid",   "offer",     "request", "application", "membership", "accession",  "entry",
      "talks", "admission", "candid",  "demand",      "overture",   "invitation", "proposal"};
  const int governor =
      roles.role(i) == GrammaticalRole::object ? roles.governor(i) : GrammaticalRoles::none;
  if (governor < 0) return false;
  const Group& v = row[static_cast<std::size_t>(governor)];
  return v.kind == GroupKind::verb && !v.passive &&
         begins_with_one_of(text.text(row[i].head), asked) &&
         begins_with_one_of(text.text(v.head), answers);
}

/// Does the group at `i` say of another than its subject that he goes, as the subject comes?
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

}  // namespace

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

bool of_another(const std::vector<Group>& row, std::size_t i, const Text& text,
                const GrammaticalRoles& roles, const KnownClasses& k) {
  return takes_over(row, i, text, roles, k) || takes_place(row, i, text, roles, k) ||
         meets(row, i, text, roles);
}

bool comes_after(const std::vector<Group>& row, std::size_t i, const Text& text,
                 const GrammaticalRoles& roles, const KnownClasses& k) {
  if (i < 2 || roles.role(i) != GrammaticalRole::oblique || row[i - 2].kind != GroupKind::verb)
    return false;
  const Group& v = row[i - 2];
  return v.passive && text.tokens[v.head].classes.has(k.follow_verb) &&
         text.text(row[i - 1].head) == "by";
}

}  // namespace factloom
