// SPDX-License-Identifier: Apache-2.0
#include "extract/names/aliases.h"

#include <algorithm>

#include "extract/names/second_names.h"

namespace factloom {
namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFF;
constexpr std::uint32_t longest_gap = 8;            // tokens between a name and its alias
constexpr unsigned char first_foreign_byte = 0xCE;  // of UTF-8: from Greek on
constexpr std::uint32_t longest_bracket = 30;  // tokens in a bracket with names in other languages

/// Is the token in letters without capitals?
bool foreign(const NameText& names, std::uint32_t k) {
  const auto first = static_cast<unsigned char>(names.text.source[names.token(k).span.begin]);
  return first >= first_foreign_byte && names.token(k).span.size() > 3;
}

class Aliases {
 public:
  Aliases(const NameText& names, std::span<const Candidate> candidates)
      : n_(names), c_(candidates) {}

  AliasOf of(std::uint32_t i) const {
    if (i == 0 || c_[i].kind != MentionKind::name) return {};
    if (said_between(c_[i - 1], c_[i])) return {i - 1, false};
    if (const auto named = in_other_language(i); named != nobody) return {named, true};
    if (const auto born = born_as(i); born != nobody) return {born, true};
    if (const auto called = called_so(i); called != nobody) return {called, true};
    if (const auto called = is_called(i); called != nobody) return {called, true};
    if (const auto called = as_one_is_called(i); called != nobody) return {called, true};
    if (const auto called = known_as(i); called != nobody) return {called, false};
    if (const auto listed = ticker_of(i); listed != nobody) return {listed, true};
    if (const auto other = one_of_several(i); other != nobody) return {other, true};
    return {};
  }

 private:
  /// "X, also known as Y", "X (formerly Y)", "X, née Y"
  bool said_between(const Candidate& a, const Candidate& b) const {
    if (a.kind != MentionKind::name || b.tokens.first <= a.tokens.last ||
        b.tokens.first - a.tokens.last > longest_gap)
      return false;
    if (b.tokens.last < n_.text.tokens.size() && n_.possessive(b.tokens.last))
      return false;  // "Acme was called Bolt's rival"
    bool alias = false;
    for (auto i = a.tokens.last; i < b.tokens.first; ++i) {
      const Tag tag = n_.token(i).tag;
      const bool mark = n_.is_mark(i, ',') || n_.is_mark(i, '(') || tag == Tag::open_quote;
      if (n_.is(i, Role::alias) && is_no_deed(n_, a.tokens.last, i))
        alias = true;
      else if (!mark && !n_.is(i, Role::alias_part))
        return false;
    }
    return alias;
  }

  /// "X (Bulgarian: Y, …", "X (Persian: Z; Arabic: Y)", "X (Y, born …" in letters without capitals
  std::uint32_t in_other_language(std::uint32_t i) const {
    const auto first = c_[i].tokens.first;
    if (first < 2) return nobody;
    if (n_.is_mark(first - 1, '(') && foreign(n_, first)) return before(i, first - 1);
    if (!n_.is_mark(first - 1, ':') || !(foreign(n_, first) || language(first - 2))) return nobody;
    for (auto k = first - 1; k-- > 0 && first - k < longest_bracket;) {
      if (n_.is_mark(k, ')') || n_.token(k).tag == Tag::period) return nobody;
      if (n_.is_mark(k, '(')) return before(i, k);
    }
    return nobody;
  }

