// SPDX-License-Identifier: Apache-2.0
// Matches the frames of a rule pack against a linked sentence: finds the triggers, follows the
// constructions to the arguments, checks their types and the rule's conditions, and reads status
// and speaker from the verb groups around.
#pragma once
#include <string>
#include <vector>

#include "extract/clauses/links.h"
#include "extract/names/mention.h"
#include "extract/rules/constructions.h"
#include "extract/rules/rule_pack.h"

namespace factloom {

/// A fact in the extractor's own terms: ids instead of text.
struct RawFact {
  RelationId relation = RelationId::none;
  RuleId rule = RuleId::none;
  MentionId subject = MentionId::none, object = MentionId::none;
  TokenRange trigger;
  TokenRange role;  ///< words of the job title; empty when none
  MentionId date = MentionId::none;
  MentionId speaker = MentionId::none;  ///< who says it
  std::uint32_t sentence = 0;
  Status status = Status::asserted;
  float confidence = 0;
  std::string_view construction;  ///< of the second argument, for explain
};

/// What a frame attempt came to, for explain.
struct FrameTrace {
  RuleId rule = RuleId::none;
  std::uint32_t token = 0;
  std::string outcome;
};

/// What matching needs to know.
struct FrameContext {
  const RulePack& rules;
  const Constructions& constructions;
  const Ontology& ontology;
  const GroupContext& groups;
  const std::vector<std::uint8_t>& triggers;  ///< of each token (RulePack::triggers_of)
};

/// Can any token of the sentence trigger a frame whose arguments have types that occur there: those
/// of its names (`PatternMatcher::types`), of its groups, of owners that it does not name? Cheap:
/// many sentences need no links.
bool may_match_frames(const Sentence& sentence, const std::vector<Group>& groups, TypeSet named,
                      const FrameContext& context);

/// All facts that frames find in a linked sentence whose names have these types. With `trace`, also
/// what every triggered frame came to.
std::vector<RawFact> match_frames(Links& links, const Sentence& sentence, TypeSet named,
                                  const FrameContext& context,
                                  std::vector<FrameTrace>* trace = nullptr);

}  // namespace factloom
