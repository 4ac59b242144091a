// SPDX-License-Identifier: Apache-2.0
#include "extract/story/outcomes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/base/words.h"
#include "extract/story/fact_ends.h"

namespace factloom {
namespace {

enum class Outcome : std::uint8_t { none, done, undone };

/// What a sentence says became of a deal that it only points to: "the DEAL fell through", "they
/// CALLED OFF the merger", "the PURCHASE was completed".
class DealReader {
 public:
  DealReader(const Text& text, const KnownClasses& classes, const Sentence& sentence,
             TokenRange act)
      : t_(text), k_(classes), s_(sentence.tokens), act_(act) {}

  struct Reading {
    Outcome outcome = Outcome::none;
    std::uint32_t deal = 0;  ///< the noun
    bool owned = false;      ///< "ITS offer"
  };
  Reading read() const {
    for (std::uint32_t t = s_.first; t < s_.last; ++t) {
      if (!is_deal(t)) continue;
      const bool beside = stands_beside(t);
      const Tag points = beside || (is_talk(t) && opens(t)) ? Tag::DT : pointer(t);
      if (points == Tag::none || another_act(t)) continue;
      Outcome o = suffered(beside ? t + 1 : t);
      if (o == Outcome::none) o = met(t);
      if (o == Outcome::done && is_talk(t)) o = Outcome::none;
      if (o != Outcome::none) return {o, t, points != Tag::DT};
    }
    return {};
  }

