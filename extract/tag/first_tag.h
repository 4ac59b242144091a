// SPDX-License-Identifier: Apache-2.0
// The tag of a token before its context is looked at: the Lexicon's most frequent one, a mark's
// own, a name's for capital letters inside a sentence, a guess from the ending for an unknown word.
#pragma once
#include "extract/tag/tagger.h"

namespace factloom {

class FirstTag {
 public:
  explicit FirstTag(const TagRules& rules) : rules_(rules) {}

  /// Looks at a sentence of a text as a whole: do its capitals say anything?
  void begin(const Text& text, const Sentence& sentence);
  /// The tag of a token of that sentence; `readings` are its word's.
  Tag operator()(std::uint32_t token, std::span<const Reading> readings) const {
    const Token& x = text_->tokens[token];
    const bool small = (x.shape & (shape_lower | shape_url)) == shape_lower;
    return small && !readings.empty() ? known(x, readings) : any(token, readings);
  }
  /// Wires write a capital behind the full stop of an abbreviation ("the U.S. Imposed duties"): is
  /// this word with a capital such a one, and no name?
  bool small_behind_stop(std::uint32_t token, std::span<const Reading> readings) const {
    return token != first_ && text_->tokens[token - 1].is(shape_period) &&
           small_behind(token, readings);
  }

 private:
  std::string_view word(std::uint32_t t) const { return text_->text(t); }
  Tag any(std::uint32_t t, std::span<const Reading> readings) const;
  bool small_behind(std::uint32_t t, std::span<const Reading> readings) const;
  bool title_case(const Sentence& s) const;
  Tag capitalised(std::uint32_t t, std::span<const Reading> readings) const;
  /// The most frequent tag; a word in small letters is no name, whatever it may be elsewhere.
  static Tag known(const Token& x, std::span<const Reading> readings) {
    const Tag best = readings[0].tag;
    return is_proper_noun(best) && x.is(shape_lower) ? no_name(readings) : best;
  }
  static Tag no_name(std::span<const Reading> readings);
  Tag guess(const Token& x, std::string_view w) const;
  Tag mark(std::uint32_t t) const;
  bool is_before_ticker(std::uint32_t t) const;
  Tag dash(std::uint32_t t) const;
  Tag apostrophe(std::uint32_t t) const;
  Tag wide_mark(std::uint32_t t, std::string_view w) const;
  bool between_words(std::uint32_t t) const;
  bool quote_opens(std::uint32_t t) const;

  const Text* text_ = nullptr;
  const TagRules& rules_;
  std::uint32_t first_ = 0;  ///< first token of the sentence
  bool title_ = false;
};

}  // namespace factloom
