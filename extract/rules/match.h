// SPDX-License-Identifier: Apache-2.0
// Runs the pattern rules over sentences. Only patterns that a token of the sentence triggers are
// tried, and of these only those whose types stand in it; each gives its leftmost matches that do
// not overlap. A gap (`_{0,8}`) stretches as little as it can on both sides: of two companies
// before "was bought by", the nearer one is meant.
#pragma once
#include <string>
#include <vector>

#include "extract/rules/rule_pack.h"

namespace factloom {

/// One place where a pattern matches.
struct PatternMatch {
  RuleId rule = RuleId::none;
  std::uint32_t pattern = 0;  ///< index into RulePack::patterns()
  TokenRange tokens;
  TokenRange trigger;  ///< the cell that triggered it, else all of it
  std::vector<MentionId>
      arguments;  ///< by index into Rule::arguments; none where it did not take part
};

/// How far a pattern got in a sentence, for explain.
struct PatternAttempt {
  RuleId rule = RuleId::none;
  std::uint32_t pattern = 0;
  std::uint32_t matched = 0;   ///< elements that matched in a row, from the first
  std::uint32_t elements = 0;  ///< all its elements
  TokenRange tokens;           ///< what they matched
  std::string
      wanted;  ///< the element that failed, as written; empty when a context or condition failed
  TokenRange found;  ///< the cell that stood there; empty at the end of the sentence
};

/// What patterns look at.
struct PatternContext {
  const RulePack& rules;
  const Text& text;
  const Mentions& mentions;
  const std::vector<MentionId>&
      mention_at;  ///< for each token the outermost mention that covers it
  const std::vector<std::uint8_t>& triggers;  ///< of each token (RulePack::triggers_of)
};

/// Matches sentence after sentence; keeps its buffers from one to the next. One for each thread.
class PatternMatcher {
 public:
  /// All matches in a sentence, by pattern and place; valid until the next call.
  const std::vector<PatternMatch>& match(const Sentence& sentence, const PatternContext& context);

  /// The types of what the sentence last matched names.
  TypeSet types() const { return types_ & ~always; }

  /// For each pattern that the sentence triggers but that matches nowhere, how far it got.
  std::vector<PatternAttempt> explain(const Sentence& sentence, const PatternContext& context);

 private:
  /// Stands in every sentence that names anything: the types of an ontology are at most 63.
  static constexpr TypeSet always = TypeSet{1} << 63;

  /// A pattern, and the cells of its first and last anchors.
  struct Candidate {
    std::uint32_t pattern = 0, first = 0, last = 0;
    auto operator<=>(const Candidate&) const = default;
  };

  void join_candidates();
  void note_types(const Sentence& sentence, const PatternContext& context);
  void cut(const Sentence& sentence, const PatternContext& context);
  /// The patterns that the row triggers; unless all are asked for, without those that have not what
  /// they need.
  void find_candidates(const PatternContext& context, bool all);
  void run(const Candidate& candidate, const PatternContext& context);
  PatternAttempt attempt(std::uint32_t pattern, const PatternContext& context) const;

  CellRow row_;
  CellSearchState search_state_;
  TypeSet types_ = 0;                      ///< that stand in the sentence
  TypeSet cell_types_ = 0, repeated_ = 0;  ///< in its cells, in several of them
  std::uint64_t words_ = 0;                ///< their marks
  std::vector<Candidate> candidates_;
  std::vector<PatternMatch> matches_;
};

/// Do the rule's conditions hold for these arguments?
bool conditions_hold(const Rule& rule, const std::vector<MentionId>& arguments,
                     const Mentions& mentions);

}  // namespace factloom
