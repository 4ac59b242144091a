// SPDX-License-Identifier: Apache-2.0
// Posts told of several at once: "the presidents of Chile and Peru, Ann Lee and Bob Roy".
#pragma once
#include <vector>

#include "extract/lexicon/ontology.h"
#include "extract/rules/frames.h"

namespace factloom {

/// Where a plural post is said of as many persons as bodies, each has that which stands at his
/// place: drops the others.
void pair_posts(std::vector<RawFact>& raw, const Text& text, const Ontology& ontology);

}  // namespace factloom
