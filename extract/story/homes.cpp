// SPDX-License-Identifier: Apache-2.0
#include "extract/story/homes.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "extract/base/words.h"
#include "extract/story/fact_ends.h"
#include "extract/story/years.h"

namespace factloom {
namespace {

class Homes {
 public:
  Homes(const std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
        const Ontology& ontology, const NameRules& rules)
      : t_(text), m_(mentions), o_(ontology), rules_(rules) {
    for (const RawFact& f : facts)
      if (f.status == Status::asserted && tells_home(o_, f)) homes_.push_back(&f);
  }

  bool is_over(const RawFact& f) const {
    if (f.status != Status::asserted || !tells_home(o_, f) || still(f)) return false;
    return grew_up(f) || as_child(f) || moved_on(f);
  }

 private:
  TokenRange sentence(const RawFact& f) const { return t_.sentences[f.sentence].tokens; }
  /// "grew up in Leeds, where she STILL lives", or told elsewhere as well
  bool still(const RawFact& f) const {
    const TokenRange s = sentence(f);
    for (std::uint32_t t = s.first; t < s.last; ++t)
      if (one_of(t_.text(t), {"still", "now", "today", "always", "remained", "stayed"}))
        return true;
    return std::any_of(homes_.begin(), homes_.end(), [&](const RawFact* other) {
      return other->sentence != f.sentence && same_ends(m_, *other, f);
    });
  }
  /// "GREW UP in Leeds", "was RAISED in Leeds"
  bool grew_up(const RawFact& f) const {
    return one_of(t_.text(f.trigger.first), {"grew", "raised", "reared", "brought", "growing"});
  }
  /// "AT SEVEN she was sent to live in Leeds", "moved AS A CHILD", "AGED ten"
  bool as_child(const RawFact& f) const {
    const TokenRange s = sentence(f);
    for (std::uint32_t t = s.first; t + 1 < s.last; ++t) {
      const std::string_view word = t_.text(t), next = t_.text(t + 1);
      if (one_of(word, {"at", "At", "aged", "Aged"}) && child(t + 1, s)) return true;
      if (word == "age" && next == "of" && t + 2 < s.last && child(t + 2, s)) return true;
      if (one_of(word, {"as", "As"}) && next == "a" && t + 2 < s.last &&
          one_of(t_.text(t + 2), {"child", "boy", "girl", "baby", "toddler", "teenager", "infant"}))
        return true;
    }
    return false;
  }
  /// An age at which nobody chooses a home; not "at ten o'clock", "at ten universities".
  bool child(std::uint32_t t, TokenRange s) const {
    constexpr int grown_up = 18;
    const std::string_view word = t_.text(t);
    if (t_.tokens[t].tag != Tag::CD) return false;
    if (t + 1 < s.last && (is_noun(t_.tokens[t + 1].tag) || t_.tokens[t + 1].tag == Tag::colon ||
                           is_adjective(t_.tokens[t + 1].tag)))
      return false;
    const int age = t_.tokens[t].is(shape_number)
                        ? std::atoi(std::string(word).c_str())
                        : static_cast<int>(rules_.word(rules_.find(word)).number);
    return age > 0 && age < grown_up;
  }
  /// "MOVED to Leeds in 1990 and to London in 2004": two towns, one after the other
  bool moved_on(const RawFact& f) const {
    if (!moves(f)) return false;
    const EntityId who = entity_of(m_, f.subject);
    const TypeId kind = type_of(m_, f.object);
    return who != EntityId::none &&
           std::any_of(homes_.begin(), homes_.end(), [&](const RawFact* g) {
             return g != &f && entity_of(m_, g->subject) == who && type_of(m_, g->object) == kind &&
                    !same_entity(m_, g->object, f.object) && place(*g) > place(f) &&
                    (g->trigger.first != f.trigger.first || year(*g) > year(f)) &&
                    !(year(*g) != 0 && year(*g) < year(f));
           });
  }
  bool moves(const RawFact& f) const {
    return begins_with_one_of(t_.text(f.trigger.first), {"mov", "settl", "emigrat", "immigrat",
                                                         "relocat", "migrat", "decamp"});
  }
  std::uint32_t place(const RawFact& f) const { return m_.mentions[index(f.object)].tokens.first; }
  /// "to Leeds IN 1990", "in 1990 TO LEEDS"; 0 if none is told
  int year(const RawFact& f) const {
    constexpr std::uint32_t near = 4;
    const TokenRange s = sentence(f);
    const std::uint32_t t = m_.mentions[index(f.object)].tokens.last;
    for (std::uint32_t b = t; b < std::min(t + near, s.last); ++b)
      if (const int y = year_at(t_, b); y != 0) return y;
    for (std::uint32_t b = f.trigger.last; b < place(f); ++b)
      if (const int y = year_at(t_, b); y != 0 && place(f) - b < near) return y;
    return 0;
  }

  const Text& t_;
  const Mentions& m_;
  const Ontology& o_;
  const NameRules& rules_;
  std::vector<const RawFact*> homes_;
};

}  // namespace

void settle_homes(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                  const Ontology& ontology, const NameRules& rules) {
  const Homes homes(facts, text, mentions, ontology, rules);
  std::vector<RawFact*> over;
  for (RawFact& f : facts)
    if (homes.is_over(f)) over.push_back(&f);
  for (RawFact* f : over) f->status = Status::former;
}

}  // namespace factloom
