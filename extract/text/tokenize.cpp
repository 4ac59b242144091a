// SPDX-License-Identifier: Apache-2.0
#include "extract/text/tokenize.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

#include "extract/text/characters.h"
#include "extract/text/eight_letters.h"
#include "extract/text/split_sentences.h"
#include "extract/text/tickers.h"

namespace factloom {
namespace {

/// How a word is written: bits of Shape.
std::uint16_t shape_of(std::string_view w) {
  unsigned upper = 0, lower = 0, digits = 0, s = 0;
  bool dash = false, bad_number = false;
  for (std::size_t i = 0; i < w.size();) {
    const Char c = char_at(w, i);
    if (c.kind == Kind::letter_upper) {
      if (i == 0) s |= shape_upper_first;
      if (lower > 0 && !dash) s |= shape_mixed;
      ++upper;
    } else if (c.kind == Kind::letter_lower) {
      ++lower;
    } else if (c.kind == Kind::digit) {
      ++digits;
    } else {
      if (c.point == '.')
        s |= shape_period;
      else if (hyphen(c.point))
        dash = true;
      if (c.point != '.' && c.point != ',' && c.point != '+' && c.point != '-' && c.point != ':')
        bad_number = true;
    }
    i += c.size;
  }
  if (upper >= 2 && lower == 0) s |= shape_all_upper;
  if (lower > 0 && upper == 0) s |= shape_lower;
  if (digits > 0) s |= shape_digit;
  if (digits > 0 && upper + lower == 0 && !bad_number) s |= shape_number;
  if (dash) s |= shape_hyphen;
  if (upper + lower + digits == 0) s |= shape_punctuation;
  return static_cast<std::uint16_t>(s);
}

/// A run of ASCII letters or of digits.
struct Run {
  std::size_t count = 0;
  std::uint64_t hash = 0;  ///< of its lower-case form
  unsigned shape = 0;      ///< bits of Shape
};

unsigned shape_of_letters(std::size_t count, bool upper_first, bool lower, bool mixed) {
  return (upper_first ? unsigned{shape_upper_first} : 0u) |
         (!lower && count > 1 ? unsigned{shape_all_upper} : 0u) |
         (mixed ? unsigned{shape_mixed} : 0u);
}

/// A run of eight letters or more.
Run long_run_at(std::string_view text, std::size_t at, EightLetters eight) {
  Run run;
  WordHash hash;
  const bool upper_first = (eight.upper & 0x20u) != 0;
  bool upper = false, lower = false, mixed = false;
  while (true) {
    mixed = mixed || (lower ? eight.upper != 0 : eight.upper_behind_lower());
    upper = upper || eight.upper != 0;
    lower = lower || eight.lower != 0;
    run.count += eight.count;
    if (eight.count < 8) break;
    const EightLetters next(text, at + run.count);
    if (next.count == 0) break;
    hash.add(eight.small);
    eight = next;
  }
  run.hash = hash.value(eight.small, run.count);
  run.shape =
      upper ? shape_of_letters(run.count, upper_first, lower, mixed) : unsigned{shape_lower};
  return run;
}

inline Run letter_run_at(std::string_view text, std::size_t at) {
  const EightLetters few(text, at);
  if (few.count == 8) return long_run_at(text, at, few);
  const unsigned shape = few.upper == 0
                             ? unsigned{shape_lower}
                             : shape_of_letters(few.count, (few.upper & 0x20u) != 0, few.lower != 0,
                                                few.upper_behind_lower());
  return {few.count, WordHash().value(few.small, few.count), shape};
}

/// A short number; nothing if it is longer.
Run digit_run_at(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 7;
  std::size_t n = 0;
  while (n <= longest && at + n < text.size() && digit(text[at + n])) ++n;
  if (n == 0 || n > longest) return {};
  return {n, word_hash(text.substr(at, n)), shape_digit | shape_number};
}

class Tokenizer {
 public:
  Tokenizer(std::string_view source, const Lexicon& lexicon, const TextRules& rules)
      : s_(source),
        lexicon_(lexicon),
        rules_(rules),
        comma_(word_hash(",")),
        full_stop_(word_hash(".")) {
    text_.source = source;
    text_.tokens.reserve(source.size() / 5 + 8);
  }

