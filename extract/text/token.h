// SPDX-License-Identifier: Apache-2.0
// The text as a row of tokens in sentences: what the tokenizer makes and the tagger completes.
// Everything after it works on token indices; Spans lead back to the bytes of the Document.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/base/ids.h"
#include "extract/base/span.h"
#include "extract/text/tag.h"

namespace factloom {

/// How a token is written, as bits.
enum Shape : std::uint16_t {
  shape_upper_first = 1,  ///< first letter is upper case ("London", "US")
  shape_all_upper = 2,  ///< all letters are upper case, and there are at least two ("NATO", "U.S.")
  shape_lower = 4,      ///< has letters, and all are lower case
  shape_mixed = 8,      ///< upper case after a lower-case letter ("DeepSeek", "iPhone")
  shape_digit = 16,     ///< contains a digit
  shape_number = 32,    ///< is a number ("1994", "3.5", "10,000")
  shape_period = 64,    ///< contains a full stop ("Inc.", "U.S.", "J.")
  shape_hyphen = 128,   ///< contains a hyphen
  shape_punctuation = 256,       ///< no letter or digit
  shape_space_before = 512,      ///< white space stands before it
  shape_paragraph_first = 1024,  ///< first token of a paragraph
  shape_sentence_first = 2048,   ///< first word of a sentence (brackets and quotes skipped)
  shape_url = 4096,              ///< a URL, e-mail address, @handle or #tag
  shape_common = 8192,  ///< its lower-case form is an ordinary English word; the tagger says so
};

/// Set of semantic classes of the Lexicon; bit i is ClassId(i).
struct ClassSet {
  static constexpr std::size_t capacity = 319;  // 319 is ClassId::none
  using Words = std::array<std::uint64_t, (capacity + 63) / 64>;
  Words words{};

  constexpr bool has(ClassId c) const {
    const std::size_t i = index(c);  // the bit of ClassId::none is never set
    return (words[i / 64] >> (i & 63u) & 1u) != 0;
  }
  constexpr void add(ClassId c) {
    const auto i = index(c);
    if (i < capacity) words[i / 64] |= std::uint64_t{1} << (i & 63u);
  }
  constexpr bool intersects(const ClassSet& o) const {
    return ((words[0] & o.words[0]) | (words[1] & o.words[1]) | (words[2] & o.words[2]) |
            (words[3] & o.words[3]) | (words[4] & o.words[4])) != 0;
  }
  constexpr bool empty() const {
    return (words[0] | words[1] | words[2] | words[3] | words[4]) == 0;
  }
  constexpr ClassSet operator|(const ClassSet& o) const {
    return {{words[0] | o.words[0], words[1] | o.words[1], words[2] | o.words[2],
             words[3] | o.words[3], words[4] | o.words[4]}};
  }
  auto operator<=>(const ClassSet&) const = default;
};
static_assert(index(ClassId::none) == ClassSet::capacity);

/// The semantic classes of a word: one of the few sets that the Lexicon holds, which must outlive
/// it.
class WordClasses {
 public:
  constexpr WordClasses() = default;
  constexpr explicit WordClasses(const ClassSet* held) : set_(held) {}
  constexpr operator const ClassSet&() const { return *set_; }
  constexpr bool has(ClassId c) const { return set_->has(c); }
  constexpr bool intersects(const ClassSet& o) const { return set_->intersects(o); }
  constexpr bool empty() const { return set_->empty(); }
  constexpr ClassSet operator|(const ClassSet& o) const { return *set_ | o; }

 private:
  static constexpr ClassSet none{};
  const ClassSet* set_ = &none;
};

/// One word, number or mark.
struct Token {
  Span span;
  WordId word = WordId::none;  ///< the lower-cased form in the Lexicon; none when unknown
  WordId lemma =
      WordId::none;         ///< the lemma under `tag`; none when the lemma is not in the Lexicon
  WordClasses classes;      ///< semantic classes of the lemma under `tag`
  std::uint16_t shape = 0;  ///< bits of Shape
  Tag tag = Tag::none;

  constexpr bool is(Shape s) const { return (shape & s) != 0; }
};

/// One sentence: its tokens, in order.
struct Sentence {
  TokenRange tokens;
  Span span;             ///< from its first to its last token
  bool heading = false;  ///< a title or heading: a paragraph of its own without a full stop
  ClassSet classes;      ///< those of all its words: what none can begin need not be looked for
};

/// A Document's text, cut and tagged. `source` is the Document's text and must outlive it.
struct Text {
  std::string_view source;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;

  /// A token's words: asked for so often that its span, which lies in the text, is not checked.
  std::string_view text(const Token& t) const {
    return {source.data() + t.span.begin, t.span.size()};
  }
  std::string_view text(std::uint32_t token) const { return text(tokens[token]); }
  Span span(TokenRange r) const {
    return {tokens[r.first].span.begin, tokens[r.last - 1].span.end};
  }
};

}  // namespace factloom
