// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/named_facts.h"

#include <algorithm>

namespace factloom {
namespace {

/// A name with the one place that it holds.
struct NamedFor {
  MentionId name = MentionId::none, place = MentionId::none;
  std::uint32_t kind = 0;  ///< the token that says what it is: SOCIETY, BANK
  Function function = Function::compound;
};

class NameReader {
 public:
  NameReader(const Text& text, const Mentions& mentions, const KnownClasses& classes)
      : t_(text), m_(mentions), c_(classes) {}

  /// Is the mention a name, and the next one the only place in it, at its front or its end?
  bool read(std::size_t i, NamedFor& found) const {
    const Mention& name = m_.mentions[i];
    if (name.kind != MentionKind::name || name.inside || i + 1 == m_.mentions.size()) return false;
    const Mention& place = m_.mentions[i + 1];
    if (!place.inside || place.tokens.first >= name.tokens.last || !alone_in(i + 1, name))
      return false;
    found.name = static_cast<MentionId>(i);
    found.place = static_cast<MentionId>(i + 1);
    return place.kind == MentionKind::adjective ? at_front(name, place, found)
                                                : at_end(name, place, found);
  }

 private:
  const Token& token(std::uint32_t t) const { return t_.tokens[t]; }
  bool is_preposition(std::uint32_t t) const {
    return token(t).tag == Tag::IN || token(t).classes.has(c_.preposition);
  }
  bool alone_in(std::size_t inner, const Mention& name) const {
    return inner + 1 == m_.mentions.size() || !m_.mentions[inner + 1].inside ||
           m_.mentions[inner + 1].tokens.first >= name.tokens.last;
  }
  std::uint32_t first_word(TokenRange words) const {
    return words.first + (token(words.first).tag == Tag::DT ? 1u : 0u);
  }
  /// "the IRISH Cancer Society"; not "the American School IN LONDON"
  bool at_front(const Mention& name, const Mention& place, NamedFor& found) const {
    if (place.tokens.first != first_word(name.tokens)) return false;
    const std::uint32_t behind = name.tokens.last;
    if (behind < t_.tokens.size() && is_preposition(behind) && names_capital(behind + 1))
      return false;
    std::uint32_t last = place.tokens.last;
    while (last < name.tokens.last && !is_preposition(last)) ++last;
    found.kind = last - 1;
    found.function = Function::compound;
    return found.kind >= place.tokens.last;
  }
  bool names_capital(std::uint32_t t) const {
    if (t < t_.tokens.size() && token(t).tag == Tag::DT) ++t;
    return t < t_.tokens.size() && token(t).is(shape_upper_first);
  }
  /// "the Bank of LATVIA"
  bool at_end(const Mention& name, const Mention& place, NamedFor& found) const {
    if (place.tokens.last != name.tokens.last) return false;
    std::uint32_t of = place.tokens.first;
    while (of > name.tokens.first && token(of - 1).tag == Tag::DT) --of;
    if (of < name.tokens.first + 2u || !token(of - 1).classes.has(c_.genitive_preposition))
      return false;
    found.kind = of - 2;
    found.function = Function::of;
    return true;
  }

  const Text& t_;
  const Mentions& m_;
  const KnownClasses& c_;
};

bool allows(const Rule& rule, const Emission& e, TypeId subject, TypeId object) {
  return std::all_of(rule.conditions.begin(), rule.conditions.end(), [&](const Condition& c) {
    if (!of_type(c.kind) || (c.left != e.subject && c.left != e.object)) return true;
    return Ontology::in(c.left == e.subject ? subject : object, c.types) ==
           (c.kind == ConditionKind::is_type);
  });
}

/// What fills an argument of the block.
MentionId filler(const TriggerBlock& block, std::uint8_t argument, const NamedFor& n,
                 const Mentions& all) {
  for (const Slot& slot : block.slots) {
    if (slot.argument != argument) continue;
    const MentionId m = slot.function == Function::self ? n.name
                        : slot.function == n.function   ? n.place
                                                        : MentionId::none;
    if (m != MentionId::none && Ontology::in(type_of(all, m), slot.types)) return m;
  }
  return MentionId::none;
}

void add(const Rule& rule, const TriggerRef& ref, const NamedFor& n, const Mentions& all,
         const Ontology& ontology, std::vector<RawFact>& facts) {
  for (const Emission& e : rule.emissions) {
    const RelationType& relation = ontology.relation(e.relation);
    RawFact f;
    f.subject = filler(rule.blocks[ref.block], e.subject, n, all);
    f.object = filler(rule.blocks[ref.block], e.object, n, all);
    if (f.subject == MentionId::none || f.object == MentionId::none ||
        same_entity(all, f.subject, f.object))
      continue;
    const TypeId subject = type_of(all, f.subject), object = type_of(all, f.object);
    if (!allows(rule, e, subject, object) || !Ontology::in(subject, relation.domain) ||
        !Ontology::in(object, relation.range))
      continue;
    f.relation = e.relation;
    f.rule = ref.rule;
    f.trigger = {n.kind, n.kind + 1};
    f.status = e.status.value_or(Status::asserted);
    f.confidence = rule.confidence;
    f.construction = "name";
    facts.push_back(f);
  }
}

}  // namespace

std::vector<RawFact> named_facts(const Text& text, const Mentions& mentions, const RulePack& rules,
                                 const Ontology& ontology, const KnownClasses& classes) {
  std::vector<RawFact> facts;
  const NameReader reader(text, mentions, classes);
  NamedFor n;
  for (std::size_t i = 0; i < mentions.mentions.size(); ++i) {
    if (!reader.read(i, n)) continue;
    rules.for_named(text.tokens[n.kind], [&](std::span<const TriggerRef> refs) {
      for (const TriggerRef& ref : refs)
        add(rules.rule(ref.rule), ref, n, mentions, ontology, facts);
    });
  }
  auto sentence = text.sentences.begin();
  for (RawFact& f : facts) {
    while (sentence->tokens.last <= f.trigger.first) ++sentence;
    f.sentence = static_cast<std::uint32_t>(sentence - text.sentences.begin());
  }
  return facts;
}

}  // namespace factloom
