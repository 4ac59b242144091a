// SPDX-License-Identifier: Apache-2.0
// What a name does, or what is done to it, says of its type: clubs beat each other, drugs are
// prescribed, ships sink, shares fall by two percent.
#include "extract/base/words.h"
#include "extract/names/candidate.h"
#include "extract/names/words_around.h"

namespace factloom {
namespace {

/// Collects what the verb behind a candidate, and the one before it, say.
class Deeds : WordsAround {
 public:
  Deeds(const NameText& names, TokenRange sentence, Candidate& candidate, OwnWords own)
      : WordsAround(names, sentence, candidate, own), c_(candidate) {}

  void weigh() {
    if (has(e_) && !n_.possessive(e_)) owned();
    if (c_.kind != MentionKind::name || own_.headed) return;
    if (own_.listed_place) land_or_not();
    if (has(e_)) after();
    if (b_ > s_.first) before();
  }

 private:
  bool listed() const { return own_.listed_group || own_.listed_place; }
  bool country() const { return !c_.canonical.empty(); }

  void owned() {
    auto verb = e_;  // "Acme later moved"
    if (has(e_ + 1) && is_adverb(n_.token(e_).tag) && is_finite_verb(n_.token(e_ + 1).tag)) ++verb;
    owner(verb);
    if (is_finite_verb(n_.token(verb).tag)) owns(verb + 1);
  }

  void after() {
    auto verb = e_;
    if (n_.possessive(e_)) {
      if (is(e_ + 1, Role::player_noun) && sports()) team(2.6F);
      return;
    }
    if (n_.is(e_, Role::player_noun) && !n_.capital(e_) && size() < 3) team(2.6F);
    if (b_ > s_.first && n_.possessive(b_ - 1) && !listed() && !n_.capital(e_) &&
        n_.token(e_).tag == Tag::NN && n_.noun_class(e_, n_.rules.classes().facility))
      place(2.5F);  // "Acme's Illertissen plant"
    if (has(e_ + 1) && is_adverb(n_.token(e_).tag)) ++verb;
    const Tag tag = n_.token(verb).tag;
    if (!is_finite_verb(tag) && tag != Tag::MD) return;
    many(verb);
    if (!governed()) acts(verb);
  }

  /// A name that the lists have for a place, where the grammar of places is another one.
  void land_or_not() {
    const bool the = b_ > s_.first && n_.is(b_ - 1, Role::article) &&
                     n_.token(b_ - 1).tag == Tag::DT && n_.text.text(b_ - 1).size() == 3;
    if (country() && own_.listed_group && !the &&
        n_.text.text(e_ - 1).back() == 's') {  // "Emirates", who are no Emirates without "the"
      c_.add(Family::organization, t_.company, 5.0F);
      c_.add(Family::place, -8.0F);
      c_.canonical = {};
      return;
    }
    if (country() || size() > 2 || !has(e_)) return;
    const Tag next = n_.token(e_).tag;
    if (the && size() == 1 && c_.type[static_cast<std::size_t>(Family::place)] == t_.city &&
        !own_.listed_group &&
        (is_finite_verb(next) || next == Tag::MD ||
         (n_.is_mark(e_, ',') && has(e_ + 1) && !n_.capital(e_ + 1)))) {
      c_.add(Family::product, t_.product, 2.0F);  // "the Dali, which brought down a bridge"
      c_.add(Family::place, -5.0F);
      return;
    }
    if (next == Tag::NN && !n_.capital(e_) && has(e_ + 1) && n_.capital(e_ + 1) &&
        n_.noun_class(e_, n_.rules.classes().position)) {  // "the Columbus lawyer Ann Lee"
      c_.add(Family::person, -2.0F);
    }
  }

  /// "the shops in X closed": another noun is the subject.
  bool governed() const {
    if (b_ < s_.first + 2) return false;
    const auto i = b_ - 1;
    const bool preposition = n_.is(i, Role::place_preposition) ||
                             n_.is(i, Role::move_preposition) || n_.is(i, Role::of) ||
                             n_.is(i, Role::for_);
    return preposition && is_noun(n_.token(i - 1).tag);
  }

  /// "Burnley were relegated": one name, and the verb is plural.
  void many(std::uint32_t verb) {
    const Tag tag = n_.token(verb).tag;
    const auto word = n_.text.text(verb);
    if (country() || n_.common(b_) || (word != "were" && word != "are" && word != "have") ||
        (tag != Tag::VBD && tag != Tag::VBP))
      return;
    if (b_ > s_.first &&
        (n_.is(b_ - 1, Role::and_) || n_.is_mark(b_ - 1, ',') || n_.is(b_ - 1, Role::article)))
      return;
    for (auto i = s_.first; i < b_; ++i)  // "the shops in Leeds were"
      if (n_.token(i).tag == Tag::NNS || n_.token(i).tag == Tag::CC) return;
    sports() ? team(3.0F) : group(1.2F);
  }

