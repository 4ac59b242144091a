// SPDX-License-Identifier: Apache-2.0
#include "extract/story/old_offers.h"

#include <algorithm>

#include "extract/base/words.h"
#include "extract/story/fact_ends.h"

namespace factloom {
namespace {

enum class Failure : std::uint8_t { none, refused, over };

/// What a stretch of text says of a plan that was told before it.
class FailureReader {
 public:
  FailureReader(const Text& text, const KnownClasses& classes) : t_(text), k_(classes) {}

  /// `same`: the stretch is the rest of the sentence that tells the plan.
  Failure read(TokenRange s, bool same) const {
    Failure found = Failure::none;
    if (!same && supposes(t_, k_, s)) return found;
    for (std::uint32_t t = s.first; t < s.last; ++t) {
      const Token& x = t_.tokens[t];
      const std::string_view word = t_.text(t);
      if (x.classes.has(k_.condition)) return found;  // "IF it failed"
      if (same && one_of(word, {"after", "since", "because", "as", "from", "than", "condition"}))
        return found;
      if (to_nothing(t, s)) return Failure::over;
      if (!is_verb(x.tag) || !fails(x.classes)) continue;
      if (!told(t, s) || !of_it(t, s, same)) continue;
      if (!x.classes.has(k_.refusing)) return Failure::over;
      found = Failure::refused;
    }
    return found;
  }
  /// "BLOCKED its attempt to buy", "killed Acme's bid for": the verb over the noun
  Failure over(std::uint32_t noun, TokenRange s) const {
    for (std::uint32_t t = noun; t > s.first && noun - t < 8;) {
      const Token& x = t_.tokens[--t];
      if (is_verb(x.tag)) {
        const bool alone = x.tag == Tag::VBN && chain_start(t, s) == t &&
                           (t == s.first || t_.tokens[t - 1].tag != Tag::TO);
        if (!fails(x.classes) || (!alone && !told(t, s))) return Failure::none;
        return x.classes.has(k_.refusing) ? Failure::refused : Failure::over;
      }
      if (x.tag == Tag::IN || x.tag == Tag::comma || x.tag == Tag::CC) return Failure::none;
    }
    return Failure::none;
  }