 private:
  const ClassSet& classes(std::uint32_t t) const { return t_.tokens[t].classes; }
  bool is_deal(std::uint32_t t) const {
    if (!is_noun(t_.tokens[t].tag)) return false;
    const ClassSet& s = classes(t);
    return s.has(k_.to_come) || s.has(k_.agreement) || is_talk(t);
  }
  /// "TALKS", "the NEGOTIATIONS"
  bool is_talk(std::uint32_t t) const {
    return t_.tokens[t].tag == Tag::NNS && classes(t).has(k_.process) &&
           classes(t).has(k_.prospect);
  }
  /// "THE deal", "ITS planned purchase"; not "a deal", "an EARLIER offer", "merger TALKS".
  bool opens(std::uint32_t t) const {
    return t == s_.first || t_.tokens[t - 1].tag == Tag::comma || t_.tokens[t - 1].tag == Tag::CC;
  }
  /// "agreed to buy Bolt, A DEAL THAT closed in May"
  bool stands_beside(std::uint32_t t) const {
    return t > s_.first + 1 && t + 1 < s_.last && t_.tokens[t - 2].tag == Tag::comma &&
           classes(t - 1).has(k_.indefinite) && classes(t + 1).has(k_.relative);
  }
  Tag pointer(std::uint32_t deal) const {
    if (deal + 1 < s_.last &&
        (is_noun(t_.tokens[deal + 1].tag) || t_.tokens[deal + 1].tag == Tag::POS))
      return Tag::none;
    for (std::uint32_t t = deal; t > s_.first && deal - t < 7;) {
      const Token& before = t_.tokens[--t];
      if (before.classes.has(k_.definite) || before.classes.has(k_.demonstrative)) return Tag::DT;
      if (before.tag == Tag::PRPS || before.tag == Tag::POS) return before.tag;
      const bool other = before.classes.has(k_.former) || before.classes.has(k_.ordinal) ||
                         before.classes.has(k_.indefinite) || before.tag == Tag::JJR;
      if (other ||
          !(is_noun(before.tag) || is_adjective(before.tag) || before.tag == Tag::CD ||
            before.tag == Tag::VBN || before.tag == Tag::HYPH || before.tag == Tag::dollar))
        return Tag::none;
    }
    return Tag::none;
  }
  bool points_ahead(std::uint32_t t) const {
    const Token& x = t_.tokens[t];
    return x.tag == Tag::DT || x.tag == Tag::PRPS || x.tag == Tag::POS || is_adjective(x.tag);
  }
  /// "tried to SELL its shops, but the sale was called off"
  bool another_act(std::uint32_t deal) const {
    for (std::uint32_t t = std::max(s_.first, act_.last); t < deal; ++t) {
      const ClassSet& s = classes(t);
      if (is_verb(t_.tokens[t].tag) &&
          (s.has(k_.disposing) || (s.has(k_.agent_verb) && s.has(k_.light_verb))))
        return true;
    }
    return false;
  }
  /// Verbs in a row from a token on: the last of them, whether it is passive, a plan, or denied.
  struct Chain {
    std::uint32_t main = UINT32_MAX, first = 0;
    bool be = false, have = false, open = false;
  };
  Chain chain(std::uint32_t from) const {
    Chain c;
    for (std::uint32_t t = from; t < s_.last; ++t) {
      const Token& x = t_.tokens[t];
      if (is_verb(x.tag)) {
        if (c.main == UINT32_MAX) {
          c.first = t;
        } else {
          c.be = c.be || classes(c.main).has(k_.be);
          c.have = c.have || classes(c.main).has(k_.have);
        }
        c.main = t;
      } else if (x.tag == Tag::MD || x.tag == Tag::TO || x.classes.has(k_.negator)) {
        c.open = true;
      } else if (!is_adverb(x.tag)) {
        break;
      }
    }
    return c;
  }
  Outcome told(const Chain& c) const {
    if (c.main == UINT32_MAX || c.open || t_.tokens[c.main].tag == Tag::VBG) return Outcome::none;
    const bool present = t_.tokens[c.first].tag == Tag::VBZ || t_.tokens[c.first].tag == Tag::VBP;
    if (classes(c.main).has(k_.completing))  // "once the deal CLOSES", "is completed"
      return present && !c.have ? Outcome::none : Outcome::done;
    const ClassSet& s = classes(c.main);
    return s.has(k_.thwarting_verb) && !s.has(k_.disposing) ? Outcome::undone : Outcome::none;
  }
  bool supposed() const {
    if (supposes(t_, k_, s_)) return true;
    for (std::uint32_t t = s_.first; t < s_.last; ++t)
      if (classes(t).has(k_.condition) || t_.text(t) == "?") return true;
    return false;
  }
  /// "the deal FELL THROUGH", "the sale, worth $3bn, WAS COMPLETED in May"
  Outcome suffered(std::uint32_t deal) const {
    for (std::uint32_t t = deal + 1; t < s_.last && t - deal < 16; ++t) {
      const Token& x = t_.tokens[t];
      if (x.tag == Tag::CC || x.classes.has(k_.relative) || x.tag == Tag::TO) return Outcome::none;
      if (!is_verb(x.tag) && x.tag != Tag::MD) continue;
      if (x.tag == Tag::VBN || x.tag == Tag::VBG) continue;  // "announced in May"
      const Chain c = chain(t);
      const Outcome o = told(c);
      if (o == Outcome::none || supposed()) return Outcome::none;
      return c.be || !has_object(c.main) ? o : Outcome::none;
    }
    return Outcome::none;
  }
  bool has_object(std::uint32_t verb) const {
    std::uint32_t next = verb + 1;
    while (next < s_.last && (is_adverb(t_.tokens[next].tag) || t_.tokens[next].tag == Tag::RP))
      ++next;
    if (next >= s_.last) return false;
    for (std::uint32_t t = next; t < std::min(s_.last, next + 3); ++t)
      if (classes(t).has(k_.time_unit)) return false;  // "closed THE NEXT YEAR"
    const Tag tag = t_.tokens[next].tag;
    return tag == Tag::DT || tag == Tag::PRPS || tag == Tag::TO || is_noun(tag) ||
           is_adjective(tag);
  }
  /// "CALLED OFF the merger", "WALKED AWAY from the deal", "have COMPLETED the sale"
  Outcome met(std::uint32_t deal) const {
    std::uint32_t t = deal;
    while (t > s_.first && deal - t < 8 && !is_verb(t_.tokens[t].tag)) --t;
    if (t > s_.first && t_.tokens[t].tag == Tag::VBN &&
        points_ahead(t - 1)) {  // "the PROPOSED merger"
      while (t > s_.first && deal - t < 8 && !is_verb(t_.tokens[--t].tag)) continue;
    }
    if (!is_verb(t_.tokens[t].tag)) return Outcome::none;
    std::uint32_t first = t;
    while (first > s_.first) {
      const Token& x = t_.tokens[first - 1];
      if (!is_verb(x.tag) && !is_adverb(x.tag) && x.tag != Tag::MD && x.tag != Tag::TO &&
          !x.classes.has(k_.negator))
        break;
      --first;
    }
    Chain c = chain(first);
    if (c.main != t || c.be) return Outcome::none;
    for (std::uint32_t k = t + 1; k < deal; ++k)
      if (t_.tokens[k].tag == Tag::CC || t_.tokens[k].tag == Tag::comma) return Outcome::none;
    const bool will = c.open && t_.tokens[first].tag == Tag::MD &&
                      t_.tokens[first].classes.has(k_.planning_modal) && first + 1 == t &&
                      !classes(t).has(k_.completing);  // "said it WOULD ABANDON the deal"
    if (will) c.open = false;
    const Outcome o = told(c);
    return o == Outcome::none || supposed() ? Outcome::none : o;
  }

