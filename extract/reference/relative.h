// SPDX-License-Identifier: Apache-2.0
// "who", "which", "where": relative words as mentions of what their clause describes, over
// apposition and copula ("Ann Lee is an engineer WHO …" speaks of Ann Lee).
#pragma once
#include "extract/clauses/links.h"

namespace factloom {

/// Adds a mention for each relative word of the sentence whose antecedent is somebody or something
/// known and fits the word; `mention_at` and the links' nodes are brought up to date.
void resolve_relatives(Links& links, const Text& text, Mentions& mentions,
                       std::vector<MentionId>& mention_at, const GroupContext& context,
                       const Ontology& ontology);

}  // namespace factloom
