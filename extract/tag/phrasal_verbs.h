// SPDX-License-Identifier: Apache-2.0
// Verbs that mean something else with a particle: "rule OUT", "turn DOWN"; nouns made of both:
// "start-UP", "film-MAKER".
#pragma once
#include "extract/lexicon/lexicon.h"
#include "extract/text/token.h"

namespace factloom {

/// The classes of words that may be the end of a word cut in three.
struct NounParts {
  ClassId particle = ClassId::none;  ///< "start-UP"
  ClassId maker = ClassId::none;     ///< "film-MAKER"
};

/// Gives a verb the semantic classes of its phrase ("rule-out" in `classes.tsv`) where a particle
/// stands directly behind it and the Lexicon has the phrase; makes the last part of a noun that the
/// Lexicon has ("start-up", "filmmaker") its head. The tokens must be tagged.
void join_parts(Text& text, const Lexicon& lexicon, const NounParts& parts);

}  // namespace factloom