  const Text& t_;
  const KnownClasses& k_;
  TokenRange s_, act_;  ///< the sentence, and what it calls the deal before
};

class Settler {
 public:
  Settler(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
          const KnownClasses& classes, const Ontology& ontology)
      : f_(facts), t_(text), m_(mentions), k_(classes), o_(ontology) {}

  void run() {
    bool open = false;
    for (std::uint32_t i = 0; i < f_.size(); ++i) {
      const RelationType& r = o_.relation(f_[i].relation);
      if (r.once && known(f_[i].subject) && known(f_[i].object)) acts_.push_back(i);
      if (r.once) open = open || f_[i].status == Status::planned || weak(f_[i]);
    }
    if (open) {
      read_outcomes();
      for (std::size_t a = 0; a < acts_.size(); ++a)
        if (first_of_pair(a)) settle_pair(pair(f_[acts_[a]]));
    }
    end_states();
  }

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  struct Told {
    Pair pair;
    Outcome outcome = Outcome::none;
    std::uint32_t sentence = 0;
  };

  bool known(MentionId m) const { return entity_of(m_, m) != EntityId::none; }
  std::uint32_t entity(MentionId m) const { return index(entity_of(m_, m)); }
  Pair pair(const RawFact& f) const { return std::minmax(entity(f.subject), entity(f.object)); }
  bool first_of_pair(std::size_t a) const {
    for (std::size_t b = 0; b < a; ++b)
      if (pair(f_[acts_[b]]) == pair(f_[acts_[a]])) return false;
    return true;
  }
  Tag trigger_tag(const RawFact& f) const { return t_.tokens[f.trigger.first].tag; }
  bool by_noun(const RawFact& f) const { return !is_verb(trigger_tag(f)); }
  /// Told by a noun or in the present: "Acme's takeover of Bolt", "Acme buys Bolt".
  bool weak(const RawFact& f) const {
    if (f.status != Status::asserted) return false;
    const Tag tag = trigger_tag(f);
    return by_noun(f) || tag == Tag::VBZ || tag == Tag::VBP;
  }

