// SPDX-License-Identifier: Apache-2.0
// Words that name a measure ("a rule", "controls") and elsewhere power over something.
#pragma once
#include <cstddef>
#include <vector>

#include "extract/groups/group.h"

namespace factloom {

/// "the RULE of law", "British RULE", "CONTROL of the Senate", "Bob Roy's RULE": does the noun
/// group at `i` speak of power, not of a measure?
bool is_power(const std::vector<Group>& row, std::size_t i, const Text& text,
              const Mentions& mentions, const std::vector<MentionId>& mention_at,
              const KnownClasses& classes, TypeId person);

}  // namespace factloom
