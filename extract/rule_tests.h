// SPDX-License-Identifier: Apache-2.0
// Runs the examples inside the rules with the extractor itself.
#pragma once
#include "extract/extract.h"
#include "extract/rules/examples.h"

namespace factloom {

/// All examples of all rules, or those of one rule.
ExampleResults test_rules(const Knowledge& knowledge, RuleId only = RuleId::none);

}  // namespace factloom
