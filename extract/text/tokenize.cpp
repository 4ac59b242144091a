// SPDX-License-Identifier: Apache-2.0
#include "extract/text/tokenize.h"

#include <array>

#include "extract/base/table.h"

namespace factloom {

Result<TextRules> TextRules::load(const std::string& folder) {
  TextRules rules;
  const auto abbreviations = read_table(folder + "/abbreviations.tsv", 2, 2);
  if (!abbreviations) return abbreviations.errors();
  for (const TableRow& row : *abbreviations)
    rules.abbreviations_[row.fields[0]] =
        row.fields[1] == "end" ? Abbreviation::may_end : Abbreviation::inner;
  const std::string file = folder + "/affixes.tsv";
  const auto affixes = read_table(file, 2, 3);
  if (!affixes) return affixes.errors();
  Diagnostics errors;
  for (const TableRow& row : *affixes) {
    if (row.fields[0] == "prefix")
      rules.prefixes_[row.fields[1]] = 1;
    else if (row.fields[0] == "clitic")
      rules.clitics_[row.fields[1]] = 1;
    else if (row.fields[0] == "joined" && row.fields.size() == 3)
      rules.joined_[row.fields[1]] = row.fields[2].size();
    else
      errors.push_back(
          row.trouble(file, 0, "expected prefix, clitic or joined (with the first word)"));
  }
  if (!errors.empty()) return errors;
  return rules;
}

namespace {

/// What a code point is to the tokenizer.
enum class Kind : std::uint8_t { letter_lower, letter_upper, digit, space, line, mark };

struct Char {
  Kind kind;
  std::uint8_t size;  ///< bytes
  std::uint32_t point;
};

Kind kind_of(std::uint32_t c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return Kind::letter_lower;
    if (c >= 'A' && c <= 'Z') return Kind::letter_upper;
    if (c >= '0' && c <= '9') return Kind::digit;
    if (c == '\n') return Kind::line;
    return c <= ' ' ? Kind::space : Kind::mark;
  }
  if (c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF || c == 0x202F ||
      c == 0x85)
    return Kind::space;
  if (c == 0x2028 || c == 0x2029) return Kind::line;
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA ? Kind::letter_lower : Kind::mark;
  if (c == 0xD7 || c == 0xF7) return Kind::mark;
  if (c < 0xDF) return Kind::letter_upper;
  if (c < 0x100) return Kind::letter_lower;
  if (c < 0x180) {
    const bool odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return ((c & 1u) != 0) == odd_upper ? Kind::letter_upper : Kind::letter_lower;
  }
  if (c >= 0x391 && c <= 0x3A9) return Kind::letter_upper;
  if (c >= 0x400 && c <= 0x42F) return Kind::letter_upper;
  if (c >= 0x1E00 && c < 0x1F00) return (c & 1u) == 0 ? Kind::letter_upper : Kind::letter_lower;
  if (c >= 0x2010 && c <= 0x2BFF) return Kind::mark;
  if (c >= 0x3001 && c <= 0x303F) return Kind::mark;
  if (c >= 0xFF00 && c <= 0xFF0F) return Kind::mark;
  if (c >= 0x1F000) return Kind::mark;
  return Kind::letter_lower;
}

Char char_at(std::string_view s, std::size_t i) {
  const auto b = [&](std::size_t k) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(s[i + k]));
  };
  const std::uint32_t first = b(0);
  if (first < 0x80) return {kind_of(first), 1, first};
  std::uint8_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC0 || i + size > s.size()) return {Kind::mark, 1, first};
  std::uint32_t point = first & (0xFFu >> (size + 1));
  for (std::uint8_t k = 1; k < size; ++k) point = point << 6 | (b(k) & 0x3Fu);
  return {kind_of(point), size, point};
}