  /// Sentences without an act of their own point to the one told last.
  void read_outcomes() {
    std::sort(acts_.begin(), acts_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::make_pair(f_[a].sentence, a) < std::make_pair(f_[b].sentence, b);
    });
    constexpr std::uint32_t farthest = 4;  // sentences
    const bool only_one = std::all_of(acts_.begin(), acts_.end(), [&](std::uint32_t a) {
      return pair(f_[a]) == pair(f_[acts_.front()]);
    });  // a text that tells of one deal means it throughout
    std::size_t next = 0;
    const std::uint32_t first = f_[acts_.front()].sentence;
    for (std::uint32_t s = first; s < t_.sentences.size(); ++s) {
      const std::size_t here = next;
      while (next < acts_.size() && f_[acts_[next]].sentence == s) ++next;
      const bool far = s - f_[acts_[here - (here > 0 ? 1 : 0)]].sentence > farthest && !only_one;
      if (next == here && (far || !one_pair(here - 1))) continue;
      const Pair about = pair(f_[acts_[next == here ? here - 1 : here]]);
      if (next > here && !one_pair(next - 1)) continue;
      const DealReader::Reading read =
          DealReader(t_, k_, t_.sentences[s], own_act(here, next)).read();
      const Outcome o =
          concerns(read, about, t_.sentences[s].tokens) ? read.outcome : Outcome::none;
      const bool own =
          next > here;  // "Acme agreed to buy Bolt after it ABANDONED THE DEAL for Cor"
      if (o == Outcome::done || (o == Outcome::undone && !own)) told_.push_back({about, o, s});
    }
  }
  TokenRange own_act(std::size_t first, std::size_t last) const {
    return first < last ? f_[acts_[first]].trigger : TokenRange{};
  }
  /// Not another's: "Bolt dropped ITS OFFER"; whoever bids alone has no "merger".
  bool concerns(const DealReader::Reading& read, Pair about, TokenRange sentence) const {
    if (read.outcome == Outcome::none) return false;
    const Ontology::KnownTypes& known = o_.known();
    for (const Mention& m : m_.mentions) {
      if (!sentence.overlaps(m.tokens) || m.inside || m.entity == EntityId::none) continue;
      if (index(m.entity) == about.first || index(m.entity) == about.second) continue;
      const bool judge =
          o_.is_a(m.type, known.government) || o_.is_a(m.type, known.intergovernmental);
      if (o_.is_a(m.type, known.organization) && !judge) return false;
      if (read.owned && o_.is_a(m.type, known.person)) return false;
    }
    const std::string_view noun = t_.text(read.deal);
    if (noun != "merger" && noun != "combination" && noun != "tie-up") return true;
    return firm(about.first) && firm(about.second);
  }
  bool firm(std::uint32_t entity) const {
    return o_.is_a(m_.entities[entity].type, o_.known().organization);
  }
  /// Do the acts of that one's sentence join the same two?
  bool one_pair(std::size_t last) const {
    const RawFact& f = f_[acts_[last]];
    for (std::size_t i = last; i-- > 0 && f_[acts_[i]].sentence == f.sentence;)
      if (pair(f_[acts_[i]]) != pair(f)) return false;
    return true;
  }

  void settle_pair(Pair who) {
    bool done = false, planned = false;
    std::optional<std::uint32_t> undone;  // the last sentence that says so
    std::uint32_t first_undone = UINT32_MAX;
    const auto fails = [&](std::uint32_t sentence) {
      undone = std::max(undone.value_or(0), sentence);
      first_undone = std::min(first_undone, sentence);
    };
    for (const std::uint32_t i : acts_) {
      const RawFact& f = f_[i];
      if (pair(f) != who) continue;
      done = done || (f.status == Status::asserted && !weak(f));
      planned = planned || (f.status == Status::planned && !by_noun(f));
      if (f.status == Status::negated) fails(f.sentence);
    }
    done = done || (planned && came_to_own(who));
    planned = planned || part_to_come(who);
    for (const Told& t : told_) {
      if (t.pair != who) continue;
      done = done || t.outcome == Outcome::done;
      if (t.outcome == Outcome::undone) fails(t.sentence);
    }
    for (const std::uint32_t i : acts_) {
      RawFact& f = f_[i];
      if (pair(f) != who) continue;
      const bool over = undone && (f.sentence <= *undone || first_undone < 2);
      if (done && f.status == Status::planned) f.status = Status::asserted;
      if (!done && over && (f.status == Status::planned || weak(f))) f.status = Status::negated;
      if (!done && !over && planned && weak(f)) f.status = Status::planned;
    }
  }

