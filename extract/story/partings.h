// SPDX-License-Identifier: Apache-2.0
// Marriages that the text says ended: "They divorced in 1964", "the marriage was dissolved".
#pragma once
#include <vector>

#include "extract/rules/frames.h"

namespace factloom {

/// Makes former what was told of a couple of whom the same sentence or one of the two behind it
/// says that they parted.
void settle_partings(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                     const Ontology& ontology, const KnownClasses& classes);

}  // namespace factloom
