// SPDX-License-Identifier: Apache-2.0
// Runs the examples inside rules: a `yes` must give the facts it names, a `no` must give none, each
// by its own rule. The reading itself is the caller's, so that rules are tested by the very
// extractor that uses them.
#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include "extract/fact.h"
#include "extract/rules/rule_pack.h"

namespace factloom {

/// Everything that one rule finds in a text; with RuleId::none, what all rules find.
using ExampleReader = std::function<std::vector<Fact>(std::string_view text, RuleId rule)>;

/// An example that its rule does not live up to.
struct ExampleFailure {
  RuleId rule = RuleId::none;
  std::uint32_t example = 0;  ///< index into Rule::examples
  Diagnostic message;         ///< at the example's line: what was expected, what came
};

struct ExampleResults {
  std::size_t examples = 0;  ///< all that were run
  std::vector<ExampleFailure> failures;
};

/// Which rules are meant; an empty one: all.
using RuleFilter = std::function<bool(const Rule&)>;

/// Runs all examples of these rules.
ExampleResults run_examples(const RulePack& pack, const ExampleReader& read,
                            const RuleFilter& wanted = {});

/// Does the fact say what the example expects, with the same status? Names are compared without
/// regard to case, marks and blanks, with the entity's name or the words at the place; the ends of
/// a symmetric relation in either order.
bool says(const Fact& fact, const ExpectedFact& expected);

}  // namespace factloom
