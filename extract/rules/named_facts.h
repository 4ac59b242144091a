// SPDX-License-Identifier: Apache-2.0
// What names themselves tell ("the IRISH Cancer Society", "the Bank of LATVIA"): blocks of frames
// that are marked `named`.
#pragma once
#include <vector>

#include "extract/rules/frames.h"

namespace factloom {

/// The facts of the names of a document, in text order. No links are needed.
std::vector<RawFact> named_facts(const Text& text, const Mentions& mentions, const RulePack& rules,
                                 const Ontology& ontology, const KnownClasses& classes);

}  // namespace factloom
