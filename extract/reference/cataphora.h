// SPDX-License-Identifier: Apache-2.0
// Pronouns that stand before the name of whom they mean.
#pragma once
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/grammatical_roles.h"

namespace factloom {

/// Who is named as the subject behind the phrase that opens the sentence: "Before HIS death, Ann
/// Lee's teacher …" (cataphora). None when the group at i is not in such a phrase.
EntityId subject_ahead(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles,
                       const Mentions& mentions);

}  // namespace factloom
