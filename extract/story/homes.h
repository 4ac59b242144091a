// SPDX-License-Identifier: Apache-2.0
// Homes of a time that is past: where somebody grew up, and from where a text lets them move on.
#pragma once
#include <vector>

#include "extract/names/mention.h"
#include "extract/names/name_rules.h"
#include "extract/rules/frames.h"

namespace factloom {

void settle_homes(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                  const Ontology& ontology, const NameRules& rules);

}  // namespace factloom
