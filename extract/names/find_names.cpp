// SPDX-License-Identifier: Apache-2.0
#include "extract/names/find_names.h"

#include <algorithm>

#include "extract/names/candidate.h"
#include "extract/names/link_names.h"

namespace factloom {
namespace {

/// Names of places and peoples inside longer names ("Sydney" in "University of Technology Sydney").
void find_inside(const NameText& names, std::vector<Candidate>& candidates) {
  const auto count = candidates.size();
  for (std::size_t k = 0; k < count; ++k) {
    const auto outer = candidates[k].tokens;
    const auto family = names.rules.family(candidates[k].decided);
    if (candidates[k].entity == EntityId::none || outer.size() < 2 || family == Family::person ||
        family == Family::place)
      continue;
    for (auto i = outer.first; i < outer.last; ++i) {
      if (!names.capital(i)) continue;
      const auto hit = names.gazetteer.longest(names.text, i, outer.last);
      if (hit.tokens == 0 || hit.tokens == outer.size()) continue;
      for (const auto& sense : hit.senses) {
        const bool adjective = sense.kind == SenseKind::adjective;
        const auto type = names.rules.type(hit, sense);
        if (!adjective && (sense.kind != SenseKind::name ||
                           names.rules.family(type) != Family::place || sense.weight < 6))
          continue;
        Candidate c;
        c.tokens = {i, i + hit.tokens};
        c.hit = hit;
        c.inside = true;
        c.kind = adjective ? MentionKind::adjective : MentionKind::name;
        if (adjective || type == names.rules.types().country)
          c.canonical = names.gazetteer.text(hit, sense.name);
        c.add(names.rules.family(type), type, 5);
        candidates.push_back(c);
        break;
      }
      i += hit.tokens - 1;
    }
  }
}

}  // namespace

Mentions find_names(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer,
                    const Ontology& ontology, const NameRules& rules) {
  (void)ontology;
  NameText names(text, lexicon, gazetteer, rules);
  auto candidates = find_candidates(names);
  std::size_t s = 0;
  for (auto& c : candidates) {
    while (text.sentences[s].tokens.last <= c.tokens.first) ++s;
    weigh(names, text.sentences[s].tokens, c);
  }
  Mentions result;
  result.entities = link_names(names, candidates);
  for (const auto& c : candidates) {
    if (c.entity == EntityId::none) continue;
    Mention m;
    m.tokens = c.tokens;
    m.head = c.tokens.last - 1;
    m.type = c.decided;
    m.entity = c.entity;
    m.kind = c.kind;
    m.inside = c.inside;
    auto& entity = result.entities[index(c.entity)];
    if (entity.first == MentionId::none)
      entity.first = static_cast<MentionId>(result.mentions.size());
    result.mentions.push_back(m);
  }
  (void)find_inside;
  return result;
}

}  // namespace factloom
