// SPDX-License-Identifier: Apache-2.0
#include "extract/story/partings.h"

#include <algorithm>

#include "extract/story/fact_ends.h"

namespace factloom {
namespace {

constexpr std::uint32_t behind = 4;  ///< sentences behind the wedding
constexpr std::uint32_t near = 7;    ///< tokens between who parts and the word for it

class Partings {
 public:
  Partings(const Text& text, const KnownClasses& classes) : t_(text), k_(classes) {}

  /// Where it is said that the couple of the fact parted; none after `end`.
  bool told(const RawFact& wedding, std::uint32_t end) const {
    const auto count = static_cast<std::uint32_t>(t_.sentences.size());
    for (std::uint32_t s = wedding.sentence; s < count && s <= wedding.sentence + behind; ++s) {
      const Sentence& x = t_.sentences[s];
      if (!x.classes.has(k_.parting) && !x.classes.has(k_.spouse)) continue;
      const std::uint32_t first = std::max(x.tokens.first, wedding.trigger.last);
      for (std::uint32_t t = first; t < x.tokens.last && t < end; ++t)
        if (parts(first, t) || ends(t, x.tokens.last)) return true;
    }
    return false;
  }

 private:
  const ClassSet& classes(std::uint32_t t) const { return t_.tokens[t].classes; }
  bool past(std::uint32_t t) const {
    return t_.tokens[t].tag == Tag::VBD || t_.tokens[t].tag == Tag::VBN;
  }
  bool marriage(std::uint32_t t) const {
    return is_noun(t_.tokens[t].tag) && classes(t).has(k_.spouse) && !classes(t).has(k_.kinship) &&
           !classes(t).has(k_.parting) && !classes(t).has(k_.person);
  }
  /// "THEY were DIVORCED", "the COUPLE later SEPARATED", "the MARRIAGE ended in DIVORCE"
  bool parts(std::uint32_t first, std::uint32_t t) const {
    if (!classes(t).has(k_.parting)) return false;
    const bool noun = is_noun(t_.tokens[t].tag);
    if (!past(t) && !noun && !is_adjective(t_.tokens[t].tag)) return false;
    if (noun && (t == first || (t_.text(t - 1) != "in" && t_.text(t - 1) != "by"))) return false;
    for (std::uint32_t b = t; b > first && t - b < near;) {
      const Token& x = t_.tokens[--b];
      if (x.tag == Tag::MD || x.tag == Tag::TO || x.classes.has(k_.negator)) return false;
      if (x.tag == Tag::PRP) return x.classes.has(k_.plural);
      if (marriage(b) || x.classes.has(k_.pair_of_people)) return true;
    }
    return false;
  }
  /// "the MARRIAGE ENDED in 1964", "the MARRIAGE LASTED two years"
  bool ends(std::uint32_t t, std::uint32_t last) const {
    if (!marriage(t) || t + 1 >= last) return false;
    std::uint32_t verb = t + 1;
    while (verb < last && is_adverb(t_.tokens[verb].tag)) ++verb;
    if (verb >= last || t_.tokens[verb].tag != Tag::VBD || classes(verb).has(k_.be)) return false;
    return classes(verb).has(k_.thwarting_verb) || t_.text(verb) == "lasted";
  }

  const Text& t_;
  const KnownClasses& k_;
};

}  // namespace

void settle_partings(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                     const Ontology& ontology, const KnownClasses& classes) {
  const auto wedding = [&](const RawFact& f) { return tells_marriage(ontology, f); };
  const auto ends = [&](const RawFact& f) {
    const EntityId a = entity_of(mentions, f.subject), b = entity_of(mentions, f.object);
    return std::pair<EntityId, EntityId>(std::minmax(a, b));
  };
  const Partings partings(text, classes);
  for (RawFact& f : facts) {
    if (f.status != Status::asserted || !wedding(f)) continue;
    std::uint32_t next = UINT32_MAX;  // the next wedding: what is told behind is of that
    for (const RawFact& other : facts)
      if (wedding(other) && other.trigger.first > f.trigger.first && ends(other) != ends(f))
        next = std::min(next, other.trigger.first);
    if (partings.told(f, next)) f.status = Status::former;
  }
}

}  // namespace factloom