 private:
  bool fails(const ClassSet& verb) const {
    return verb.has(k_.failing) || (verb.has(k_.thwarting_verb) && !verb.has(k_.disposing));
  }
  /// "CAME TO NOTHING", "NOTHING CAME of it", "in VAIN"
  bool to_nothing(std::uint32_t t, TokenRange s) const {
    const std::string_view word = t_.text(t);
    const auto near = [&](std::string_view other) {
      for (std::uint32_t i = t > s.first + 2 ? t - 2 : s.first; i < std::min(s.last, t + 3); ++i)
        if (t_.text(i) == other) return true;
      return false;
    };
    if (one_of(word, {"nothing", "Nothing", "naught"})) return near("came");
    if (word == "nowhere") return near("went") || near("got");
    if (one_of(word, {"happened", "materialised", "materialized"})) return near("never");
    if (word == "no") return near("said") && t + 1 < s.last && !is_noun(t_.tokens[t + 1].tag);
    return word == "vain" && near("in");
  }
  std::uint32_t chain_start(std::uint32_t verb, TokenRange s) const {
    std::uint32_t first = verb;
    while (first > s.first) {
      const Token& x = t_.tokens[first - 1];
      if (!is_verb(x.tag) && !is_adverb(x.tag) && !x.classes.has(k_.negator)) break;
      --first;
    }
    return first;
  }
  /// Told as done: not "may block", "to block", "did not block".
  bool told(std::uint32_t verb, TokenRange s) const {
    const Tag tag = t_.tokens[verb].tag;
    const std::uint32_t first = chain_start(verb, s);
    for (std::uint32_t t = first; t < verb; ++t)
      if (t_.tokens[t].classes.has(k_.negator)) return false;
    if (first > s.first && (t_.tokens[first - 1].tag == Tag::MD ||
                            (t_.tokens[first - 1].tag == Tag::TO && !only_to(first - 1, s))))
      return false;
    if (tag == Tag::VB)
      return lets(verb, s) || (first > s.first && t_.tokens[first - 1].tag == Tag::TO);
    return tag == Tag::VBD || (tag == Tag::VBN && first < verb);
  }
  /// "ONLY TO withdraw"
  bool only_to(std::uint32_t to, TokenRange s) const {
    return to > s.first && t_.text(to - 1) == "only";
  }
  /// "LET the offer lapse"
  bool lets(std::uint32_t verb, TokenRange s) const {
    for (std::uint32_t t = verb; t > s.first && verb - t < 5;)
      if (t_.text(--t) == "let") return true;
    return false;
  }
  bool is_deal(std::uint32_t t) const {
    const ClassSet& c = t_.tokens[t].classes;
    return is_noun(t_.tokens[t].tag) &&
           (c.has(k_.to_come) || c.has(k_.agreement) || c.has(k_.intent) || c.has(k_.programme));
  }
  /// "and WITHDREW", "blocked IT", "dropped THE BID", "THE OFFER lapsed", "IT pulled out"
  bool of_it(std::uint32_t verb, TokenRange s, bool same) const {
    const std::uint32_t first = chain_start(verb, s);
    for (std::uint32_t t = verb + 1; t < std::min(s.last, verb + 7); ++t) {
      const Token& x = t_.tokens[t];
      if (one_of(t_.text(t), {"it", "them", "him", "her", "this", "that"})) return true;
      if (is_deal(t)) return !is_verb(t_.tokens[t - 1].tag);
      if (is_verb(x.tag) || x.tag == Tag::CC || x.tag == Tag::comma) break;
    }
    std::uint32_t behind = verb + 1;
    while (behind + 1 < s.last &&
           (is_adverb(t_.tokens[behind].tag) || t_.tokens[behind].tag == Tag::RP))
      ++behind;
    const Token& next = t_.tokens[std::min(behind, s.last - 1)];
    const bool passive = t_.tokens[verb].tag == Tag::VBN && first < verb;
    bool when = false;  // "walk away A MONTH later"
    for (std::uint32_t t = behind; t < std::min(s.last, behind + 3); ++t)
      when = when || t_.tokens[t].classes.has(k_.time_unit);
    const bool object =
        !passive && !when &&
        (next.tag == Tag::DT || next.tag == Tag::CD || next.tag == Tag::PRPS || is_noun(next.tag));
    if (object || first == s.first) return false;
    const Token& before = t_.tokens[first - 1];
    const bool subject = before.tag == Tag::PRP || before.tag == Tag::WDT;
    if (subject || is_deal(first - 1)) return true;
    return same && (before.tag == Tag::CC || before.tag == Tag::comma || before.tag == Tag::TO);
  }

  const Text& t_;
  const KnownClasses& k_;
};

class Offers {
 public:
  Offers(ToldTimes& times, const Text& text, const Mentions& mentions, const KnownClasses& classes,
         const Ontology& ontology)
      : times_(times), t_(text), m_(mentions), k_(classes), o_(ontology), reader_(text, classes) {}

  /// "It OWNED a third of Bolt", "HELD shares in Bolt": told as past by the text itself. Who is
  /// told of with what happened the other day may own it yet.
  bool held_then(const RawFact& f) {
    if (f.status != Status::asserted || !holds_firm(o_, f)) return false;
    const TokenRange s = t_.sentences[f.sentence].tokens;
    const std::uint32_t verb = verb_of_holding(f, s.first);
    if (verb == UINT32_MAX || t_.tokens[verb].tag != Tag::VBD) return false;
    if (t_.text(std::min(verb + 1, s.last - 1)) == "by" ||
        t_.text(std::min(verb + 2, s.last - 1)) == "by")
      return false;  // "OWNED jointly BY Acme"
    const std::uint32_t end = std::min(s.last, m_.mentions[index(f.object)].tokens.last + 4);
    for (std::uint32_t t = f.trigger.first; t + 2 < end; ++t)
      if (t_.text(t) == "at" && t_.text(t + 2) == "time") return true;  // "AT THE TIME"
    for (std::uint32_t t = s.first; t < s.last; ++t)
      if (one_of(t_.text(t), {"already", "still", "now", "since", "Since"}) ||
          t_.tokens[t].classes.has(k_.weekday))
        return false;
    constexpr int while_ago = 3;  // years
    const int when = times_.last_named(f.sentence);
    return !reported(verb, s) || (when != 0 && when + while_ago <= times_.now());
  }
  /// "In 2012 Acme AGREED to buy Bolt", in a text of 2020 that tells of no failure
  bool done_since(const RawFact& f) {
    if (f.status != Status::planned || (!is_deal(f) && !tells_post(o_, f))) return false;
    const Sentence& s = t_.sentences[f.sentence];
    const int when = times_.last_named(f.sentence);
    constexpr int to_close = 2;  // years
    return !s.heading && when != 0 && agreed(f, s.tokens) && when + to_close <= times_.now();
  }

