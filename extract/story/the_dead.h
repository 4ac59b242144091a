// SPDX-License-Identifier: Apache-2.0
// The dead hold nothing: of whom a text tells the death, has no post, no home and no share any
// more, whatever the sentence says that tells of it ("She moved to Leeds" in an obituary).
#pragma once
#include <vector>

#include "extract/clauses/departures.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/rules/frames.h"

namespace factloom {

void settle_the_dead(std::vector<RawFact>& facts, const std::vector<Departure>& departures,
                     const Text& text, const Mentions& mentions, const Ontology& ontology);

}  // namespace factloom
