// SPDX-License-Identifier: Apache-2.0
#include "extract/tag/tagger.h"

#include <bit>

namespace factloom {
namespace {

constexpr std::uint32_t window = 64;  ///< tokens whose tags fit one mask
constexpr std::uint32_t overlap = 8;

class Tagger {
 public:
  Tagger(Text& text, const Lexicon& lexicon, const TagRules& rules)
      : text_(text), lexicon_(lexicon), rules_(rules), words_(rules.word_count() + 1, 0) {}

  void run() {
    for (const Sentence& s : text_.sentences) {
      const bool title = title_case(s);
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t)
        text_.tokens[t].tag = first_tag(t, s, title);
      if (s.tokens.size() > 1) apply_rules(s.tokens);
      for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) complete(text_.tokens[t]);
    }
  }

 private:
  std::string_view word(std::uint32_t t) const { return text_.text(t); }

  /// A headline in which capitals say nothing: nearly every word has one.
  bool title_case(const Sentence& s) const {
    std::uint32_t upper = 0, lower = 0;
    for (std::uint32_t t = s.tokens.first; t < s.tokens.last; ++t) {
      const Token& x = text_.tokens[t];
      if (x.span.size() < 4 && !x.is(shape_all_upper)) continue;
      if (x.is(shape_upper_first))
        ++upper;
      else if (x.is(shape_lower))
        ++lower;
    }
    return upper >= 3 && upper > 4 * lower && (s.heading || lower == 0);
  }

  Tag first_tag(std::uint32_t t, const Sentence& s, bool title) const {
    const Token& x = text_.tokens[t];
    if (x.is(shape_punctuation)) return mark(t);
    if (x.is(shape_url)) return Tag::NNP;
    if (x.is(shape_number)) return Tag::CD;
    const auto readings =
        x.word == WordId::none ? std::span<const Reading>{} : lexicon_.readings(x.word);
    if (x.is(shape_upper_first) && !title) {
      const Tag capital = capitalised(t, s, readings);
      if (capital != Tag::none) return capital;
    }
    if (!readings.empty()) return readings[0].tag;
    return guess(x, word(t));
  }

  Tag capitalised(std::uint32_t t, const Sentence& s, std::span<const Reading> readings) const {
    const Token& x = text_.tokens[t];
    if (readings.empty()) return x.is(shape_digit) && !x.is(shape_all_upper) ? Tag::none : Tag::NNP;
    const Reading& best = readings[0];
    if (best.classes.has(rules_.month)) return Tag::NNP;
    const bool initial = x.span.size() == 2 && x.is(shape_period);
    if (initial) return Tag::NNP;
    if (x.is(shape_sentence_first) && !x.is(shape_all_upper)) return Tag::none;
    const bool open = is_noun(best.tag) || is_verb(best.tag) || is_adjective(best.tag) ||
                      best.tag == Tag::RB || best.tag == Tag::UH || best.tag == Tag::FW;
    if (!open || best.classes.has(rules_.proper_adjective)) return Tag::none;
    if (x.is(shape_all_upper) && x.span.size() == 1) return Tag::none;
    const bool inside = t > s.tokens.first;
    if (!inside && !x.is(shape_all_upper)) return Tag::none;
    return best.tag == Tag::NNS || best.tag == Tag::NNPS ? Tag::NNPS : Tag::NNP;
  }

  Tag guess(const Token& x, std::string_view w) const {
    if (x.is(shape_upper_first) || x.is(shape_mixed)) return Tag::NNP;
    if (x.is(shape_digit)) {
      if (w.ends_with("s")) return Tag::NNS;
      return w.ends_with("th") || w.ends_with("st") || w.ends_with("nd") || w.ends_with("rd")
                 ? Tag::JJ
                 : Tag::CD;
    }
    return rules_.by_suffix(w);
  }

