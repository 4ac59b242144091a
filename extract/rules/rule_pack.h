// SPDX-License-Identifier: Apache-2.0
// The rules of a folder, checked and ready to match. Finding which rules a token triggers costs two
// looks into a small table for the many tokens that trigger none. A pack is immutable after
// loading; threads share it.
#pragma once
#include <array>
#include <span>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/ontology.h"
#include "extract/rules/lexer.h"
#include "extract/rules/pattern.h"
#include "extract/rules/rule.h"
#include "extract/rules/word_index.h"

namespace factloom {

/// A trigger of a frame: rule(rule).blocks[block].words[word].
struct TriggerRef {
  RuleId rule = RuleId::none;
  std::uint16_t block = 0, word = 0;
  TriggerKind kind = TriggerKind::verb;
  std::uint8_t length : 7 = 1;      ///< its number of words
  bool more_needs : 1 = false;      ///< do more than two arguments need a type?
  std::uint16_t vital = 0;          ///< as TriggerBlock has it
  WordId neighbour = WordId::none;  ///< of several words: the second, of a noun the one before its
                                    ///< last; without a look at the rule most are seen to fail
  /// Types of two arguments without which nothing is said: a sentence must have one of each. They
  /// stand here so that most triggers are left without a look at their rule.
  std::array<TypeSet, 2> needs = {~TypeSet{0}, ~TypeSet{0}};
};

/// A pattern that something triggers.
struct PatternRef {
  std::uint32_t pattern = 0;  ///< index into RulePack::patterns()
  /// Types without which it does not match: a sentence must have one of each.
  std::array<TypeSet, 2> needs = {~TypeSet{0}, ~TypeSet{0}};
  /// What the cells beside the trigger may be, roughly, so that most places are left without a look
  /// at the pattern.
  BesideGlance left, right;
};

class RulePack {
 public:
  /// Every *.rules of a folder (or a single file), in the order of their names, and further files:
  /// all mistakes of all files, or the pack. Looking for what is suspicious takes longer than
  /// loading.
  static Result<RulePack> load(const std::string& path, const Ontology& ontology, Lexicon& lexicon,
                               const std::vector<std::string>& more_files = {},
                               bool thorough = true);
  /// The same from memory.
  static Result<RulePack> load(const std::vector<RuleSource>& sources, const Ontology& ontology,
                               Lexicon& lexicon, bool thorough = true);

  const std::vector<Rule>& rules() const { return rules_; }
  const Rule& rule(RuleId id) const { return rules_[index(id)]; }
  const std::vector<Pattern>& patterns() const { return patterns_; }
  const CellVocabulary& vocabulary() const { return vocabulary_; }
  /// What is suspicious but no mistake.
  const Diagnostics& warnings() const { return warnings_; }

  /// The kinds of trigger that this token may be (as a head), bit k for TriggerKind k; most often
  /// none. Verbs are found by lemma; others by lemma, by form ("based") or by semantic class.
  unsigned trigger_kinds(const Token& token) const {
    unsigned kinds = marks_.of(token.lemma) & kind_marks;
    if (token.word != token.lemma) kinds |= marks_.of(token.word) & form_marks;
    return token.classes.intersects(trigger_classes_) ? kinds | class_kinds(token) : kinds;
  }
  /// Calls `found(const TriggerRef&)` for every trigger of a kind whose head is this token, longest
  /// triggers first.
  template <class Found>
  void for_triggers(TriggerKind kind, const Token& token, Found&& found) const {
    const TriggerIndex& triggers = triggers_[static_cast<std::size_t>(kind)];
    const auto each = [&](std::span<const TriggerRef> refs) {
      for (const TriggerRef& ref : refs) found(ref);
    };
    if (triggers.by_word.has(token.lemma)) each(triggers.by_word.of(token.lemma));
    if (kind != TriggerKind::verb && token.word != token.lemma && triggers.by_word.has(token.word))
      each(triggers.by_word.of(token.word));
    if (!token.classes.intersects(triggers.classes)) return;
    for (const auto& [semantic_class, refs] : triggers.by_class)
      if (token.classes.has(semantic_class)) each(refs);
  }

  /// Fetches what will be asked of a token soon.
  void fetch(const Token& token) const {
    marks_.fetch(token.word);
    if (token.lemma != token.word) marks_.fetch(token.lemma);
  }
  /// Calls `found(const PatternRef&)` for every pattern that this token triggers.
  template <class Found>
  void for_patterns(const Token& token, Found&& found) const {
    if ((marks_.of(token.word) & 1u << form_bit) != 0)
      for (const PatternRef& p : pattern_forms_.of(token.word)) found(p);
    if ((marks_.of(token.lemma) & 1u << lemma_bit) != 0)
      for (const PatternRef& p : pattern_lemmas_.of(token.lemma)) found(p);
    if ((pattern_tag_set_ >> static_cast<unsigned>(token.tag) & 1u) != 0)
      for (const auto& [tag, p] : pattern_tags_)
        if (tag == token.tag) found(p);
    if (token.classes.intersects(pattern_class_set_))
      for (const auto& [semantic_class, p] : pattern_classes_)
        if (token.classes.has(semantic_class)) found(p);
  }

 private:
  void index_frames();
  void index_patterns();

  std::vector<Rule> rules_;
  std::vector<Pattern> patterns_;
  CellVocabulary vocabulary_;
  Diagnostics warnings_;
  static constexpr unsigned kind_count = 4;  // of triggers
  // What `marks_` says of a word: that it triggers a kind of frame, a pattern as a form, as a
  // lemma.
  static constexpr unsigned form_bit = kind_count, lemma_bit = kind_count + 1;
  static constexpr unsigned kind_marks = (1u << kind_count) - 1;
  static constexpr unsigned form_marks =
      kind_marks & ~(1u << static_cast<unsigned>(TriggerKind::verb));
  unsigned class_kinds(const Token& token) const {
    unsigned found = 0;
    for (unsigned k = 0; k < kind_count; ++k)
      if (token.classes.intersects(triggers_[k].classes)) found |= 1u << k;
    return found;
  }

  /// The triggers of one kind.
  struct TriggerIndex {
    WordIndex<TriggerRef> by_word;  // lemmas; but for verbs also forms
    std::vector<std::pair<ClassId, std::vector<TriggerRef>>> by_class;
    ClassSet classes;
  };
  std::array<TriggerIndex, kind_count> triggers_;  // by TriggerKind
  WordMarks marks_;
  ClassSet trigger_classes_;
  WordIndex<PatternRef> pattern_forms_, pattern_lemmas_;
  std::vector<std::pair<ClassId, PatternRef>> pattern_classes_;
  std::vector<std::pair<Tag, PatternRef>> pattern_tags_;
  ClassSet pattern_class_set_;
  std::uint64_t pattern_tag_set_ = 0;
};

}  // namespace factloom
