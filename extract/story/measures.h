// SPDX-License-Identifier: Apache-2.0
// What a document tells of one measure in several sentences, made one story: what one sentence
// tells as planned is done where another says so ("will sign", "signed"); who is out of an
// agreement was in it; who does not renew one lets it lapse; and who signs it as a minister is no
// party to it.
#pragma once
#include <vector>

#include "extract/lexicon/known_classes.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/rules/frames.h"
#include "extract/text/token.h"

namespace factloom {

/// Gives facts about measures the status that the document as a whole tells of them.
void settle_measures(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                     const KnownClasses& classes, const Ontology& ontology);

}  // namespace factloom
