// SPDX-License-Identifier: Apache-2.0
#include "extract/story/measures.h"

#include <algorithm>

#include "extract/story/fact_ends.h"

namespace factloom {
namespace {

/// A relation to measures alone.
bool of_measures(const Ontology& o, const RawFact& f) {
  if (o.known().policy == TypeId::none) return false;
  return (o.relation(f.relation).range & ~o.type(o.known().policy).descendants) == 0;
}

/// "decided not to RENEW its agreement" says that there was one; who does not renew a ban need not
/// be who made it.
void settle_renewals(std::vector<RawFact>& facts, const Text& text, const KnownClasses& k,
                     const Ontology& o) {
  const auto lapses = [&](const RawFact& f) {
    return f.status == Status::negated && f.trigger.last > f.trigger.first &&
           text.tokens[f.trigger.first].classes.has(k.renewing) && of_measures(o, f);
  };
  for (RawFact& f : facts)
    if (lapses(f) && o.relation(f.relation).lasting) f.status = Status::former;
  std::erase_if(facts, lapses);
}

/// "Ann Lee, the Swiss MINISTER, signed the accord": Switzerland is party to it, she is not; who
/// heads a country may be named for it.
void drop_signers(std::vector<RawFact>& facts, const Mentions& mentions, const Ontology& o) {
  const auto public_body = [&](MentionId m) {
    const TypeId type = type_of(mentions, m);
    return o.is_a(type, o.known().country) || o.is_a(type, o.known().government) ||
           o.is_a(type, o.known().intergovernmental);
  };
  std::vector<EntityId> servants;
  for (const RawFact& f : facts)
    if (is_persons_post(o, f) && o.relation(f.relation).broader.empty() && public_body(f.object))
      if (const EntityId who = entity_of(mentions, f.subject); who != EntityId::none)
        servants.push_back(who);
  if (servants.empty()) return;
  std::erase_if(facts, [&](const RawFact& f) {
    return o.relation(f.relation).lasting && of_measures(o, f) &&
           std::find(servants.begin(), servants.end(), entity_of(mentions, f.subject)) !=
               servants.end();
  });
}

}  // namespace

void settle_measures(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                     const KnownClasses& classes, const Ontology& ontology) {
  settle_renewals(facts, text, classes, ontology);
  drop_signers(facts, mentions, ontology);
  for (const RawFact& told : facts) {
    const Tag tag = text.tokens[told.trigger.first].tag;
    const bool done = told.status == Status::asserted && (tag == Tag::VBD || tag == Tag::VBN);
    const bool over = told.status == Status::former && ontology.relation(told.relation).lasting;
    if (!(done || over) || !of_measures(ontology, told)) continue;
    for (RawFact& f : facts) {
      if (f.relation != told.relation || f.sentence == told.sentence ||
          !same_ends(mentions, f, told))
        continue;
      const Tag past = text.tokens[f.trigger.first].tag;
      if (done && f.status == Status::planned) f.status = Status::asserted;
      if (over && f.status == Status::asserted && (past == Tag::VBD || past == Tag::VBN))
        f.status = Status::former;
    }
  }
}

}  // namespace factloom
