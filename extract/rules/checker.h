// SPDX-License-Identifier: Apache-2.0
// Turns the syntax of all files of a pack into Rules: looks up types, relations, words, macros and
// arguments, and reports everything that cannot be right, wherever it stands. Warnings are about
// rules that can be loaded but hardly mean what they say.
#pragma once
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/rules/names_in_rules.h"

namespace factloom {

/// All rules of the files, in their order. `errors` and `warnings` are added to.
std::vector<Rule> check_rules(const std::vector<RuleFileNode>& files, RuleNames& names);

}  // namespace factloom
