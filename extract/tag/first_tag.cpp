// SPDX-License-Identifier: Apache-2.0
#include "extract/tag/first_tag.h"

#include <algorithm>

#include "extract/base/words.h"

namespace factloom {

void FirstTag::begin(const Text& text, const Sentence& sentence) {
  text_ = &text;
  first_ = sentence.tokens.first;
  title_ = title_case(sentence);
}

/// A headline in which capitals say nothing: nearly every word has one.
bool FirstTag::title_case(const Sentence& s) const {
  std::uint32_t upper = 0, lower = 0;
  for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
    const Token& x = text_->tokens[t];
    if (x.span.size() < 4 && !x.is(shape_all_upper)) continue;
    if (x.is(shape_upper_first))
      ++upper;
    else if (x.is(shape_lower) && (!s.heading || 5 * ++lower >= s.tokens.size()))
      return false;  // the capitals of all others would be too few
  }
  return upper >= 3 && upper > 4 * lower;
}

Tag FirstTag::any(std::uint32_t t, std::span<const Reading> readings) const {
  const Token& x = text_->tokens[t];
  if (x.is(shape_punctuation)) return mark(t);
  if (x.is(shape_url)) return Tag::NNP;
  if (x.is(shape_number))
    return x.is(shape_paragraph_first) && word(t).ends_with('.') ? Tag::LS : Tag::CD;
  if (x.is(shape_upper_first) && !title_) {
    const Tag capital = capitalised(t, readings);
    if (capital != Tag::none) return capital;
  }
  return readings.empty() ? guess(x, word(t)) : known(x, readings);
}

Tag FirstTag::no_name(std::span<const Reading> readings) {
  for (const Reading& r : readings)
    if (!is_proper_noun(r.tag)) return r.tag;
  return readings[0].tag == Tag::NNPS ? Tag::NNS : Tag::NN;
}

/// A long word in capitals that is no name ("AGREED", "SPEECH") stays what it is; short ones may be
/// acronyms.
static bool may_be_name(std::span<const Reading> readings) {
  return std::any_of(readings.begin(), readings.end(),
                     [](const Reading& r) { return is_proper_noun(r.tag); });
}

bool FirstTag::small_behind(std::uint32_t t, std::span<const Reading> readings) const {
  if (text_->tokens[t].is(shape_all_upper) || readings.empty()) return false;
  const std::string_view before = word(t - 1);
  if (before.size() < 4 || before.back() != '.' || before[1] != '.') return false;
  const Tag tag = readings[0].tag;
  const bool more = t + 1 < text_->tokens.size();
  if (tag == Tag::MD) return more && text_->tokens[t + 1].is(shape_lower);  // no "May 5"
  const bool plural = tag == Tag::NNS && !(more && text_->tokens[t + 1].is(shape_upper_first));
  return (plural || tag == Tag::VBD || tag == Tag::VBZ || tag == Tag::VBN) &&
         !may_be_name(readings);
}

Tag FirstTag::capitalised(std::uint32_t t, std::span<const Reading> readings) const {
  const Token& x = text_->tokens[t];
  if (readings.empty()) return x.is(shape_digit) && !x.is(shape_all_upper) ? Tag::none : Tag::NNP;
  const Reading& best = readings[0];
  if (rules_.is_month(best)) return Tag::NNP;
  const bool initial = x.span.size() == 2 && x.is(shape_period);
  if (initial) return Tag::NNP;
  if (x.is(shape_sentence_first) && !x.is(shape_all_upper)) return Tag::none;
  const bool open = is_noun(best.tag) || is_verb(best.tag) || is_adjective(best.tag) ||
                    best.tag == Tag::RB || best.tag == Tag::UH || best.tag == Tag::FW;
  if (best.tag == Tag::WP && x.is(shape_all_upper)) return Tag::NNP;  // "the WHO"
  if (!open || rules_.is_proper_adjective(best)) return Tag::none;
  if (t == first_ && !x.is(shape_all_upper)) return Tag::none;
  if (x.is(shape_all_upper) && x.span.size() > 4 && !may_be_name(readings)) return Tag::none;
  return best.tag == Tag::NNS || best.tag == Tag::NNPS ? Tag::NNPS : Tag::NNP;
}