  /// What the main verb says of its subject.
  void acts(std::uint32_t verb) {
    const auto& k = n_.rules.classes();
    bool passive = false;
    auto main = verb;
    for (const auto limit = verb + 4; has(main + 1) && main < limit; ++main) {
      const Token& t = n_.token(main);
      const Tag next = n_.token(main + 1).tag;
      const bool helps =
          t.tag == Tag::MD || t.classes.has(k.be) || is_adverb(t.tag) || t.classes.has(k.have);
      if (!helps || !(is_verb(next) || is_adverb(next))) break;
      passive =
          passive ? !is_verb(next) || next == Tag::VBN : t.classes.has(k.be) && next == Tag::VBN;
    }
    if (passive) return done_to(main);
    if (moves_by_percent(main)) return firm(2.4F);
    if (size() < 3 && n_.is(main, Role::craft_verb) && !listed()) {
      c_.add(Family::product, t_.product, 2.0F);
      c_.add(Family::person, -1.2F);
      return;
    }
    if (n_.is(main, Role::nature_verb) && !own_.listed_group) return place(2.5F);
    if (n_.is(main, Role::team_verb) && size() < 3 && sports() && plays()) return team(4.0F);
    if (n_.is(main, Role::body_verb) && !own_.listed_place) {
      group(1.6F);
      if (!listed()) c_.add(Family::person, -0.5F);
      return;
    }
    subject(main);
  }

  /// A lone name before a verb that says nothing is somebody's rather than some body's.
  void subject(std::uint32_t main) {
    if (size() == 2 && c_.hit.tokens == 0 && !n_.common(b_))
      return c_.add(Family::person, t_.person, 0.6F);
    if (size() > 1 || n_.common(b_)) return;
    c_.add(Family::person, t_.person, n_.is(main, Role::event_verb) ? 0.0F : 0.6F);
    if (his_own(main + 1)) c_.add(Family::person, t_.person, 0.9F);
    if (n_.is(main, Role::event_verb) && !listed()) c_.add(Family::event, t_.event, 1.0F);
  }

  /// "X said he would", "X lost her job"
  bool his_own(std::uint32_t i) const {
    const auto& k = n_.rules.classes();
    for (const auto limit = i + 6; has(i) && i < limit; ++i) {
      const Token& t = n_.token(i);
      if (t.tag == Tag::PRP || t.tag == Tag::PRPS)
        return t.classes.has(k.masculine) || t.classes.has(k.feminine);
      if (n_.capital(i) || n_.is_mark(i, ',') || is_noun(t.tag)) return false;
    }
    return false;
  }

  /// "has SOLD", "will SELL", "is SELLING"; not "was named"
  std::uint32_t past_helpers(std::uint32_t verb) const {
    const auto& k = n_.rules.classes();
    for (const auto limit = verb + 3; verb < limit && has(verb + 1); ++verb) {
      const Token& t = n_.token(verb);
      const Tag next = n_.token(verb + 1).tag;
      const bool helps = t.tag == Tag::MD || t.classes.has(k.have) || is_adverb(t.tag) ||
                         (t.classes.has(k.be) && next == Tag::VBG);
      if (!helps || !(is_verb(next) || is_adverb(next))) break;
    }
    return verb;
  }

  /// "X moved ITS headquarters": no person, who would move hers.
  void owner(std::uint32_t verb) {
    const auto& k = n_.rules.classes();
    const Tag first = n_.token(verb).tag;
    if (!(is_finite_verb(first) || first == Tag::MD) || n_.token(verb).classes.has(k.reporting) ||
        !has(verb + 1))
      return;
    verb = past_helpers(verb);
    if (!has(verb + 1) || n_.token(verb).classes.has(k.reporting)) return;
    if (n_.token(verb + 1).tag == Tag::RP && has(verb + 2)) ++verb;  // "gave up its plan"
    const Token& next = n_.token(verb + 1);
    if (next.tag != Tag::PRPS || !next.classes.has(k.neuter) || own_.listed_place) return;
    const ClassSet& act = n_.token(verb).classes;  // "X is its chief", "X heads its board"
    if (act.has(k.be) || act.has(k.become) || act.has(k.leading) || n_.is(verb, Role::member_verb))
      return;
    group(1.6F);
    c_.add(Family::person, -2.0F);
  }

