// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/state_agents.h"

#include "extract/reference/owners.h"

namespace factloom {

EntityId StateAgents::principal(const std::vector<Group>& row, std::size_t i) const {
  if (!token(row[i].head).classes.has(k_.state_agent) || named_apart(row, i)) return EntityId::none;
  const EntityId before = named_before(row, i);
  if (before != EntityId::none && of_place(row, i)) return EntityId::none;
  return before == EntityId::none ? named_behind(row, i) : before;
}

bool StateAgents::of_place(const std::vector<Group>& row, std::size_t i) const {
  const MentionId whose = genitive_behind(row, i, text_, k_);
  return whose != MentionId::none && token(row[i].head).classes.has(k_.region) &&
         kinds_.ontology.is_a(m_.mentions[index(whose)].type, kinds_.place);
}

bool StateAgents::named_apart(const std::vector<Group>& row, std::size_t i) const {
  if (i + 2 >= row.size() || row[i + 1].kind != GroupKind::comma) return false;
  const MentionId m = named_at(m_, row, i + 2);
  return token(row[i].head).tag == Tag::NNS && m != MentionId::none &&
         kinds_.is_person(m_.mentions[index(m)].type);
}

void StateAgents::note(MentionId named, bool subject) {
  const Mention& m = m_.mentions[index(named)];
  const EntityId country = m.entity;
  if (m.tokens.last < text_.tokens.size() && token(m.tokens.last).tag == Tag::HYPH)
    return;  // "the MONACO-based fund"
  const int weight = subject ? 2 : 1;
  for (Named& n : countries_)
    if (n.country == country) {
      n.weight += weight;
      return;
    }
  countries_.push_back({country, weight});
}

bool StateAgents::of_home(const std::vector<Group>& row, std::size_t i, bool subject) const {
  const Group& g = row[i];
  const ClassSet& noun = token(g.head).classes;
  if (!noun.has(k_.state_organ) || !(subject || noun.has(k_.state_agent)) ||
      g.tokens.first == g.head || !token(g.tokens.first).classes.has(k_.definite) || occupies(g) ||
      !only_adjuncts(g.tokens.first + 1, g.head))
    return false;
  const bool accused =  // "accused THE GOVERNMENT of fraud"
      i > 0 && i + 2 < row.size() && row[i - 1].kind == GroupKind::verb &&
      token(row[i - 1].head).classes.has(k_.accusing) && row[i + 2].mention == MentionId::none;
  if (!accused && genitive_follows(row, i, text_, k_) && !(subject && of_premier(row, i)))
    return false;
  const bool aside = i + 2 < row.size() && row[i + 1].kind == GroupKind::comma &&
                     row[i + 2].kind == GroupKind::verb && row[i + 2].form == VerbForm::participle;
  return !aside;  // "the Treasury, HEADED by Ann Lee"
}

/// "the OCCUPATION authorities": those of another state
bool StateAgents::occupies(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t) {
    const std::string_view word = text_.text(t);
    if (word == "occupation" || word == "occupying" || word == "invading" || word == "invasion" ||
        word == "colonial")
      return true;
  }
  return false;
}

/// "the GOVERNMENT of Ann Lee"
bool StateAgents::of_premier(const std::vector<Group>& row, std::size_t i) const {
  const MentionId whose = genitive_behind(row, i, text_, k_);
  return whose != MentionId::none && text_.text(row[i].head) == "government" &&
         kinds_.is_person(m_.mentions[index(whose)].type);
}

EntityId StateAgents::home() {
  Named first, second;
  for (const Named& n : countries_) {
    if (n.weight > first.weight) {
      second = first;
      first = n;
    } else if (n.weight > second.weight) {
      second = n;
    }
  }
  const bool clear = 2 * first.weight >= 3 * second.weight;
  if (clear && first.weight > 0) home_ = first.country;
  return home_;
}

bool StateAgents::national(const Group& g) const {
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (at_[t] != MentionId::none &&
        kinds_.ontology.is_a(m_.mentions[index(at_[t])].type, kinds_.country))
      return true;
  return false;
}

EntityId StateAgents::body(MentionId m) const {
  if (m == MentionId::none) return EntityId::none;
  const EntityId e = m_.mentions[index(m)].entity;
  if (e == EntityId::none) return e;
  const TypeId type = m_.entities[index(e)].type;
  const Ontology& o = kinds_.ontology;
  const bool acts = o.is_a(type, kinds_.country) || type == kinds_.organization ||
                    o.is_a(type, kinds_.intergovernmental) || o.is_a(type, kinds_.party) ||
                    o.is_a(type, kinds_.government);
  return acts ? e : EntityId::none;
}

bool StateAgents::only_adjuncts(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t)
    if (at_[t] != MentionId::none || !token(t).classes.has(k_.state_adjunct)) return false;
  return true;
}

EntityId StateAgents::named_before(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t) {
    const EntityId e = body(at_[t]);
    if (e == EntityId::none) continue;
    const std::uint32_t behind = m_.mentions[index(at_[t])].tokens.last;
    for (std::uint32_t k = g.tokens.first; k < t; ++k)
      if (token(k).tag == Tag::HYPH || token(k).classes.has(k_.former)) return EntityId::none;
    return only_adjuncts(behind, g.head) ? e : EntityId::none;
  }
  return only_adjuncts(g.tokens.first, g.head) ? body(possessor_before(row, i)) : EntityId::none;
}

EntityId StateAgents::named_behind(const std::vector<Group>& row, std::size_t i) const {
  const Group& g = row[i];
  std::uint32_t first = g.tokens.first;
  if (token(first).classes.has(k_.definite)) ++first;
  if (!only_adjuncts(first, g.head)) return EntityId::none;
  const EntityId of = body(genitive_behind(row, i, text_, k_));
  return of == EntityId::none && at_home(g) ? body(placed_in(row, i)) : of;
}

/// Those who act where they are: "AUTHORITIES in Kenya", "SECURITY FORCES in Kenya"; not "troops".
bool StateAgents::at_home(const Group& g) const {
  const std::string_view noun = text_.text(g.head);
  return noun == "authorities" || noun == "Authorities" || noun == "prosecutors" ||
         noun == "Prosecutors" || noun == "regulators" || noun == "Regulators" ||
         (noun == "forces" && g.head > g.tokens.first &&
          text_.text(g.head - 1).ends_with("ecurity"));
}

/// "authorities IN KENYA said": the country behind the group, where the verb follows.
MentionId StateAgents::placed_in(const std::vector<Group>& row, std::size_t i) const {
  if (i + 3 >= row.size() || row[i + 1].kind != GroupKind::preposition ||
      row[i + 3].kind != GroupKind::verb || text_.text(row[i + 1].head) != "in")
    return MentionId::none;
  const MentionId m = row[i + 2].mention;
  return m != MentionId::none && row[i + 2].kind == GroupKind::noun &&
                 kinds_.ontology.is_a(m_.mentions[index(m)].type, kinds_.country)
             ? m
             : MentionId::none;
}

}  // namespace factloom
