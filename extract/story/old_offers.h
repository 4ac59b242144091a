// SPDX-License-Identifier: Apache-2.0
// Offers, attempts and plans to buy that came to nothing, or that are history by the time of the
// text: "In 2006 it tried to buy Bolt" is no plan in a text of 2020.
#pragma once
#include <string_view>
#include <vector>

#include "extract/lexicon/known_classes.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/rules/frames.h"
#include "extract/story/told_times.h"
#include "extract/text/token.h"

namespace factloom {

/// Denies the plans of which the sentence or the one behind it says that they failed, and drops the
/// attempts of a time before the text's of which nothing is said.
void settle_old_offers(std::vector<RawFact>& facts, ToldTimes& times, const Text& text,
                       const Mentions& mentions, const KnownClasses& classes,
                       const Ontology& ontology);

}  // namespace factloom
