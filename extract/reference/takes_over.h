// SPDX-License-Identifier: Apache-2.0
// "Ann Lee became chief AFTER HIS DEATH": one takes over what another leaves.
#pragma once
#include <vector>

#include "extract/reference/grammatical_roles.h"

namespace factloom {

/// Does the group at `i` say of another than its subject that he goes, as the subject comes?
bool takes_over(const std::vector<Group>& row, std::size_t i, const Text& text,
                const GrammaticalRoles& roles, const KnownClasses& classes);

/// "Bob Roy took HIS place": another than the subject had it.
bool takes_place(const std::vector<Group>& row, std::size_t i, const Text& text,
                 const GrammaticalRoles& roles, const KnownClasses& classes);

/// "Bob Roy was succeeded BY ANN LEE": the text goes on with her, as with a subject.
bool comes_after(const std::vector<Group>& row, std::size_t i, const Text& text,
                 const GrammaticalRoles& roles, const KnownClasses& classes);

}  // namespace factloom
