// SPDX-License-Identifier: Apache-2.0
// Posts and homes that a text only seems to tell of.
#pragma once
#include <vector>

#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/rules/frames.h"

namespace factloom {

/// Drops who is one of many ("African LEADERS such as Ann Lee" do not head Africa) and where one
/// moved for a fee or to a body ("moved to Madrid FOR 60 million euros" is no home), and ends what
/// was done in youth ("played for Acme AS A TEENAGER"); "his father WAS NOT Bob Roy" is denied.
void settle_loose_posts(std::vector<RawFact>& raw, const Text& text, const Mentions& mentions,
                        const Ontology& ontology, const KnownClasses& classes);

}  // namespace factloom
