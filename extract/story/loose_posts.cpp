// SPDX-License-Identifier: Apache-2.0
#include "extract/story/loose_posts.h"

#include <algorithm>

#include "extract/base/words.h"
#include "extract/story/fact_ends.h"

namespace factloom {
namespace {

class LoosePosts {
 public:
  LoosePosts(const Text& text, const Mentions& mentions, const Ontology& ontology,
             const KnownClasses& classes)
      : t_(text), m_(mentions), o_(ontology), k_(classes) {}

  bool is_loose(const RawFact& f) const {
    const RelationType& r = o_.relation(f.relation);
    if (!r.lasting) return false;
    if (tells_post(o_, f) && of_person(f) && wished(f)) return true;
    if (is_persons_post(o_, f) && !r.broader.empty()) return one_of_many(f) || of_continent(f);
    return tells_home(o_, f) && moved_for_work(f);
  }
  /// "played for Acme AS A TEENAGER"
  bool in_youth(const RawFact& f) const {
    if (f.status != Status::asserted || !tells_post(o_, f) ||
        t_.tokens[f.trigger.first].tag != Tag::VBD)
      return false;
    const std::uint32_t as = m_.mentions[index(f.object)].tokens.last;
    return as + 3 < t_.tokens.size() && t_.text(as) == "as" && t_.text(as + 1) == "a" &&
           (one_of(t_.text(as + 2), {"teenager", "boy", "girl", "child", "youngster", "youth"}) ||
            (one_of(t_.text(as + 2), {"young", "teenage"}) && is_noun(t_.tokens[as + 3].tag)));
  }
  /// "the head of the FAILED Acme Bank", "of the DEFUNCT airline Acme Air"
  bool of_what_is_gone(const RawFact& f) const {
    if (f.status != Status::asserted || !tells_post(o_, f)) return false;
    const std::uint32_t start = t_.sentences[f.sentence].tokens.first;
    const std::uint32_t name = m_.mentions[index(f.object)].tokens.first;
    for (std::uint32_t t = name; t > start && name - t < 4;) {
      const Token& x = t_.tokens[--t];
      if (x.classes.has(k_.defunct)) return true;
      if (!is_noun(x.tag) && !is_adjective(x.tag)) return false;
    }
    return false;
  }
  /// "HAS HELD POSTS at Acme": several, one after the other
  bool held_several(const RawFact& f) const {
    const std::uint32_t posts = f.trigger.first;
    if (f.status != Status::asserted || !tells_post(o_, f) || t_.tokens[posts].tag != Tag::NNS)
      return false;
    const std::uint32_t start = t_.sentences[f.sentence].tokens.first;
    const std::uint32_t held = verb_before(posts, start, 5);
    return held != UINT32_MAX && held > start && t_.tokens[held].tag == Tag::VBN &&
           t_.tokens[held - 1].classes.has(k_.have);
  }
  /// "the PRESIDENT-ELECT of Chile", "its chief-designate", "the premier-in-waiting"
  bool not_yet(const RawFact& f) const {
    const std::uint32_t t = f.trigger.last;
    return f.status == Status::asserted && tells_post(o_, f) && t + 1 < t_.tokens.size() &&
           t_.tokens[t].tag == Tag::HYPH &&
           (one_of(t_.text(t + 1), {"elect", "designate"}) ||
            (t_.text(t + 1) == "in" && t + 3 < t_.tokens.size() && t_.text(t + 3) == "waiting"));
  }
  /// "was one of her HUSBANDS", "was married twice, FIRST to Bob Roy, then to Max Day"
  bool first_of_several(const RawFact& f) const {
    if (f.status != Status::asserted || !tells_marriage(o_, f)) return false;
    if (one_of(t_.text(f.trigger.first), {"husbands", "wives"})) return true;
    if (f.trigger.first > 1 && t_.text(f.trigger.first - 2) == "left" &&
        t_.tokens[f.trigger.first - 1].tag == Tag::PRPS &&
        t_.tokens[f.trigger.first - 2].tag == Tag::VBD)
      return true;  // "LEFT HER husband"
    const std::uint32_t who = std::max(m_.mentions[index(f.subject)].tokens.first,
                                       m_.mentions[index(f.object)].tokens.first);
    for (std::uint32_t t = who; t > f.trigger.last && who - t < 7;) {
      if (t_.text(--t) == "first") return t_.text(t - 1) == "," || t_.text(t - 1) == ":";
      if (t_.tokens[t].tag == Tag::comma) return false;
    }
    return false;
  }
  /// "his father WAS NOT Bob Roy but Max Day": denied of the first
  bool denied(const RawFact& f) const {
    if (f.status != Status::asserted || f.construction != "inverted") return false;
    const std::uint32_t holder = std::max(m_.mentions[index(f.subject)].tokens.first,
                                          m_.mentions[index(f.object)].tokens.first);
    if (holder <= f.trigger.last) return false;
    for (std::uint32_t t = holder; --t > f.trigger.last;) {
      if (t_.text(t) == "but") return false;
      if (t_.text(t) == "not" || t_.text(t) == "n't") return t_.tokens[t - 1].classes.has(k_.be);
    }
    return false;
  }