  /// "X fired its chief", "X named Ann Lee as its chief": what acts is a thing.
  void owns(std::uint32_t object) {
    if (own_.listed_place) return;
    const auto& k = n_.rules.classes();
    for (auto i = object; has(i) && i < object + 10; ++i) {
      const auto tag = n_.token(i).tag;
      if (is_finite_verb(tag) || n_.is_mark(i, ',')) return;
      if (tag != Tag::PRPS || !n_.token(i).classes.has(k.neuter)) continue;
      if (i == object || n_.token(i - 1).tag == Tag::IN) {
        group(2.0F);
        if (!own_.headed) c_.add(Family::person, -0.5F);
      }
      return;
    }
  }

  /// "X was prescribed", "X was relegated", "X was held in May"
  void done_to(std::uint32_t main) {
    if (n_.is(main, Role::product_done) && !listed()) {
      c_.add(Family::product, t_.product, 2.0F);
      c_.add(Family::person, -1.5F);
      return;
    }
    if (n_.is(main, Role::event_done) && !listed()) {
      c_.add(Family::event, t_.event, 2.0F);
      c_.add(Family::person, -1.0F);
      return;
    }
    if (n_.is(main, Role::team_verb) && sports() && plays()) return team(3.0F);
    if (size() == 1 && !n_.common(b_)) c_.add(Family::person, t_.person, 0.6F);
  }

  /// "fell 4 percent", "rose by 3 percent"
  bool moves_by_percent(std::uint32_t verb) const {
    if (!n_.is(verb, Role::price_verb) || own_.listed_place || country()) return false;
    for (auto i = verb + 1; has(i) && i < verb + 6; ++i) {
      if (n_.is(i, Role::percent)) return true;
      if (!n_.value[i] && n_.token(i).tag != Tag::IN && !is_adverb(n_.token(i).tag)) return false;
    }
    return false;
  }

  /// "SUED X", "FINED X 3 million euros": whom the text does not name in full
  bool wronged(std::uint32_t verb) const {
    const auto word = n_.text.text(verb);
    if (begins_with_one_of(word, {"fined", "fining"})) return has(e_) && n_.value[e_];
    return one_of(word, {"sue", "sues", "sued", "suing"}) && (!has(e_) || !n_.capital(e_));
  }

  void before() {
    auto i = b_ - 1;
    const bool article = n_.is(i, Role::article) && n_.token(i).tag == Tag::DT;
    if (article && i == s_.first) return;
    if (article) --i;
    if (i > s_.first && n_.is(i, Role::of) && n_.is(i - 1, Role::work_maker) && !listed() &&
        (!article || n_.capital(b_ - 1))) {  // "the novelist of The Salt Road"
      c_.add(Family::product, t_.product, 4.0F);
      c_.add(Family::organization, -3.0F);
      return;
    }
    if (!article && n_.token(i).tag == Tag::RP && n_.is(i, Role::move_preposition) && !listed() &&
        size() < 3 && is_verb(n_.token(i - 1).tag)) {  // "took over X" is no way to X
      c_.add(Family::place, -1.5F);
      return group(0.8F);
    }
    if (is_verb(n_.token(i).tag)) {
      if (!article && bought(i)) return firm(3.0F);
      if (!article && size() == 1 && !listed() && !n_.common(b_) && wronged(i)) return group(1.6F);
      if (article && n_.is(i, Role::win_verb) && !listed()) {  // "won the X"
        c_.add(Family::event, t_.event, 2.4F);
        return;
      }
      if (n_.is(i, Role::product_verb) && !listed()) {
        c_.add(Family::product, t_.product, article ? 1.8F : 2.0F);
        c_.add(Family::person, -1.0F);
        return;
      }
      if (!article && made(i)) {
        c_.add(Family::product, t_.product, 2.4F);
        c_.add(Family::person, -1.2F);
        return;
      }
      if (!article && n_.is(i, Role::place_object) && !own_.listed_group)
        return c_.add(Family::place, t_.place, 1.8F);
      if (!article && n_.is(i, Role::team_verb) && own_.listed_place && sports()) team(4.0F);
      return;
    }
    if (article || country() || i <= s_.first) return;
    if (of_maker(i)) {
      c_.add(Family::product, t_.product, 4.0F);
      c_.add(Family::person, -3.0F);  // "is the market leader"
    }
    if (leads_firms(i)) {
      firm(2.4F);
    } else if (led_by(i)) {
      c_.add(Family::person, t_.person, 1.6F);
    }
    if (n_.is(i, Role::for_) && n_.is(i - 1, Role::violent) && !own_.listed_group)
      c_.add(Family::place, t_.place, 1.6F);  // "the raid on X"
    if (!listed()) return;
    const bool opposed = n_.token(i).tag == Tag::TO || n_.is(i, Role::opponent_preposition);
    if (opposed && (n_.lists(c_.hit, t_.company) ? score()  // "a win over BOEING" in court
                                                 : n_.is(i - 1, Role::sport_noun) ||
                                                       n_.is(i - 1, Role::team_verb) || score()))
      team(4.0F);  // "a defeat by X", "drew 1-1 with X"
  }

