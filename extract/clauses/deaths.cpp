// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/deaths.h"

#include <algorithm>
#include <array>

#include "extract/base/words.h"
#include "extract/clauses/departure_words.h"
#include "extract/clauses/going_idioms.h"
#include "extract/clauses/status.h"

namespace factloom {
namespace {

/// Words for a death that only somebody thinks of: "the ATTEMPTED murder of Ann Lee", "PLOTTED the
/// murder", "the death SENTENCE".
constexpr std::array unreal = {"attempted", "possible", "planned", "rumoured", "rumored",
                               "apparent",  "near",     "faked",   "own"};
constexpr std::array thoughts = {
    "plot",   "plan",   "order",  "attempt", "fak",   "conspir", "fear", "want", "seek", "call",
    "demand", "sought", "threat", "predict", "incit", "wish",    "hope", "bet",  "urg",  "imagin"};
constexpr WordGlance death_nouns(deaths);
constexpr WordGlance death_verbs(dies);

/// Who is the one to whom it happens: the object of a verb that has a person for it.
int sufferer(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const int object = links.target(verb, LinkKind::object);
  if (links.groups[links.nodes[verb].group].passive || object < 0)
    return links.target(verb, LinkKind::subject);
  const auto is_person = [&](MentionId m) {
    return m != MentionId::none && context.mentions.mentions[index(m)].type == context.person_type;
  };
  const auto node = static_cast<std::uint16_t>(object);
  const bool person =
      is_person(links.nodes[node].mention) || is_person(identity(links, node, context));
  return links.target(verb, person ? LinkKind::object : LinkKind::subject);
}

/// Is the noun what somebody wants, fears or plans?
bool only_thought(const Links& links, std::uint16_t noun, const GroupContext& context) {
  const Group& g = links.groups[links.nodes[noun].group];
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t)
    if (one_of(context.text.text(t), unreal)) return true;
  return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
    return l.to == links.nodes[noun].group && !l.loose && l.from < links.groups.size() &&
           begins_with_one_of(context.text.text(links.nodes[l.from].head), thoughts);
  });
}

}  // namespace

int dies_by(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  const std::string_view word = context.text.text(v.head);
  if (const Goer goer = dies_by_idiom(links, verb, context); goer != Goer::nobody) {
    const int subject = links.target(verb, LinkKind::subject);
    if (goer == Goer::subject) return subject;
    const int who = sufferer(links, verb, context);
    return who == subject ? -1 : who;  // "put the plan to death"
  }
  if (!death_verbs.may_be(word) || !one_of(word, dies) || word == "shot") return -1;
  if (one_of(word, {"buried", "cremated"}) && !v.passive) return -1;
  const bool own = one_of(word, {"died", "dies", "perished", "drowned"});
  const int object = links.target(verb, LinkKind::object);
  const int who = own ? links.target(verb, LinkKind::subject) : sufferer(links, verb, context);
  return own || v.passive || (object >= 0 && who == object) ? who : -1;
}

int dead_of(const Links& links, std::uint16_t noun, const GroupContext& context) {
  const std::string_view word = context.text.text(links.nodes[noun].head);
  if (!death_nouns.may_be(word) || !one_of(word, deaths) || only_thought(links, noun, context))
    return -1;
  int who = links.target(noun, LinkKind::possessor);
  for (const Link& l : links.links)
    if (who < 0 && l.from == noun && !l.loose && by_preposition(l, "of", context)) who = l.to;
  return who;
}

bool is_late(const Group& noun, const GroupContext& context) {
  if (noun.mention == MentionId::none) return false;
  for (std::uint32_t t = noun.tokens.first; t < noun.head; ++t) {
    if (context.text.text(t) != "late") continue;
    const Tag next = context.text.tokens[t + 1].tag;  // not "the late 19th-century painter"
    if (next == Tag::CD || next == Tag::JJ || next == Tag::HYPH) return false;
    if (t > noun.tokens.first) return true;
    const Tag before = t > 0 ? context.text.tokens[t - 1].tag : Tag::period;
    return before == Tag::POS || before == Tag::DT || before == Tag::PRPS;
  }
  return false;
}

}  // namespace factloom
