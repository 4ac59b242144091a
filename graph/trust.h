// SPDX-License-Identifier: Apache-2.0
// How far a link can be trusted, from the evidence for it that a reader wants to count.
//
// Every document that says so is a witness. What a witness is worth is the confidence of its surest
// sentence, times a factor for how firmly it speaks: asserted 1, former 0.9 (true, but over),
// planned 0.6, hedged 0.5; times 0.9 where it only repeats what somebody says; and never more than
// 0.99. The link fails only if all witnesses are wrong: trust = 1 - (1 - w1)(1 - w2)…, over as many
// of the best witnesses as the relation has independent documents. So more sources, higher
// confidence and fewer hedges raise it, and no number of weak witnesses makes it certain.
//
// The factors are judgements, not measurements; they are there to order links, not to be
// probabilities. Denials (negated) are worth 0: a link that is denied is not one, unless somebody
// asks for denials.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "graph/knowledge_graph.h"

namespace factloom {

/// Which evidence counts. Empty lists and strings leave nothing out, but denials count only where
/// `statuses` names them.
struct EvidenceFilter {
  std::vector<std::string> relations;  ///< names; the narrower ones are not implied
  std::vector<Status> statuses;
  std::string since, until;  ///< ISO dates, as precise as wanted; undated evidence is left out then
  double min_confidence = 0;  ///< in [0, 1]

  /// Does this piece of evidence count?
  bool takes(const FactView& evidence) const;
};

/// Trust in [0, 0.9999] of a relation by the evidence that the filter takes; 0 if it takes none.
double trust_of(const KnowledgeGraph& graph, const GraphRelation& relation,
                const EvidenceFilter& filter);

/// What one piece of evidence is worth, in [0, 0.99].
double witness_of(const FactView& evidence);

/// The evidence that the filter takes, what is worth most first.
std::vector<FactView> best_evidence(EvidenceRange evidence, const EvidenceFilter& filter);

}  // namespace factloom