  Text run() {
    for (std::size_t i = 0; i < s_.size();) {
      if (const std::size_t after = plain_word(i); after != i) {
        i = after;
      } else if (blank(char_at(s_, i).kind)) {
        i = spaces(i);
      } else {
        i = word_or_ticker(i);
      }
    }
    look_up_words();
    split_sentences(text_, lexicon_, rules_);
    return std::move(text_);
  }

 private:
  // ---- white space
  // -------------------------------------------------------------------------------------------
  /// Skips white space; a blank line ends the paragraph.
  std::size_t spaces(std::size_t i) {
    int lines = 0;
    while (i < s_.size()) {
      const Char c = char_at(s_, i);
      if (!blank(c.kind)) break;
      if (c.kind == Kind::line) ++lines;
      i += c.size;
    }
    before_ |= shape_space_before;
    if (lines > 1 || (lines == 1 && list_line(i))) before_ |= shape_paragraph_first;
    return i;
  }
  /// A line that begins with a bullet, dash or number starts a paragraph of its own.
  bool list_line(std::size_t i) const {
    if (i >= s_.size()) return false;
    const Char c = char_at(s_, i);
    if (c.point == '*' || c.point == 0x2022 || c.point == '#') return true;
    return (c.point == '-' || c.point == 0x2013) && i + c.size < s_.size() && s_[i + c.size] == ' ';
  }
  /// Cuts what stands up to the next white space and passes over marks of shares; returns the end.
  std::size_t word_or_ticker(std::size_t i) {
    std::size_t first = i;
    if ((before_ & shape_space_before) != 0 || i == 0) {
      if (const std::size_t behind = over_ticker(s_, i); behind != i) return behind;
      if (s_[i] == '<') angle_ = end_of_angled_name(s_, i);
      if (s_[i] == '<' && angle_ != 0) ++first;
    }
    const std::size_t end = end_of_chunk(i);
    chunk(first, end);
    return end;
  }
  std::size_t end_of_chunk(std::size_t i) const {
    while (i < s_.size()) {
      const Char c = char_at(s_, i);
      if (blank(c.kind)) break;
      i += c.size;
    }
    return i;
  }

  // ---- tokens
  // ------------------------------------------------------------------------------------------------
  void push(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    const std::string_view word = s_.substr(begin, end - begin);
    const std::uint16_t shape = shape_of(word);
    push(begin, end, shape, word_hash((shape & shape_number) != 0 ? word : lowered_(word)));
  }
  /// Until words are looked up, `word` and `lemma` hold the hash of the form.
  void push(std::size_t begin, std::size_t end, unsigned shape, std::uint64_t hash) {
    Token& t = text_.tokens.emplace_back();
    t.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    t.word = static_cast<WordId>(hash);
    t.lemma = static_cast<WordId>(hash >> 32);
    t.shape = static_cast<std::uint16_t>(shape | before_);
    before_ = 0;
  }
  void push_mark(std::size_t& i, std::size_t end) {
    const Char c = char_at(s_, i);
    std::size_t to = i + c.size;
    if (i == angle_ && i > 0) {
      i = to;
      return;
    }
    if (c.point == '.' || c.point == '-' || c.point == '\'' || c.point == '`')  // "...", "--", "''"
      while (to < end && static_cast<unsigned char>(s_[to]) == c.point) ++to;
    push(i, to);
    i = to;
  }

