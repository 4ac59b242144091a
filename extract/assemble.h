// SPDX-License-Identifier: Apache-2.0
// From the extractor's ids to Facts that stand on their own: names, normalised values, code point
// offsets, one Fact for each place that says it, in the order of the text.
#pragma once
#include <vector>

#include "extract/fact.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/rules/frames.h"
#include "extract/story/told_times.h"
#include "extract/text/document.h"
#include "extract/text/offsets.h"

namespace factloom {

struct Knowledge;

/// What a fact's status leaves of its confidence, from 0 to 1. What one sentence calls planned,
/// possible or denied, another one often tells as done or dropped, deals and posts more than
/// measures: on articles that no rule knew some 45 % of such facts were right, of others 82 %.
float status_certainty(const RawFact& fact, const Ontology& ontology);

/// Turns raw facts into Facts, sorted by place; of several that say the same at one place the
/// surest is kept.
/// `date` is what relative dates are told from (ISO 8601, may be empty).
std::vector<Fact> assemble(std::vector<RawFact> raw, const Document& document,
                           std::string_view date, ToldTimes& times, const Text& text,
                           const Mentions& mentions, const Knowledge& knowledge);

}  // namespace factloom
