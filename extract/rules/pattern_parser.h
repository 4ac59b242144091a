// SPDX-License-Identifier: Apache-2.0
// Reads what a pattern is made of: words, ~lemmas, [typed: Mentions], {feature=cells}, groups,
// macros, repetitions.
#pragma once
#include "extract/rules/cursor.h"

namespace factloom {

/// A pattern up to the end of the statement (or to a closing bracket inside a group).
Alternatives parse_pattern(TokenCursor& cursor);

/// `Type | Type`.
std::vector<Name> parse_types(TokenCursor& cursor);

}  // namespace factloom
