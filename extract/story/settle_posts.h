// SPDX-License-Identifier: Apache-2.0
// The status of posts as the whole text tells it: who is called Acme's chief in one sentence and
// resigns in another, before or behind it, was it.
#pragma once
#include <vector>

#include "extract/clauses/departures.h"
#include "extract/rules/frames.h"

namespace factloom {

/// Makes former what a text asserts of posts whose holders it says elsewhere have left or died.
void settle_posts(std::vector<RawFact>& facts, const std::vector<Departure>& departures,
                  const Text& text, const Mentions& mentions, const Ontology& ontology);

}  // namespace factloom