  /// "Acme pays $3bn for Bolt", "said it WOULD BUY 77 PERCENT OF BOLT"
  bool part_to_come(Pair who) const {
    return std::any_of(f_.begin(), f_.end(), [&](const RawFact& part) {
      return part.status == Status::planned && holds_firm(o_, part) && !by_noun(part) &&
             known(part.subject) && known(part.object) && pair(part) == who;
    });
  }
  /// Is the one told to be the other's in another sentence? "agreed to buy Bolt", "Acme, Bolt's
  /// OWNER", "Acme sold Bolt in May"
  bool came_to_own(Pair who) const {
    return std::any_of(f_.begin(), f_.end(), [&](const RawFact& own) {
      if (own.status != Status::asserted && own.status != Status::former) return false;
      if (!known(own.subject) || !known(own.object) || pair(own) != who ||
          !of_firms(o_.relation(own.relation)))
        return false;
      return std::all_of(acts_.begin(), acts_.end(), [&](std::uint32_t i) {
        const RawFact& act = f_[i];
        return pair(act) != who ||
               (act.sentence != own.sentence && !o_.relation(act.relation).symmetric &&
                same_entity(m_, act.subject, own.object));
      });
    });
  }

  /// "Cor bought Acme, a UNIT of Bolt", "Acme, Bolt's UNIT, was sold to Cor": no more then.
  void hand_over(const RawFact& deal) {
    if (deal.status == Status::planned) keep_until_then(deal);
    if (deal.status != Status::asserted || o_.relation(deal.relation).symmetric) return;
    for (RawFact& f : f_) {
      if (f.sentence != deal.sentence || f.status != Status::asserted || !known(f.object) ||
          !of_firms(o_.relation(f.relation)) || !same_entity(m_, f.subject, deal.object) ||
          same_entity(m_, f.object, deal.subject))
        continue;
      const Tag tag = trigger_tag(f);
      const std::uint32_t first = t_.sentences[f.sentence].tokens.first;
      bool now = tag == Tag::VBZ || tag == Tag::VBP;
      for (std::uint32_t t = f.trigger.first; t-- > first && t + 4 > f.trigger.first;)
        now = now || t_.text(t) == "now" || t_.text(t) == "is" || t_.text(t) == "still";
      if (!now) f.status = Status::former;
    }
  }
  /// "Acme BUYS Bolt from Cor", of which the text says that it is to come: Bolt is Cor's still.
  void keep_until_then(const RawFact& deal) {
    for (RawFact& f : f_)
      if (f.trigger == deal.trigger && f.status == Status::former && known(f.subject) &&
          of_firms(o_.relation(f.relation)) && same_entity(m_, f.subject, deal.object))
        f.status = Status::asserted;
  }
  /// "is a unit of", between bodies alone
  bool of_firms(const RelationType& r) const {
    const TypeSet bodies = o_.type(o_.known().organization).descendants;
    return r.lasting && !r.symmetric && (r.domain & ~bodies) == 0 && (r.range & ~bodies) == 0;
  }
  bool bought_once(const RawFact& f) const {
    const RelationType& r = o_.relation(f.relation);
    if (!r.lasting || r.tells != LifeEvent::none || f.status != Status::asserted) return false;
    return known(f.object) && firm(entity(f.object));
  }
  /// "bought 7 percent of Acme in May and SOLD THE SHARES a year later"; not "… in Bolt"
  bool sold_again(const RawFact& f) const {
    const TokenRange s = t_.sentences[f.sentence].tokens;
    for (std::uint32_t t = f.trigger.last; t + 2 < s.last; ++t) {
      if (!t_.tokens[t].classes.has(k_.disposing) || !is_verb(t_.tokens[t].tag)) continue;
      const Token& before = t_.tokens[t - 1];
      const Token& which = t_.tokens[t + 1];
      const bool had_to = before.tag == Tag::TO && t_.text(t - 2) == "had";
      const bool open = !had_to && (before.tag == Tag::MD || before.tag == Tag::TO ||
                                    before.tag == Tag::VB || before.classes.has(k_.negator) ||
                                    t_.tokens[t].tag == Tag::VBG || t_.tokens[t].tag == Tag::VB);
      if (open) continue;
      if (one_of(t_.text(t + 1), {"it", "them"}) && before.tag == Tag::CC) return true;
      if (which.tag != Tag::PRPS && !which.classes.has(k_.definite)) continue;
      std::uint32_t noun = t + 2;
      while (noun + 1 < s.last && is_adjective(t_.tokens[noun].tag)) ++noun;
      const std::string_view next = noun + 1 < s.last ? t_.text(noun + 1) : "";
      const std::string_view what = t_.text(noun);
      const bool held = t_.tokens[noun].classes.has(k_.holding_noun) || what == "shares";
      const bool dated = noun + 2 < s.last && t_.tokens[noun + 2].tag == Tag::CD;
      if (held && next != "of" && (next != "in" || dated)) return true;
    }
    return false;
  }
  /// "was MADE TO sell", "was FORCED TO sell"
  bool had_to(std::uint32_t verb, std::uint32_t first) const {
    return verb > first + 2 && t_.tokens[verb - 1].tag == Tag::TO &&
           one_of(t_.text(verb - 2), {"made", "forced", "obliged", "compelled", "had"}) &&
           t_.text(verb - 3) != "be";
  }
  /// "SOLD its factory and ITS STAKE in Acme": for the noun
  bool sold_too(const RawFact& f) const {
    const std::uint32_t noun = f.trigger.first;
    if (!t_.tokens[noun].classes.has(k_.holding_noun) || !is_noun(trigger_tag(f))) return false;
    bool own = false;
    const std::uint32_t first = t_.sentences[f.sentence].tokens.first;
    for (std::uint32_t t = noun; t > first && noun - t < 16;) {
      const Token& x = t_.tokens[--t];
      own = own || (x.tag == Tag::PRPS && noun - t < 7);
      if (x.classes.has(k_.relative)) return false;
      if (is_verb(x.tag))
        return own && (x.tag == Tag::VBD || had_to(t, first)) && x.classes.has(k_.disposing) &&
               !t_.tokens[t - 1].classes.has(k_.negator);
    }
    return false;
  }
  /// "It OWNED a third of Acme. It SOLD its stake": what is told as past is over where the end of
  /// it is told of the same two.
  void end_states() {
    for (RawFact& f : f_)
      if (bought_once(f) && (sold_again(f) || sold_too(f))) f.status = Status::former;
    for (const std::uint32_t a : acts_) hand_over(f_[a]);
    for (const RawFact& end : f_) {
      const RelationType& r = o_.relation(end.relation);
      const bool post = r.tells == LifeEvent::post;
      if (end.status != Status::former || !r.lasting || (r.tells != LifeEvent::none && !post))
        continue;
      if (!known(end.subject) || !known(end.object) || !firm(entity(end.object))) continue;
      for (RawFact& f : f_) {
        if (f.relation != end.relation || f.status != Status::asserted) continue;
        const bool past = trigger_tag(f) == Tag::VBD || trigger_tag(f) == Tag::VBN;
        const bool joins = !post || one_of(t_.text(f.trigger.first),  // and was FIRED
                                           {"joined", "moved", "switched", "defected", "elected"});
        if (past && joins && same_ends(m_, f, end)) f.status = Status::former;
      }
    }
  }

  std::vector<RawFact>& f_;
  const Text& t_;
  const Mentions& m_;
  const KnownClasses& k_;
  const Ontology& o_;
  std::vector<std::uint32_t> acts_;  ///< facts of relations that are done once
  std::vector<Told> told_;
};

}  // namespace

void settle_outcomes(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                     const KnownClasses& classes, const Ontology& ontology) {
  if (!facts.empty()) Settler(facts, text, mentions, classes, ontology).run();
}

}  // namespace factloom
