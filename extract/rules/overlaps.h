// SPDX-License-Identifier: Apache-2.0
// Warns of what is said already: two rules of one name, a trigger that has the same arguments and
// facts elsewhere or stands beside a class of its own, a pattern that stands twice.
#pragma once
#include <vector>

#include "extract/rules/names_in_rules.h"
#include "extract/rules/pattern.h"

namespace factloom {

/// Compares a checked rule with those before it (which `names` remembers).
void warn_of_overlaps(const Rule& rule, const RuleNode& node, const RuleSource& source,
                      const std::vector<Pattern>& patterns, RuleNames& names);

}  // namespace factloom
