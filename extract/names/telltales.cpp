// SPDX-License-Identifier: Apache-2.0
// Phrases that go with one kind of names only: "X, whose shares …", "X employs 4,000 people", "its
// rival X", "an analyst with X", "X won 40 seats", "X's mayor", "the French daily X", "his novel
// X".
#include "extract/base/words.h"
#include "extract/names/candidate.h"
#include "extract/names/words_around.h"

namespace factloom {
namespace {

class Telltales : WordsAround {
 public:
  Telltales(const NameText& names, TokenRange sentence, Candidate& candidate, OwnWords own)
      : WordsAround(names, sentence, candidate, own), c_(candidate), k_(names.rules.classes()) {}

  void weigh() {
    if (has(e_ + 1)) after();
    if (b_ > s_.first + 1) before();
  }

 private:
  void after() {
    if (n_.possessive(e_)) {
      if (n_.is(e_ + 1, Role::town_post) && !n_.capital(e_ + 1) && size() < 3 && !own_.listed_group)
        place(2.5F);                               // "X's MAYOR"
      else if (has(e_ + 1) && n_.capital(e_ + 1))  // "X's Ann Lee was ELECTED"
        of_the_elected();
      return;
    }
    if (n_.is_mark(e_, ',')) return inserted(e_ + 1);
    auto verb = e_;
    if (is_adverb(n_.token(verb).tag)) ++verb;
    for (const auto limit = verb + 3; has(verb + 1) && verb < limit; ++verb) {
      const Token& t = n_.token(verb);
      const bool helps = t.tag == Tag::MD || t.classes.has(k_.have) || is_adverb(t.tag);
      if (!helps || !is_verb(n_.token(verb + 1).tag)) break;
    }
    if (has(verb + 1) && is_verb(n_.token(verb).tag)) acts(verb);
  }

  /// "X, WHOSE SHARES have halved,", "X, 34 PERCENT OF WHICH", "X, WHICH EMPLOYS 4,000 people,"
  void inserted(std::uint32_t i) {
    const Tag tag = n_.token(i).tag;
    if (tag == Tag::WPS) {
      for (auto k = i + 1; has(k) && k < i + 4; ++k) {
        if (n_.is(k, Role::firm_noun)) return firm(3.4F);
        if (!is_adjective(n_.token(k).tag) && !is_noun(n_.token(k).tag)) return;
      }
    }
    if (tag == Tag::WDT && is(i + 1, Role::staffing) && number(i + 2)) return firm(3.0F);
    if (tag == Tag::WDT && wins_seats(i + 1)) return party(3.5F);
    for (auto k = i; has(k + 2) && k < i + 4 && n_.value[k]; ++k)
      if (n_.is(k + 1, Role::of) && n_.token(k + 2).tag == Tag::WDT) return firm(4.0F);
  }

  void acts(std::uint32_t verb) {
    if (wins_seats(verb)) return party(3.0F);
    if (n_.is(verb, Role::staffing) && number(verb + 1)) return firm(3.0F);
    if (n_.is(verb, Role::going) && is(verb + 1, Role::floating) &&
        !(has(verb + 2) && n_.token(verb + 2).tag == Tag::IN && !is_time(verb + 2)))
      return firm(3.2F);
    if (n_.token(verb).classes.has(k_.have) && number(verb + 1) &&
        counted(verb + 1, Role::firm_object))
      return firm(3.0F);
    if (n_.token(verb).classes.has(k_.be)) return superlative(verb + 1);
    if (n_.token(verb).classes.has(k_.reporting)) speaks(verb + 1);
  }

  /// "WON 40 SEATS in parliament"
  bool wins_seats(std::uint32_t verb) const {
    return (is(verb, Role::team_verb) || is(verb, Role::seat_verb)) && number(verb + 1) &&
           counted(verb + 1, Role::seats);
  }

  /// "public IN 1999"; not "public WITH her story"
  bool is_time(std::uint32_t i) const { return has(i + 1) && n_.value[i + 1]; }

  bool number(std::uint32_t i) const {
    if (!has(i)) return false;
    while (has(i + 1) && (is_adverb(n_.token(i).tag) || n_.token(i).tag == Tag::IN ||
                          is_adjective(n_.token(i).tag)))
      ++i;  // "about 4,000", "more than 40"
    return n_.token(i).tag == Tag::CD;
  }

