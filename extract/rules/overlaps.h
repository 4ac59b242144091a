// SPDX-License-Identifier: Apache-2.0
// Warns of what another rule says already: two rules of one name; a trigger that another block has
// with the same facts and no narrower arguments, or that stands beside a class of its own; a
// pattern of which each cell is narrower than that of another.
#pragma once
#include <vector>

#include "extract/rules/checker.h"

namespace factloom {

/// A rule as it was written.
struct WrittenRule {
  const RuleNode* node = nullptr;
  const RuleSource* source = nullptr;
};

/// Compares all rules with all others; `written` has one entry for each rule.
void warn_of_overlaps(const CheckedRules& checked, const std::vector<WrittenRule>& written,
                      RuleNames& names);

}  // namespace factloom
