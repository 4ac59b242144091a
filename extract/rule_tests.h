// SPDX-License-Identifier: Apache-2.0
// Runs the examples inside the rules with the extractor itself.
#pragma once
#include "extract/extract.h"
#include "extract/rules/examples.h"

namespace factloom {

/// All examples of these rules.
ExampleResults test_rules(const Knowledge& knowledge, const RuleFilter& wanted = {});

/// Warnings about rules of which no example shows a fact that other rules do not find as surely.
Diagnostics find_unneeded(const Knowledge& knowledge, const RuleFilter& wanted = {});

/// Warnings about types and relations, declared in these files, that rules and names make no use
/// of.
Diagnostics find_unused(const Knowledge& knowledge,
                        const std::function<bool(const std::string& file)>& meant);

}  // namespace factloom
