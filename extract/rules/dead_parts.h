// SPDX-License-Identifier: Apache-2.0
// Warns of what can never do anything in a rule that is right by its form: triggers and pattern
// words that no token is, types that no fact can have, conditions that always or never hold, blocks
// that emit nothing. A word that stands in one of the rule's own `yes` sentences is meant.
#pragma once
#include "extract/rules/names_in_rules.h"

namespace factloom {

/// Looks through one checked rule.
void warn_of_dead_parts(const Rule& rule, const RuleNode& node, const RuleSource& source,
                        RuleNames& names);

}  // namespace factloom
