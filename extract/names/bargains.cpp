// SPDX-License-Identifier: Apache-2.0
// What is done with firms alone, or by them: they are bid for and spun off, merge, have parents and
// subsidiaries, and somebody holds 20 percent of them.
#include "extract/names/candidate.h"
#include "extract/names/words_around.h"

namespace factloom {
namespace {

class Bargains : WordsAround {
 public:
  Bargains(const NameText& names, TokenRange sentence, Candidate& candidate, OwnWords own)
      : WordsAround(names, sentence, candidate, own), c_(candidate), k_(names.rules.classes()) {}

  void weigh() {
    if (size() > 1 && named_before(e_ - 1)) return;
    if (has(e_ + 1)) after();
    if (b_ > s_.first + 1) before();
  }

 private:
  void firm(float amount) { add_firm(c_, amount); }
  void body(float amount) { add_no_person(c_, t_.organization, amount); }

  void after() {
    if (n_.possessive(e_)) return owns(e_ + 1);
    if (n_.is_mark(e_, ',')) return inserted(e_ + 1);
    if (n_.is(e_, Role::and_) && n_.text.text(e_ + 1) == "its" && mate(e_ + 2)) return firm(2.4F);
    if (n_.is(e_, Role::organization_noun) && !n_.capital(e_) && size() > 1 && somebodys())
      firm(2.0F);  // "Acme's Zorvan Kem UNIT"
    const auto verb = main_verb(e_);
    if (held(verb)) return firm(3.0F);  // "X is 40 percent owned by"
    if (is(verb, Role::founded) && n_.word(verb).number == 0 && n_.token(verb).tag == Tag::VBN &&
        verb > e_ + 1)
      return firm(2.4F);  // "X will be ACQUIRED", "X is being taken over"
    if (n_.token(e_).classes.has(k_.reporting)) speaks(e_ + 1);
  }

  /// The last of "will be acquired", "has been acquired", "was later acquired"
  std::uint32_t main_verb(std::uint32_t i) const {
    for (const auto limit = i + 5; i < limit && has(i + 1); ++i) {
      const Token& t = n_.token(i);
      const bool helps = t.tag == Tag::MD || t.classes.has(k_.be) || t.classes.has(k_.have) ||
                         is_adverb(t.tag) || t.tag == Tag::TO;
      if (!helps) break;
    }
    return i;
  }

  /// "40 percent OWNED by", "half held by"
  bool held(std::uint32_t i) const {
    if (!has(i) || !n_.value[i]) return false;
    for (const auto limit = i + 5; has(i + 1) && i < limit; ++i)
      if (n_.is(i, Role::percent) || n_.is(i, Role::part_word)) {
        if (has(i + 2) && n_.token(i + 1).tag == Tag::HYPH) ++i;
        return n_.token(i + 1).tag == Tag::VBN &&
               (n_.is(i + 1, Role::founded) || n_.is(i + 1, Role::deal_verb));
      }
    return false;
  }

  /// "X and its Dutch PARTNER", "X and its UNIT": a person has hers or his.
  bool mate(std::uint32_t i) const {
    for (const auto limit = i + 4; has(i) && i < limit; ++i) {
      if (n_.text.text(i) == "partner" || n_.is(i, Role::firm_noun) || n_.is(i, Role::either_noun))
        return true;
      if (!is_adjective(n_.token(i).tag) && !n_.token(i).is(shape_upper_first)) return false;
    }
    return false;
  }

  /// "X's biggest SHAREHOLDER", "X's parent"
  void owns(std::uint32_t i) {
    for (const auto limit = i + 4; has(i) && i < limit; ++i) {
      if (n_.is(i, Role::firm_noun) && size() > 1) return firm(2.0F);
      if (n_.is(i, Role::either_noun) && n_.is(i, Role::organization_noun)) return firm(2.0F);
      const Tag tag = n_.token(i).tag;
      if (!is_adjective(tag) && tag != Tag::VBG && tag != Tag::VBN) return;
    }
  }

  /// "X, WHICH IS CONTROLLED by", "X, IN WHICH Acme holds a stake", "X, 40 percent owned by"
  void inserted(std::uint32_t i) {
    if (held(i)) return firm(3.0F);
    if (is(i, Role::place_preposition) && has(i + 1) && n_.token(i + 1).tag == Tag::WDT) {
      for (auto k = i + 2; has(k) && k < i + 10; ++k) {
        if (n_.is(k, Role::percent) || n_.is(k, Role::part_word) ||
            (n_.is(k, Role::stake_word) && is_noun(n_.token(k).tag)))
          return firm(3.0F);
        if (n_.is_mark(k, ',')) return;
      }
    }
    const bool which = has(i) && n_.token(i).tag == Tag::WDT;
    const auto verb = which ? main_verb(i + 1) : i;
    if (which && verb > i + 1 && is(verb, Role::founded) && n_.word(verb).number == 0 &&
        n_.token(verb).tag == Tag::VBN)
      firm(2.6F);
  }

