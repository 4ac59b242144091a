// SPDX-License-Identifier: Apache-2.0
// One document on its way through the stages, before its facts are written out: what `extract` and
// `explain` share.
#pragma once
#include <vector>

#include "extract/extract.h"
#include "extract/groups/group.h"
#include "extract/reference/watcher.h"
#include "extract/rules/frames.h"
#include "extract/rules/pattern_facts.h"

namespace factloom {

struct Analysis {
  Text text;
  Mentions mentions;
  std::vector<MentionId> mention_at;       ///< for each token the outermost mention that covers it
  std::vector<std::uint8_t> triggers;      ///< for each token what rules it may trigger
  std::vector<std::vector<Group>> groups;  ///< of each sentence
  std::vector<Mention> unseen;             ///< mentions that no rule sees (`resolve`)
};

/// Words, names, groups and references of a document; a watcher sees what references are chosen
/// from.
Analysis analyse(const Document& document, const Knowledge& knowledge,
                 const ReferenceWatcher* watcher = nullptr);

/// The facts of one sentence, by frames and patterns; its groups are used up unless more is asked
/// for. With `trace`, also what every triggered rule
/// came to; with `linked`, the links.
std::vector<RawFact> read_sentence(Analysis& analysis, std::uint32_t sentence,
                                   const Knowledge& knowledge, PatternMatcher& matcher,
                                   std::vector<FrameTrace>* trace = nullptr,
                                   Links* linked = nullptr);

}  // namespace factloom