  /// "X (born Y; …", "X was born Y in Leeds", "X was born in Leeds as Y"
  std::uint32_t born_as(std::uint32_t i) const {
    const auto first = c_[i].tokens.first;
    if (first < 2 || c_[i].tokens.size() < 2 || listed_as(n_, c_[i], Family::place)) return nobody;
    if (is_born(first - 1)) {
      const bool was = n_.token(first - 2).tag == Tag::VBD;
      return was || n_.is_mark(first - 2, '(') ? before(i, first - 2) : nobody;
    }
    if (n_.text.text(first - 1) != "as") return nobody;
    for (auto k = first - 1; k-- > 1 && first - k < longest_bracket;) {
      const Tag tag = n_.token(k).tag;
      if (tag == Tag::period || is_finite_verb(tag) || n_.is_mark(k, ')')) return nobody;
      if (is_born(k)) return n_.token(k - 1).tag == Tag::VBD ? before(i, k - 1) : nobody;
    }
    return nobody;
  }
  /// "X, as Indians call Y", "X, as investors call the Y"
  std::uint32_t called_so(std::uint32_t i) const {
    constexpr std::uint32_t furthest = 5;  // tokens from "as" to the verb
    auto verb = c_[i].tokens.first;
    if (verb > 1 && n_.is(verb - 1, Role::article)) --verb;
    if (verb < 4 || !n_.is(verb - 1, Role::calling)) return nobody;
    for (auto k = verb - 2; k > 1 && verb - k < furthest; --k) {
      if (n_.is_mark(k, ',')) return nobody;
      if (n_.text.text(k) == "as") return n_.is_mark(k - 1, ',') ? before(i, k - 1) : nobody;
    }
    return nobody;
  }
  /// "X, as Y is called in Mandarin", "X, as Y is better known"
  std::uint32_t is_called(std::uint32_t i) const {
    constexpr std::uint32_t furthest = 4;  // tokens from the name to "called"
    const auto first = c_[i].tokens.first, last = c_[i].tokens.last;
    const auto count = static_cast<std::uint32_t>(n_.text.tokens.size());
    if (first < 2 || n_.text.text(first - 1) != "as" || !n_.is_mark(first - 2, ',')) return nobody;
    if (last >= count || !is_finite_verb(n_.token(last).tag)) return nobody;
    auto k = last + 1;
    while (k < count && k - last < furthest && n_.is(k, Role::alias_part)) ++k;
    return k < count && n_.is(k, Role::alias) ? before(i, first - 2) : nobody;
  }
  /// "X, a utility better known as Y", "X, the state bank known as Y"
  std::uint32_t known_as(std::uint32_t i) const {
    constexpr std::uint32_t furthest = 6;  // words from "a" to "known"
    const auto first = c_[i].tokens.first;
    if (first < 5 || n_.text.text(first - 1) != "as" || !n_.is(first - 2, Role::alias) ||
        n_.is(first - 2, Role::calling))
      return nobody;
    auto k = first - 3;
    while (k > 1 && n_.is(k, Role::alias_part)) --k;
    if (!is_noun(n_.token(k).tag) || n_.capital(k)) return nobody;
    for (; k > 1 && first - k < furthest + 3; --k) {
      if (n_.is(k, Role::article)) return n_.is_mark(k - 1, ',') ? before(i, k - 1) : nobody;
      if (n_.token(k).is(shape_punctuation) || is_finite_verb(n_.token(k).tag)) return nobody;
    }
    return nobody;
  }
  /// "Acme (NYSE: ACM)": the symbol under which a firm's shares are traded.
  std::uint32_t ticker_of(std::uint32_t i) const {
    const auto first = c_[i].tokens.first;
    const bool symbol = first >= 4 && c_[i].tokens.size() == 1 && n_.is_mark(first - 1, ':') &&
                        n_.is_mark(first - 3, '(') && n_.token(first).is(shape_all_upper) &&
                        n_.token(first - 2).is(shape_all_upper) &&
                        !listed_as(n_, c_[i], Family::organization);
    return symbol ? before(i, first - 3) : nobody;
  }
  /// "Acme Tools (Acme, ATC or Acme Corp.)": names alone in the bracket, with "or" between them.
  std::uint32_t one_of_several(std::uint32_t i) const {
    const auto is_or = [&](std::uint32_t k) { return n_.text.text(k) == "or"; };
    const auto part = [&](std::uint32_t k) {
      return n_.capital(k) || n_.is_mark(k, ',') || is_or(k) || n_.is(k, Role::alias_part);
    };
    const auto count = static_cast<std::uint32_t>(n_.text.tokens.size());
    std::uint32_t open = c_[i].tokens.first, close = c_[i].tokens.last;
    bool several = false;
    while (open > 1 && c_[i].tokens.first - open < longest_bracket && part(open - 1))
      several |= is_or(--open);
    if (open <= 1 || !n_.is_mark(open - 1, '(')) return nobody;
    while (close < count && close - open < longest_bracket && part(close))
      several |= is_or(close++);
    return several && close < count && n_.is_mark(close, ')') ? before(i, open - 1) : nobody;
  }

