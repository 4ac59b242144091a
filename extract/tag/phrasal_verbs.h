// SPDX-License-Identifier: Apache-2.0
// Verbs that mean something else with a particle: "rule OUT", "turn DOWN".
#pragma once
#include "extract/lexicon/lexicon.h"
#include "extract/text/token.h"

namespace factloom {

/// Gives a verb the semantic classes of its phrase ("rule-out" in `classes.tsv`) where a particle
/// stands directly behind it and the Lexicon has the phrase. The tokens must be tagged.
void join_particles(Text& text, const Lexicon& lexicon, ClassId particle);

}  // namespace factloom
