// SPDX-License-Identifier: Apache-2.0
// Finds the names of a text, their types, and which of them name the same thing. Two passes: the
// first cuts candidates out of every sentence and weighs what speaks for each type (the gazetteer,
// the name's own words, titles, what stands around it); the second lets the document decide: equal
// names share their evidence, short forms and acronyms join their long form, a capital at the
// beginning of a sentence counts only if the word is a name elsewhere. Dates, sums, percentages and
// quantities are mentions too. Pronouns and descriptions are left to extract/reference.
#pragma once
#include "extract/lexicon/gazetteer.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/names/name_rules.h"
#include "extract/text/token.h"

namespace factloom {

/// All names and values of a tagged text.
Mentions find_names(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer,
                    const Ontology& ontology, const NameRules& rules);

}  // namespace factloom
