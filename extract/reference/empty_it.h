// SPDX-License-Identifier: Apache-2.0
// The "it" that stands for nothing, because what it announces comes behind: "IT is hard for banks
// to lend", "IT was decided that Acme sells". Which adjectives and nouns judge so is data
// (`judging`, `judging-clause`). Leaves out what needs meaning: clefts ("it was Ann who …"), time
// and weather.
#pragma once
#include <vector>

#include "extract/groups/group.h"

namespace factloom {

/// Does the pronoun at place i of the row only hold the subject's place for a later clause?
bool is_empty_it(const std::vector<Group>& row, std::size_t i, const Text& text,
                 const KnownClasses& classes);

/// "the first OF ITS KIND": is the "its" at token `t` of the group at `i` that of whatever is told
/// of?
bool of_its_kind(const std::vector<Group>& row, std::size_t i, std::uint32_t t, const Text& text,
                 const KnownClasses& classes);

}  // namespace factloom
