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
#include "extract/rules/phrase_index.h"
#include "extract/rules/rule.h"
#include "extract/rules/word_index.h"

namespace factloom {

/// A trigger of a frame: rule(rule).blocks[block].words[word].
struct TriggerRef {
  RuleId rule = RuleId::none;
  std::uint16_t block = 0, word = 0;
  TriggerKind kind = TriggerKind::verb;
  std::uint8_t length : 7 = 1;     ///< its number of words
  bool more_needs : 1 = false;     ///< do more than two arguments need a type?
  std::uint16_t vital = 0;         ///< as TriggerBlock has it
  std::uint32_t prepositions = 0;  ///< marks of those of which the decisive slot needs one, if any
  /// Types of two arguments without which nothing is said: a sentence must have one of each. They
  /// stand here so that most triggers are left without a look at their rule.
  std::array<TypeSet, 2> needs = {~TypeSet{0}, ~TypeSet{0}};
};

/// A pattern that something triggers.
struct PatternRef {
  std::uint32_t pattern = 0;  ///< index into RulePack::patterns()
  /// Types and words (`word_mark`) without which it does not match: a sentence must have one of
  /// each.
  std::array<TypeSet, 2> needs = {~TypeSet{0}, ~TypeSet{0}};
  std::array<std::uint64_t, 2> words = {~std::uint64_t{0}, ~std::uint64_t{0}};
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

  /// What every token of a tagged text may trigger: asked once, it is used by all that match rules.
  std::vector<std::uint8_t> triggers_of(const Text& text) const;
  /// What a tagged token may trigger, as bits.
  unsigned triggers_of(const Token& token) const {
    return triggers_of(token, class_marks(token.classes));
  }
  /// Of these bits the kinds of frame that it may trigger (as a head) by its word and word class,
  /// bit k for TriggerKind k; most often none. Verbs are found by lemma; others by lemma, by form
  /// ("based") or by semantic class.
  static unsigned trigger_kinds(unsigned triggers) { return triggers & kind_marks; }
  /// May a token with these bits trigger a pattern?
  static bool triggers_patterns(unsigned triggers) { return (triggers & pattern_marks) != 0; }
  /// Calls `found(std::span<const TriggerRef>)` for the triggers of a kind whose head is this
  /// token, list by list, of each list the longest triggers first.
  template <class Found>
  void for_triggers(TriggerKind kind, const Token& token, Found&& found) const {
    const TriggerIndex& triggers = triggers_[static_cast<std::size_t>(kind)];
    const auto look_up = [&](WordId word) {
      if (const std::span<const TriggerRef> refs = triggers.by_word.of(word); !refs.empty())
        found(refs);
    };
    look_up(token.lemma);
    if (kind != TriggerKind::verb && token.word != token.lemma) look_up(token.word);
    if (!token.classes.intersects(triggers.classes)) return;
    for (const auto& [semantic_class, refs] : triggers.by_class)
      if (token.classes.has(semantic_class)) found(std::span<const TriggerRef>(refs));
  }

  /// The triggers of a kind that are several words, by their head and the word beside it.
  const PhraseIndex<TriggerRef>& phrases(TriggerKind kind) const {
    return triggers_[static_cast<std::size_t>(kind)].phrases;
  }

  /// Calls `found(std::span<const TriggerRef>)` for the triggers that a token of a name has there.
  template <class Found>
  void for_named(const Token& token, Found&& found) const {
    if (const std::span<const TriggerRef> refs = named_.of(token.lemma); !refs.empty()) found(refs);
  }

  /// Calls `found(const PatternRef&)` for every pattern that this token, which has these bits,
  /// triggers.
  template <class Found>
  void for_patterns(const Token& token, unsigned triggers, Found&& found) const {
    if ((triggers & 1u << form_bit) != 0)
      for (const PatternRef& p : pattern_forms_.of(token.word)) found(p);
    if ((triggers & 1u << lemma_bit) != 0)
      for (const PatternRef& p : pattern_lemmas_.of(token.lemma)) found(p);
    if ((triggers & 1u << tag_bit) != 0)
      for (const auto& [tag, p] : pattern_tags_)
        if (tag == token.tag) found(p);
    if ((triggers & 1u << class_bit) != 0)
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
  // What `marks_` says of a word, and `triggers_of` of a token: that it triggers a kind of frame, a
  // pattern as a form, as a lemma; of a token also by its word class, a semantic class.
  static constexpr unsigned form_bit = kind_count, lemma_bit = kind_count + 1,
                            tag_bit = kind_count + 2, class_bit = kind_count + 3;
  static constexpr unsigned kind_marks = (1u << kind_count) - 1;
  static constexpr unsigned lemma_marks = kind_marks | 1u << lemma_bit;
  static constexpr unsigned form_marks =
      (kind_marks | 1u << form_bit) & ~(1u << static_cast<unsigned>(TriggerKind::verb));
  static constexpr unsigned pattern_marks = 0xFFu & ~kind_marks;
  unsigned class_marks(const ClassSet& classes) const;
  unsigned triggers_of(const Token& token, unsigned class_marks) const {
    return ((marks_.of(token.lemma) & lemma_marks) | (marks_.of(token.word) & form_marks) |
            1u << tag_bit | class_marks) &
           tag_marks_[static_cast<unsigned>(token.tag)];
  }

  /// The triggers of one kind.
  struct TriggerIndex {
    WordIndex<TriggerRef> by_word;    // lemmas; but for verbs also forms
    PhraseIndex<TriggerRef> phrases;  // those of several words once more
    std::vector<std::pair<ClassId, std::vector<TriggerRef>>> by_class;
    ClassSet classes;
  };
  std::array<TriggerIndex, kind_count> triggers_;  // by TriggerKind
  WordIndex<TriggerRef> named_;                    // of blocks that names tell, by lemma
  WordMarks marks_;
  std::array<std::uint8_t, 64> tag_marks_{};  // by Tag: what triggers of this word class may be
  ClassSet trigger_classes_;                  // of frames and patterns
  WordIndex<PatternRef> pattern_forms_, pattern_lemmas_;
  std::vector<std::pair<ClassId, PatternRef>> pattern_classes_;
  std::vector<std::pair<Tag, PatternRef>> pattern_tags_;
  ClassSet pattern_class_set_;
};

}  // namespace factloom