bool letter(Kind k) {
  return k == Kind::letter_lower || k == Kind::letter_upper;
}
bool apostrophe(std::uint32_t c) {
  return c == '\'' || c == 0x2019;
}
bool hyphen(std::uint32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}
bool opening(std::uint32_t c) {
  return c == '(' || c == '[' || c == '{' || c == 0x201C || c == 0x2018 || c == 0xAB;
}
bool closing(std::uint32_t c) {
  return c == ')' || c == ']' || c == '}' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 ||
         c == 0xBB;
}
bool sentence_mark(std::uint32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0x2026;
}

/// A buffer for the lower-case form of a word, without allocation for words of usual length.
class Lowered {
 public:
  std::string_view operator()(std::string_view s) {
    text_.clear();
    for (std::size_t i = 0; i < s.size();) {
      const Char c = char_at(s, i);
      if (c.point < 0x80)
        text_ += static_cast<char>(c.kind == Kind::letter_upper ? c.point + 32 : c.point);
      else if (c.kind == Kind::letter_upper && c.size == 2)
        put(lower(c.point));
      else
        text_.append(s.substr(i, c.size));
      i += c.size;
    }
    return text_;
  }

 private:
  static std::uint32_t lower(std::uint32_t c) {
    if (c < 0x100) return c + 0x20;
    if (c < 0x180) return c + 1;
    if (c >= 0x410 && c <= 0x42F) return c + 0x20;
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
    return c;
  }
  void put(std::uint32_t c) {
    text_ += static_cast<char>(0xC0u | c >> 6);
    text_ += static_cast<char>(0x80u | (c & 0x3Fu));
  }
  std::string text_;
};

class Tokenizer {
 public:
  Tokenizer(std::string_view source, const Lexicon& lexicon, const TextRules& rules)
      : s_(source), lexicon_(lexicon), rules_(rules) {
    text_.source = source;
    text_.tokens.reserve(source.size() / 5 + 8);
    text_.sentences.reserve(source.size() / 90 + 2);
  }

  Text run() {
    std::size_t i = 0;
    while (i < s_.size()) {
      const Char c = char_at(s_, i);
      if (c.kind == Kind::space || c.kind == Kind::line) {
        i = spaces(i);
        continue;
      }
      std::size_t end = i;
      while (end < s_.size()) {
        const Char d = char_at(s_, end);
        if (d.kind == Kind::space || d.kind == Kind::line) break;
        end += d.size;
      }
      chunk(i, end);
      i = end;
    }
    sentences();
    return std::move(text_);
  }

 private:
  /// Skips white space; a blank line ends the paragraph.
  std::size_t spaces(std::size_t i) {
    int lines = 0;
    while (i < s_.size()) {
      const Char c = char_at(s_, i);
      if (c.kind == Kind::line)
        ++lines;
      else if (c.kind != Kind::space)
        break;
      i += c.size;
    }
    space_ = true;
    if (lines > 1)
      paragraph_ = true;
    else if (lines == 1 && list_line(i))
      paragraph_ = true;
    return i;
  }
  /// A line that begins with a bullet, dash or number starts a paragraph of its own.
  bool list_line(std::size_t i) const {
    if (i >= s_.size()) return false;
    const Char c = char_at(s_, i);
    if (c.point == '*' || c.point == 0x2022 || c.point == '#') return true;
    return (c.point == '-' || c.point == 0x2013) && i + 1 < s_.size() && s_[i + c.size] == ' ';
  }

  void push(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    Token t;
    t.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string_view word = s_.substr(begin, end - begin);
    t.shape = shape(word);
    if (space_) t.shape |= shape_space_before;
    if (paragraph_) t.shape |= shape_paragraph_first;
    space_ = paragraph_ = false;
    t.word = lexicon_.find((t.shape & (shape_lower | shape_number)) != 0 ? word : lowered_(word));
    text_.tokens.push_back(t);
  }

