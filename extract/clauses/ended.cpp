// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/ended.h"

#include <algorithm>

#include "extract/base/words.h"
#include "extract/clauses/lapsed.h"
#include "extract/clauses/offices.h"

namespace factloom {
namespace {

class PastReader {
 public:
  PastReader(const Links& links, std::uint16_t node, const GroupContext& context)
      : l_(links), verb_(node), c_(context), k_(context.classes) {
    when_ = l_.target(verb_, LinkKind::when) >= 0;
  }

  bool is_over(bool states) const {
    const bool holds = head().has(k_.state_verb) || head().has(k_.holding) || head().has(k_.become);
    if (states && holds && group().form != VerbForm::infinitive && holder_went()) return true;
    if (states && head().has(k_.state_verb) && group().form == VerbForm::infinitive &&
        was_ranked(l_, verb_, c_))
      return true;
    if (group().form == VerbForm::gerund && (spanned() || (states && told_beside()))) return true;
    if (group().form == VerbForm::participle && group().tokens.size() > 1 &&
        (classes(group().tokens.first).has(k_.formerly) ||
         classes(group().tokens.first).has(k_.former)))
      return true;  // "a firm THEN run by Ann Lee"
    if (group().form == VerbForm::participle && states && (at_the_time() || spanned())) return true;
    const std::string_view act = c_.text.text(group().head);
    if (group().past && states && act == "owned" && (then_only() || dated())) return true;
    if (states && act == "owned" && group().past && group().passive && !group().perfect &&
        !group().negated && told_as_past() && !has_since())
      return true;  // "WAS OWNED by Acme"
    if (group().past && states && act == "controlled" && told_as_past() && of_which()) return true;
    if (states && head().has(k_.career) && told_as_past() && once_did()) return true;
    const std::uint16_t g = l_.nodes[verb_].group;
    if (g >= 3 && group().form == VerbForm::participle && l_.groups[g - 1u].date &&
        classes(l_.groups[g - 2u].head).has(k_.until))
      return true;  // "the firm, UNTIL MAY led by Ann Lee"
    if (!group().past) return false;
    if (lasted_until() || before_another()) return true;
    if (act == "married" && group().passive && group().perfect && told_as_past() && !has_since())
      return true;
    if (states && spanned() && !made_work(true)) return true;  // "controlled it from 1985 to 1992"
    if (!states || !told_as_past() || !head().has(k_.state_verb) || made_work()) return false;
    if (lasted_for() || spanned()) return true;
    const bool plain = !head().has(k_.light_verb) || head().has(k_.holding) || told_of();
    return (group().perfect || plain) && !has_since();
  }
  /// "whose firm THEN owned it"
  bool then_only() const {
    return group().tokens.size() > 1 && classes(group().tokens.first).has(k_.former);
  }
  /// "a striker WHO PLAYED for Acme"; not "who played for it on Sunday"
  bool once_did() const {
    const std::uint16_t g = l_.nodes[verb_].group;
    if (!group().past || group().tokens.size() > 1 || g == 0 ||
        l_.groups[g - 1u].kind != GroupKind::relative)
      return false;
    return std::none_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::when && l.from == verb_ && l.to < l_.groups.size() &&
             classes(l_.groups[l.to].head).has(k_.weekday);
    });
  }
  /// "a bank WHICH ACME CONTROLLED"
  bool of_which() const {
    const std::uint16_t g = l_.nodes[verb_].group;
    return g > 1 && l_.groups[g - 2u].kind == GroupKind::relative && group().tokens.size() == 1;
  }
  /// "a bank HE OWNED", "WHO OWNED it"; "owned it" alone, "already owned it" may go on
  bool told_of() const {
    const std::uint16_t g = l_.nodes[verb_].group;
    if (g == 0 || group().tokens.size() > 1) return false;
    if (l_.groups[g - 1u].kind == GroupKind::relative) return true;
    return g > 1 && l_.groups[g - 1u].pronoun &&
           (l_.groups[g - 2u].kind == GroupKind::noun ||
            l_.groups[g - 2u].kind == GroupKind::relative);
  }
  /// "directed the FILM Lava": what is made once does not cease.
  bool made_work(bool several = false) const {
    const int what = l_.target(verb_, group().passive ? LinkKind::subject : LinkKind::object);
    if (what < 0) return false;
    const TokenRange work = l_.groups[static_cast<std::size_t>(what)].tokens;
    if (work.first > 0 && (c_.text.tokens[work.first - 1].tag == Tag::open_quote ||
                           c_.text.tokens[work.first].tag == Tag::open_quote))
      return true;  // "directed "The Salt Road""
    for (auto t = work.first; t < work.last; ++t)
      if (classes(t).has(k_.creation) &&
          (c_.text.tokens[t].tag == Tag::NN || (several && c_.text.tokens[t].tag == Tag::NNS)))
        return true;
    return false;
  }
  /// For a noun.
  bool is_past_post() const {
    if (put_off()) return false;
    const bool mere = is_mere_firm(classes(l_.nodes[verb_].head), k_);
    if (!mere && left_before(l_, l_.nodes[verb_].group, c_)) return true;
    return (!mere && (dated_post() || until_then())) || at_the_time() || changed_hands() ||
           formerly_both() || formerly_at() || once_both(l_, verb_, c_);
  }
  /// "an economist FORMERLY with the bank"
  bool formerly_at() const {
    const std::uint32_t after = group().tokens.last;
    return after + 1 < c_.text.tokens.size() && classes(after).has(k_.formerly) &&
           classes(after + 1).has(k_.preposition);
  }
  /// "EXTENDED its embargo until 2026", "SUSPENDED the tariffs until July": over then, or not
  bool put_off() const {
    const std::uint16_t g = l_.nodes[verb_].group;
    if (g == 0 || l_.groups[g - 1u].kind != GroupKind::verb ||
        !classes(l_.nodes[verb_].head).has(k_.policy))
      return false;
    const std::string_view word = c_.text.text(l_.groups[g - 1u].head);
    return begins_with_one_of(word, {"exten", "renew", "prolong", "suspend", "delay", "postpone",
                                     "paus", "fro", "keep", "kept"});
  }
  /// "chief of Acme UNTIL 2019"; not "led the Chilean FIRM Acme until 2019"
  bool dated_post() const {
    return any_date([&](std::uint32_t t) { return classes(t).has(k_.until); }) || spanned() ||
           dated();
  }
  /// "a FORMER minister and MAYOR of Leeds"; not "a former minister and THE mayor of Leeds"
  bool formerly_both() const {
    const std::uint16_t g = l_.nodes[verb_].group;
    if (g < 2 || l_.groups[g - 1u].kind != GroupKind::coordinator) return false;
    const Tag first = c_.text.tokens[group().tokens.first].tag;
    if (first == Tag::DT || first == Tag::PRPS || group().mention != MentionId::none ||
        (!head().has(k_.position) && !head().has(k_.head_post)))
      return false;
    return said_former(g - 2u) || (l_.conjunct_of[g] != g && said_former(l_.conjunct_of[g]));
  }
  /// "a FORMER minister and", "a FORMER editor of Acme and"
  bool said_former(std::size_t g) const {
    const Group& other = l_.groups[g];
    if (other.kind != GroupKind::noun) return false;
    for (std::uint32_t t = other.tokens.first; t < other.head; ++t)
      if (classes(t).has(k_.former)) return true;
    return false;
  }
  /// For a verb before which a phrase says as what its subject acted.
  bool acted_then(std::uint16_t noun) const {
    const std::uint16_t g = l_.nodes[noun].group;
    const bool fronted = std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::preposition && l.from == verb_ && l.to == g &&
             g < l_.nodes[verb_].group;
    });
    if (!fronted && !acted_as(g)) return false;
    if (!group().past || head().has(k_.reporting) || !told_as_past()) return false;
    return std::none_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::when && l.from == verb_ && l.to < l_.groups.size() &&
             classes(l_.groups[l.to].head).has(k_.weekday);
    });
  }
  /// "Ann Lee, who signed the law AS HEALTH MINISTER"; not "who took over AS CHIEF"
  bool acted_as(std::uint16_t post) const {
    const std::uint16_t g = l_.nodes[verb_].group;
    if (g == 0 || post < g || l_.groups[g - 1u].kind != GroupKind::relative ||
        head().has(k_.beginning) || head().has(k_.become))
      return false;
    const Tag first = c_.text.tokens[l_.groups[post].tokens.first].tag;
    return first != Tag::DT && first != Tag::PRPS &&
           !begins_with_one_of(c_.text.text(group().head),
                               {"took", "return", "came", "start", "began", "continu", "went"});
  }
  bool was_then() const {
    const bool state = group().copula || head().has(k_.serve) || head().has(k_.include);
    if (state && !group().passive && holder_went()) return true;
    if (group().passive && head().has(k_.appoint) && left_it()) return true;
    if (!group().past || group().passive || !state || !told_as_past()) return false;
    return !group().perfect || !has_since();
  }
  /// For a verb of which who has the post is the subject or object.
  bool dismissed(std::uint16_t noun) const {
    const Group& v = group();
    if (v.negated || v.modal != UINT32_MAX) return false;
    const ClassSet& said = classes(l_.nodes[noun].head);
    if (said.has(k_.person) && !said.has(k_.position) && !said.has(k_.headship) &&
        !said.has(k_.standing_noun))
      return false;  // "his FRIEND Ann Lee resigned": she is his friend
    if (said.has(k_.agreement) && v.past && v.form == VerbForm::finite &&
        c_.text.text(v.head).starts_with("end"))
      return l_.target(verb_, LinkKind::object) == l_.nodes[noun].group;  // "ENDED its TREATY"
    if (loses_own(noun)) return true;
    const bool follows = head().has(k_.succession) && v.past;  // "REPLACED its chief"
    if (!head().has(k_.dismissal) && !follows) return false;
    if (v.form != VerbForm::finite && !v.passive) return false;
    if (v.form == VerbForm::finite && !v.past && !v.passive && !v.perfect &&
        l_.target(verb_, LinkKind::when) >= 0)
      return false;                 // "retires in May"
    for (const Link& l : l_.links)  // "the PRESIDENT, once dismissed as MINISTER"
      if (l.from == verb_ && by_preposition(l, "as", c_) &&
          other_office(c_.text, l_.nodes[noun].head, l_.nodes[l.to].head))
        return false;
    const std::uint16_t g = l_.nodes[noun].group;
    const bool acts = !v.passive && l_.target(verb_, LinkKind::object) >= 0;
    if (follows && !acts && !v.passive) return false;
    const int who = l_.target(verb_, acts ? LinkKind::object : LinkKind::subject);
    return who == g || std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
             return l.kind == LinkKind::apposition && l.from == who && l.to == g;
           });
  }

 private:
  /// "LOST ITS CHAIRMAN", "who had LOST THEIR LEADER Ann Lee"; not "to injury"
  bool loses_own(std::uint16_t noun) const {
    const Group& v = group();
    const std::uint16_t g = l_.nodes[noun].group;
    if (!one_of(c_.text.text(v.head), {"lost", "loses"}) || v.passive || !happened(v) ||
        l_.target(verb_, LinkKind::object) != g ||
        c_.text.tokens[l_.groups[g].tokens.first].tag != Tag::PRPS)
      return false;
    for (std::uint32_t t = l_.groups[g].tokens.last; t < l_.groups.back().tokens.last; ++t)
      if (one_of(c_.text.text(t), {"injury", "illness", "suspension"})) return false;
    return true;
  }
  const Group& group() const { return l_.groups[l_.nodes[verb_].group]; }
  const ClassSet& head() const { return classes(group().head); }
  const ClassSet& classes(std::uint32_t token) const { return c_.text.tokens[token].classes; }
  /// The classes of the word before a date that says when.
  template <typename Test>
  bool any_date(Test test) const {
    return when_ && std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
             return l.kind == LinkKind::when && l.from == verb_ && l.to > 0 &&
                    l.to < l_.groups.size() && !in_clause_about(l.to) &&
                    test(l_.groups[l.to - 1u].head);
           });
  }

  /// "until 1990, WHEN she moved": the date that a relative word stands for
  bool in_clause_about(std::uint16_t date) const {
    for (std::size_t k = date + 1u; k < l_.nodes[verb_].group; ++k)
      if (l_.groups[k].kind == GroupKind::relative) return true;
    return false;
  }
  /// "led it UNTIL 1990", "had UNTIL LAST YEAR led it", "led it UNTIL she retired"
  bool lasted_until() const {
    if (!l_.words.has(k_.until)) return false;
    if (any_date([&](std::uint32_t t) { return classes(t).has(k_.until); })) return true;
    const bool until_event = std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::preposition && l.from == verb_ && l.to > 0 &&
             l.to < l_.groups.size() && classes(l_.groups[l.to - 1u].head).has(k_.until);
    });  // "led it UNTIL HER DEATH"
    if (until_event) return true;
    const std::uint16_t g = l_.nodes[verb_].group;
    for (std::size_t k = g + 1u; k < l_.groups.size() && !group().negated; ++k) {
      const Group& next = l_.groups[k];
      if (k + 3 < l_.groups.size() && next.kind == GroupKind::comma &&
          l_.source(static_cast<std::uint16_t>(k + 1), LinkKind::apposition) ==
              static_cast<int>(k) - 1 &&
          l_.groups[k + 2].kind == GroupKind::comma) {
        k += 2;  // "had sold a car, THE POLO, until recalling it"
        continue;
      }
      if (next.kind == GroupKind::verb || next.kind == GroupKind::comma) break;
      const bool joins =
          next.kind == GroupKind::preposition || next.kind == GroupKind::subordinator;
      if (joins && classes(next.head).has(k_.until)) return true;
    }
    return g >= 3 && l_.groups[g - 1u].date && l_.groups[g - 3u].kind == GroupKind::verb &&
           classes(l_.groups[g - 3u].head).has(k_.have) &&
           classes(l_.groups[g - 2u].head).has(k_.until);
  }
  /// "WHILE RUNNING Acme she met Bob", "AFTER RUNNING Acme", "HAVING RUN Acme"
  bool told_beside() const {
    if (!head().has(k_.state_verb) || group().negated) return false;
    if (group().perfect) return !has_since();
    const std::uint16_t g = l_.nodes[verb_].group;
    if (g == 0) return false;
    const std::string_view word = c_.text.text(l_.groups[g - 1u].head);
    if (word == "after" || word == "After") return true;
    if (word != "while" && word != "While" && word != "when" && word != "When") return false;
    const int who = l_.target(verb_, LinkKind::subject);
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      if (l.kind != LinkKind::subject || l.to != who || l.from == verb_) return false;
      const Group& v = l_.groups[l_.nodes[l.from].group];
      return v.form == VerbForm::finite && v.past && v.modal == UINT32_MAX &&
             !classes(v.head).has(k_.reporting);
    });
  }
  /// "reported for it BEFORE MOVING to another", "BEFORE SHE JOINED another"
  bool before_another() const {
    const ClassSet& s = head();
    if (!s.has(k_.state_verb) && !s.has(k_.holding) && !s.has(k_.career)) return false;
    for (std::size_t k = l_.nodes[verb_].group + 1u; k + 1 < l_.groups.size(); ++k) {
      const Group& next = l_.groups[k];
      if (next.kind == GroupKind::verb || next.kind == GroupKind::coordinator ||
          next.kind == GroupKind::relative || next.kind == GroupKind::stop)
        return false;
      if (c_.text.text(next.head) != "before" || next.kind == GroupKind::adverb) continue;
      const std::size_t act = l_.groups[k + 1].kind == GroupKind::noun ? k + 2 : k + 1;
      return act < l_.groups.size() && l_.groups[act].kind == GroupKind::verb;
    }
    return false;
  }
  /// "worked there FOR TEN YEARS", "the ten years IN WHICH he owned it"
  bool lasted_for() const {
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      if (l.kind != LinkKind::preposition || l.from != verb_ || l.to >= l_.groups.size() ||
          l.word == WordId::none || !classes(l_.groups[l.to].head).has(k_.time_unit))
        return false;
      const std::string_view word = c_.lexicon.text(l.word);
      const bool several = c_.text.tokens[l_.groups[l.to].head].tag == Tag::NNS;
      return word == "for" || (several && !l.loose && l.to < l_.nodes[verb_].group &&
                               (word == "in" || word == "during" || word == "when"));
    });
  }
  /// "Ann Lee, its chief IN THE 1990S, died"
  bool dated() const {
    return when_ && std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
             if (l.kind != LinkKind::when || l.loose || l.from != verb_ || l.to == 0 ||
                 l.to >= l_.groups.size())
               return false;
             const std::string_view word = c_.text.text(l_.groups[l.to - 1u].head);
             return word == "in" || word == "during";
           });
  }
  /// "its owner UNTIL THEN", "chief of Acme UNTIL HIS ARREST", "… WHEN IT FAILED"
  bool until_then() const {
    const bool is_post = classes(l_.nodes[verb_].head).has(k_.position);
    for (std::size_t k = l_.nodes[verb_].group + 1u; k < l_.groups.size(); ++k) {
      const Group& next = l_.groups[k];
      if (next.kind == GroupKind::noun) continue;
      if (k + 2 < l_.groups.size() && c_.text.text(next.head) == "when" && is_post &&
          l_.groups[k - 1].kind == GroupKind::noun && l_.groups[k + 1].kind == GroupKind::noun)
        return !became() && happened(l_.groups[k + 2]);
      if (next.kind != GroupKind::preposition && next.kind != GroupKind::subordinator) return false;
      if (classes(next.head).has(k_.until)) return true;
    }
    return false;
  }
  /// "BECAME its chief when Bob Roy died"
  bool became() const {
    const std::uint16_t g = l_.nodes[verb_].group;
    return g > 0 && l_.groups[g - 1u].kind == GroupKind::verb &&
           (classes(l_.groups[g - 1u].head).has(k_.become) ||
            classes(l_.groups[g - 1u].head).has(k_.appoint));
  }
  /// "head of Acme AT THE TIME"
  bool at_the_time() const {
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      if (l.kind != LinkKind::preposition || l.from != verb_ || l.to >= l_.groups.size())
        return false;
      const Group& when = l_.groups[l.to];
      return when.tokens.size() == 2 && c_.text.text(when.head) == "time" &&
             c_.lexicon.text(l.word) == "at";
    });
  }
  /// "bought BOLT'S UNIT Acme", "sold ITS UNIT Acme": it belonged to Bolt until then.
  bool changed_hands() const {
    const Token& noun = c_.text.tokens[l_.nodes[verb_].head];
    if (!noun.classes.has(k_.standing_noun) && !noun.classes.has(k_.firm_activity)) return false;
    // "GLOBEX, a unit of Bolt, was sold"
    const int name = noun.classes.has(k_.firm_part) ? l_.source(verb_, LinkKind::apposition) : -1;
    if (name < 0 && l_.target(verb_, LinkKind::possessor) < 0) return false;
    const int g = l_.nodes[verb_].group;
    if (g > 0 && c_.text.text(l_.groups[static_cast<std::size_t>(g) - 1].head) == "now")
      return false;
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      if (l.from >= l_.groups.size() || (l.to != g && l.to != name)) return false;
      const Group& v = l_.groups[l_.nodes[l.from].group];
      if (l.kind != (v.passive ? LinkKind::subject : LinkKind::object)) return false;
      const WordId lemma = c_.text.tokens[v.head].lemma;
      const std::string_view word = lemma == WordId::none ? "" : c_.lexicon.text(lemma);
      const bool buys = word == "buy" || word == "acquire" || word == "purchase";
      return happened(v) && !v.progressive && (buys || classes(v.head).has(k_.disposing));
    });
  }
  /// Does a verb tell of what took place: in the past, with neither a "not" nor a modal verb?
  static bool happened(const Group& v) {
    return v.kind == GroupKind::verb && v.form == VerbForm::finite && v.past && !v.negated &&
           v.modal == UINT32_MAX;
  }
  /// "replaced ANN LEE, who had led Acme since May"
  bool holder_sent(int who) const {
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      if (l.kind != LinkKind::object || l.to != who || l.from >= l_.groups.size()) return false;
      const Group& v = l_.groups[l_.nodes[l.from].group];
      const ClassSet& s = classes(v.head);
      return happened(v) && (s.has(k_.succession) || s.has(k_.dismissal));
    });
  }
  /// "SOLD the bank that it had owned since 1990"
  bool sold() const {
    const int what = l_.target(verb_, LinkKind::object);
    return what >= 0 && std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
             if (l.kind != LinkKind::object || l.to != what || l.from == verb_) return false;
             const Group& v = l_.groups[l_.nodes[l.from].group];
             return happened(v) && classes(v.head).has(k_.disposing);
           });
  }
  /// "who heads Acme, was forced out of BOLT"
  bool names_another(std::uint16_t left) const {
    const int own = l_.target(verb_, LinkKind::object);
    if (own < 0) return false;
    const MentionId here = l_.nodes[static_cast<std::uint16_t>(own)].mention;
    return here != MentionId::none &&
           std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
             if (l.kind != LinkKind::preposition || l.from != left || l.word == WordId::none)
               return false;
             const std::string_view word = c_.lexicon.text(l.word);
             const MentionId there = l_.nodes[l.to].mention;
             return (word == "of" || word == "from") && there != MentionId::none &&
                    l_.groups[l_.nodes[l.to].group].date == false &&
                    !same_entity(c_.mentions, here, there);
           });
  }
  /// "replaced Ann Lee, who LIVES in Leeds": no post that another could have.
  bool goes_with_person() const {
    const WordId lemma = group().past ? WordId::none : c_.text.tokens[group().head].lemma;
    const std::string_view word = lemma == WordId::none ? "" : c_.lexicon.text(lemma);
    return word == "live" || word == "reside" || word == "own" || word == "belong";
  }
  /// "Ann Lee, who has led Acme since May, RESIGNED", "…, WAS OUT"
  bool holder_went() const {
    const int who = l_.target(verb_, LinkKind::subject);
    if (who < 0 || group().modal != UINT32_MAX || group().negated) return false;
    if ((holder_sent(who) && !goes_with_person()) || sold()) return true;
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      if (l.kind != LinkKind::subject || l.to != who || l.from <= verb_ ||
          l.from >= l_.groups.size() || l_.nodes[l.from].group <= l_.nodes[verb_].group)
        return false;
      const Group& v = l_.groups[l_.nodes[l.from].group];
      if (!happened(v)) return false;
      const ClassSet& s = classes(v.head);
      const bool object = l_.target(l.from, LinkKind::object) >= 0;
      const bool left = s.has(k_.leave) && !s.has(k_.succession) && goes_on_with(l.from);
      if (names_another(l.from)) return false;
      const bool went = s.has(k_.dismissal) || left;
      return (went && (v.passive || !object)) || (v.copula && out(l.from));
    });
  }
  /// "joined it in May but LEFT": the next verb of the same clause
  bool goes_on_with(std::uint16_t verb) const {
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::coordinate && l.from == verb_ && l.to == verb;
    });
  }
  /// "was named its chief in May and LEFT in June"; not "and left BOLT", "and resigned FROM BOLT"
  bool left_it() const {
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      if (l.kind != LinkKind::coordinate || l.from != verb_) return false;
      const Group& left = l_.groups[l_.nodes[l.to].group];
      const ClassSet& s = classes(left.head);
      return s.has(k_.leave) && !s.has(k_.succession) && happened(left) &&
             l_.target(l.to, LinkKind::object) < 0 && !goes_elsewhere(l.to);
    });
  }
  bool goes_elsewhere(std::uint16_t left) const {
    return std::any_of(l_.links.begin(), l_.links.end(), [&](const Link& l) {
      return l.from == left && !l_.groups[l_.nodes[l.to].group].date &&
             (by_preposition(l, "from", c_) || by_preposition(l, "as", c_) ||
              by_preposition(l, "for", c_));
    });
  }
  /// "was OUT", "is GONE"
  bool out(std::uint16_t copula) const {
    const std::size_t next = l_.nodes[copula].group + 1u;
    if (next >= l_.groups.size()) return false;
    const std::string_view word = c_.text.text(l_.groups[next].tokens.first);
    const bool of = next + 1 < l_.groups.size() &&
                    l_.groups[next + 1].kind == GroupKind::preposition;  // "out of town"
    return (word == "out" || word == "gone") && l_.groups[next].tokens.size() == 1 && !of;
  }
  /// "worked there FROM 2001 TO 2004"
  bool spanned() const {
    bool from = false, to = false;
    return any_date([&](std::uint32_t t) {
      const std::string_view word = c_.text.text(t);
      from = from || word == "from";
      to = to || word == "to";
      return word == "between" || (from && to);
    });
  }
  bool has_since() const {
    return any_date([&](std::uint32_t t) { return one_of(c_.text.text(t), {"since", "Since"}); });
  }
  /// Does the text itself tell it in the past, not a speaker of then?
  bool told_as_past() const {
    const Group& v = group();
    if (v.form != VerbForm::finite || v.modal != UINT32_MAX) return false;
    for (std::uint32_t t = v.tokens.first; t <= v.head; ++t)
      if (is_verb(c_.text.tokens[t].tag)) {
        if (v.perfect && c_.text.tokens[t].tag != Tag::VBD) return false;
        break;
      }
    const int teller = l_.source(verb_, LinkKind::clause);
    return teller < 0 || !l_.groups[l_.nodes[static_cast<std::uint16_t>(teller)].group].past;
  }

  const Links& l_;
  std::uint16_t verb_;
  const GroupContext& c_;
  const KnownClasses& k_;
  bool when_ = false;  ///< is it dated?
};

}  // namespace

