// SPDX-License-Identifier: Apache-2.0
// By what patterns are looked for. A trigger is a word that asserts; which sentences a pattern may
// match is told sooner by its anchors, the cells that every match has and that are rarest in texts:
// of `[Company] "," whose [Product]` the word "whose" alone, of `(joined | left) the [Party]` the
// verbs. Other words that it needs are known as marks.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/rules/cells.h"
#include "extract/rules/pattern.h"
#include "extract/rules/word_mark.h"

namespace factloom {

/// Of what a pattern requires the rarest, one of which stands in every match; its triggers where
/// they may stand anywhere.
std::vector<PatternTrigger> find_anchors(const Pattern& pattern, const CellVocabulary& vocabulary,
                                         const Lexicon& lexicon);

/// The words without which a pattern cannot match, apart from its anchors: marks of two groups of
/// which a sentence must have one each.
std::array<std::uint64_t, 2> needed_words(const Pattern& pattern, const CellVocabulary& vocabulary);

/// How many cells lie at most between the first of a match, contexts counted in, and an anchor.
std::uint32_t reach_of(const Pattern& pattern);

}  // namespace factloom