  static std::uint16_t shape(std::string_view w) {
    unsigned upper = 0, lower = 0, digits = 0, marks = 0;
    bool first_upper = false, mixed = false, dot = false, dash = false, bad_number = false;
    for (std::size_t i = 0; i < w.size();) {
      const Char c = char_at(w, i);
      if (c.kind == Kind::letter_upper) {
        if (i == 0) first_upper = true;
        if (lower > 0 && !dash) mixed = true;
        ++upper;
      } else if (c.kind == Kind::letter_lower) {
        ++lower;
      } else if (c.kind == Kind::digit) {
        ++digits;
      } else {
        ++marks;
        if (c.point == '.')
          dot = true;
        else if (hyphen(c.point))
          dash = true;
        if (c.point != '.' && c.point != ',' && c.point != '+' && c.point != '-' && c.point != ':')
          bad_number = true;
      }
      i += c.size;
    }
    unsigned s = 0;
    if (first_upper) s |= shape_upper_first;
    if (upper >= 2 && lower == 0) s |= shape_all_upper;
    if (lower > 0 && upper == 0) s |= shape_lower;
    if (mixed) s |= shape_mixed;
    if (digits > 0) s |= shape_digit;
    if (digits > 0 && upper + lower == 0 && !bad_number) s |= shape_number;
    if (dot) s |= shape_period;
    if (dash) s |= shape_hyphen;
    if (upper + lower + digits == 0) s |= shape_punctuation;
    return static_cast<std::uint16_t>(s);
  }

  void push_mark(std::size_t& i, std::size_t end) {
    const Char c = char_at(s_, i);
    std::size_t to = i + c.size;
    if (c.point == '.' || c.point == '-' || c.point == '\'' || c.point == '`')  // "...", "--", "''"
      while (to < end && static_cast<unsigned char>(s_[to]) == c.point) ++to;
    push(i, to);
    i = to;
  }

  bool url(std::string_view w) const {
    const auto at = w.find('@');
    if (at != std::string_view::npos && at > 0 && w.find('.', at) != std::string_view::npos)
      return true;
    if (w.find("://") != std::string_view::npos) return true;
    return w.size() > 4 && (w.substr(0, 4) == "www." || w.substr(0, 4) == "WWW.");
  }

  /// Cuts what stands between two white spaces.
  void chunk(std::size_t i, std::size_t end) {
    while (i < end) {
      const Char c = char_at(s_, i);
      if (letter(c.kind) || c.kind == Kind::digit) break;
      if ((c.point == '@' || c.point == '#') && i + 1 < end && letter(char_at(s_, i + 1).kind))
        break;
      if (apostrophe(c.point) && leading_clitic(i, end)) break;
      if ((c.point == '.' || (c.point == '-' && space_)) && i + 1 < end && s_[i + 1] >= '0' &&
          s_[i + 1] <= '9')
        break;
      push_mark(i, end);
    }
    if (i >= end) return;
    std::size_t stop = end;
    std::array<std::size_t, 24> tail{};
    std::size_t marks = 0;
    while (stop > i && marks < tail.size()) {
      const std::size_t last = last_char(i, stop);
      const Char c = char_at(s_, last);
      if (letter(c.kind) || c.kind == Kind::digit || c.point == '/') break;
      if (c.point == '.' && keeps_stop(i, stop)) break;
      if (apostrophe(c.point) && last + c.size == stop && stop == end &&
          plural_possessive(i, last)) {
        tail[marks++] = last;
        stop = last;
        continue;
      }
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
      const Char c = char_at(s_, at);
      while (marks > 0 && c.point == '.' && s_[tail[marks - 1]] == '.') --marks;
      push_mark(at, end);
    }
  }
  std::size_t last_char(std::size_t i, std::size_t stop) const {
    std::size_t k = stop - 1;
    while (k > i && (static_cast<unsigned char>(s_[k]) & 0xC0u) == 0x80u) --k;
    return k;
  }
  bool leading_clitic(std::size_t i, std::size_t end) {
    return rules_.clitic(lowered_(s_.substr(i, end - i)));
  }
  bool plural_possessive(std::size_t i, std::size_t last) const { return last > i; }