/// "will be the FIRST member of the EU TO LEAVE", "the FIRST president TO VISIT Acme": it is one.
static bool ranked_for_act(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  const int what = links.target(verb, LinkKind::complement);
  if (!v.copula || what < 0 || links.target(verb, LinkKind::infinitive) < 0) return false;
  const Group& one = links.groups[links.nodes[static_cast<std::uint16_t>(what)].group];
  for (std::uint32_t t = one.tokens.first; t < one.head; ++t)
    if (context.text.tokens[t].classes.has(context.classes.ordinal)) return true;
  return false;
}

bool dismisses_measure(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  if (!context.text.text(v.head).starts_with("dismiss")) return false;
  const int what = links.target(verb, v.passive ? LinkKind::subject : LinkKind::object);
  return what >= 0 &&
         context.text.tokens[links.nodes[static_cast<std::uint16_t>(what)].head].classes.has(
             context.classes.policy);
}

bool ends_own(const Links& links, std::uint16_t verb, std::uint16_t noun,
              const GroupContext& context) {
  const KnownClasses& k = context.classes;
  const Group& what = links.groups[links.nodes[noun].group];
  const ClassSet& head = context.text.tokens[what.head].classes;
  const Token& act = context.text.tokens[links.groups[links.nodes[verb].group].head];
  const std::string_view word = context.text.text(act);
  if (head.has(k.trade_measure) && begins_with_one_of(word, {"join", "end"})) return true;
  if (begins_with_one_of(word, {"continu", "maintain"})) return true;  // "will CONTINUE its aid"
  if (head.has(k.agreement) && word.starts_with("end"))
    return links.target(noun, LinkKind::possessor) >= 0;
  if (head.has(k.process) && (word == "end" || word == "ending") && !head.has(k.to_come))
    return true;  // "agree to END A ROW"
  const bool measure = head.has(k.trade_measure) && (word == "cut" || word == "reduce");
  return (measure || (act.classes.has(k.thwarting_verb) && head.has(k.process))) &&
         context.text.tokens[what.tokens.first].tag == Tag::PRPS;
}

