// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/refusals.h"

#include <algorithm>

#include "extract/base/words.h"

namespace factloom {

bool refused_as(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  const std::string_view word = context.text.text(v.head);
  if (v.negated) return false;
  if (v.passive && word == "passed")  // "was PASSED OVER as chairman"
    return v.head + 1 < context.text.tokens.size() && context.text.text(v.head + 1) == "over";
  if (v.passive) return begins_with_one_of(word, {"reject", "spurn", "rebuff", "overlook", "snub"});
  if (!one_of(word, {"ruled", "rules", "ruling", "counted"})) return false;
  const int self = links.target(verb, LinkKind::object);
  if (self < 0) return false;
  const Group& what = links.groups[links.nodes[static_cast<std::uint16_t>(self)].group];
  return context.text.tokens[what.head].classes.has(context.classes.reflexive) &&
         what.tokens.last < context.text.tokens.size() &&
         context.text.text(what.tokens.last) == "out";
}

bool called_for(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const std::uint16_t at = links.nodes[verb].group;
  if (at == 0 || links.groups[at].form != VerbForm::infinitive) return false;
  const Group& g = links.groups[at - 1u];
  return g.kind == GroupKind::noun &&
         one_of(context.text.text(g.head),
                {"calls", "call", "demands", "demand", "pressure", "appeals", "pleas", "plan",
                 "plans", "request", "requests", "offer", "threat", "threats"});
}

bool paid_for(const Links& links, std::uint16_t noun, std::uint16_t act,
              const GroupContext& context) {
  const Group& what = links.groups[links.nodes[noun].group];
  const Group& a = links.groups[links.nodes[act].group];
  const KnownClasses& k = context.classes;
  if (what.kind != GroupKind::noun || what.negated || a.form != VerbForm::gerund ||
      a.tokens.first == 0 || context.text.text(a.tokens.first - 1) != "for")
    return false;
  const ClassSet& head = context.text.tokens[what.head].classes;
  return !head.has(k.intent) && !head.has(k.notion) && !head.has(k.programme) &&
         !head.has(k.agreement);
}

bool proves(std::string_view verb) {
  return one_of(verb, {"found", "known", "shown", "proved", "proven", "confirmed", "revealed"});
}

}  // namespace factloom