  bool counted(std::uint32_t i, Role what) const {
    for (const auto limit = i + 7; has(i) && i < limit; ++i) {
      if (n_.is(i, what)) return true;
      if (n_.is_mark(i, ',') || is_verb(n_.token(i).tag)) return false;
    }
    return false;
  }

  /// "X is the LARGEST EMPLOYER in the town"
  void superlative(std::uint32_t i) {
    bool most = false;
    for (const auto limit = i + 8; has(i) && i < limit; ++i) {
      const Tag tag = n_.token(i).tag;
      most = most || tag == Tag::JJS;
      if (most && is_noun(tag) && n_.is(i, Role::either_noun) && !is(i + 1, Role::either_noun))
        return firm(3.0F);
      if (!(tag == Tag::DT || tag == Tag::PRPS || tag == Tag::POS || tag == Tag::HYPH ||
            is_adjective(tag) || is_noun(tag) || is_adverb(tag)))
        return;
    }
  }

  /// "X said IT WOULD close two plants", "X said ITS profits fell"
  void speaks(std::uint32_t i) {
    if (size() > 1 && c_.hit.tokens == 0 && n_.longest(b_, b_ + 1).has(SenseKind::first_name))
      return;
    i = said(i);
    if (!has(i + 2) || !n_.token(i).classes.has(k_.neuter)) return;
    const Token& next = n_.token(i + 1);
    const Token& act = n_.token(i + 2);
    const bool acts = next.tag == Tag::MD && act.tag == Tag::VB && !act.classes.has(k_.be);
    const bool has_done =
        next.classes.has(k_.have) && act.tag == Tag::VBN && !act.classes.has(k_.be);
    const bool has_sales = n_.token(i).tag == Tag::PRPS &&
                           (n_.is(i + 1, Role::firm_noun) || n_.is(i + 2, Role::firm_noun));
    if (acts || has_done) body(1.4F);
    if (has_sales) firm(2.4F);
  }

  void before() {
    const auto i = b_ - 1;
    const Token& t = n_.token(i);
    if (n_.is(i, Role::either_noun) && (is_noun(t.tag) || t.tag == Tag::JJ)) return its_rival(i);
    if (n_.is(i, Role::work_noun) && t.tag == Tag::NN && somebodys(i)) return work();
    if (n_.is_mark(i, ',') && n_.is(i - 1, Role::work_noun) && somebodys(i - 1) &&
        (!has(e_) || n_.token(e_).is(shape_punctuation)))
      return work();
    if (!n_.capital(i) && n_.noun_class(i, k_.media) && t.tag != Tag::NNS && daily(i))
      return paper();
    if (n_.is(i, Role::party_adjective) && n_.token(i - 1).tag == Tag::DT && !own_.listed_group &&
        !(has(e_) && is_noun(n_.token(e_).tag)))
      return party(2.6F);
    if (n_.is_mark(i, ',') && n_.is(i - 1, Role::either_noun)) return its_rival(i - 1);
    if (t.tag != Tag::IN) return;
    if (n_.is(i, Role::at) && staff(i - 1)) {
      body(0.5F);
      c_.add(Family::person, -2.0F);
    }
    if (n_.is(i, Role::with) && an_expert(i - 1)) {
      body(2.4F);
      c_.add(Family::person, size() > 1 ? -4.0F : -1.5F);
    }
    if (n_.is(i, Role::of) && size() == 2 && named_before(i - 1)) {  // "Ann Lee of MORGAN PRICE"
      body(1.0F);
      c_.add(Family::person, -2.5F);
    }
    if (n_.is(i, Role::of) && n_.capital(i - 1))
      of_the_elected();  // "CANDIDATES were Ann Lee of X"
    if (n_.is(i, Role::for_) && left(i)) body(2.0F);
    if (n_.is(i, Role::of) && n_.is(i - 1, Role::town_post) && !own_.listed_group && size() < 3 &&
        !n_.capital(i - 1))
      place(2.5F);                                                     // "the BISHOP OF X"
    if (n_.is(i, Role::for_) && n_.is(i - 1, Role::newsman)) paper();  // "a REPORTER FOR X"
    if (n_.is(i, Role::place_preposition) && n_.is(i - 1, Role::starring)) work();
  }

