// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/cataphora.h"

namespace factloom {

EntityId subject_ahead(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles,
                       const Mentions& mentions) {
  if (row.empty() || i == 0 || i > 8) return EntityId::none;
  const Group& opening = row[0];
  const bool phrase = opening.kind == GroupKind::preposition ||
                      opening.kind == GroupKind::subordinator ||
                      opening.kind == GroupKind::adverb ||
                      (opening.kind == GroupKind::verb && opening.form != VerbForm::finite);
  if (!phrase) return EntityId::none;
  for (std::size_t k = i + 1; k + 1 < row.size() && k < i + 8; ++k) {
    if (row[k].kind != GroupKind::comma) continue;
    const Group& next = row[k + 1];
    if (next.kind != GroupKind::noun || next.mention == MentionId::none || next.date) continue;
    const GroupKind then = k + 3 < row.size() ? row[k + 2].kind : GroupKind::other;
    if ((then == GroupKind::comma || then == GroupKind::coordinator) &&
        row[k + 3].kind == GroupKind::noun && row[k + 3].mention != MentionId::none)
      continue;  // "Like HER father, Bob Lee, Ann Lee …"
    const Mention& m = mentions.mentions[index(next.mention)];
    if (m.kind != MentionKind::name || m.entity == EntityId::none ||
        roles.role(k + 1) != GrammaticalRole::subject)
      continue;
    return m.entity;
  }
  return EntityId::none;
}

bool description_ahead(const std::vector<Group>& row, std::size_t i, const Text& text,
                       const KnownClasses& classes) {
  const auto word = [&](std::size_t k) -> const ClassSet& {
    return text.tokens[row[k].head].classes;
  };
  if (i < 2 || i > 8 || !word(i).has(classes.neuter) || row[i - 1].kind != GroupKind::verb ||
      (row[0].kind != GroupKind::preposition && row[0].kind != GroupKind::subordinator))
    return false;
  for (std::size_t k = i + 1; k + 2 < row.size() && k < i + 8; ++k) {
    if (row[k].kind == GroupKind::verb) return false;
    const Group& next = row[k + 1];
    if (row[k].kind == GroupKind::comma && next.kind == GroupKind::noun && !next.date)
      return next.mention == MentionId::none && row[k + 2].kind == GroupKind::verb &&
             row[k + 2].form == VerbForm::finite && text.tokens[next.head].tag == Tag::NN &&
             text.tokens[next.tokens.first].classes.has(classes.definite) &&
             (word(k + 1).has(classes.company) || word(k + 1).has(classes.group) ||
              word(k + 1).has(classes.team));
  }
  return false;
}

bool is_fronted_description(const std::vector<Group>& row, std::size_t i, const Text& text,
                            const GrammaticalRoles& roles, const KnownClasses& classes) {
  if (i < 2 || row[i - 1].kind != GroupKind::comma || row[0].kind != GroupKind::noun ||
      row[0].mention != MentionId::none || row[0].date)
    return false;
  const ClassSet& noun = text.tokens[row[0].head].classes;
  if (!noun.has(classes.person) && !noun.has(classes.position) && !noun.has(classes.kinship))
    return false;
  for (std::size_t k = 1; k < i; ++k)
    if (row[k].kind == GroupKind::verb && row[k].form == VerbForm::finite && !roles.embedded(k))
      return false;
  return true;
}

bool agrees_ahead(const Entity& e, bool he, bool she, bool it, const EntityKinds& kinds) {
  if (!kinds.is_person(e.type)) return it && kinds.is_actor(e.type) && !e.plural;
  return (he && e.gender != Gender::female) || (she && e.gender != Gender::male);
}

}  // namespace factloom