  /// Does a word keep its full stop: "Inc.", "U.S.", "J."?
  bool keeps_stop(std::size_t i, std::size_t stop) {
    const std::string_view w = s_.substr(i, stop - i);
    if (w.size() < 2) return false;
    const std::string_view lower = lowered_(w);
    if (rules_.abbreviation(lower) != TextRules::Abbreviation::none) return true;
    const auto dash = lower.find_last_of("-/");
    if (dash != std::string_view::npos &&
        rules_.abbreviation(lower.substr(dash + 1)) != TextRules::Abbreviation::none)
      return true;
    if (w.size() == 2) return char_at(s_, i).kind == Kind::letter_upper;  // initial
    return dotted(w);
  }
  /// "U.S.S.R.": single letters, each with a full stop.
  static bool dotted(std::string_view w) {
    if (w.size() < 4 || w.size() % 2 != 0) return false;
    for (std::size_t k = 0; k < w.size(); k += 2)
      if (!letter(kind_of(static_cast<unsigned char>(w[k]))) || w[k + 1] != '.') return false;
    return true;
  }

  /// A word with marks inside: hyphens, slashes, clitics, dashes without blanks.
  void words(std::size_t i, std::size_t end) {
    std::size_t begin = i;
    for (std::size_t k = i; k < end;) {
      const Char c = char_at(s_, k);
      const std::size_t next = k + c.size;
      if (letter(c.kind) || c.kind == Kind::digit || c.point == '.' || c.point == '&' ||
          c.point == '_' || c.point == '@' || c.point == '#') {
        k = next;
        continue;
      }
      const bool inside = k > begin && next < end;
      if (apostrophe(c.point) && inside) {
        const std::size_t cut = clitic_cut(begin, k, end);
        if (cut != 0) {
          word(begin, cut);
          begin = cut;
        }
        k = next;
        continue;
      }
      if (inside && number_mark(c.point, k)) {
        k = next;
        continue;
      }
      if (inside && hyphen(c.point) && keeps_hyphen(begin, k, end)) {
        k = next;
        continue;
      }
      word(begin, k);
      std::size_t at = k;
      push_mark(at, end);
      begin = k = at;
    }
    word(begin, end);
  }
  bool number_mark(std::uint32_t c, std::size_t k) const {
    const bool digits = s_[k - 1] >= '0' && s_[k - 1] <= '9' && k + 1 < s_.size() &&
                        s_[k + 1] >= '0' && s_[k + 1] <= '9';
    return digits && (c == ',' || c == ':' || c == '.' || c == '/');
  }
  /// Where the clitic begins that the apostrophe at k belongs to; 0 if there is none.
  std::size_t clitic_cut(std::size_t begin, std::size_t k, std::size_t end) {
    std::size_t stop = k + char_at(s_, k).size;
    while (stop < end && letter(char_at(s_, stop).kind)) stop += char_at(s_, stop).size;
    if (rules_.clitic(lowered_(s_.substr(k, stop - k)))) return k;
    if (k > begin + 1 && rules_.clitic(lowered_(s_.substr(k - 1, stop - k + 1)))) return k - 1;
    return 0;
  }
  bool keeps_hyphen(std::size_t begin, std::size_t k, std::size_t end) {
    if (k + 1 < end && s_[k + 1] == '-') return false;
    const bool digit_after = s_[k + 1] >= '0' && s_[k + 1] <= '9';
    const bool digit_before = s_[k - 1] >= '0' && s_[k - 1] <= '9';
    if (digit_before && digit_after && k - begin > 4)
      return true;  // numbers of telephones and laws
    return rules_.prefix(lowered_(s_.substr(begin, k - begin)));
  }

  void word(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    const std::string_view w = s_.substr(begin, end - begin);
    if (w.size() == 6 || w.size() == 5) {
      const std::size_t cut = rules_.joined(lowered_(w));
      if (cut != 0) {
        push(begin, begin + cut);
        push(begin + cut, end);
        return;
      }
    }
    push(begin, end);
  }

  // ---- sentences
  // ---------------------------------------------------------------------------------------------
  const Token& token(std::size_t i) const { return text_.tokens[i]; }
  std::uint32_t point(std::size_t i) const { return char_at(s_, token(i).span.begin).point; }

