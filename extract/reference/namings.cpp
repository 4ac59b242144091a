// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/namings.h"

#include <algorithm>

#include "extract/reference/owners.h"

namespace factloom {
namespace {

/// The verb that gives the name at i, directly before it or before "as"; `i` if there is none.
std::size_t naming_verb(const Text& text, const KnownClasses& classes,
                        const std::vector<Group>& row, std::size_t i) {
  std::size_t k = i;
  if (k > 0 && row[k - 1].kind == GroupKind::preposition && text.text(row[k - 1].head) == "as") --k;
  while (k > 0 && row[k - 1].kind == GroupKind::adverb) --k;
  if (k == 0 || row[k - 1].kind != GroupKind::verb) return i;
  const Group& verb = row[k - 1];
  const bool told = verb.passive && !verb.negated && !verb.conditional &&
                    text.tokens[verb.head].classes.has(classes.renaming);
  return told ? k - 1 : i;
}

/// The noun that the verb says it of; `verb` if there is none.
std::size_t named_by(const std::vector<Group>& row, std::size_t verb) {
  std::size_t k = verb;
  while (k > 0 && row[k - 1].kind == GroupKind::adverb) --k;
  if (k > 0 && row[k - 1].kind == GroupKind::relative) --k;
  if (k > 0 && row[k - 1].kind == GroupKind::comma) --k;
  return k > 0 && row[k - 1].kind == GroupKind::noun ? k - 1 : verb;
}

}  // namespace

Naming naming_at(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                 const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  if (i == 0 || g.mention == MentionId::none) return {};
  const Mention& name = mentions.mentions[index(g.mention)];
  if (name.kind != MentionKind::name || name.entity == EntityId::none || name.head != g.head ||
      (i + 1 < row.size() && row[i + 1].kind == GroupKind::possessive))
    return {};
  const std::size_t verb = naming_verb(text, kinds.classes, row, i);
  if (verb == i) return {};
  const std::size_t noun = named_by(row, verb);
  if (noun == verb || row[noun].mention == MentionId::none) return {};
  const Mention& named = mentions.mentions[index(row[noun].mention)];
  const EntityId one = named.entity;
  if (one == EntityId::none || one == name.entity) return {};
  const bool deed = row[verb].form == VerbForm::participle && named.kind == MentionKind::name &&
                    row[verb - 1].kind != GroupKind::comma;  // "Ann Lee later CALLED Bob Roy …"
  if (deed) return {};
  const Entity &a = mentions.entities[index(one)], &b = mentions.entities[index(name.entity)];
  const auto both = [&](TypeId type) {
    return kinds.ontology.is_a(a.type, type) && kinds.ontology.is_a(b.type, type);
  };
  if (!both(kinds.person) && !both(kinds.organization) && !both(kinds.place)) return {};
  return a.first <= b.first ? Naming{one, name.entity} : Naming{name.entity, one};
}

EntityId name_given(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                    const std::vector<Group>& row, std::size_t i) {
  constexpr std::size_t farthest = 6;  // groups
  for (std::size_t k = i + 1; k < row.size() && k <= i + farthest; ++k) {
    if (row[k].kind != GroupKind::noun) continue;
    const std::size_t verb = naming_verb(text, kinds.classes, row, k);
    const bool given = verb != k && named_by(row, verb) == i && row[k].mention != MentionId::none;
    return given ? mentions.mentions[index(row[k].mention)].entity : EntityId::none;
  }
  return EntityId::none;
}

EntityId goods_beside(const Mentions& mentions, const EntityKinds& kinds,
                      const std::vector<Group>& row, std::size_t i) {
  const auto is = [&](std::size_t k, GroupKind kind) {
    return k < row.size() && row[k].kind == kind;
  };
  const auto goods = [&](std::size_t k) {
    if (!is(k, GroupKind::noun) || row[k].mention == MentionId::none) return EntityId::none;
    const Mention& m = mentions.mentions[index(row[k].mention)];
    const bool named = m.kind == MentionKind::name && m.head == row[k].head;
    return named && kinds.ontology.is_a(m.type, kinds.product) ? m.entity : EntityId::none;
  };
  if (is(i + 1, GroupKind::comma) &&
      (i + 3 >= row.size() || is(i + 3, GroupKind::comma) || is(i + 3, GroupKind::stop)))
    return goods(i + 2);
  const bool behind = i >= 2 && is(i - 1, GroupKind::comma) && !is(i + 1, GroupKind::coordinator);
  return behind ? goods(i - 2) : EntityId::none;
}

EntityId body_beside(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                     const std::vector<Group>& row, std::size_t i) {
  const auto is = [&](std::size_t k, GroupKind kind) {
    return k < row.size() && row[k].kind == kind;
  };
  const auto named = [&](std::size_t k) {
    const MentionId name = named_at(mentions, row, k);
    if (name == MentionId::none) return EntityId::none;
    const Mention& m = mentions.mentions[index(name)];
    std::uint32_t first = row[k].tokens.first;
    if (text.tokens[first].tag == Tag::DT) ++first;  // "the regulator, THE Ombudsman"
    if (m.tokens.first != first || m.head != row[k].head || m.entity == EntityId::none)
      return EntityId::none;
    const ClassSet& noun = text.tokens[row[i].head].classes;
    const TypeId type = mentions.entities[index(m.entity)].type;
    const bool body = kinds.ontology.is_a(type, kinds.organization) &&
                      (kinds.described_by(noun) != 0 || !kinds.bodies(noun).empty());
    return body ? m.entity : EntityId::none;
  };
  const auto ends = [&](std::size_t k) {  // and no list goes on there
    return (is(k, GroupKind::comma) || is(k, GroupKind::stop)) &&
           !is(k + 1, GroupKind::coordinator);
  };
  const bool owned = possessor_before(row, i) != MentionId::none;
  const std::size_t last =
      genitive_behind(row, i, text, kinds.classes) != MentionId::none ? i + 2 : i;
  if (is(last + 1, GroupKind::comma) && ends(last + 3)) return named(last + 2);
  const ClassSet& noun = text.tokens[row[i].head].classes;
  if (!owned && last == i) return EntityId::none;
  const std::size_t first = owned ? i - 2 : i;  // "Norges Bank, NORWAY'S CENTRAL BANK,"
  const bool behind =
      (noun.has(kinds.classes.state_body) || noun.has(kinds.classes.state_body_head)) &&
      first > 1 && is(first - 1, GroupKind::comma) && ends(last + 1) &&
      !is(last + 2, GroupKind::noun);
  return behind ? named(first - 2) : EntityId::none;
}

EntityId body_called(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                     std::uint32_t noun, MentionId before) {
  const Token& word = text.tokens[noun];
  if (before == MentionId::none || word.tag != Tag::NN || !word.classes.has(kinds.classes.own_kind))
    return EntityId::none;
  const Mention& m = mentions.mentions[index(before)];
  const Ontology& o = kinds.ontology;
  const bool body = o.is_a(m.type, kinds.organization) && !o.is_a(m.type, kinds.government) &&
                    !o.is_a(m.type, kinds.intergovernmental);
  return m.kind == MentionKind::name && m.tokens.last == noun && body ? m.entity : EntityId::none;
}

void unite(const Naming& naming, Mentions& mentions) {
  for (Mention& m : mentions.mentions)
    if (m.entity == naming.gone) m.entity = naming.kept;
  Entity &kept = mentions.entities[index(naming.kept)],
         &gone = mentions.entities[index(naming.gone)];
  kept.also.push_back(gone.name);
  kept.also.insert(kept.also.end(), gone.also.begin(), gone.also.end());
  std::sort(kept.also.begin(), kept.also.end());
  kept.also.erase(std::unique(kept.also.begin(), kept.also.end()), kept.also.end());
}

}  // namespace factloom