  /// Most words are ASCII letters between blanks, perhaps with a comma or full stop, and most
  /// numbers such digits: they need no closer look. Returns the place behind the word, or `i` if it
  /// is none of these.
  std::size_t plain_word(std::size_t i) {
    const Run word = digit(s_[i]) ? digit_run_at(s_, i) : letter_run_at(s_, i);
    const std::size_t n = word.count;
    if (n == 0 || rules_.may_be_joined(n, s_[i])) return i;
    const std::size_t end = i + n;
    const char mark = end < s_.size() ? s_[end] : ' ';
    if (mark == ' ' || mark == '\n') {
      push(i, end, word.shape, word.hash);
      return over_blank(end);
    }
    if (mark == '\'' && small_clitic(end)) {
      push(i, end, word.shape, word.hash);
      push(end, end + 2, shape_lower, word_hash(s_.substr(end, 2)));
      return over_blank(end + 2);
    }
    const std::size_t keeps_stop = digit(s_[i]) ? 2 : 1;  // "12.", "J."
    const bool stop = mark == '.' && n > keeps_stop && !rules_.may_be_abbreviation(word.hash);
    if (mark != ',' && !stop) return i;
    if (!blank_at(end + 1)) return i;
    push(i, end, word.shape, word.hash);
    push(end, end + 1, shape_punctuation | (stop ? unsigned{shape_period} : 0u),
         stop ? full_stop_ : comma_);
    return over_blank(end + 1);
  }
  bool blank_at(std::size_t i) const { return i >= s_.size() || s_[i] == ' ' || s_[i] == '\n'; }
  /// Does a clitic of one small letter stand here, before a blank: "country'S"?
  bool small_clitic(std::size_t i) const {
    return i + 1 < s_.size() && s_[i + 1] >= 'a' && s_[i + 1] <= 'z' && blank_at(i + 2) &&
           rules_.clitic(s_.substr(i, 2));
  }
  std::size_t over_blank(std::size_t i) {
    if (i >= s_.size() || s_[i] != ' ') return i;
    before_ |= shape_space_before;
    return i + 1;
  }

  static bool url(std::string_view w) {
    const auto at = w.find('@');
    if (at != std::string_view::npos && at > 0 && w.find('.', at) != std::string_view::npos)
      return true;
    if (w.find("://") != std::string_view::npos) return true;
    return w.size() > 4 && (w.substr(0, 4) == "www." || w.substr(0, 4) == "WWW.");
  }

  // ---- what stands between two blanks
  // --------------------------------------------------------------------------
  void chunk(std::size_t i, std::size_t end) {
    i = leading_marks(i, end);
    if (i >= end) return;
    std::array<std::size_t, 24> tail;  // where each begins; as many as are counted
    std::size_t marks = 0;
    std::size_t stop = end;
    while (stop > i && marks < tail.size()) {
      const std::size_t last = last_char(i, stop);
      const Char c = char_at(s_, last);
      if (letter(c.kind) || c.kind == Kind::digit || c.point == '/') break;
      if (c.point == '.' && keeps_stop(i, stop, stop == end)) break;
      tail[marks++] = last;
      stop = last;
    }
    if (url(s_.substr(i, stop - i))) {
      push(i, stop);
      text_.tokens.back().shape |= shape_url;
    } else {
      words(i, stop);
    }
    while (marks > 0) {
      std::size_t at = tail[--marks];
      while (marks > 0 && s_[at] == '.' && s_[tail[marks - 1]] == '.') --marks;
      push_mark(at, end);
    }
  }
  std::size_t leading_marks(std::size_t i, std::size_t end) {
    while (i < end) {
      const Char c = char_at(s_, i);
      if (letter(c.kind) || c.kind == Kind::digit) break;
      if ((c.point == '@' || c.point == '#') && i + 1 < end && letter(char_at(s_, i + 1).kind))
        break;
      if (c.point == '#' && i + 1 < end && digit(s_[i + 1])) break;  // "#1"
      if (apostrophe(c.point) && clitic_at(i, end) != 0) break;
      if ((c.point == '.' || (c.point == '-' && (before_ & shape_space_before) != 0)) &&
          i + 1 < end && digit(s_[i + 1]))
        break;
      push_mark(i, end);
    }
    return i;
  }
  std::size_t last_char(std::size_t i, std::size_t stop) const {
    std::size_t k = stop - 1;
    while (k > i && (static_cast<unsigned char>(s_[k]) & 0xC0u) == 0x80u) --k;
    return k;
  }

