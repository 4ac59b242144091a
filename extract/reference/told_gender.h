// SPDX-License-Identifier: Apache-2.0
// What the noun beside a person's name tells of the person's gender: "his WIFE, Kim Lee".
#pragma once
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/grammatical_roles.h"

namespace factloom {

/// The gender that the words beside the name in the group at `i` tell; unknown if none do.
Gender told_gender(const std::vector<Group>& row, std::size_t i, const Text& text,
                   const Mentions& mentions, const GrammaticalRoles& roles,
                   const KnownClasses& classes);

/// "JUDGE Ann Lee", "Ann Lee, the JUDGE": does the name at `i` stand beside that word?
bool judges(const std::vector<Group>& row, std::size_t i, const Text& text,
            const Mentions& mentions);

}  // namespace factloom
