// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/nationals.h"

#include <algorithm>

#include "extract/reference/owners.h"

namespace factloom {

EntityId Nationals::people_in(TokenRange tokens) const {
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    if (at_[t] == MentionId::none) continue;
    const Mention& m = m_.mentions[index(at_[t])];
    if (m.kind == MentionKind::adjective && kinds_.ontology.is_a(m.type, kinds_.country))
      return m.entity;
  }
  return EntityId::none;
}

void Nationals::learn_home(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  const Mention& name = m_.mentions[index(g.mention)];
  EntityId from = people_in({g.tokens.first, name.tokens.first});  // "the SWEDISH singer Ann Lee"
  if (from == EntityId::none && i + 2 < row.size() && row[i + 1].kind == GroupKind::comma &&
      row[i + 2].kind == GroupKind::noun) {
    const Group& told = row[i + 2];  // "Ann Lee, a SWEDISH singer"
    const ClassSet& s = text_.tokens[told.head].classes;
    if (s.has(k_.person) || s.has(k_.position)) from = people_in(told.tokens);
  }
  if (from == EntityId::none)  // "Ann Lee of SWEDEN"
    if (const MentionId m = genitive_behind(row, i, text_, k_);
        m != MentionId::none && kinds_.ontology.is_a(m_.mentions[index(m)].type, kinds_.country))
      from = m_.mentions[index(m)].entity;
  if (from != EntityId::none && !comes_from(name.entity, from))
    homes_.push_back({name.entity, from});
}

bool Nationals::said_of_one(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  const Token& head = text_.tokens[g.head];
  if (!head.classes.has(k_.person) || (head.tag != Tag::NNP && head.tag != Tag::NN) ||
      !text_.tokens[g.tokens.first].classes.has(k_.definite))
    return false;
  const Mention& m = m_.mentions[index(g.mention)];
  if (m.kind != MentionKind::adjective || m.tokens.last != g.tokens.last) return false;
  const bool goes_on =
      i + 2 < row.size() && row[i + 2].kind == GroupKind::noun &&
      (row[i + 1].kind == GroupKind::coordinator || row[i + 1].kind == GroupKind::comma) &&
      at_[row[i + 2].tokens.first] != MentionId::none;
  return !goes_on;  // "the AMERICAN and French ministers"
}

bool Nationals::was_one(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (g.mention == MentionId::none || !text_.tokens[g.tokens.first].classes.has(k_.indefinite) ||
      !text_.tokens[g.tokens.first + 1].classes.has(k_.former))
    return false;
  const Mention& m = m_.mentions[index(g.mention)];
  return m.kind == MentionKind::name && m.tokens.first == g.tokens.first + 2 &&
         m.tokens.last == g.tokens.last && !kinds_.ontology.is_a(m.type, kinds_.place) &&
         (i + 1 == row.size() || row[i + 1].kind == GroupKind::comma ||
          row[i + 1].kind == GroupKind::stop || row[i + 1].kind == GroupKind::verb);
}

bool Nationals::comes_from(EntityId person, EntityId country) const {
  return std::any_of(homes_.begin(), homes_.end(),
                     [&](const Home& h) { return h.person == person && h.country == country; });
}

EntityId Nationals::find(const Discourse& discourse, EntityId country, EntityId doer) const {
  const Referents all = discourse.referents();
  const Referent* last = nullptr;
  for (const Referent& r : all)
    if (r.entity != EntityId::none && r.entity != doer && comes_from(r.entity, country) &&
        (last == nullptr || last->last.token < r.last.token))
      last = &r;
  return last == nullptr ? EntityId::none : last->entity;
}

}  // namespace factloom
