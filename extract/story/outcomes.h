// SPDX-License-Identifier: Apache-2.0
// What a document tells of one act in several sentences, made one story: a takeover that one
// sentence tells as agreed is done where another says so ("it bought it in May", "the deal
// closed"), and undone where another says that ("the sale fell through"). What lasts is over where
// a later sentence tells its end ("it sold its stake").
#pragma once
#include <vector>

#include "extract/lexicon/known_classes.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/rules/frames.h"
#include "extract/text/token.h"

namespace factloom {

/// Gives facts the status that the document as a whole tells of them.
void settle_outcomes(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                     const KnownClasses& classes, const Ontology& ontology);

}  // namespace factloom