  /// "In 1972 she AGREED TO RUN Acme": whoever did so has left by now.
  bool over_since(const RawFact& f) {
    constexpr int long_ago = 15;  // years
    return tells_post(o_, f) && times_.last_named(f.sentence) + long_ago <= times_.now();
  }

  /// "sold its stake in Bolt to Cor, which bought THE WHOLE COMPANY": of several it may be any.
  bool unclear(const RawFact& f) const {
    if (!is_deal(f) || f.object == MentionId::none) return false;
    const Mention& what = m_.mentions[index(f.object)];
    if (what.kind == MentionKind::name) return false;
    for (std::uint32_t t = what.tokens.first; t < what.tokens.last; ++t)
      if (one_of(t_.text(t), {"whole", "entire"})) return true;
    return false;
  }
  /// "was MENTIONED AS A BUYER of Bolt"
  bool rumoured(const RawFact& f) const {
    const std::uint32_t first = f.trigger.first;
    if (f.status != Status::asserted || !is_noun(t_.tokens[first].tag) || !is_deal(f)) return false;
    const std::uint32_t start = t_.sentences[f.sentence].tokens.first;
    bool as = false;
    for (std::uint32_t t = first; t > start && first - t < 6;) {
      if (t_.text(--t) == "as") as = true;
      if (is_verb(t_.tokens[t].tag)) return as && t_.tokens[t].classes.has(k_.mooting);
    }
    return false;
  }

  /// Denies it, or says that it is to be dropped.
  bool drops(RawFact& f, const std::vector<RawFact>& all) {
    if (f.status != Status::planned || !is_deal(f)) return false;
    const Sentence& s = t_.sentences[f.sentence];
    if (s.heading) return false;
    const std::uint32_t attempt = attempt_of(f, s.tokens);
    const Failure failed = failure(f, attempt, s.tokens, all);
    if (failed == Failure::over) f.status = Status::negated;
    if (failed == Failure::over || attempt == UINT32_MAX || !old(f, attempt, s.tokens))
      return false;
    if (failed == Failure::refused) f.status = Status::negated;
    return failed == Failure::none;
  }