  void of_the_elected() {
    if (own_.listed_group || c_.hit.tokens != 0) return;
    for (auto i = s_.first; i < s_.last; ++i)
      if (n_.is(i, Role::polled) && !to_a_post(i + 1)) return party(3.0F);
  }
  /// "elected CHAIRMAN"
  bool to_a_post(std::uint32_t i) const {
    if (!has(i)) return false;
    const Tag tag = n_.token(i).tag;
    return is_noun(tag) || is_adjective(tag) || tag == Tag::DT || tag == Tag::TO;
  }

  /// "HIS novel X", "Ann Lee'S first film, X"
  bool somebodys(std::uint32_t noun) const {
    for (auto i = noun; i-- > s_.first && i + 4 > noun;) {
      const Tag tag = n_.token(i).tag;
      if (tag == Tag::PRPS || tag == Tag::POS) return !own_.listed_group;
      if (!is_adjective(tag) && tag != Tag::NN && tag != Tag::CD) return false;
    }
    return false;
  }

  /// "the French DAILY X"; not "the station in X", "a weekly lottery"
  bool daily(std::uint32_t i) const {
    const Tag left = n_.token(i - 1).tag;
    return left == Tag::DT || is_adjective(left) || left == Tag::NN || left == Tag::NNP;
  }

  void work() {
    c_.add(Family::product, t_.product, 4.0F);
    for (const Family f : {Family::person, Family::place, Family::organization}) c_.add(f, -2.5F);
  }
  void paper() {
    c_.add(Family::organization, t_.media, 1.5F);
    for (const Family f : {Family::person, Family::place}) c_.add(f, -2.0F);
  }
  void party(float amount) {
    add_body(c_, t_.party, amount);
    for (const Family f : {Family::person, Family::place}) c_.add(f, -1.5F);
  }
  void place(float amount) {
    c_.add(Family::place, t_.place, amount);
    c_.add(Family::person, -1.5F);
  }

  bool staff(std::uint32_t i) const {
    return (n_.noun_class(i, k_.position) || n_.noun_class(i, k_.person)) && !n_.capital(i);
  }

  /// "AN ANALYST with X"; not "his talks with X", "a singer with the band X"
  bool an_expert(std::uint32_t i) const {
    if (n_.token(i).tag != Tag::NN || !n_.noun_class(i, k_.position)) return false;
    for (const auto noun = i; i-- > s_.first && i + 5 > noun;) {
      const Tag tag = n_.token(i).tag;
      if (tag == Tag::DT) return n_.token(i).classes.has(k_.indefinite);
      if (!is_noun(tag) && !is_adjective(tag)) return false;
    }
    return false;
  }

  /// "LEFT Acme FOR X"
  bool left(std::uint32_t i) const {
    if (n_.token(i).tag != Tag::IN || !n_.capital(i - 1)) return false;
    for (auto k = i - 1; k-- > s_.first && k + 5 > i;) {
      if (n_.is(k, Role::leaving)) return true;
      if (!n_.capital(k)) return false;
    }
    return false;
  }

  /// "ITS rival X", "ITS parent, X,": of somebody it would be his or hers.
  void its_rival(std::uint32_t noun) {
    for (auto i = noun; i-- > s_.first && i + 4 > noun;) {
      const Token& t = n_.token(i);
      if (t.tag == Tag::PRPS) {
        if (!t.classes.has(k_.neuter)) return;
        body(size() > 1 ? 1.6F : 2.4F);
        return c_.add(Family::person, -1.2F);
      }
      if (i + 1 == noun && size() == 1 && !c_.hit.has(SenseKind::surname) &&
          n_.longest(i, noun).has(SenseKind::adjective))
        return body(2.0F);  // "French COMPETITOR X"
      if (is_verb(t.tag) && i + 1 == noun && size() == 1 && !n_.common(b_) &&
          (n_.is(i, Role::organization_verb) || n_.is(i, Role::deal_verb) ||
           begins_with_one_of(n_.text.text(i), {"sue", "suing"})))
        return body(2.0F);  // "sued RIVAL X"
      if (!is_adjective(t.tag) && !is_noun(t.tag)) return;
    }
  }

  void body(float amount) { add_no_person(c_, t_.organization, amount); }
  void firm(float amount) { add_firm(c_, amount); }

  Candidate& c_;
  const NameClasses& k_;
};

}  // namespace

void weigh_telltales(const NameText& names, TokenRange sentence, Candidate& candidate,
                     OwnWords own) {
  Telltales(names, sentence, candidate, own).weigh();
}

}  // namespace factloom
