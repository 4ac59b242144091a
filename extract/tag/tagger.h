// SPDX-License-Identifier: Apache-2.0
// Gives every token its Penn tag, its lemma and its semantic classes. Three steps, as Brill (1992)
// has them: the Lexicon's most frequent tag; for unknown words and capitals a guess from shape and
// suffix; then context rules that change a tag where its neighbours say so. The rules are data
// (`schemas/english/tag-rules.tsv`, `suffixes.tsv`). What rules may ask of a token is a feature; up
// to 64 tokens (short sentences share the window, with gaps) have one bit each in a mask for each
// feature, and a rule tests all tokens of eight windows at once.
#pragma once
#include <array>
#include <span>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/text/token.h"

namespace factloom {

/// One test of a context rule: some token between `from` and `to` places away has (or none has)
/// this feature, or one of a set of features; or some token of the sentence on that side has, and
/// none that ends the search (`stop`) stands between.
struct TagCondition {
  enum class Where : std::uint8_t { near, left, right };
  Where where = Where::near;
  std::int8_t from = 0, to = 0;
  bool negated = false;
  bool in_set = false;        ///< `feature` is the number of a set
  std::uint16_t feature = 0;  ///< always a set's with `left` and `right`
  std::uint16_t stop = 0;     ///< number of a set

  /// Does it ask for one feature of one token?
  bool plain() const { return where == Where::near && from == to && !in_set; }
};

/// Changes a tag where all conditions hold.
struct TagRule {
  Tag before = Tag::none, after = Tag::none;
  /// A plain condition, asked before all others; where there is none, that the tag is `before`.
  std::int8_t from = 0;
  std::uint16_t feature = 0;
  std::uint16_t first = 0, last = 0;  ///< those behind it
};

/// What the tagger knows of English; built once, then shared.
class TagRules {
 public:
  static Result<TagRules> load(const std::string& folder, Lexicon& lexicon);

  /// The farthest place that a condition may ask for.
  static constexpr int reach = 4;
  /// Features: the tag; the tags that the Lexicon gives the word; then these, the words and the
  /// classes that rules name.
  static constexpr std::uint16_t may_features = static_cast<std::uint16_t>(Tag::count);
  static constexpr std::uint16_t capital_feature = 2 * may_features;
  static constexpr std::uint16_t unknown_feature = capital_feature + 1;
  static constexpr std::uint16_t start_feature = capital_feature + 2;
  static constexpr std::uint16_t mark_feature = capital_feature + 3;
  static constexpr std::uint16_t name_feature = capital_feature + 4;
  static constexpr std::uint16_t first_word_feature = capital_feature + 5;

  /// A set of rules, bit i for rule i.
  using RuleSet = std::vector<std::uint64_t>;

  const std::vector<TagRule>& rules() const { return rules_; }
  /// Rules that change this tag.
  const RuleSet& changing(Tag tag) const { return by_tag_[static_cast<std::size_t>(tag)]; }
  /// Rules that can hold only where this feature (a word or class) occurs; those of feature 0 name
  /// none.
  const RuleSet& needing(std::uint16_t feature) const {
    return by_feature_[feature == 0 ? 0u : feature - first_word_feature + 1u];
  }
  /// The conditions of a rule behind the one that it tells itself.
  std::span<const TagCondition> conditions(const TagRule& r) const {
    return {conditions_.data() + r.first, conditions_.data() + r.last};
  }
  std::size_t feature_count() const { return features_; }
  /// The features of a set that the rules name ("finite": VBD, VBP, VBZ, MD).
  std::span<const std::uint16_t> set(std::uint16_t number) const { return sets_[number]; }
  /// The feature of a word that some rule names; 0 for every other word.
  std::uint16_t word_feature(WordId word) const {
    const std::size_t at = index(word);
    if (at / 64 >= named_.size() || (named_[at / 64] >> (at & 63u) & 1u) == 0)
      return 0;  // small enough for the cache
    return words_[at];
  }
  /// The features of the classes of a reading that rules name.
  std::span<const std::uint16_t> class_features(const Reading& r) const {
    const auto& [first, last] = of_class_set_[r.classes];
    return {class_features_.data() + first, class_features_.data() + last};
  }
  /// Is the reading a month, or an adjective with a capital ("French")? Asked of every capital: a
  /// byte is read where its set of classes would be fetched.
  bool is_month(const Reading& r) const { return (set_marks_[r.classes] & month_mark) != 0; }
  bool is_proper_adjective(const Reading& r) const {
    return (set_marks_[r.classes] & adjective_mark) != 0;
  }
  /// The tag that an unknown lower-case word has by its ending.
  Tag by_suffix(std::string_view word) const;

  ClassId particle = ClassId::none, maker = ClassId::none;

 private:
  friend class TagRuleReader;
  void index_rules();
  void index_classes(const Lexicon& lexicon);

  std::vector<TagRule> rules_;
  std::array<RuleSet, static_cast<std::size_t>(Tag::count)> by_tag_;
  std::vector<RuleSet> by_feature_;
  std::vector<TagCondition> conditions_;
  std::vector<std::vector<std::uint16_t>> sets_;
  std::size_t features_ = first_word_feature;
  std::vector<std::uint64_t> named_;  // a bit for each WordId that has a feature
  std::vector<std::uint16_t> words_;  // by WordId
  std::array<std::uint16_t, ClassSet::capacity> features_of_classes_{};  // 0: none
  std::vector<std::uint16_t> class_features_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> of_class_set_;  // places there
  static constexpr std::uint8_t month_mark = 1, adjective_mark = 2;
  std::vector<std::uint8_t> set_marks_;                // by set of classes
  std::vector<std::pair<std::string, Tag>> suffixes_;  // longest first
};

/// Tags a tokenized text.
void tag(Text& text, const Lexicon& lexicon, const TagRules& rules);

/// Tags several: short texts share the windows.
void tag(std::span<Text* const> texts, const Lexicon& lexicon, const TagRules& rules);

}  // namespace factloom
