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
  facts.erase(std::remove_if(facts.begin(), facts.end(), lapses), facts.end());
}

}  // namespace

void settle_measures(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                     const KnownClasses& classes, const Ontology& ontology) {
  settle_renewals(facts, text, classes, ontology);
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