Tag FirstTag::guess(const Token& x, std::string_view w) const {
  if (x.is(shape_upper_first) || x.is(shape_mixed)) return Tag::NNP;
  if (x.is(shape_digit)) {
    if (w.ends_with("s")) return Tag::NNS;
    return w.ends_with("th") || w.ends_with("st") || w.ends_with("nd") || w.ends_with("rd")
               ? Tag::JJ
               : Tag::CD;
  }
  if (x.is(shape_hyphen) && !x.is(shape_lower) && before_hyphen(w).ends_with('o'))
    return Tag::JJ;  // "pro-Acme", as against "al-Yousef"
  return rules_.by_suffix(w);
}

Tag FirstTag::mark(std::uint32_t t) const {
  const std::string_view w = word(t);
  switch (w[0]) {
    case ',':
      return Tag::comma;
    case '!':
    case '?':
      return Tag::period;
    case '.':
      return w.size() == 1 ? Tag::period : Tag::colon;
    case ':':
    case ';':
      return Tag::colon;
    case '(':
    case '[':
    case '{':
      return Tag::open_bracket;
    case ')':
    case ']':
    case '}':
      return Tag::close_bracket;
    case '$':
      return Tag::dollar;
    case '&':
      return Tag::CC;
    case '%':
      return Tag::NN;
    case '/':
      return Tag::SYM;
    case '<':
      return is_before_ticker(t) ? Tag::open_bracket : wide_mark(t, w);
    case '>':
      return t >= 2 && is_before_ticker(t - 2) ? Tag::close_bracket : wide_mark(t, w);
    case '-':
      return dash(t);
    case '`':
      return Tag::open_quote;
    case '"':
      return quote_opens(t) ? Tag::open_quote : Tag::close_quote;
    case '\'':
      return apostrophe(t);
    default:
      return wide_mark(t, w);
  }
}

/// "Chevron Corp <CHV> said": no bracket is that of a firm's whole name, "<Gulf Oil Corp>".
bool FirstTag::is_before_ticker(std::uint32_t t) const {
  const std::vector<Token>& all = text_->tokens;
  return t > 0 && t + 2 < all.size() && word(t) == "<" && word(t + 2) == ">" &&
         all[t - 1].is(shape_upper_first) && !all[t + 1].is(shape_space_before) &&
         all[t + 1].is(shape_upper_first) && !all[t + 1].is(shape_lower) &&
         !all[t + 1].is(shape_mixed);
}

Tag FirstTag::dash(std::uint32_t t) const {
  const Token& x = text_->tokens[t];
  const bool joined = !x.is(shape_space_before) && x.span.size() == 1 &&
                      t + 1 < text_->tokens.size() && !text_->tokens[t + 1].is(shape_space_before);
  if (!joined) return Tag::colon;
  const bool numbers =
      t > 0 && text_->tokens[t - 1].is(shape_number) && text_->tokens[t + 1].is(shape_number);
  return numbers ? Tag::SYM : Tag::HYPH;
}

/// "a New York–based firm"
bool FirstTag::between_words(std::uint32_t t) const {
  if (t == 0 || t + 1 >= text_->tokens.size()) return false;
  const Token& next = text_->tokens[t + 1];
  return !text_->tokens[t].is(shape_space_before) && !next.is(shape_space_before) &&
         next.is(shape_lower) && text_->tokens[t - 1].is(shape_upper_first);
}

bool FirstTag::quote_opens(std::uint32_t t) const {
  const bool space_after =
      t + 1 >= text_->tokens.size() || text_->tokens[t + 1].is(shape_space_before);
  if (t == 0) return true;
  if (space_after) return false;
  const Tag before = text_->tokens[t - 1].tag;
  return text_->tokens[t].is(shape_space_before) || before == Tag::open_bracket ||
         before == Tag::HYPH || before == Tag::colon;
}

Tag FirstTag::apostrophe(std::uint32_t t) const {
  if (quote_opens(t)) return Tag::open_quote;
  if (t > 0 && !text_->tokens[t].is(shape_space_before) && word(t - 1).ends_with("s"))
    return Tag::POS;
  return Tag::close_quote;
}

Tag FirstTag::wide_mark(std::uint32_t t, std::string_view w) const {
  if (w == "“" || w == "‘" || w == "«") return Tag::open_quote;
  if (w == "”" || w == "»") return Tag::close_quote;
  if (w == "’") return apostrophe(t);
  if (w == "–" && between_words(t)) return Tag::HYPH;
  if (w == "—" || w == "–") return dash(t) == Tag::SYM ? Tag::SYM : Tag::colon;
  if (w == "…" || w == "•") return Tag::colon;
  if (w == "€" || w == "£" || w == "¥" || w == "₹") return Tag::dollar;
  return Tag::SYM;
}

}  // namespace factloom