 private:
  /// A state that APPLIED TO JOIN a league plans it.
  bool of_person(const RawFact& f) const {
    return o_.is_a(m_.mentions[index(f.subject)].type, o_.known().person);
  }
  /// "APPLIED TO LEAD Acme", "INVITED her TO RUN it": whether it came to that is open.
  bool wished(const RawFact& f) const {
    const std::uint32_t verb = f.trigger.first;
    const std::uint32_t start = t_.sentences[f.sentence].tokens.first;
    if (f.status != Status::planned || verb < start + 2 || t_.tokens[verb - 1].tag != Tag::TO)
      return false;
    const std::uint32_t wish = verb_before(verb - 1, start, 4);
    return wish != UINT32_MAX && t_.tokens[wish].classes.has(k_.wishing);
  }
  /// The next verb before a token, at most `reach` tokens away; UINT32_MAX if there is none.
  std::uint32_t verb_before(std::uint32_t token, std::uint32_t start, std::uint32_t reach) const {
    for (std::uint32_t t = token; t > start && token - t < reach;)
      if (is_verb(t_.tokens[--t].tag)) return t;
    return UINT32_MAX;
  }
  /// "African LEADERS, among them Ann Lee"
  bool one_of_many(const RawFact& f) const {
    return t_.tokens[f.trigger.last - 1].tag == Tag::NNS &&
           m_.mentions[index(f.object)].kind == MentionKind::adjective &&
           one_of(t_.text(f.trigger.last - 1), {"leaders", "rulers", "chiefs", "heads", "bosses"});
  }
  /// "EUROPE'S longest-serving prime minister", "ASIA'S first woman president"
  bool of_continent(const RawFact& f) const {
    const TokenRange name = m_.mentions[index(f.object)].tokens;
    return name.size() == 1 && one_of(t_.text(name.first), {"Europe", "Africa", "Asia"}) &&
           t_.tokens[name.last].tag == Tag::POS;
  }
  bool moved_for_work(const RawFact& f) const {
    const std::string_view verb = t_.text(f.trigger.first);
    if (!begins_with_one_of(verb, {"mov", "return", "relocat"})) return false;
    const std::uint32_t t = m_.mentions[index(f.object)].tokens.last;
    const std::uint32_t end = t_.sentences[f.sentence].tokens.last;
    if (t > 0 && one_of(t_.text(t - 1), {"Kremlin", "House", "Élysée", "Elysée", "Street"}))
      return true;  // "moved to the KREMLIN"
    if (t + 2 >= end || f.trigger.first > t) return false;
    const std::string_view next = t_.text(t);
    if (next == "and") return body_at(t + 1) || body_at(t + 2);
    if (next == "on") return t_.text(t + 1) == "loan" || t_.text(t + 2) == "loan";
    if (next == "for") return t_.tokens[t + 1].tag == Tag::dollar || millions(t + 1, end);
    return next == "in" && (t_.text(t + 2) == "swap" || t_.text(t + 2) == "exchange");
  }
  bool millions(std::uint32_t t, std::uint32_t end) const {
    for (std::uint32_t b = t; b < std::min(t + 5, end); ++b)
      if (t_.text(b) == "million") return true;
    return false;
  }
  /// Does the name of a body begin there?
  bool body_at(std::uint32_t t) const {
    return std::any_of(m_.mentions.begin(), m_.mentions.end(), [&](const Mention& m) {
      return m.tokens.first == t && m.kind == MentionKind::name &&
             o_.is_a(m.type, o_.known().organization);
    });
  }

  const Text& t_;
  const Mentions& m_;
  const Ontology& o_;
  const KnownClasses& k_;
};

}  // namespace

void settle_loose_posts(std::vector<RawFact>& raw, const Text& text, const Mentions& mentions,
                        const Ontology& ontology, const KnownClasses& classes) {
  const LoosePosts posts(text, mentions, ontology, classes);
  raw.erase(
      std::remove_if(raw.begin(), raw.end(), [&](const RawFact& f) { return posts.is_loose(f); }),
      raw.end());
  for (RawFact& f : raw)
    if (posts.in_youth(f) || posts.of_what_is_gone(f) || posts.held_several(f) ||
        posts.first_of_several(f))
      f.status = Status::former;
    else if (posts.not_yet(f))
      f.status = Status::planned;
    else if (posts.denied(f))
      f.status = Status::negated;
}

}  // namespace factloom
