// SPDX-License-Identifier: Apache-2.0
// Verbs that mean something else with a particle: "rule OUT", "turn DOWN"; nouns made of both:
// "start-UP".
#pragma once
#include "extract/lexicon/lexicon.h"
#include "extract/text/token.h"

namespace factloom {

/// Gives a verb the semantic classes of its phrase ("rule-out" in `classes.tsv`) where a particle
/// stands directly behind it and the Lexicon has the phrase; makes the particle of a noun that the
/// Lexicon has ("start-up") its head. The tokens must be tagged.
void join_particles(Text& text, const Lexicon& lexicon, ClassId particle);

}  // namespace factloom
