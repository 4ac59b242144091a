// SPDX-License-Identifier: Apache-2.0
#include "extract/story/the_dead.h"

#include <algorithm>

#include "extract/story/fact_ends.h"

namespace factloom {
namespace {

class TheDead {
 public:
  TheDead(const std::vector<RawFact>& facts, const std::vector<Departure>& departures,
          const Text& text, const Mentions& mentions, const Ontology& ontology)
      : t_(text), m_(mentions), o_(ontology) {
    for (const Departure& d : departures)
      if (d.kind == Departure::Kind::died) deaths_.push_back(d);
    for (const RawFact& f : facts)
      if (o_.relation(f.relation).tells == LifeEvent::death && f.status == Status::asserted &&
          is_verb_or_noun(f))  // in "(1921-1999)" it says no more than who is meant
        note(f);
  }

  bool none() const { return deaths_.empty(); }
  /// Did it end with the death of somebody?
  bool ended(const RawFact& f) const {
    if (f.status != Status::asserted) return false;
    return holds(f) ? died(entity_of(m_, f.subject)) : tells_marriage(o_, f) && widowed(f);
  }
  /// "was to be named its chief": whoever died will not be.
  bool too_late(const RawFact& f) const {
    return f.status == Status::planned && tells_post(o_, f) && died(entity_of(m_, f.subject)) &&
           !agreed(f);
  }

 private:
  void note(const RawFact& f) {
    Departure d;
    d.who = entity_of(m_, f.subject);
    d.token = f.trigger.first;
    d.sentence = f.sentence;
    if (d.who != EntityId::none) deaths_.push_back(d);
  }
  bool is_verb_or_noun(const RawFact& f) const {
    const Tag tag = t_.tokens[f.trigger.first].tag;
    return is_verb(tag) || is_noun(tag);
  }
  bool died(EntityId who) const {
    return who != EntityId::none && std::any_of(deaths_.begin(), deaths_.end(),
                                                [&](const Departure& d) { return d.who == who; });
  }
  /// "AGREED to run it": which came to be.
  bool agreed(const RawFact& f) const {
    constexpr std::uint32_t near = 5;
    for (std::uint32_t t = f.trigger.first; t > 0 && f.trigger.first - t < near;)
      if (t_.text(--t) == "agreed" || t_.text(t) == "accepted") return true;
    return false;
  }
  /// A post, a share or a home: not what one founded.
  bool holds(const RawFact& f) const {
    return tells_post(o_, f) || holds_firm(o_, f) || tells_home(o_, f);
  }
  /// "his wife, ANN LEE, who DIED in 2008", "the murder of his wife, ANN LEE", "was married to Ann
  /// Lee; SHE DIED"; not "Bob Roy died. His wife, Ann Lee, …", who is his wife to all.
  bool widowed(const RawFact& f) const {
    const EntityId a = entity_of(m_, f.subject), b = entity_of(m_, f.object);
    return std::any_of(deaths_.begin(), deaths_.end(), [&](const Departure& d) {
      return d.sentence == f.sentence && (d.who == a || d.who == b) &&
             (d.by_noun || f.trigger.first < d.token);
    });
  }

  const Text& t_;
  const Mentions& m_;
  const Ontology& o_;
  std::vector<Departure> deaths_;
};

}  // namespace

void settle_the_dead(std::vector<RawFact>& facts, const std::vector<Departure>& departures,
                     const Text& text, const Mentions& mentions, const Ontology& ontology) {
  const TheDead dead(facts, departures, text, mentions, ontology);
  if (dead.none()) return;
  for (RawFact& f : facts)
    if (dead.ended(f)) f.status = Status::former;
  std::erase_if(facts, [&](const RawFact& f) { return dead.too_late(f); });
}

}  // namespace factloom
