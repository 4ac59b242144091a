// SPDX-License-Identifier: Apache-2.0
#include "extract/text/split_sentences.h"

#include "extract/text/characters.h"

namespace factloom {
namespace {

constexpr std::size_t longest_heading = 24;   ///< tokens
constexpr std::size_t longest_dateline = 14;  // tokens up to its dash
/// Of the tokens before or behind which a sentence may end.
constexpr unsigned notable = shape_paragraph_first | shape_punctuation | shape_period;

class Splitter {
 public:
  Splitter(Text& text, const Lexicon& lexicon, const TextRules& rules)
      : text_(text),
        s_(text.source),
        lexicon_(lexicon),
        rules_(rules),
        tokens_(text.tokens.data()),
        size_(text.tokens.size()) {}

  void run() {
    text_.sentences.reserve(s_.size() / 90 + 2);
    std::size_t first = 0;
    for (std::size_t i = 0; i < size_;) {
      if ((token(i).shape & notable) == 0) {  // most words
        ++i;
        continue;
      }
      if (i > first && paragraph(i)) {
        close(first, i);
        first = i;
      }
      if (!ends_here(i)) {
        ++i;
        continue;
      }
      i = end_of_tail(i + 1);
      if (i < size_ && !paragraph(i) && !starts_here(i)) continue;
      close(first, i);
      first = i;
    }
    close(first, size_);
  }

 private:
  const Token& token(std::size_t i) const { return tokens_[i]; }
  std::uint32_t point(std::size_t i) const { return char_at(s_, token(i).span.begin).point; }
  bool paragraph(std::size_t i) const { return token(i).is(shape_paragraph_first); }

  /// Behind the marks, quotes, brackets and notes that belong to the sentence that ends before
  /// them.
  std::size_t end_of_tail(std::size_t i) const {
    while (i < size_ && !paragraph(i)) {
      if (trailing(i))
        ++i;
      else if (note(i) != 0)
        i += note(i);
      else
        break;
    }
    return i;
  }
  bool trailing(std::size_t i) const {
    const std::uint32_t c = point(i);
    if (!token(i).is(shape_punctuation)) return false;
    if (sentence_mark(c)) return true;
    return closing(c) && !token(i).is(shape_space_before);
  }
  /// Tokens of a note's number in square brackets; 0 if there is none here.
  std::size_t note(std::size_t i) const {
    if (i + 2 >= size_ || s_[token(i).span.begin] != '[' || paragraph(i)) return 0;
    if (!token(i + 1).is(shape_number) || s_[token(i + 2).span.begin] != ']') return 0;
    return 3;
  }

  bool ends_here(std::size_t i) {
    const Token& t = token(i);
    if ((t.shape & (shape_punctuation | shape_period)) == 0) return false;
    if (t.is(shape_punctuation)) {
      const std::uint32_t c = point(i);
      return sentence_mark(c) && (c != '.' || t.span.size() != 2 || i + 1 >= size_);
    }
    if (s_[t.span.end - 1] != '.') return false;
    if (i + 1 >= size_) return true;
    const auto* known = rules_.abbreviation(lowered_(text_.text(t)));
    if ((known != nullptr && !known->may_end) || t.span.size() == 2 || t.is(shape_digit))
      return false;
    return common_start(i + 1);
  }
  /// A capitalised word that is a common small word otherwise: "The", "He", "In".
  bool common_start(std::size_t i) const {
    const Token& t = token(i);
    if (!t.is(shape_upper_first) || t.word == WordId::none) return false;
    const auto readings = lexicon_.readings(t.word);
    if (readings.empty()) return false;
    switch (readings[0].tag) {
      case Tag::DT:
      case Tag::PRP:
      case Tag::PRPS:
      case Tag::IN:
      case Tag::CC:
      case Tag::EX:
      case Tag::WRB:
      case Tag::WP:
      case Tag::RB:
      case Tag::WDT:
        return true;
      default:
        return false;
    }
  }
  bool starts_here(std::size_t i) const {
    const Token& t = token(i);
    if (t.is(shape_lower)) return false;
    if (!t.is(shape_punctuation)) return true;
    const std::uint32_t c = point(i);
    return opening(c) || c == '"' || c == '\'' || c == '`' || c == '*' || c == '-' || c == '$' ||
           c == 0x2022 || c == 0x2014;
  }

  /// "WHO OWNS ACME? Prosecutors want to know": a short first paragraph of questions and a title
  bool asks_as_title(std::size_t last) const {
    if (point(last - 1) != '?') return false;
    while (last < size_ && last <= longest_heading && !paragraph(last)) ++last;
    return (last == size_ || paragraph(last)) && point(last - 1) != '.';
  }

  void close(std::size_t first, std::size_t last) {
    if (first >= last) return;
    Sentence s;
    s.tokens = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    s.span = text_.span(s.tokens);
    const Token& end = token(last - 1);
    const bool initials = first == 0 && end.span.size() > 3 && s_[end.span.end - 3] == '.';
    const bool stopped =  // "ZORVEX TO SELL UNIT TO G.E."
        end.is(shape_punctuation) || (s_[end.span.end - 1] == '.' && !initials);
    s.heading = !stopped && paragraph(first) && last - first <= longest_heading &&
                (last == size_ || paragraph(last));
    s.heading = s.heading || (first == 0 && asks_as_title(last));
    for (std::size_t k = first; k < last; ++k) {
      if (token(k).is(shape_punctuation)) continue;
      text_.tokens[k].shape |= shape_sentence_first;
      break;
    }
    const std::size_t behind = behind_dateline(first, last);
    if (behind != last) text_.tokens[behind].shape |= shape_sentence_first;
    text_.sentences.push_back(s);
  }

  /// The word behind "LONDON, May 3 (Reuters) -"; `last` where there is no such dateline.
  std::size_t behind_dateline(std::size_t first, std::size_t last) const {
    if (!paragraph(first) || !token(first).is(shape_all_upper)) return last;
    for (std::size_t k = first + 1; k < last && k - first < longest_dateline; ++k) {
      const Token& t = token(k);
      const bool dash = point(k) == '-' || point(k) == 0x2013 || point(k) == 0x2014;
      if (dash && t.is(shape_space_before))
        return k + 1 < last && !token(k + 1).is(shape_punctuation) ? k + 1 : last;
      if (!t.is(shape_punctuation) && !t.is(shape_upper_first) && !t.is(shape_digit)) return last;
    }
    return last;
  }

  Text& text_;
  std::string_view s_;
  const Lexicon& lexicon_;
  const TextRules& rules_;
  const Token* const tokens_;
  std::size_t size_;
  Lowered lowered_;
};

}  // namespace

void split_sentences(Text& text, const Lexicon& lexicon, const TextRules& rules) {
  Splitter(text, lexicon, rules).run();
}

}  // namespace factloom
