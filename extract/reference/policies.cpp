// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/policies.h"

#include <algorithm>
#include <string>

namespace factloom {

bool PolicyResolver::modified(const Group& g) const {
  std::uint32_t first = g.tokens.first;
  if (token(first).tag == Tag::DT || token(first).tag == Tag::PRPS) ++first;
  return first < g.head;
}

ClassSet PolicyResolver::kind(const Group& g) const {
  const ClassSet& head = token(g.head).classes;
  if (g.head > g.tokens.first && token(g.head - 1).tag == Tag::HYPH) return {};  // "son-in-law"
  if (head.has(k_.policy)) return head;
  if (head.has(k_.order) && g.head > g.tokens.first && token(g.head - 1).classes.has(k_.ordering)) {
    ClassSet law;
    law.add(k_.policy);
    law.add(k_.law);
    return law;
  }
  if (!head.has(k_.measure_change) || g.head == g.tokens.first) return {};
  const Token& before = token(g.head - 1);
  return is_noun(before.tag) && before.classes.has(k_.policy) ? before.classes : ClassSet{};
}

EntityId PolicyResolver::find(const Discourse& discourse, const std::vector<Group>& row,
                              std::size_t i, bool definite) {
  const Group& g = row[i];
  const TypeId type = kinds_.policy_of(kind(g));
  if (type == TypeId::none || text_.text(g.tokens.first) == "any") return EntityId::none;
  const bool indefinite =
      g.tokens.first < g.head && token(g.tokens.first).classes.has(k_.indefinite);
  const std::vector<Referent>& all = discourse.referents();
  EntityId alike = EntityId::none;  // "the duties" is rather another called so than a tariff
  for (std::size_t r = all.size(); r-- > 0 && !indefinite;) {
    if (all[r].entity == EntityId::none) continue;
    const Entity& old = m_.entities[index(all[r].entity)];
    if (!kinds_.ontology.is_a(old.type, kinds_.policy) || !same_object(old, row, i)) continue;
    if (same_head_word(old, g) && (definite || !modified(g)) && same_nouns(old, g))
      return all[r].entity;
    const bool owned =
        token(g.tokens.first).tag == Tag::PRPS;  // "her plan" is no initiative of others
    if (definite && !owned && !modified(g) && old.type == type && type != kinds_.policy &&
        alike == EntityId::none)
      alike = all[r].entity;
  }
  if (alike != EntityId::none) return alike;
  const std::size_t object = object_of(row, i);
  return make(g, type, object == 0 ? g.tokens.last : row[object].tokens.last);
}

/// "the brandy duties" are not "duties on cars".
bool PolicyResolver::same_nouns(const Entity& old, const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (token(t).tag == Tag::NN && old.name.find(text_.text(t)) == std::string::npos) return false;
  return true;
}

/// "the tariffs on steel" are not "the tariffs on cars".
bool PolicyResolver::same_object(const Entity& old, const std::vector<Group>& row,
                                 std::size_t i) const {
  const std::size_t object = object_of(row, i);
  if (object == 0) return true;
  const TokenRange words{row[object].head, row[object].tokens.last};
  return old.name.find(text_.span(words).of(text_.source)) != std::string::npos;
}

std::size_t PolicyResolver::object_of(const std::vector<Group>& row, std::size_t i) const {
  const auto phrase = [&](std::size_t k, ClassId preposition) {
    return k + 1 < row.size() && row[k].kind == GroupKind::preposition &&
           token(row[k].head).classes.has(preposition) && row[k + 1].kind == GroupKind::noun &&
           !row[k + 1].date && !row[k + 1].pronoun;
  };
  std::size_t k = i + 1;
  if (phrase(k, k_.genitive_preposition) && figure(row[k + 1])) k += 2;
  return phrase(k, k_.aim_preposition) ? k + 1 : 0;
}

bool PolicyResolver::figure(const Group& g) const {
  return g.mention != MentionId::none &&
         kinds_.ontology.type(m_.mentions[index(g.mention)].type).literal;
}

bool PolicyResolver::same_head_word(const Entity& e, const Group& g) const {
  const Mention& first = m_.mentions[index(e.first)];
  const Token& a = token(first.head);
  const Token& b = token(g.head);
  return a.lemma != WordId::none ? a.lemma == b.lemma
                                 : text_.text(first.head) == text_.text(g.head);
}

EntityId PolicyResolver::make(const Group& g, TypeId type, std::uint32_t last) {
  Entity e;
  std::uint32_t first = g.tokens.first;
  while (first < g.head && (token(first).tag == Tag::DT || token(first).tag == Tag::PRPS)) ++first;
  e.name = std::string(text_.span({first, std::max(last, g.tokens.last)}).of(text_.source));
  e.type = type;
  e.plural = token(g.head).tag == Tag::NNS;
  e.first = static_cast<MentionId>(m_.mentions.size());
  m_.entities.push_back(std::move(e));
  return static_cast<EntityId>(m_.entities.size() - 1);
}

}  // namespace factloom
