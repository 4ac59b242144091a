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

}  // namespace factloom
