// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/state_bodies.h"

#include "extract/reference/owners.h"

namespace factloom {

EntityId StateBodies::find(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  if (token(g.head).classes.has(k_.state_organ))
    if (const EntityId e = cabinet(row, i); e != EntityId::none) return e;
  if (token(g.head).classes.has(k_.lone_body)) return lone(row, i);
  if (!institution(g)) return EntityId::none;
  const Owner of = owner(row, i);
  if (of.entity == EntityId::none && central_bank(row, i)) return lone(row, i);
  if (of.entity == EntityId::none || of.behind > g.head) return EntityId::none;
  for (std::uint32_t t = of.behind; t < g.head; ++t)
    if (at_[t] != MentionId::none || token(t).classes.has(k_.former) ||
        (token(t).classes.has(k_.contrasting) && text_.text(t) != "foreign") ||
        token(t).tag == Tag::CD)
      return EntityId::none;  // "Sweden's OLD parliament", "a SECOND court"
  const std::string own(text_.span({of.behind, g.tokens.last}).of(text_.source));
  const auto [at, fresh] = known_.try_emplace({of.entity, own}, EntityId::none);
  if (!fresh) return at->second;
  std::string name = !of.said.empty() ? std::string(text_.span(of.said).of(text_.source))
                                      : m_.entities[index(of.entity)].name + "'s " + own;
  const ClassSet& head = token(g.head).classes;  // a football association is no public body
  const bool society = head.has(k_.group) && !head.has(k_.company) && !head.has(k_.government);
  return at->second =
             m_.add_entity(std::move(name), society ? kinds_.organization : kinds_.government);
}

/// "THE CENTRAL BANK": of the state that the text is about
bool StateBodies::central_bank(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  return g.tokens.size() == 3 && token(g.tokens.first).classes.has(k_.definite) &&
         text_.text(g.head) == "bank" && text_.text(g.head - 1) == "central";
}

EntityId StateBodies::bank_before(const std::vector<Group>& row, std::size_t i, std::uint32_t t) {
  const Group& g = row[i];
  if (!token(t).classes.has(k_.state_body_word) || t + 2 >= g.tokens.last ||
      text_.text(t + 1) != "bank" || !text_.text(t).ends_with("entral") ||
      !token(t + 2).classes.has(k_.position))
    return EntityId::none;
  if (state(t > g.tokens.first ? at_[t - 1] : possessor_before(row, i))) return EntityId::none;
  const auto [at, fresh] = known_.try_emplace({EntityId::none, "central bank"}, EntityId::none);
  return fresh ? at->second = m_.add_entity("central bank", kinds_.government) : at->second;
}

EntityId StateBodies::lone(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  if (i > 0 && row[i - 1].kind == GroupKind::preposition && g.tokens.size() == 1 &&
      token(row[i - 1].head).classes.has(k_.genitive_preposition))
    return EntityId::none;  // "Chicago's chief OF POLICE"
  std::uint32_t first = g.tokens.first;
  if (token(first).tag == Tag::DT) ++first;
  for (std::uint32_t t = first; t < g.head; ++t)
    if (at_[t] != MentionId::none || token(t).tag == Tag::CD || token(t).tag == Tag::PRPS)
      return EntityId::none;
  const std::string own(text_.span({first, g.tokens.last}).of(text_.source));
  std::string key = own;
  key[0] = static_cast<char>(key[0] | 0x20);  // "Police" at the start of a sentence
  const auto [at, fresh] = known_.try_emplace({EntityId::none, key}, EntityId::none);
  if (!fresh) return at->second;
  return at->second = m_.add_entity(own, kinds_.government);
}

EntityId StateBodies::cabinet(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  const std::string_view noun = text_.text(g.head);
  if (g.tokens.size() != 1 || (noun != "administration" && noun != "government"))
    return EntityId::none;
  const MentionId m = possessor_before(row, i);
  if (m == MentionId::none || m_.mentions[index(m)].kind != MentionKind::name ||
      !kinds_.is_person(m_.mentions[index(m)].type))
    return EntityId::none;
  const Mention& whose = m_.mentions[index(m)];
  const auto [at, fresh] = known_.try_emplace({whose.entity, std::string(noun)}, EntityId::none);
  if (!fresh) return at->second;
  return at->second = m_.add_entity(
             std::string(text_.span({whose.tokens.first, g.tokens.last}).of(text_.source)),
             kinds_.government);
}

bool StateBodies::institution(const Group& g) const {
  const Token& head = token(g.head);
  if (head.tag != Tag::NN && head.tag != Tag::NNP) return false;
  if (head.classes.has(k_.state_body)) return true;
  return g.head > g.tokens.first && head.classes.has(k_.state_body_head) &&
         token(g.head - 1).classes.has(k_.state_body_word);
}

bool StateBodies::state(MentionId m) const {
  if (m == MentionId::none || m_.mentions[index(m)].entity == EntityId::none) return false;
  const TypeId type = m_.entities[index(m_.mentions[index(m)].entity)].type;
  const Ontology& o = kinds_.ontology;
  return o.is_a(type, kinds_.country) || o.is_a(type, kinds_.region) ||
         o.is_a(type, kinds_.intergovernmental);
}

StateBodies::Owner StateBodies::owner(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  if (const Owner within = owner_within(g); within.entity != EntityId::none) return within;
  if (const MentionId m = possessor_before(row, i); state(m) && !row[i - 2].pronoun) {
    const Mention& whose = m_.mentions[index(m)];
    return {whose.entity, g.tokens.first, {whose.tokens.first, g.tokens.last}};
  }
  const MentionId m = genitive_behind(row, i, text_, k_);
  if (!token(g.tokens.first).classes.has(k_.definite) || !state(m) || row[i + 2].pronoun) return {};
  const std::uint32_t own = g.tokens.first + 1;
  return {m_.mentions[index(m)].entity, own, {own, row[i + 2].tokens.last}};
}

StateBodies::Owner StateBodies::owner_within(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t) {
    if (!state(at_[t])) continue;
    const Mention& m = m_.mentions[index(at_[t])];
    if (m.tokens.last < g.head && token(m.tokens.last).tag == Tag::HYPH) return {};
    const bool pronoun = m.kind == MentionKind::pronoun;
    if (!pronoun && t > g.tokens.first + 1) return {};
    if (!pronoun && t > g.tokens.first && !token(g.tokens.first).classes.has(k_.definite))
      return {};  // "a French court" is one of many
    const TokenRange said = pronoun ? TokenRange{} : TokenRange{t, g.tokens.last};
    return {m.entity, m.tokens.last, said};
  }
  return {};
}

bool StateBodies::of_firm(const std::vector<Group>& row, std::size_t i) const {
  const MentionId m = genitive_behind(row, i, text_, k_);
  if (m == MentionId::none) return false;
  const TypeId type = m_.mentions[index(m)].type;
  return type != TypeId::none && kinds_.ontology.is_a(type, kinds_.company);
}

}  // namespace factloom
