// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "extract/lexicon/known_classes.h"
#include "extract/lexicon/ontology.h"
#include "extract/rules/frames.h"
#include "extract/story/told_times.h"

namespace factloom {

/// "In 1974 BOB ROY, the FINANCE MINISTER, wrote …", in a text of our days: `former`, as is whoever
/// has a post or a stake in passing where a time long gone is told. Who is told of with the same
/// post elsewhere may have it yet; where the text knows another one for it, a few years are enough.
void settle_old_posts(std::vector<RawFact>& facts, ToldTimes& times, const Text& text,
                      const Mentions& mentions, const Ontology& ontology,
                      const KnownClasses& classes);

}  // namespace factloom
