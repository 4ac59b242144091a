// SPDX-License-Identifier: Apache-2.0
// "In 1986 Ann Lee, the chairwoman of Acme, bought Bolt", in a text that goes on to 2020: hardly
// anybody has a post for so long, so that it was hers then.
#pragma once
#include <vector>

#include "extract/lexicon/known_classes.h"
#include "extract/rules/frames.h"

namespace factloom {

/// Makes former what is said in passing of posts in sentences about a time long before the text's.
void settle_old_posts(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                      const Ontology& ontology, const KnownClasses& classes);

}  // namespace factloom
