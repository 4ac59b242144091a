// SPDX-License-Identifier: Apache-2.0
#include "extract/story/old_posts.h"

#include <algorithm>

#include "extract/base/words.h"
#include "extract/story/fact_ends.h"
#include "extract/story/years.h"

namespace factloom {
namespace {

constexpr int long_ago = 8;     ///< years
constexpr int over_by_now = 6;  ///< years, of who is elected, or as "as minister in 2004"

class OldPosts {
 public:
  OldPosts(ToldTimes& times, const Text& text, const Mentions& mentions, const Ontology& ontology,
           const KnownClasses& classes)
      : times_(times), t_(text), m_(mentions), o_(ontology), k_(classes) {}

  bool is_old(const RawFact& f, const std::vector<RawFact>& all) {
    if (f.status == Status::asserted && had_led(f)) return true;
    if (!told_now(f)) return false;
    if (ruled_before(f) || lived_then(f)) return true;
    const int when = told_of(f);
    if (const int then = as_post_in(f); then != 0)
      return then + over_by_now <= times_.now() || (when != 0 && gave_way(f, all));
    const int ago = is_public(f) ? over_by_now : long_ago;
    return when != 0 && (when + ago <= times_.now() || gave_way(f, all));
  }

 private:
  bool told_now(const RawFact& f) const {
    return f.status == Status::asserted && (is_post(f) || is_holding(f)) &&
           !t_.sentences[f.sentence].heading;
  }
  /// Of a state, a party or a town, where those who lead it change: not of a firm.
  bool is_public(const RawFact& f) const {
    const TypeId body = factloom::type_of(m_, f.object);
    const Ontology::KnownTypes& known = o_.known();
    return is_persons_post(o_, f) &&
           (o_.is_a(body, known.place) || o_.is_a(body, known.government) ||
            o_.is_a(body, known.party) || o_.is_a(body, known.intergovernmental));
  }
  /// "was brought in in 2014 under PRESIDENT BOB ROY", where another one is the president
  bool gave_way(const RawFact& f, const std::vector<RawFact>& all) {
    return std::any_of(all.begin(), all.end(), [&](const RawFact& other) {
      return other.relation == f.relation && other.sentence != f.sentence &&
             entity_of(m_, other.object) == entity_of(m_, f.object) &&
             entity_of(m_, other.subject) != entity_of(m_, f.subject) && same_office(f, other) &&
             !(told_now(other) && told_of(other) != 0) && is_news(other.sentence);
    });
  }
  /// Is the sentence among the first, or of now?
  bool is_news(std::uint32_t sentence) {
    constexpr std::uint32_t lead = 4;  // sentences
    return sentence < lead || times_.tells_now(sentence);
  }
  bool is_post(const RawFact& f) const {
    return is_persons_post(o_, f) && (f.role.empty() ? is_led(f) : !academic(f));
  }
  /// "Acme, then LED by Ann Lee"
  bool is_led(const RawFact& f) const {
    return t_.tokens[f.trigger.first].classes.has(k_.state_verb) && is_participle(f);
  }
  bool is_participle(const RawFact& f) const {
    const std::uint32_t verb = f.trigger.first;
    return t_.tokens[verb].tag == Tag::VBN && verb > 0 && !is_verb(t_.tokens[verb - 1].tag);
  }
  /// "Ann Lee, the OWNER of Acme", "Bolt, OWNED by Acme"; not "Bolt, a UNIT of Acme"
  bool is_holding(const RawFact& f) const {
    if (!holds_firm(o_, f)) return false;
    const TypeSet bodies = o_.type(o_.known().organization).descendants;
    const bool anybody = (o_.relation(f.relation).domain & ~bodies) != 0;
    return (anybody && is_noun(t_.tokens[f.trigger.first].tag)) || is_participle(f);
  }
  /// "a PROFESSOR at the university", "a biologist at THE UNIVERSITY": for life
  bool academic(const RawFact& f) const {
    if (o_.relation(f.relation).broader.empty() &&
        !t_.tokens[f.role.last - 1].classes.has(k_.head_post) &&
        !t_.tokens[f.role.last - 1].classes.has(k_.ranked_post) &&
        o_.is_a(factloom::type_of(m_, f.object), o_.known().school))
      return true;
    for (std::uint32_t t = f.role.first; t < f.role.last; ++t)
      if (t_.text(t).starts_with("prof") || t_.text(t) == "lecturer") return true;
    return false;
  }
  bool same_office(const RawFact& a, const RawFact& b) const {
    if (b.status != Status::asserted || a.role.empty() || b.role.empty() ||
        t_.tokens[a.role.last - 1].lemma != t_.tokens[b.role.last - 1].lemma)
      return false;
    const auto field = [&](TokenRange role) {  // "the TRADE minister" is not the finance minister
      const std::uint32_t before = role.last - 2;
      return role.size() > 1 && t_.tokens[before].classes.has(k_.portfolio) ? t_.text(before)
                                                                            : std::string_view();
    };
    return field(a.role) == field(b.role);
  }
  /// "UNDER ANN LEE, its chairman, Acme HAD GROWN fast": before what the text tells of
  bool ruled_before(const RawFact& f) const {
    const TokenRange s = t_.sentences[f.sentence].tokens;
    const std::uint32_t who = m_.mentions[index(f.subject)].tokens.first;
    if (who <= s.first || !one_of(t_.text(who - 1), {"under", "Under"})) return false;
    for (std::uint32_t t = s.first; t + 1 < s.last; ++t) {
      const Token& x = t_.tokens[t];
      if (x.tag == Tag::MD || (is_verb(x.tag) && x.tag != Tag::VBD)) return false;
      if (x.tag == Tag::VBD)
        return x.classes.has(k_.have) && (t_.tokens[t + 1].tag == Tag::VBN ||
                                          (t + 2 < s.last && is_adverb(t_.tokens[t + 1].tag) &&
                                           t_.tokens[t + 2].tag == Tag::VBN));
    }
    return false;
  }
  /// "In 2015 it punished Ann Lee, who HAD LED Acme SINCE 1995", told years after that
  bool had_led(const RawFact& f) {
    const std::uint32_t verb = f.trigger.first;
    if (!is_persons_post(o_, f) || verb == 0 || !t_.tokens[verb].classes.has(k_.state_verb) ||
        t_.tokens[verb].tag != Tag::VBN || t_.text(verb - 1) != "had")
      return false;
    const int year = times_.year_of(f.sentence, t_.sentences[f.sentence].tokens.first,
                                    t_.sentences[f.sentence].tokens.first);
    return year != 0 && year + 1 < times_.now();
  }
  /// "BOB ROY, the king of Norway, FOUNDED it in 1818": nobody holds a post for so long.
  bool lived_then(const RawFact& f) {
    constexpr int lifetime = 80;  // years
    const TokenRange s = t_.sentences[f.sentence].tokens;
    const std::uint32_t who = m_.mentions[index(f.subject)].tokens.first;
    if (!is_persons_post(o_, f) || who > s.first + 1 || !in_passing(f, s)) return false;
    for (std::uint32_t t = s.first; t < s.last; ++t)  // "spoke WHERE Bob Roy was born in 1818"
      if (t_.tokens[t].tag == Tag::WRB) return false;
    const int year = times_.told_in(f.sentence);
    return year != 0 && year + lifetime <= times_.now();
  }
  /// The year of which it is told, in passing and in plain past; 0 if none.
  int told_of(const RawFact& f) {
    if (!in_passing(f, t_.sentences[f.sentence].tokens)) return 0;
    return times_.year_of(f.sentence, f.trigger.first, m_.mentions[index(f.subject)].tokens.first);
  }
  /// "brought it in AS MINISTER IN 2004": the year; 0 if the post is told otherwise.
  int as_post_in(const RawFact& f) const {
    const TokenRange s = t_.sentences[f.sentence].tokens;
    const TokenRange role = f.role;
    if (role.first < s.first + 2 || role.last + 1 >= s.last || !s.contains(role.last)) return 0;
    std::uint32_t as = role.first - 1;
    for (int k = 0; k < 3 && as > s.first; ++k) {  // "as NORWAY'S health minister"
      const Tag tag = t_.tokens[as].tag;
      if (tag != Tag::PRPS && tag != Tag::POS && tag != Tag::NNP && tag != Tag::DT) break;
      --as;
    }
    if (t_.text(as) != "as" || t_.text(role.last) != "in" || appoints(as, s.first) ||
        !role.contains(f.trigger.first))  // not "JOINED Acme as its chief in 2004"
      return 0;
    for (std::uint32_t t = as; t > s.first && as - t < 6;)
      if (begins_with_one_of(t_.text(--t), {"join", "return", "start", "began"})) return 0;
    const int when = year_at(t_, role.last + 1);  // "in May 2004"
    return when != 0 || role.last + 2 >= s.last ? when : year_at(t_, role.last + 2);
  }
  /// "Ann Lee, its chief", "its chief, Ann Lee"; not "became its chief"
  bool in_passing(const RawFact& f, TokenRange s) const {
    const TokenRange who = m_.mentions[index(f.subject)].tokens;
    if (!s.contains(who.first)) return false;
    const std::uint32_t from = std::min(who.last, f.trigger.last);
    const std::uint32_t to = std::max(who.first, f.trigger.first);
    if (to - from > 14) return false;
    for (std::uint32_t t = from; t < to; ++t)
      if (is_verb(t_.tokens[t].tag)) return false;
    return f.trigger.first < 1 || !appoints(f.trigger.first, s.first);
  }
  /// "APPOINTED Ann Lee chief"
  bool appoints(std::uint32_t trigger, std::uint32_t first) const {
    for (std::uint32_t t = trigger; t > first && trigger - t < 8;) {
      const Token& x = t_.tokens[--t];
      if (x.classes.has(k_.appoint) || x.classes.has(k_.become)) return true;
      if (is_verb(x.tag)) return x.classes.has(k_.be);
    }
    return false;
  }

  ToldTimes& times_;
  const Text& t_;
  const Mentions& m_;
  const Ontology& o_;
  const KnownClasses& k_;
};

}  // namespace

void settle_old_posts(std::vector<RawFact>& facts, ToldTimes& times, const Text& text,
                      const Mentions& mentions, const Ontology& ontology,
                      const KnownClasses& classes) {
  OldPosts reader(times, text, mentions, ontology, classes);
  std::vector<std::uint8_t> old(facts.size(), 0);
  for (std::size_t i = 0; i < facts.size(); ++i) old[i] = reader.is_old(facts[i], facts) ? 1 : 0;
  const auto held_yet = [&](const RawFact& f) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const RawFact& other = facts[i];
      if (old[i] == 0 && other.sentence != f.sentence && other.relation == f.relation &&
          other.status == Status::asserted && same_ends(mentions, other, f))
        return true;
    }
    return false;
  };
  std::vector<RawFact*> over;
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (old[i] != 0 && !held_yet(facts[i])) over.push_back(&facts[i]);
  for (RawFact* f : over) f->status = Status::former;
}

}  // namespace factloom
