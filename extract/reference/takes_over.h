// SPDX-License-Identifier: Apache-2.0
// "Ann Lee became chief AFTER HIS DEATH": one takes over what another leaves.
#pragma once
#include <vector>

#include "extract/reference/grammatical_roles.h"

namespace factloom {

/// Is the group at `i` behind a preposition of a verb by which somebody takes up a post?
bool takes_over(const std::vector<Group>& row, std::size_t i, const Text& text,
                const GrammaticalRoles& roles, const KnownClasses& classes);

/// "Bob Roy took HIS place": another than the subject had it.
bool takes_place(const std::vector<Group>& row, std::size_t i, const Text& text,
                 const GrammaticalRoles& roles, const KnownClasses& classes);

}  // namespace factloom