  Tag mark(std::uint32_t t) const {
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
  Tag dash(std::uint32_t t) const {
    const Token& x = text_.tokens[t];
    const bool joined = !x.is(shape_space_before) && x.span.size() == 1 &&
                        t + 1 < text_.tokens.size() && !text_.tokens[t + 1].is(shape_space_before);
    if (!joined) return Tag::colon;
    const bool numbers =
        t > 0 && text_.tokens[t - 1].is(shape_number) && text_.tokens[t + 1].is(shape_number);
    return numbers ? Tag::SYM : Tag::HYPH;
  }
  bool quote_opens(std::uint32_t t) const {
    const bool space_after =
        t + 1 >= text_.tokens.size() || text_.tokens[t + 1].is(shape_space_before);
    return text_.tokens[t].is(shape_space_before) || (t == 0 && !space_after)
               ? !space_after || t == 0
               : false;
  }
  Tag apostrophe(std::uint32_t t) const {
    if (quote_opens(t)) return Tag::open_quote;
    if (t > 0 && !text_.tokens[t].is(shape_space_before) && word(t - 1).ends_with("s"))
      return Tag::POS;
    return Tag::close_quote;
  }
  Tag wide_mark(std::uint32_t t, std::string_view w) const {
    if (w == "“" || w == "‘" || w == "«") return Tag::open_quote;
    if (w == "”" || w == "»") return Tag::close_quote;
    if (w == "’") return apostrophe(t);
    if (w == "—" || w == "–") return dash(t) == Tag::SYM ? Tag::SYM : Tag::colon;
    if (w == "…" || w == "•") return Tag::colon;
    if (w == "€" || w == "£" || w == "¥" || w == "₹") return Tag::dollar;
    return Tag::SYM;
  }

  // ---- context rules
  // -----------------------------------------------------------------------------------------
  void apply_rules(TokenRange range) {
    for (std::uint32_t from = range.first;; from += window - overlap) {
      const std::uint32_t to = std::min(range.last, from + window);
      apply_window({from, to});
      if (to == range.last) return;
    }
  }

  void apply_window(TokenRange r) {
    masks_.fill(0);
    capitals_ = 0;
    named_ = rules_.naming(0);
    present_.assign(named_.size(), 0);
    for (std::uint32_t t = r.first; t < r.last; ++t) {
      const std::uint64_t bit = std::uint64_t{1} << (t - r.first);
      const Token& x = text_.tokens[t];
      if (masks_[static_cast<std::size_t>(x.tag)] == 0) unite(present_, rules_.changing(x.tag));
      masks_[static_cast<std::size_t>(x.tag)] |= bit;
      const std::uint16_t word = rules_.word_number(x.word);
      if (word != 0 && words_[word] == 0) unite(named_, rules_.naming(word));
      words_[word] |= bit;
      if (x.is(shape_upper_first)) capitals_ |= bit;
    }
    run_rules(r.first);
    for (std::uint32_t t = r.first; t < r.last; ++t)
      words_[rules_.word_number(text_.tokens[t].word)] = 0;
  }
  static void unite(TagRules::RuleSet& set, const TagRules::RuleSet& more) {
    for (std::size_t i = 0; i < set.size(); ++i) set[i] |= more[i];
  }
  /// Runs, in order, the rules whose tag and word occur in the window; a change may wake later
  /// ones.
  void run_rules(std::uint32_t first) {
    for (std::size_t block = 0; block < named_.size(); ++block) {
      std::uint64_t left = ~std::uint64_t{0};
      while ((left & named_[block] & present_[block]) != 0) {
        const auto at = std::countr_zero(left & named_[block] & present_[block]);
        left = at == 63 ? 0 : ~std::uint64_t{0} << (at + 1);
        const TagRule& rule = rules_.rules()[block * 64 + static_cast<std::size_t>(at)];
        std::uint64_t hits = masks_[static_cast<std::size_t>(rule.before)];
        for (std::size_t i = 0; hits != 0 && i < rule.count; ++i) hits &= where(rule.conditions[i]);
        if (hits == 0) continue;
        change(rule, hits, first);
        unite(present_, rules_.changing(rule.after));
      }
    }
  }
  /// The tokens for which a condition holds.
  std::uint64_t where(const TagCondition& c) const {
    const std::uint64_t mask = c.tag != Tag::none ? masks_[static_cast<std::size_t>(c.tag)]
                               : c.word != 0      ? words_[c.word]
                                                  : capitals_;
    std::uint64_t hits = 0;
    for (int d = c.from; d <= c.to; ++d)
      if (d != 0 || c.from == c.to) hits |= d < 0 ? mask << -d : mask >> d;
    return hits;
  }
  void change(const TagRule& rule, std::uint64_t hits, std::uint32_t first) {
    while (hits != 0) {
      const auto at = static_cast<std::uint32_t>(std::countr_zero(hits));
      const std::uint64_t bit = std::uint64_t{1} << at;
      hits &= ~bit;
      Token& x = text_.tokens[first + at];
      if (!may_have(x, rule.after)) continue;
      masks_[static_cast<std::size_t>(rule.before)] &= ~bit;
      masks_[static_cast<std::size_t>(rule.after)] |= bit;
      x.tag = rule.after;
    }
  }
  /// A known word takes only the tags that the lexicon gives it, or a name's.
  bool may_have(const Token& x, Tag tag) const {
    if (is_proper_noun(tag)) return !x.is(shape_lower);
    if (x.word == WordId::none) return true;
    for (const Reading& r : lexicon_.readings(x.word))
      if (r.tag == tag || (tag == Tag::VBP && r.tag == Tag::VB) ||
          (tag == Tag::VB && r.tag == Tag::VBP) ||
          (tag == Tag::JJ && (r.tag == Tag::VBN || r.tag == Tag::VBG)) ||
          (tag == Tag::NN && r.tag == Tag::VBG) || (tag == Tag::VBN && r.tag == Tag::VBD) ||
          (tag == Tag::VBD && r.tag == Tag::VBN))
        return true;
    return false;
  }

  void complete(Token& x) const {
    if (x.word == WordId::none) {
      if (!x.is(shape_lower) || x.is(shape_digit)) return;
      x.lemma = lexicon_.lemma(text_.text(x), x.tag);
      if (x.lemma != WordId::none) x.classes = classes(x.lemma, x.tag);
      return;
    }
    for (const Reading& r : lexicon_.readings(x.word))
      if (r.tag == x.tag) {
        x.lemma = r.lemma;
        x.classes = r.classes;
        return;
      }
    nearest_reading(x);
  }
  /// A name or a tag that the lexicon lacks: the reading of the nearest kind.
  void nearest_reading(Token& x) const {
    x.lemma = x.word;
    for (const Reading& r : lexicon_.readings(x.word)) {
      const bool same = (is_noun(r.tag) && is_noun(x.tag)) || (is_verb(r.tag) && is_verb(x.tag)) ||
                        (is_adjective(r.tag) && is_adjective(x.tag)) ||
                        (is_verb(r.tag) && x.tag == Tag::JJ);
      if (!same) continue;
      x.lemma = r.lemma;
      x.classes = r.classes;
      return;
    }
    if (!lexicon_.readings(x.word).empty() && !is_proper_noun(x.tag))
      x.classes = lexicon_.readings(x.word)[0].classes;
  }
  ClassSet classes(WordId lemma, Tag tag) const {
    for (const Reading& r : lexicon_.readings(lemma))
      if ((is_noun(r.tag) && is_noun(tag)) || (is_verb(r.tag) && is_verb(tag)) ||
          (is_adjective(r.tag) && is_adjective(tag)))
        return r.classes;
    return {};
  }

  Text& text_;
  const Lexicon& lexicon_;
  const TagRules& rules_;
  std::array<std::uint64_t, static_cast<std::size_t>(Tag::count)> masks_{};
  std::vector<std::uint64_t> words_;
  std::uint64_t capitals_ = 0;
  TagRules::RuleSet named_, present_;  ///< rules whose word, whose tag occurs in the window
};

}  // namespace

void tag(Text& text, const Lexicon& lexicon, const TagRules& rules) {
  Tagger(text, lexicon, rules).run();
}

}  // namespace factloom