  void sentences() {
    const std::size_t n = text_.tokens.size();
    std::size_t first = 0;
    std::size_t i = 0;
    while (i < n) {
      if (i > first && token(i).is(shape_paragraph_first)) {
        close(first, i);
        first = i;
      }
      if (!ends_here(i)) {
        ++i;
        continue;
      }
      ++i;
      while (i < n && !token(i).is(shape_paragraph_first) && trailing(i)) ++i;
      if (i < n && !token(i).is(shape_paragraph_first) && !starts_here(i)) continue;
      close(first, i);
      first = i;
    }
    close(first, n);
  }
  /// Closing quotes and brackets (and further marks) belong to the sentence that ends before them.
  bool trailing(std::size_t i) const {
    const std::uint32_t c = point(i);
    if (!token(i).is(shape_punctuation)) return false;
    if (sentence_mark(c)) return true;
    if (c == '"' || c == '\'') return !token(i).is(shape_space_before);
    return closing(c) && !token(i).is(shape_space_before);
  }
  bool ends_here(std::size_t i) {
    const Token& t = token(i);
    if (t.is(shape_punctuation)) {
      const std::uint32_t c = point(i);
      return sentence_mark(c) &&
             (c != '.' || t.span.size() == 1 || i + 1 >= text_.tokens.size() || t.span.size() > 2);
    }
    if (s_[t.span.end - 1] != '.') return false;
    const std::string_view w = s_.substr(t.span.begin, t.span.size());
    if (i + 1 >= text_.tokens.size()) return true;
    const auto kind = rules_.abbreviation(lowered_(w));
    if (kind == TextRules::Abbreviation::inner || w.size() == 2) return false;
    return common_start(i + 1);
  }
  /// A capitalised word that is a common small word otherwise: "The", "He", "In".
  bool common_start(std::size_t i) const {
    const Token& t = token(i);
    if (!t.is(shape_upper_first) || t.word == WordId::none) return false;
    const auto readings = lexicon_.readings(t.word);
    if (readings.empty()) return false;
    const Tag tag = readings[0].tag;
    return tag == Tag::DT || tag == Tag::PRP || tag == Tag::PRPS || tag == Tag::IN ||
           tag == Tag::CC || tag == Tag::EX || tag == Tag::WRB || tag == Tag::WP ||
           tag == Tag::RB || tag == Tag::MD || tag == Tag::WDT;
  }
  bool starts_here(std::size_t i) const {
    const Token& t = token(i);
    if (t.is(shape_lower)) return false;
    if (t.is(shape_punctuation)) {
      const std::uint32_t c = point(i);
      return opening(c) || c == '"' || c == '\'' || c == '`' || c == '*' || c == '-' ||
             c == 0x2022 || c == 0x2014 || c == '$';
    }
    return true;
  }

  void close(std::size_t first, std::size_t last) {
    if (first >= last) return;
    Sentence s;
    s.tokens = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    s.span = text_.span(s.tokens);
    const Token& end = token(last - 1);
    const bool stopped = end.is(shape_punctuation) || s_[end.span.end - 1] == '.';
    s.heading = !stopped && token(first).is(shape_paragraph_first) && last - first < 25 &&
                (last == text_.tokens.size() || token(last).is(shape_paragraph_first));
    for (std::size_t k = first; k < last; ++k) {
      if (token(k).is(shape_punctuation)) continue;
      text_.tokens[k].shape |= shape_sentence_first;
      break;
    }
    text_.sentences.push_back(s);
  }

  std::string_view s_;
  const Lexicon& lexicon_;
  const TextRules& rules_;
  Text text_;
  Lowered lowered_;
  bool space_ = true;
  bool paragraph_ = true;
};

}  // namespace

Text tokenize(std::string_view source, const Lexicon& lexicon, const TextRules& rules) {
  return Tokenizer(source, lexicon, rules).run();
}

}  // namespace factloom