  /// "X said IT had no plans to BID for": a firm by what it speaks of.
  void speaks(std::uint32_t i) {
    i = said(i);
    if (!has(i + 2) || !n_.token(i).classes.has(k_.neuter)) return;
    for (auto k = i + 1; has(k) && k < i + 10; ++k) {
      if (n_.is_mark(k, ',') || n_.token(k).classes.has(k_.reporting)) return;
      if (n_.is(k, Role::deal_noun) || n_.is(k, Role::firm_noun) || n_.is(k, Role::deal_verb) ||
          (n_.is(k, Role::stake_word) && n_.word(k).number == 1) ||
          (n_.token(k - 1).tag == Tag::TO && n_.is(k, Role::organization_verb)))
        return body(2.3F);
    }
  }

  void before() {
    const auto i = b_ - 1;
    if (n_.is_mark(i, ',') && i > s_.first + 1 && n_.text.text(i - 1) == "partner" && its(i - 2))
      return body(1.8F);                                            // "Acme and ITS PARTNER, X"
    if (n_.is(i, Role::with) && merging(i - 1)) return firm(2.4F);  // "a MERGER WITH X"
    if (n_.is(i, Role::for_) && n_.is(i - 1, Role::deal_noun) && n_.word(i - 1).number == 4)
      return firm(2.4F);  // "a BID FOR X"
    if (n_.is(i, Role::place_preposition)) return share(i - 1);
    if (n_.is(i, Role::founded) && n_.token(i - 1).tag == Tag::HYPH)
      return firm(2.4F);  // "the state-OWNED X"
    if (n_.token(i).tag == Tag::VBP && n_.token(i - 1).tag == Tag::NNS &&
        (n_.is(i - 1, Role::firm_noun) || n_.is(i - 1, Role::either_noun)))
      return body(1.6F);  // "its SUBSIDIARIES INCLUDE X"
    if (size() == 2 && is_verb(n_.token(i).tag) && buys(i)) firm(2.0F);
  }

  /// "ITS partner", "ITS Dutch partner"
  bool its(std::uint32_t i) const {
    if (n_.text.text(i) == "its") return true;
    return i > s_.first && (is_adjective(n_.token(i).tag) || n_.capital(i)) &&
           n_.text.text(i - 1) == "its";
  }

  /// "to MERGE with", "a MERGER with"
  bool merging(std::uint32_t i) const {
    return n_.is(i, Role::member_verb) &&
           (n_.is(i, Role::firm_noun) ||
            (n_.is(i, Role::organization_verb) && n_.word(i).number == 0));
  }

  /// "a STAKE OF 8.3 PCT in X", "a CONTROLLING INTEREST in X"
  void share(std::uint32_t i) {
    auto noun = i;
    if (n_.is(i, Role::percent))
      for (const auto limit = i; noun > s_.first && noun + 6 > limit && n_.value[noun]; --noun) {
      }
    if (noun > s_.first && noun < i && n_.is(noun, Role::of)) --noun;
    if (!n_.is(noun, Role::stake_word) || noun <= s_.first) return;
    const auto left = noun - 1;
    const bool told = noun < i || n_.is(left, Role::percent) || n_.is(left, Role::part_word) ||
                      n_.is(left, Role::deal_verb) || n_.token(left).tag == Tag::PRPS;
    if (told && n_.word(noun).number != 1) firm(2.0F);
  }

  /// "to BUY X": two words that are nobody's name, of no player
  bool buys(std::uint32_t verb) const {
    if (!(n_.is(verb, Role::organization_verb) && n_.word(verb).number == 0) || n_.common(b_) ||
        n_.is(verb, Role::firm_verb) || (has(e_) && n_.possessive(e_)) ||
        (n_.token(verb).tag != Tag::VBG && n_.token(verb - 1).tag != Tag::TO))
      return false;
    for (auto i = s_.first; i < s_.last; ++i)
      if (n_.is(i, Role::sport_noun)) return false;
    return true;
  }

  bool somebodys() const {
    if (b_ == s_.first) return false;
    const Token& t = n_.token(b_ - 1);
    return n_.possessive(b_ - 1) || (t.tag == Tag::PRPS && t.classes.has(k_.neuter));
  }

  Candidate& c_;
  const NameClasses& k_;
};

}  // namespace

void weigh_bargains(const NameText& names, TokenRange sentence, Candidate& candidate,
                    OwnWords own) {
  Bargains(names, sentence, candidate, own).weigh();
}

}  // namespace factloom
