// SPDX-License-Identifier: Apache-2.0
// Which rule found what, and was it right: every fact that a rule asserted (before those that say
// the same are made one), judged where the document is annotated. `rules coverage` counts them; the
// table of confidences is learned from them.
#pragma once
#include <string>
#include <vector>

#include "extract/gold/judge.h"

namespace factloom {

/// One fact of one rule.
struct FiredRule {
  RuleId rule = RuleId::none;
  std::string construction;  ///< as `explain` names it; "pattern" of a pattern
  RelationId relation = RelationId::none;
  Status status = Status::asserted;
  float confidence = 0;                   ///< before calibration
  std::string subject_kind, object_kind;  ///< how the ends are referred to: reference_of
  std::string subject, object, trigger;   ///< as the text has them
  GoldSpan sentence;
  Verdict verdict = Verdict::open;
  bool alone = false;  ///< no other rule says the same in this sentence
};

/// All that the rules assert of an analysed document. Without an annotation nothing is judged.
std::vector<FiredRule> fired_rules(Analysis& analysis, const Annotation* annotation,
                                   const Knowledge& knowledge);

}  // namespace factloom