  /// "sells X in Europe", "makes X and Y"; not "sells X to Acme", "makes X happy"
  bool made(std::uint32_t verb) const {
    if (!n_.is(verb, Role::making_verb) || listed() || size() > 1 || n_.common(b_)) return false;
    return !has(e_) || n_.token(e_).tag == Tag::IN || n_.token(e_).tag == Tag::CC ||
           n_.token(e_).is(shape_punctuation);
  }

  /// "Acme, WHOSE X is the market leader": what firms have makes no person of it.
  bool of_maker(std::uint32_t whose) const {
    return n_.token(whose).tag == Tag::WPS && size() == 1 && !listed() && !n_.common(b_) &&
           whose > s_.first + 1 && n_.is_mark(whose - 1, ',') && n_.capital(whose - 2) &&
           n_.lists(n_.longest(whose - 2, whose - 1), t_.company);
  }

  /// "bought X for $23 billion"
  bool bought(std::uint32_t verb) const {
    const auto word = n_.text.text(verb);
    return (n_.is(verb, Role::deal_verb) || word == "bought" || word == "buy" ||
            word == "buying") &&
           !country() && has(e_ + 1) && n_.is(e_, Role::for_) && n_.value[e_ + 1] &&
           !own_.listed_place;
  }
  /// "Acme, led by X Y"
  bool led_by(std::uint32_t by) const {
    const auto verb = n_.text.text(by - 1);
    return size() == 2 && !n_.common(b_) && c_.hit.tokens == 0 && n_.text.text(by) == "by" &&
           (verb == "led" || verb == "headed" || verb == "run" || verb == "chaired");
  }
  /// "a CONSORTIUM led by X Y", "a group of COMPANIES led by the builder X Y": by one of them
  bool leads_firms(std::uint32_t by) const {
    if (country() || own_.listed_place) return false;
    if (by > s_.first + 4 && n_.text.text(by - 1) == "the") by -= 2;
    return by > s_.first + 2 && n_.text.text(by) == "by" && n_.text.text(by - 1) == "led" &&
           one_of(n_.text.text(by - 2),
                  {"consortium", "syndicate", "companies", "firms", "banks", "lenders"});
  }

  void team(float amount) {
    if (country() || size() > 3) return;
    c_.add(Family::organization, t_.team, amount);
    c_.add(Family::person, -1.0F);
    c_.add(Family::place, own_.listed_place ? -2.0F : 0.0F);
  }

  /// May the name be a club's? Players are called by lone names as well.
  bool plays() const {
    if (country()) return false;
    if (own_.listed_place) return true;
    if (own_.listed_group)  // "Google faces three suits" after a victory in court
      return !n_.lists(c_.hit, t_.company);
    return size() == 1 && score() && !tennis();
  }

  void group(float amount) { add_body(c_, t_.organization, amount); }
  void firm(float amount) { add_firm(c_, amount); }
  void place(float amount) {
    c_.add(Family::place, t_.place, amount);
    c_.add(Family::person, -1.0F);
  }

  /// Is it a sentence about a match or a club?
  bool sports() const {
    for (auto i = s_.first; i < s_.last; ++i)
      if (n_.is(i, Role::sport_noun)) return true;
    return score();
  }
  bool tennis() const {
    for (auto i = s_.first; i < s_.last; ++i)
      if (n_.is(i, Role::duel_noun)) return true;
    return false;
  }

  /// "voted 6-3", "a 5-4 ruling": judges or councillors on either side, no goals
  bool counted(std::uint32_t dash) const {
    const auto before = dash - 2;
    const auto behind = [&](std::uint32_t i) {
      return is(i, Role::member_verb) || is(i, Role::policy_noun) || is(i, Role::title);
    };
    return (has(before) && dash > s_.first + 1 &&
            (n_.is(before, Role::member_verb) || n_.is(before, Role::organization_verb))) ||
           behind(dash + 2);
  }

  /// "3-0"
  bool score() const {
    const auto number = [&](std::uint32_t i) {
      return n_.token(i).is(shape_number) && n_.token(i).span.size() <= 2;
    };
    for (auto i = s_.first + 1; i + 1 < s_.last; ++i)
      if ((n_.is_mark(i, '-') || n_.text.text(i) == "–") && n_.glued(i) && n_.glued(i + 1) &&
          number(i - 1) && number(i + 1) && !counted(i))
        return true;
    return false;
  }

  Candidate& c_;
};

}  // namespace

void weigh_deeds(const NameText& names, TokenRange sentence, Candidate& candidate, OwnWords own) {
  Deeds(names, sentence, candidate, own).weigh();
}

}  // namespace factloom
