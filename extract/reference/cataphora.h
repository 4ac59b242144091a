// SPDX-License-Identifier: Apache-2.0
// Pronouns that stand before the name of whom they mean, or behind a description of it.
#pragma once
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/grammatical_roles.h"

namespace factloom {

/// Who is named as the subject behind the phrase that opens the sentence: "Before HIS death, Ann
/// Lee's teacher …" (cataphora). None when the group at i is not in such a phrase.
EntityId subject_ahead(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles,
                       const Mentions& mentions);

/// "Under Ann Lee, who has led IT since 2022, the BANK …": is "it" at `i` what a description behind
/// the phrase that opens the sentence names?
bool description_ahead(const std::vector<Group>& row, std::size_t i, const Text& text,
                       const KnownClasses& classes);
/// "A lawyer from Leeds, HE …": is the pronoun at `i` whom the phrase that opens the sentence
/// describes?
bool is_fronted_description(const std::vector<Group>& row, std::size_t i, const Text& text,
                            const GrammaticalRoles& roles, const KnownClasses& classes);

/// Can a pronoun that is "he", "she" or "it" mean the entity?
bool agrees_ahead(const Entity& entity, bool he, bool she, bool it, const EntityKinds& kinds);

}  // namespace factloom