  /// Does a word keep its full stop: "Inc.", "U.S.", "J."?
  bool keeps_stop(std::size_t i, std::size_t stop, bool whole) {
    const std::string_view w = s_.substr(i, stop - i);
    if (w.size() < 2) return false;
    if (whole && w.size() <= 3 && list_number(i, stop)) return true;
    const std::string_view lower = lowered_(w);
    if (abbreviation_at(i, stop, lower)) return true;
    const auto dash = lower.find_last_of("-/");
    if (dash != std::string_view::npos &&
        abbreviation_at(i + dash + 1, stop, lower.substr(dash + 1)))
      return true;
    if (w.size() == 2) return char_at(s_, i).kind == Kind::letter_upper;  // initial
    return dotted(w);
  }
  bool abbreviation_at(std::size_t begin, std::size_t stop, std::string_view lower) const {
    const auto* known = rules_.abbreviation(lower);
    if (known == nullptr) return false;
    if (known->capital) return char_at(s_, begin).kind == Kind::letter_upper;
    if (known->small) return char_at(s_, begin).kind != Kind::letter_upper;
    if (!known->number) return true;
    while (stop < s_.size() && s_[stop] == ' ') ++stop;
    return stop < s_.size() &&
           (digit(s_[stop]) || (s_[stop] == '#' && stop + 1 < s_.size() && digit(s_[stop + 1])));
  }
  /// "1." at the start of a paragraph, with text behind it.
  bool list_number(std::size_t i, std::size_t stop) const {
    if ((before_ & shape_paragraph_first) == 0 || stop + 1 >= s_.size() || s_[stop] != ' ')
      return false;
    for (std::size_t k = i; k + 1 < stop; ++k)
      if (!digit(s_[k])) return false;
    return true;
  }
  /// "U.S.S.R.": single letters, each with a full stop.
  static bool dotted(std::string_view w) {
    if (w.size() < 4 || w.size() % 2 != 0) return false;
    for (std::size_t k = 0; k < w.size(); k += 2)
      if (static_cast<unsigned char>(w[k]) >= 0x80 || !letter(char_at(w, k).kind) ||
          w[k + 1] != '.')
        return false;
    return true;
  }

