// SPDX-License-Identifier: Apache-2.0
// Status and speaker of what a word asserts, read from the verb group around it and from what
// governs that: negation, modals, plans, hedges, reports (`ontology.md`: asserted, former, planned,
// hedged, negated).
#pragma once
#include "extract/clauses/links.h"
#include "extract/fact.h"

namespace factloom {

struct Standing {
  Status status = Status::asserted;
  int speaker = -1;        ///< node of who says so; -1 for the text itself
  bool requested = false;  ///< only asked of the subject: "urged him TO SELL"
};

/// The standing of what the word at a node asserts.
Standing standing_of(const Links& links, std::uint16_t node, const GroupContext& context);

}  // namespace factloom