 private:
  std::uint32_t verb_of_holding(const RawFact& f, std::uint32_t start) const {
    const std::uint32_t first = f.trigger.first;
    const bool noun = t_.tokens[first].classes.has(k_.holding_noun);
    constexpr std::uint32_t farthest = 8;  // "held a $1 billion STAKE"
    for (std::uint32_t t = first + 1; t > start && first - t + 1 < (noun ? farthest : 1);)
      if (t_.tokens[--t].tag == Tag::comma)
        return UINT32_MAX;
      else if (is_verb(t_.tokens[t].tag))
        return one_of(t_.text(t), {"owned", "held", "controlled", "had"}) ? t : UINT32_MAX;
    return UINT32_MAX;
  }
  /// "AGREED to buy", told as past
  bool agreed(const RawFact& f, TokenRange s) const {
    const std::uint32_t verb = f.trigger.first;
    for (std::uint32_t t = verb; t > s.first && verb - t < 10;) {
      const Token& x = t_.tokens[--t];
      if (x.classes.has(k_.to_come) && is_verb(x.tag)) return x.tag == Tag::VBD && !reported(t, s);
      const bool aim = x.tag == Tag::VB && t_.tokens[t - 1].tag == Tag::TO;  // "to BUY a stake"
      if (is_verb(x.tag) && !aim && t + 1 < verb) return false;
    }
    return false;
  }
  /// A takeover, a merger or a stake.
  bool is_deal(const RawFact& f) const { return o_.relation(f.relation).once || holds_firm(o_, f); }
  /// "TRIED to buy", "its BID for": the word by which the plan is no more than wished, told as past
  std::uint32_t attempt_of(const RawFact& f, TokenRange s) const {
    const std::uint32_t last = std::min(f.trigger.last, s.last);
    for (std::uint32_t t = last; t > s.first && last - t < 14;) {
      const Token& x = t_.tokens[--t];
      if (x.classes.has(k_.to_come) && is_verb(x.tag)) return UINT32_MAX;  // "AGREED to buy"
      if (one_of(t_.text(t), {"accepted", "recommended", "welcomed", "deal"})) return UINT32_MAX;
      if (x.tag == Tag::MD || x.classes.has(k_.preventing)) return UINT32_MAX;
      if (!x.classes.has(k_.attempt)) continue;
      if (is_noun(x.tag)) return past(clause_of(t, s)) ? t : UINT32_MAX;
      if (x.tag == Tag::VBD || (x.tag == Tag::VBN && !has_now(t, s))) return t;
      if (x.tag == Tag::VBZ || x.tag == Tag::VBP || x.tag == Tag::VBN) return UINT32_MAX;
    }
    return UINT32_MAX;
  }
  /// "the trouble goes back to 1998, WHEN IT MADE A BID for Bolt, the firm …"
  TokenRange clause_of(std::uint32_t noun, TokenRange s) const {
    for (std::uint32_t t = noun; t > s.first;) {
      const Tag tag = t_.tokens[--t].tag;
      if (tag != Tag::WRB && tag != Tag::WDT && tag != Tag::WP) continue;
      std::uint32_t last = noun;
      while (last < s.last && t_.tokens[last].tag != Tag::comma) ++last;
      return {t, last};
    }
    return s;
  }
  bool past(TokenRange s) const {
    bool found = false;
    for (std::uint32_t t = s.first; t < s.last; ++t) {
      const Tag tag = t_.tokens[t].tag;
      if (tag == Tag::VBZ || tag == Tag::VBP || tag == Tag::MD) return false;
      found = found || tag == Tag::VBD;
    }
    return found;
  }
  /// "HAS tried"
  bool has_now(std::uint32_t verb, TokenRange s) const {
    for (std::uint32_t t = verb; t > s.first && verb - t < 4;)
      if (one_of(t_.text(--t), {"has", "have"})) return true;
    return false;
  }

  Failure failure(const RawFact& f, std::uint32_t attempt, TokenRange s,
                  const std::vector<RawFact>& all) const {
    if (attempt != UINT32_MAX && is_noun(t_.tokens[attempt].tag))
      if (const Failure o = reader_.over(attempt, s); o != Failure::none) return o;
    const std::uint32_t from = std::max(f.trigger.last, m_.mentions[index(f.object)].tokens.last);
    if ((attempt != UINT32_MAX || in_vain(from, s)) && s.contains(from) &&
        concerns(f, {from, s.last}))
      if (const Failure o = reader_.read({from, s.last}, true); o != Failure::none) return o;
    for (std::uint32_t n = f.sentence + 1; n < t_.sentences.size() && n <= f.sentence + 2; ++n) {
      const bool acts = std::any_of(all.begin(), all.end(), [&](const RawFact& other) {
        return other.sentence == n && is_deal(other);
      });
      const Sentence& next = t_.sentences[n];
      if (acts || next.heading || sells(next.tokens) || !concerns(f, next.tokens)) break;
      if (const Failure o = reader_.read(next.tokens, false); o != Failure::none) return o;
    }
    return Failure::none;
  }
  /// "agreed to buy it, ONLY TO walk away"
  bool in_vain(std::uint32_t from, TokenRange s) const {
    for (std::uint32_t t = from; t + 1 < s.last; ++t)
      if (t_.text(t) == "only" && t_.tokens[t + 1].tag == Tag::TO) return true;
    return false;
  }
  /// "had tried to SELL its shops, but the sale was called off": another deal
  bool sells(TokenRange s) const {
    return std::any_of(&t_.tokens[s.first], &t_.tokens[s.last], [&](const Token& x) {
      return is_verb(x.tag) && x.classes.has(k_.disposing);
    });
  }
  /// No other firm stands there; regulators may.
  bool concerns(const RawFact& f, TokenRange s) const {
    for (const Mention& m : m_.mentions) {
      if (!s.overlaps(m.tokens) || m.inside || m.entity == EntityId::none) continue;
      if (m.entity == entity_of(m_, f.subject) || m.entity == entity_of(m_, f.object)) continue;
      const bool judge =
          o_.is_a(m.type, o_.known().government) || o_.is_a(m.type, o_.known().intergovernmental);
      if (o_.is_a(m.type, o_.known().organization) && !judge && !beside(m.tokens.first, s))
        return false;
    }
    return true;
  }
  /// "Ann Lee, WHO founded it after leaving BOLT, refused"
  bool beside(std::uint32_t token, TokenRange s) const {
    for (std::uint32_t t = token; t > s.first;) {
      const Tag tag = t_.tokens[--t].tag;
      if (tag == Tag::WP || tag == Tag::WDT)
        return t > s.first && t_.tokens[t - 1].tag == Tag::comma;
      if (tag == Tag::comma) return false;
    }
    return false;
  }

