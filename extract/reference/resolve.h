// SPDX-License-Identifier: Apache-2.0
// Pronouns and descriptions, resolved to the entities of the document: "he", "its", "the company",
// "the prime minister", "these restrictions". A sieve of ordered rules from precise to loose
// (Raghunathan et al. 2010, Lee et al. 2013) over the noun groups, left to right, with agreement in
// type, gender and number and with recency and subjecthood as preference. Noun groups whose head is
// a policy, product or government noun become entities of their own when they refer to none.
#pragma once
#include <vector>

#include "extract/groups/group.h"
#include "extract/lexicon/gazetteer.h"
#include "extract/lexicon/noun_senses.h"
#include "extract/lexicon/ontology.h"
#include "extract/lexicon/state_offices.h"
#include "extract/reference/watcher.h"
#include "extract/text/document.h"

namespace factloom {

/// Adds the resolved mentions of a document ("I" outside quotations is its author); `mention_at`
/// and the groups' mentions are brought up to date. Returns the mentions that no rule should see:
/// chains of things without a name, and "it" where what it means is not sure enough for a fact.
std::vector<Mention> resolve(const Document& document, const Text& text, Mentions& mentions,
                             std::vector<MentionId>& mention_at,
                             std::vector<std::vector<Group>>& groups, const KnownClasses& classes,
                             const NounSenses& senses, const Ontology& ontology,
                             const Gazetteer& gazetteer, const StateOffices& offices,
                             const ReferenceWeights& weights,
                             const ReferenceWatcher* watcher = nullptr);

}  // namespace factloom
