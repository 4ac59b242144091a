// SPDX-License-Identifier: Apache-2.0
// What can be asked of the words around a candidate without weighing anything. Internal to
// extract/names.
#pragma once
#include "extract/names/candidate.h"

namespace factloom {

class WordsAround {
 public:
  WordsAround(const NameText& names, TokenRange sentence, const Candidate& candidate, OwnWords own)
      : n_(names),
        t_(names.rules.types()),
        s_(sentence),
        b_(candidate.tokens.first),
        e_(candidate.tokens.last),
        own_(own) {}

 protected:
  bool has(std::uint32_t i) const { return i >= s_.first && i < s_.last; }
  bool is(std::uint32_t i, Role r) const { return has(i) && n_.is(i, r); }
  std::uint32_t size() const { return e_ - b_; }

  /// It is some body; a list knows better of what kind.
  void add_body(Candidate& c, TypeId type, float amount) const {
    own_.listed_group ? c.add(Family::organization, amount)
                      : c.add(Family::organization, type, amount);
  }
  /// It is a body of a type, or a firm, rather than somebody who bears the name.
  void add_no_person(Candidate& c, TypeId type, float amount) const {
    add_body(c, type, amount);
    c.add(Family::person, -0.5F * amount);
  }
  void add_firm(Candidate& c, float amount) const { add_no_person(c, t_.company, amount); }

  /// "X said LAST WEEK THAT it": the word behind the time and the "that" after a verb of saying.
  std::uint32_t said(std::uint32_t i) const {
    for (const auto limit = i + 3; has(i) && i < limit && n_.value[i]; ++i) {
    }
    return has(i) && n_.token(i).tag == Tag::IN ? i + 1 : i;
  }

  /// Does somebody's name of two words end at `i`?
  bool named_before(std::uint32_t i) const {
    constexpr int common = 5;  // of 9
    if (i < s_.first + 1 || !n_.capital(i) || !n_.capital(i - 1) || n_.common(i)) return false;
    return n_.longest(i - 1, i).has(SenseKind::first_name, common);
  }

  /// "X chief executive Ann Lee", "X's chief executive"
  bool chief(std::uint32_t i) const {
    return n_.is(i, Role::post) && n_.is(i, Role::organization_noun) && is(i + 1, Role::post) &&
           is(i + 1, Role::organization_noun);
  }

  /// "named X chief executive", "becomes chairman and X chief executive"
  bool named_chief() const {
    if (b_ > s_.first + 1 && n_.is(b_ - 1, Role::and_) && n_.is(b_ - 2, Role::post)) return true;
    return b_ > s_.first && n_.token(b_ - 1).classes.has(n_.rules.classes().appoint);
  }

  /// "X said quarterly sales rose": does what is said begin with a firm's figures?
  bool figures(std::uint32_t i) const {
    for (const auto limit = i + 6; has(i + 1) && i < limit; ++i) {
      const Token& t = n_.token(i);
      if (t.tag == Tag::PRP || t.tag == Tag::PRPS || is_finite_verb(t.tag) || n_.capital(i))
        return false;
      if (n_.is(i, Role::firm_noun) &&
          (is_finite_verb(n_.token(i + 1).tag) || n_.token(i + 1).tag == Tag::MD))
        return true;
    }
    return false;
  }

  /// "HSBC": no person, whatever stands behind it.
  bool acronym() const {
    return size() == 1 && n_.token(b_).is(shape_all_upper) && n_.token(b_).span.size() > 3;
  }

  /// "the governing ZNP PARTY"; not "the Leeds party"
  bool of_party(std::uint32_t i) const {
    return size() == 1 && n_.token(b_).is(shape_all_upper) && n_.token(b_).span.size() > 2 &&
           !own_.listed_group && !own_.listed_place && !n_.capital(i) &&
           n_.token(i).tag == Tag::NN && n_.noun_class(i, n_.rules.classes().party);
  }

  /// "Memphis, Missouri"
  bool behind_place() const {
    return b_ > s_.first + 1 && n_.is_mark(b_ - 1, ',') && n_.capital(b_ - 2);
  }

  /// "the RETAILER X", "Retailer X"
  bool trade(std::uint32_t i) const {
    return n_.token(i).tag == Tag::NN && (!n_.capital(i) || (i == s_.first && n_.common(i)));
  }

  /// "an analyst AT X", "worked AT X"; not "fell to 40 centimetres at X"
  bool stays(std::uint32_t at) const {
    if (own_.listed_group || size() > 1 || at == s_.first) return true;
    const auto& k = n_.rules.classes();
    const auto i = at - 1;
    return is_verb(n_.token(i).tag) || n_.noun_class(i, k.position) || n_.noun_class(i, k.person);
  }

  /// "a bulk CARRIER", "two car CARRIERS": ships, no firms.
  bool craft(std::uint32_t i) const {
    return i > s_.first && n_.is(i - 1, Role::craft_load) &&
           n_.noun_class(i, n_.rules.classes().company) && n_.text.text(i).starts_with("carrier");
  }

  /// "a rival OF Acme", "now part OF Acme", where a list has it as a firm
  bool of_firm(std::uint32_t of) const {
    return is(of, Role::of) && has(of + 1) && n_.lists(n_.longest(of + 1, s_.last), t_.company);
  }

  /// "the PURCHASE of X"; a bid is for it
  bool bargain(std::uint32_t i) const {
    return n_.is(i, Role::deal_noun) && n_.word(i).number != 4;
  }

  /// "$3 million", "300 million euros"
  bool money(std::uint32_t i) const {
    for (const auto limit = i + 4; has(i) && i < limit && n_.value[i]; ++i)
      if (n_.is(i, Role::currency_mark) || n_.is(i, Role::currency)) return true;
    return false;
  }

  /// "owns 30 per cent of X", "owns a third of X"
  bool owned_part(std::uint32_t i) const {
    const bool cent = i > s_.first && n_.text.text(i) == "cent" && n_.is(i - 1, Role::per);
    if (!n_.is(i, Role::percent) && !n_.is(i, Role::part_word) && !cent) return false;
    for (auto k = i; k-- > s_.first && k + 6 > i;)
      if (n_.is(k, Role::organization_verb) || n_.is(k, Role::deal_verb)) return true;
    return false;
  }

  const NameText& n_;
  const NameTypes& t_;
  const TokenRange s_;
  const std::uint32_t b_, e_;
  const OwnWords own_;
};

}  // namespace factloom
