// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/lexer.h"

#include <array>

#include "extract/base/ascii.h"

namespace factloom {
namespace {

bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

/// The marks of one character, by byte.
constexpr std::array<bool, 256> lone_marks = [] {
  std::array<bool, 256> marks{};
  for (const char c : std::string_view(",:|()[]{}?*+=~$@<>!\\"))
    marks[static_cast<unsigned char>(c)] = true;
  return marks;
}();

/// The bytes with which a word goes on whatever stands beside them.
constexpr std::array<bool, 256> word_bytes = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t c = 0x20; c < bytes.size(); ++c) bytes[c] = !lone_marks[c];
  for (const char c : std::string_view(" \"&=!")) bytes[static_cast<unsigned char>(c)] = false;
  return bytes;
}();

class LineLexer {
 public:
  LineLexer(const RuleSource& source, RuleLine& line, Diagnostics& errors)
      : source_(source), line_(line), errors_(errors), s_(line.text) {}

  void run() {
    bool space = false;
    while (at_ < s_.size()) {
      const char c = s_[at_];
      if (blank(c)) {
        space = true;
        ++at_;
        continue;
      }
      if (c == '#' && (at_ == 0 || space)) return;
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return control();
      if (c == '"') {
        if (!string(space)) return;
      } else if (const std::size_t n = mark_length(at_); n > 0) {
        push(RuleTokenKind::mark, at_, n, s_.substr(at_, n), space);
        at_ += n;
      } else {
        word(space);
      }
      space = false;
    }
  }

 private:
  /// Length of the mark at `i`; 0 if a word begins or goes on there.
  std::size_t mark_length(std::size_t i) const {
    const char c = s_[i];
    const char next = i + 1 < s_.size() ? s_[i + 1] : '\0';
    if ((c == '!' || c == '=') && next == (c == '!' ? '=' : '>')) return 2;
    if (c == '&') return i > 0 && is_ascii_upper(s_[i - 1]) && is_ascii_upper(next) ? 0 : 1;
    return lone_marks[static_cast<unsigned char>(c)] ? 1 : 0;
  }

  void push(RuleTokenKind kind, std::size_t begin, std::size_t size, std::string_view text,
            bool space) {
    const Place place{line_.number, static_cast<std::uint32_t>(begin + 1),
                      static_cast<std::uint32_t>(size)};
    line_.tokens.push_back({kind, text, place, space});
  }

  bool goes_on(std::size_t i) const {
    return !blank(s_[i]) && s_[i] != '"' && mark_length(i) == 0 &&
           static_cast<unsigned char>(s_[i]) >= 0x20;
  }
  void word(bool space) {
    const std::size_t begin = at_;
    while (at_ < s_.size() && (word_bytes[static_cast<unsigned char>(s_[at_])] || goes_on(at_)))
      ++at_;
    push(RuleTokenKind::word, begin, at_ - begin, s_.substr(begin, at_ - begin), space);
  }

  bool string(bool space) {
    const std::size_t begin = at_++;
    while (at_ < s_.size() && s_[at_] != '"') at_ += s_[at_] == '\\' ? 2 : 1;
    if (at_ >= s_.size()) {
      fail(begin, s_.size() - begin, "the closing '\"' is missing");
      at_ = s_.size();
      return false;
    }
    ++at_;
    push(RuleTokenKind::string, begin, at_ - begin, s_.substr(begin + 1, at_ - begin - 2), space);
    return true;
  }

  void control() { fail(at_, 1, "a control character; a rule file is plain text"); }

  void fail(std::size_t begin, std::size_t size, std::string message) {
    line_.broken = true;
    errors_.push_back(at_place(
        source_,
        {line_.number, static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(size)},
        std::move(message)));
  }

  const RuleSource& source_;
  RuleLine& line_;
  Diagnostics& errors_;
  std::string_view s_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<RuleLine> lex_rules(const RuleSource& source, Diagnostics& errors) {
  std::vector<RuleLine> lines;
  const std::string_view text = source.text;
  std::size_t begin = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  for (std::uint32_t number = 1; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    RuleLine line;
    line.number = number;
    line.text = text.substr(begin, end - begin);
    LineLexer(source, line, errors).run();
    if (!line.tokens.empty()) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

Diagnostic in_line(const RuleSource& source, std::string_view line, Place place,
                   std::string message) {
  Diagnostic d;
  d.file = source.path;
  d.line = place.line;
  d.column = place.column;
  d.length = place.length;
  d.message = std::move(message);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  d.source_line = std::string(line);
  return d;
}

Diagnostic at_place(const RuleSource& source, Place place, std::string message) {
  std::string_view text = source.text;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  for (std::uint32_t i = 1; i < place.line && !text.empty(); ++i)
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return in_line(source, text.substr(0, text.find('\n')), place, std::move(message));
}

std::string unescaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out += text[i];
  }
  return out;
}

}  // namespace factloom
