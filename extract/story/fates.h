// SPDX-License-Identifier: Apache-2.0
// What became of the agreements and measures of a document: who signed a treaty that "expired",
// "was cancelled" or that it left itself is party to it no more; a plan to lift a ban is done where
// the text goes on that "the ban was lifted on Monday".
#pragma once
#include <vector>

#include "extract/lexicon/known_classes.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/rules/frames.h"
#include "extract/text/token.h"

namespace factloom {

/// Gives facts about policies the status that the document as a whole tells of them.
void settle_fates(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                  const KnownClasses& classes, const Ontology& ontology);

}  // namespace factloom
