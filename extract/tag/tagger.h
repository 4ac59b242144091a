// SPDX-License-Identifier: Apache-2.0
// Gives every token its Penn tag, its lemma and its semantic classes. Three steps, as Brill (1992)
// has them: the Lexicon's most frequent tag; for unknown words and capitals a guess from shape and
// suffix; then context rules that change a tag where its neighbours say so. The rules are data
// (`schemas/english/tag-rules.tsv`, `suffixes.tsv`). A sentence's tags are kept as one bit mask for
// each tag, so that a rule tests all tokens of a sentence at once.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/text/token.h"

namespace factloom {

/// One test of a context rule: some token between `from` and `to` places away has this tag or word,
/// or a capital letter.
struct TagCondition {
  std::int8_t from = 0, to = 0;
  Tag tag = Tag::none;     ///< Tag::none for a test on the word
  std::uint16_t word = 0;  ///< number of the word in the TagRules; 0 for a test on the capital
};

/// Changes a tag where all conditions hold.
struct TagRule {
  static constexpr std::size_t most = 4;
  Tag before = Tag::none, after = Tag::none;
  std::uint8_t count = 0;  ///< number of conditions
  std::array<TagCondition, most> conditions{};
};

class TagRules {
 public:
  static Result<TagRules> load(const std::string& folder, Lexicon& lexicon);

  /// A set of rules, bit i for rule i.
  using RuleSet = std::vector<std::uint64_t>;

  const std::vector<TagRule>& rules() const { return rules_; }
  /// Rules that change this tag.
  const RuleSet& changing(Tag tag) const { return by_tag_[static_cast<std::size_t>(tag)]; }
  /// Rules that name this word, by its number; those of number 0 name none.
  const RuleSet& naming(std::uint16_t word) const { return by_word_[word]; }
  std::size_t word_count() const { return words_.size(); }
  /// Number of a word that some rule names, from 1; 0 for every other word.
  std::uint16_t word_number(WordId word) const {
    return word != WordId::none && index(word) < numbers_.size() ? numbers_[index(word)]
                                                                 : std::uint16_t{0};
  }
  /// The tag that an unknown lower-case word has by its ending.
  Tag by_suffix(std::string_view word) const;
  ClassId proper_adjective = ClassId::none, month = ClassId::none;

 private:
  void index_rules();

  std::vector<TagRule> rules_;
  std::array<RuleSet, static_cast<std::size_t>(Tag::count)> by_tag_;
  std::vector<RuleSet> by_word_;
  std::vector<WordId> words_;
  std::vector<std::uint16_t> numbers_;
  std::vector<std::pair<std::string, Tag>> suffixes_;  // longest first
};

/// Tags a tokenized text.
void tag(Text& text, const Lexicon& lexicon, const TagRules& rules);

}  // namespace factloom