  /// A word with marks inside: hyphens, slashes, clitics, dashes without blanks.
  void words(std::size_t i, std::size_t end) {
    std::size_t begin = i;
    for (std::size_t k = i; k < end;) {
      const Char c = char_at(s_, k);
      const std::size_t next = k + c.size;
      const bool inside = k > begin && next < end;
      if (part_of_word(c) || (inside && number_mark(c.point, k)) ||
          (inside && hyphen(c.point) && keeps_hyphen(begin, k, end))) {
        k = next;
      } else if (apostrophe(c.point) && (inside || clitic_at(k, end) != 0)) {
        begin = cut_clitic(begin, k, end);
        k = next;
      } else {
        word(begin, k);
        std::size_t at = k;
        push_mark(at, end);
        begin = k = at;
      }
    }
    word(begin, end);
  }
  static bool part_of_word(Char c) {
    return letter(c.kind) || c.kind == Kind::digit || c.point == '.' || c.point == '&' ||
           c.point == '_' || c.point == '@' || c.point == '#';
  }
  /// A mark between digits: "3.5", "10,000" (but not the notes "13,14"), "12:30", "1/2".
  bool number_mark(std::uint32_t c, std::size_t k) const {
    const auto digit_at = [&](std::size_t at) { return at < s_.size() && digit(s_[at]); };
    if (!digit_at(k - 1) || !digit_at(k + 1)) return false;
    if (c == ',') return digit_at(k + 2) && digit_at(k + 3) && !digit_at(k + 4);
    return c == ':' || c == '.' || c == '/';
  }
  /// Length of the clitic at an apostrophe ("'s", "’ll"); 0 if there is none.
  std::size_t clitic_at(std::size_t k, std::size_t end) {
    std::size_t stop = k + char_at(s_, k).size;
    while (stop < end) {
      const Char c = char_at(s_, stop);
      if (!letter(c.kind)) break;
      stop += c.size;
    }
    return rules_.clitic(lowered_(s_.substr(k, stop - k))) ? stop - k : 0;
  }
  /// Cuts before the clitic that the apostrophe at k belongs to ("Liang|'s", "do|n't"); returns
  /// where the next word begins.
  std::size_t cut_clitic(std::size_t begin, std::size_t k, std::size_t end) {
    std::size_t cut = begin;
    if (clitic_at(k, end) != 0)
      cut = k;
    else if (k > begin + 1 && negation_at(k, end))
      cut = k - 1;
    word(begin, cut);
    return cut;
  }
  /// "n't" around the apostrophe at k.
  bool negation_at(std::size_t k, std::size_t end) {
    std::size_t stop = k + char_at(s_, k).size;
    while (stop < end && letter(char_at(s_, stop).kind)) stop += char_at(s_, stop).size;
    return static_cast<unsigned char>(s_[k - 1]) < 0x80 &&
           rules_.clitic(lowered_(s_.substr(k - 1, stop - k + 1)));
  }
  bool keeps_hyphen(std::size_t begin, std::size_t k, std::size_t end) {
    const std::size_t next = k + char_at(s_, k).size;
    if (next < end && s_[next] == '-') return false;
    if (digit(s_[k - 1]) && digit(s_[next]) && (k - begin > 4 || telephone_at(begin, k)))
      return true;  // numbers of telephones and laws
    const std::string_view part = s_.substr(begin, k - begin);
    const bool acronym = part.size() > 1 && (shape_of(part) & shape_all_upper) != 0;  // "UN-led"
    return !acronym && rules_.prefix(lowered_(part));
  }

  /// "555-0123", "212-555-0123": three digits, then groups of three or four.
  bool telephone_at(std::size_t begin, std::size_t k) const {
    const auto digits_from = [&](std::size_t at) {
      std::size_t n = 0;
      while (at + n < s_.size() && digit(s_[at + n])) ++n;
      return n;
    };
    if (k - begin != 3 || digits_from(begin) != 3 || s_[k] != '-') return false;
    const std::size_t next = digits_from(k + 1);
    return next == 4 || (next == 3 && k + 4 < s_.size() && s_[k + 4] == '-');
  }

  void word(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    const std::size_t cut = rules_.may_be_joined(end - begin, s_[begin])
                                ? rules_.joined(lowered_(s_.substr(begin, end - begin)))
                                : 0;
    if (cut != 0) push(begin, begin + cut);
    push(begin + cut, end);
  }

  /// The table of words is large: its memory is fetched some tokens ahead.
  void look_up_words() {
    constexpr std::size_t ahead = 16;
    const auto hash = [](const Token& t) {
      return std::uint64_t{index(t.lemma)} << 32 | index(t.word);
    };
    const std::span<Token> tokens = text_.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (i + ahead < tokens.size()) lexicon_.fetch(hash(tokens[i + ahead]));
      tokens[i].word = lexicon_.find(hash(tokens[i]));
      tokens[i].lemma = WordId::none;
    }
  }

  std::string_view s_;
  const Lexicon& lexicon_;
  const TextRules& rules_;
  const std::uint64_t comma_, full_stop_;
  Text text_;
  Lowered lowered_;
  std::size_t angle_ = 0;  ///< the ">" behind "<Acme Plc>"
  unsigned before_ =
      shape_space_before | shape_paragraph_first;  ///< bits of the next token's shape
};

}  // namespace

Text tokenize(std::string_view source, const Lexicon& lexicon, const TextRules& rules) {
  return Tokenizer(source, lexicon, rules).run();
}

}  // namespace factloom
