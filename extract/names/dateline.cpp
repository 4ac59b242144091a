// SPDX-License-Identifier: Apache-2.0
#include "extract/names/dateline.h"

#include <string_view>

#include "extract/names/values.h"

namespace factloom {
namespace {

constexpr std::size_t head_of_article = 600;  // bytes
constexpr std::uint32_t longest_line = 14;  // tokens of a line that gives the date and little else
constexpr std::uint32_t longest_place = 8;  // tokens of a dateline before its date

class DatelineReader {
 public:
  DatelineReader(const Text& text, TokenRange date) : t_(text), date_(date) {
    line_ = {date.first, date.last};
    while (line_.first > 0 && !breaks(line_.first)) --line_.first;
    while (line_.last < t_.tokens.size() && !breaks(line_.last)) ++line_.last;
  }

  bool found() const { return lone() || before_dash(); }

 private:
  /// Does a line of the text end between a token and the one before it?
  bool breaks(std::uint32_t i) const {
    const std::size_t from = t_.tokens[i - 1].span.end;
    return t_.source.substr(from, t_.tokens[i].span.begin - from).find('\n') !=
           std::string_view::npos;
  }

  /// A name, a number, a mark or "on", "by", "at": what stands beside a date in a line of its own.
  bool beside(std::uint32_t i) const {
    const Token& t = t_.tokens[i];
    return t.is(shape_punctuation) || t.is(shape_digit) || t.is(shape_upper_first) ||
           t.tag == Tag::IN;
  }

  bool lone() const {
    const bool first = line_.first == 0;
    if (line_.last - line_.first > longest_line) return false;
    if (first && (line_.first != date_.first || line_.last != date_.last)) return false;  // a title
    for (std::uint32_t i = line_.first; i < line_.last; ++i)
      if (!(i >= date_.first && i < date_.last) && !beside(i)) return false;
    return true;
  }

  bool dash(std::uint32_t i) const {
    const std::string_view s = t_.text(i);
    return s == "-" || s == "--" || s == "–" || s == "—";
  }

  bool before_dash() const {
    if (date_.first - line_.first > longest_place) return false;
    bool place = date_.first == line_.first;
    for (std::uint32_t i = line_.first; i < date_.first; ++i) {
      if (!t_.tokens[i].is(shape_punctuation) && !t_.tokens[i].is(shape_upper_first)) return false;
      place |= t_.tokens[i].is(shape_all_upper);
    }
    if (!place) return false;
    std::uint32_t i = date_.last;
    while (i < line_.last && (t_.text(i) == "," || t_.text(i) == ".")) ++i;
    if (i < line_.last && t_.text(i) == "(") {
      while (i < line_.last && t_.text(i) != ")") ++i;
      ++i;
    }
    return i < line_.last && dash(i);
  }

  const Text& t_;
  TokenRange date_, line_;
};

}  // namespace

std::string dateline_date(const Text& text, const Mentions& mentions, const NameRules& rules) {
  for (const Mention& m : mentions.mentions) {
    if (text.tokens[m.tokens.first].span.begin > head_of_article) break;
    if (m.type != rules.types().date) continue;
    std::string iso = normalise_date(text, m.tokens, rules, "");
    if (iso.size() == 10 && iso[0] != '-' && DatelineReader(text, m.tokens).found()) return iso;
  }
  return {};
}

}  // namespace factloom
