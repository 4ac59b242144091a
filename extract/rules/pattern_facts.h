// SPDX-License-Identifier: Apache-2.0
// What the matches of patterns assert: types checked against the relation, status and speaker read
// from the verb group around the trigger, as for frames.
#pragma once
#include <vector>

#include "extract/rules/frames.h"
#include "extract/rules/match.h"

namespace factloom {

/// All facts of the matches in a linked sentence.
std::vector<RawFact> pattern_facts(const std::vector<PatternMatch>& matches, Links& links,
                                   const FrameContext& context);

/// "3 of 6 elements matched ('Acme , the'), then {tag=NN*} was wanted, but 'big' stood there".
std::string outcome_of(const PatternAttempt& attempt, const Text& text);

}  // namespace factloom