  bool old(const RawFact& f, std::uint32_t attempt, TokenRange s) {
    for (std::uint32_t t = attempt; t > s.first && attempt - t < 4;)
      if (one_of(t_.text(--t), {"had", "once", "earlier", "previously"}))
        return !reported(attempt, s);
    for (std::uint32_t t = s.first; t + 1 < s.last; ++t)
      if (t_.text(t) == "last" &&
          one_of(t_.text(t + 1), {"year", "spring", "summer", "autumn", "winter"}))
        return !reported(attempt, s);
    int when = times_.last_named(f.sentence);
    const bool lone = f.sentence == 0 || begins_paragraph(t_, f.sentence);
    if (when == 0 && (!lone || (f.sentence > 0 && same_year(s))))
      when = times_.last_named(f.sentence - 1);
    return when != 0 && when < times_.now();
  }
  /// "THAT SAME YEAR", "THE SAME YEAR"
  bool same_year(TokenRange s) const {
    for (std::uint32_t t = s.first; t + 1 < s.last; ++t)
      if (one_of(t_.text(t), {"same", "that", "That"}) && t_.text(t + 1) == "year") return true;
    return false;
  }
  /// "SAID that it had tried"
  bool reported(std::uint32_t verb, TokenRange s) const {
    return std::any_of(&t_.tokens[s.first], &t_.tokens[verb], [&](const Token& x) {
      return is_verb(x.tag) && x.classes.has(k_.reporting);
    });
  }

  ToldTimes& times_;
  const Text& t_;
  const Mentions& m_;
  const KnownClasses& k_;
  const Ontology& o_;
  FailureReader reader_;
};

}  // namespace

void settle_old_offers(std::vector<RawFact>& facts, ToldTimes& times, const Text& text,
                       const Mentions& mentions, const KnownClasses& classes,
                       const Ontology& ontology) {
  Offers offers(times, text, mentions, classes, ontology);
  for (RawFact& f : facts) {
    if (offers.held_then(f)) f.status = Status::former;
    if (offers.rumoured(f)) f.status = Status::hedged;
  }
  std::erase_if(facts, [&](const RawFact& f) { return offers.unclear(f); });
  const bool any = std::any_of(facts.begin(), facts.end(),
                               [](const RawFact& f) { return f.status == Status::planned; });
  if (!any) return;
  std::vector<std::uint8_t> idle(facts.size(), 0);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    idle[i] = offers.drops(facts[i], facts) ? 1 : 0;
    if (idle[i] == 0 && offers.done_since(facts[i]))
      facts[i].status = offers.over_since(facts[i]) ? Status::former : Status::asserted;
  }
  std::size_t i = 0;
  std::erase_if(facts, [&](const RawFact&) { return idle[i++] != 0; });
}

}  // namespace factloom
