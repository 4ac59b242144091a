// SPDX-License-Identifier: Apache-2.0
#include "extract/story/paired_posts.h"

#include <algorithm>

#include "extract/story/fact_ends.h"

namespace factloom {
namespace {

/// Which of them it is, in text order.
std::size_t place(std::vector<MentionId>& all, MentionId m) {
  const auto at = std::lower_bound(all.begin(), all.end(), m);
  return static_cast<std::size_t>(at - all.begin());
}

void add(std::vector<MentionId>& all, MentionId m) {
  const auto at = std::lower_bound(all.begin(), all.end(), m);
  if (at == all.end() || *at != m) all.insert(at, m);
}

}  // namespace

void pair_posts(std::vector<RawFact>& raw, const Text& text, const Ontology& ontology) {
  const auto plural = [&](const RawFact& f) {
    return text.tokens[f.trigger.last - 1].tag == Tag::NNS && tells_post(ontology, f);
  };
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (!plural(raw[i])) continue;
    const RelationId relation = raw[i].relation;
    const std::uint32_t trigger = raw[i].trigger.first;
    const auto same = [&](const RawFact& f) {
      return f.relation == relation && f.trigger.first == trigger;
    };
    if (std::find_if(raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(i), same) !=
        raw.begin() + static_cast<std::ptrdiff_t>(i))
      continue;  // seen to
    std::vector<MentionId> who, where;
    std::size_t count = 0;
    for (const RawFact& f : raw)
      if (same(f)) {
        add(who, f.subject);
        add(where, f.object);
        ++count;
      }
    if (who.size() < 2 || who.size() != where.size() || count < who.size() * who.size()) continue;
    std::erase_if(raw, [&](const RawFact& f) {
      return same(f) && place(who, f.subject) != place(where, f.object);
    });
  }
}

}  // namespace factloom
