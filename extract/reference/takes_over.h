// SPDX-License-Identifier: Apache-2.0
// "Ann Lee became chief AFTER HIS DEATH": one takes over what another leaves.
#pragma once
#include <vector>

#include "extract/reference/grammatical_roles.h"

namespace factloom {

/// "Bob Roy took HIS place": another than the subject had it.
bool takes_place(const std::vector<Group>& row, std::size_t i, const Text& text,
                 const GrammaticalRoles& roles, const KnownClasses& classes);

/// "Bob Roy was succeeded BY ANN LEE": the text goes on with her, as with a subject.
bool comes_after(const std::vector<Group>& row, std::size_t i, const Text& text,
                 const GrammaticalRoles& roles, const KnownClasses& classes);

/// "after HIS death", "took HIS place", "Greece blocked ITS entry": is it another's than the
/// subject's?
bool of_another(const std::vector<Group>& row, std::size_t i, const Text& text,
                const GrammaticalRoles& roles, const KnownClasses& classes);

}  // namespace factloom
