// SPDX-License-Identifier: Apache-2.0
// What is done to "it": "IT was built", "signed IT".
#pragma once
#include "extract/reference/grammatical_roles.h"

namespace factloom {

/// Is what is done to the pronoun in the group at `i` done to things, seldom to a firm or a state?
bool done_to_thing(const std::vector<Group>& row, std::size_t i, const Text& text,
                   const GrammaticalRoles& roles, const KnownClasses& classes);

}  // namespace factloom
