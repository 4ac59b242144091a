// SPDX-License-Identifier: Apache-2.0
// Documents that repeat others: a wire report printed by ten papers is one source. A graph does not
// keep whole texts, so documents are compared by the sentences that say its facts: by their
// shingles of four words, found by minhash. Documents with few words are left alone.
#pragma once
#include <span>
#include <vector>

#include "extract/fact.h"
#include "graph/knowledge_graph.h"

namespace factloom {

/// Each document that repeats one of an earlier date (then: of a smaller id), sorted; no original
/// is itself a repetition.
std::vector<NearDuplicate> find_near_duplicates(std::span<const Fact> facts);

}  // namespace factloom
