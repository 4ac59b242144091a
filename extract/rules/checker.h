// SPDX-License-Identifier: Apache-2.0
// Turns the syntax of all files of a pack into Rules: looks up types, relations, words, macros and
// arguments, and reports everything that cannot be right, wherever it stands. Warnings are about
// rules that can be loaded but hardly mean what they say.
#pragma once
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/rules/names_in_rules.h"
#include "extract/rules/pattern.h"

namespace factloom {

/// What a pack is made of.
struct CheckedRules {
  std::vector<Rule> rules;  ///< in the order of the files
  std::vector<Pattern> patterns;
  CellVocabulary vocabulary;
};

/// Checks everything; mistakes and warnings go where `names` puts them.
CheckedRules check_rules(const std::vector<RuleFileNode>& files, RuleNames& names);

}  // namespace factloom