  /// "Lai Qingde, as he is called in China": who was named before and shares a word with it.
  std::uint32_t as_one_is_called(std::uint32_t i) const {
    constexpr std::uint32_t furthest = 40;  // names
    const auto k = c_[i].tokens.last, count = static_cast<std::uint32_t>(n_.text.tokens.size());
    if (c_[i].tokens.size() < 2 || k + 4 >= count || !n_.is_mark(k, ',') ||
        n_.text.text(k + 1) != "as" || n_.token(k + 2).tag != Tag::PRP ||
        !is_finite_verb(n_.token(k + 3).tag))
      return nobody;
    auto verb = k + 4;
    while (verb + 1 < count && n_.is(verb, Role::alias_part)) ++verb;
    if (!n_.is(verb, Role::alias)) return nobody;
    for (auto j = i; j-- > 0 && i - j < furthest;)
      if (c_[j].kind == MentionKind::name && shares_word(c_[j], c_[i])) return j;
    return nobody;
  }
  bool shares_word(const Candidate& a, const Candidate& b) const {
    for (auto x = a.tokens.first; x < a.tokens.last; ++x)
      for (auto y = b.tokens.first; y < b.tokens.last; ++y)
        if (n_.capital(x) && n_.text.text(x) == n_.text.text(y)) return true;
    return false;
  }
  bool language(std::uint32_t k) const { return n_.longest(k, k + 1).has(SenseKind::adjective); }
  bool is_born(std::uint32_t k) const { return n_.is(k, Role::born) && n_.text.text(k) == "born"; }

  /// The name that ends at the token, and stands before candidate i.
  std::uint32_t before(std::uint32_t i, std::uint32_t token) const {
    while (i-- > 0) {
      const auto end = c_[i].tokens.last + c_[i].honours;
      if (end == token && c_[i].kind == MentionKind::name) return i;
      if (c_[i].tokens.last < token) return nobody;
    }
    return nobody;
  }

  const NameText& n_;
  std::span<const Candidate> c_;
};

}  // namespace

bool may_be_second_name(const NameText& names, const Candidate& candidate) {
  const auto first = candidate.tokens.first, last = candidate.tokens.last;
  if (first == 0 || candidate.kind != MentionKind::name) return false;
  const auto end = static_cast<std::uint32_t>(names.text.tokens.size());
  if (candidate.tokens.size() > 1 && last + 1 < end && names.is_mark(last, ',') &&
      names.text.text(last + 1) == "as")
    return true;
  if (names.text.text(first - 1) == "as") return true;
  for (auto k = first; k-- > 0 && first - k < longest_bracket;) {
    const NameWord& word = names.word(k);
    if (word.is(Role::alias) || word.is(Role::calling) || word.is(Role::born) ||
        names.is_mark(k, '(') || names.is_mark(k, ':'))
      return true;
    const Token& t = names.token(k);
    const bool part = word.is(Role::alias_part) || word.is(Role::article) ||
                      t.is(shape_punctuation) || t.tag == Tag::POS || names.capital(k) ||
                      (word.is(Role::place_preposition) && k + 1 < first);  // "in Chinese as"
    if (!part) return false;
  }
  return false;
}

AliasOf alias_of(const NameText& names, std::span<const Candidate> candidates, std::uint32_t i) {
  return Aliases(names, candidates).of(i);
}

std::uint32_t foreign_name_end(const NameText& names, std::uint32_t i, std::uint32_t last) {
  if (i < 2 || names.capital(i) || !foreign(names, i)) return i;
  const bool told = names.is_mark(i - 1, ':') && names.capital(i - 2);
  const bool bracket = names.is_mark(i - 1, '(') && names.capital(i - 2);
  auto end = i;
  while (end < last && !names.value[end] &&
         (foreign(names, end) || (names.capital(end) && end > i)))
    ++end;
  return (told || bracket) && end - i < longest_gap ? end : i;
}

}  // namespace factloom
