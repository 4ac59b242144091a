// SPDX-License-Identifier: Apache-2.0
// "UNION official Ann Lee", "a COMPANY spokesman, Bob Roy": the noun for a body that stands before
// a post means the one that the text told of, as "the union" would.
#pragma once
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

/// The groups where that at `i` is but the words for the body before the post of a person whom it
/// names, or who is named behind it; empty if there are no such words.
std::vector<Group> body_of_post(const Text& text, const Mentions& mentions,
                                const std::vector<MentionId>& mention_at, const EntityKinds& kinds,
                                const std::vector<Group>& row, std::size_t i);

/// "its commercial bank CREDITORS", "Mexico's creditor BANKS": a body of those who have lent;
/// `told`: do the words before the noun tell it apart?
bool are_lenders(const Text& text, const KnownClasses& classes, const std::vector<Group>& row,
                 std::size_t i, bool told);

}  // namespace factloom
