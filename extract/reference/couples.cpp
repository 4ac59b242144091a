// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/couples.h"

#include <algorithm>

#include "extract/reference/owners.h"
#include "extract/reference/parents.h"

namespace factloom {

EntityId Couples::person(MentionId m) const {
  if (m == MentionId::none) return EntityId::none;
  const EntityId e = m_.mentions[index(m)].entity;
  return e != EntityId::none && kinds_.is_person(m_.entities[index(e)].type) ? e : EntityId::none;
}

bool Couples::is_married(EntityId e) const {
  return std::find(married_.begin(), married_.end(), e) != married_.end();
}

void Couples::learn(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles) {
  const Group& g = row[i];
  for (std::uint32_t t = g.tokens.first; t <= g.head; ++t) {
    if (!is_noun(token(t).tag) || !token(t).classes.has(k_.spouse)) continue;
    marry(person(at_[g.tokens.first]));       // "HER husband"
    marry(person(possessor_before(row, i)));  // "ANN LEE's husband"
    marry(person(genitive_behind(row, i, text_, k_)));
    marry(person(g.mention));  // "husband BOB ROY"
    if (i + 2 < row.size() && row[i + 1].kind == GroupKind::comma)
      marry(person(row[i + 2].mention));
    return;
  }
  const int verb = roles.governor(i);
  if (verb < 0 || person(g.mention) == EntityId::none) return;
  const Group& v = row[static_cast<std::size_t>(verb)];
  if (v.kind != GroupKind::verb || !token(v.head).classes.has(k_.spouse)) return;
  marry(person(g.mention));
  const int subject = roles.subject(i);
  if (subject >= 0) marry(person(row[static_cast<std::size_t>(subject)].mention));
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
  const MentionId other = at_[referent(both.other).last.token];
  if (other != MentionId::none && m_.mentions[index(other)].entity == referent(both.other).entity)
    m_.owners.push_back({t, other});
  return one;
}

}  // namespace factloom
