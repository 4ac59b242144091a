// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/pairs.h"

#include <utility>

namespace factloom {

bool Pairs::speaks_of_two(const Group& g) const {
  const Token& head = token(g.head);
  if ((head.tag != Tag::NNS && head.tag != Tag::CD) || g.mention != MentionId::none) return false;
  std::uint32_t t = g.tokens.first;
  const bool definite = token(t).classes.has(k_.definite);
  if (definite) ++t;
  if (!token(t).classes.has(k_.pair_word)) return false;
  return head.tag == Tag::CD ? definite && t == g.head && g.tokens.last == t + 1 : t + 1 == g.head;
}

bool Pairs::fits(const Referent& r, const Token& head) const {
  if (r.entity == EntityId::none) return false;
  const TypeId type = m_.entities[index(r.entity)].type;
  const Ontology& o = kinds_.ontology;
  const ClassSet& noun = head.classes;
  if (head.tag == Tag::CD) return kinds_.is_person(type);  // "THE TWO fell out"
  if (noun.has(k_.country)) return o.is_a(type, kinds_.country);
  if (noun.has(k_.company)) return o.is_a(type, kinds_.company) || type == kinds_.organization;
  if (noun.has(k_.government)) return o.is_a(type, kinds_.country);
  return kinds_.is_actor(type) || kinds_.is_person(type);
}

MentionId Pairs::named(const Referent& r) const {
  const MentionId m = at_[r.last.token];
  return m != MentionId::none && m_.mentions[index(m)].entity == r.entity ? m : MentionId::none;
}

EntityId Pairs::find(const Discourse& discourse, std::uint32_t sentence, const Group& g) {
  const Token& head = token(g.head);
  const ClassSet& noun = head.classes;
  const bool sides = noun.has(k_.side) || head.tag == Tag::CD;
  if (!noun.has(k_.country) && !noun.has(k_.company) && !noun.has(k_.government) && !sides)
    return EntityId::none;
  std::vector<const Referent*> near, all;
  for (const Referent& r : discourse.referents()) {
    if (!fits(r, head)) continue;
    all.push_back(&r);
    if (sentence - r.last.sentence <= 1) near.push_back(&r);
  }
  auto& pair = near.size() < 2 && !sides ? all : near;
  if (pair.size() != 2) return EntityId::none;
  if (head.tag == Tag::CD && pair[0]->last.sentence != pair[1]->last.sentence)
    return EntityId::none;  // those of two sentences may be others
  if (pair[1]->last.token < pair[0]->last.token) std::swap(pair[0], pair[1]);
  const MentionId other = named(*pair[1]);
  if (other == MentionId::none || pair[0]->entity == pair[1]->entity) return EntityId::none;
  m_.owners.push_back({g.head, other});
  return pair[0]->entity;
}

}  // namespace factloom
