// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/couples.h"

#include <algorithm>

#include "extract/base/words.h"
#include "extract/reference/owners.h"
#include "extract/reference/parents.h"

namespace factloom {

bool Couples::is_married(EntityId e) const {
  return std::find(married_.begin(), married_.end(), e) != married_.end();
}

void Couples::learn(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles) {
  const Group& g = row[i];
  for (std::uint32_t t = g.tokens.first; t <= g.head; ++t) {
    if (!is_noun(token(t).tag) || !token(t).classes.has(k_.spouse)) continue;
    EntityId whose = person(at_[g.tokens.first]);  // "HER husband", "ANN LEE's husband"
    if (whose == EntityId::none) whose = person(possessor_before(row, i));
    if (whose == EntityId::none) whose = person(genitive_behind(row, i, text_, k_));
    EntityId named = person(g.mention);  // "husband BOB ROY", "her husband, BOB ROY"
    if (named == EntityId::none && i + 2 < row.size() && row[i + 1].kind == GroupKind::comma)
      named = person(row[i + 2].mention);
    if (named == EntityId::none && i >= 2 && row[i - 1].kind == GroupKind::comma)
      named = person(row[i - 2].mention);  // "ANN LEE, the wife of Bob Roy"
    marry(whose);
    marry(named);
    pair(whose, named);
    return;
  }
  const int verb = roles.governor(i);
  if (verb < 0 || person(g.mention) == EntityId::none) return;
  const Group& v = row[static_cast<std::size_t>(verb)];
  if (v.kind != GroupKind::verb || !token(v.head).classes.has(k_.spouse)) return;
  marry(person(g.mention));
  const int subject = roles.subject(i);
  if (subject < 0) return;
  marry(person(row[static_cast<std::size_t>(subject)].mention));
  pair(person(row[static_cast<std::size_t>(subject)].mention), person(g.mention));
}

EntityId Couples::mate(const Group& g) const {
  const ClassSet& noun = token(g.head).classes;
  if (pairs_.empty() || g.tokens.size() != 2 || !noun.has(k_.spouse) || !noun.has(k_.kinship))
    return EntityId::none;
  const EntityId whose = person(at_[g.tokens.first]);
  EntityId found = EntityId::none;
  for (const auto& [a, b] : pairs_) {
    const EntityId other = a == whose ? b : b == whose ? a : EntityId::none;
    if (other == EntityId::none || other == found) continue;
    if (found != EntityId::none) return EntityId::none;
    found = other;
  }
  return found;
}

bool Couples::weds(const std::vector<Group>& row, std::size_t i,
                   const GrammaticalRoles& roles) const {
  int above = roles.governor(i);
  if (above >= 0 && roles.role(i) == GrammaticalRole::apposition)
    above = roles.governor(static_cast<std::size_t>(above));
  if (above < 0 || row[static_cast<std::size_t>(above)].kind != GroupKind::verb) return false;
  return token(row[static_cast<std::size_t>(above)].head).classes.has(k_.spouse) &&
         person(row[i].mention) != EntityId::none;
}

/// "their MOTHER", "their late FATHER"
bool Couples::of_parent(std::uint32_t pronoun) const {
  const auto end = static_cast<std::uint32_t>(text_.tokens.size());
  for (std::uint32_t t = pronoun + 1; t < end && t < pronoun + 3; ++t)
    if (one_of(text_.text(t), {"mother", "father", "parents"})) return true;
  return false;
}

EntityId Couples::find(const Discourse& discourse, std::uint32_t sentence, std::uint32_t t,
                       std::uint32_t whole) {
  const Parents both = find_parents(discourse, m_, kinds_, sentence, whole);
  const bool described = is_noun(token(t).tag);  // "the couple"
  if (both.one < 0 || (described && both.other < 0)) return EntityId::none;
  const auto referent = [&](int r) -> const Referent& {
    return discourse.referents()[static_cast<std::size_t>(r)];
  };
  const EntityId one = referent(both.one).entity;
  const bool theirs = token(t).tag == Tag::PRPS;  // "THEY had a son" tells enough
  if (both.other < 0)
    return !theirs || referent(both.one).listed || is_married(one) ? one : EntityId::none;
  if (theirs && is_married(one) && is_married(referent(both.other).entity) && of_parent(t))
    return EntityId::none;  // "she married Bob Roy. THEIR MOTHER": a couple has none in common
  const MentionId other = at_[referent(both.other).last.token];
  if (other != MentionId::none && m_.mentions[index(other)].entity == referent(both.other).entity)
    m_.owners.push_back({t, other});
  return one;
}

}  // namespace factloom
