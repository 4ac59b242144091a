// SPDX-License-Identifier: Apache-2.0
// Words of rules that no token is: misspelt ones, forms where a lemma is asked for, verbs that are
// none.
#pragma once
#include "extract/rules/names_in_rules.h"

namespace factloom {

/// Warns of the triggers and pattern words of one rule.
void warn_of_dead_words(const RuleNode& node, const RuleSource& source, RuleNames& names);

}  // namespace factloom