bool stays(const Links& links, std::uint16_t verb, const GroupContext& context) {
  if (ranked_for_act(links, verb, context)) return true;
  const std::uint32_t head = links.groups[links.nodes[verb].group].head;
  const WordId lemma = context.text.tokens[head].lemma;
  if (lemma == WordId::none) return false;
  if (once_more(context, head)) return true;
  const std::string_view word = context.lexicon.text(lemma);
  if (word == "go" || word == "carry")  // "will GO ON AS chief"; not "will go on to lead it"
    return head + 2 < context.text.tokens.size() && context.text.text(head + 1) == "on" &&
           context.text.text(head + 2) == "as";
  return word == "remain" || word == "stay" || word == "continue" || word == "keep";
}

bool is_over(const Links& links, std::uint16_t verb, const GroupContext& context, bool states) {
  if (links.groups[links.nodes[verb].group].modal != UINT32_MAX && stays(links, verb, context))
    return false;  // "will stay UNTIL MAY"
  return PastReader(links, verb, context).is_over(states);
}

bool is_past_post(const Links& links, std::uint16_t noun, const GroupContext& context) {
  return PastReader(links, noun, context).is_past_post();
}

bool acted_then(const Links& links, std::uint16_t verb, std::uint16_t noun,
                const GroupContext& context) {
  return PastReader(links, verb, context).acted_then(noun);
}

bool dismissed(const Links& links, std::uint16_t verb, std::uint16_t noun,
               const GroupContext& context) {
  return PastReader(links, verb, context).dismissed(noun);
}

bool was_then(const Links& links, std::uint16_t verb, const GroupContext& context) {
  return PastReader(links, verb, context).was_then();
}

bool until_lately(const Links& links, std::uint16_t i, const GroupContext& c) {
  const auto until = [&](int before) {
    return c.text.tokens[links.groups[static_cast<std::size_t>(before)].head].classes.has(
        c.classes.until);
  };
  if (i > 1 && links.groups[i - 1u].kind == GroupKind::adverb && until(i - 2)) return true;
  return i > 0 && until(i - 1);
}

bool is_mere_firm(const ClassSet& head, const KnownClasses& k) {
  return head.has(k.company) && !head.has(k.standing_noun) && !head.has(k.firm_part) &&
         !head.has(k.position);
}

}  // namespace factloom
