// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/binding.h"

#include <algorithm>

namespace factloom {

void unbind_objects(Links& links, const Text& text, const Mentions& mentions,
                    std::vector<MentionId>& mention_at, const KnownClasses& classes) {
  for (const Link& object : links.links) {
    if (object.kind != LinkKind::object || object.loose || object.to >= links.groups.size())
      continue;
    Group& g = links.groups[object.to];
    if (!g.pronoun || g.mention == MentionId::none || text.tokens[g.head].tag != Tag::PRP ||
        text.tokens[g.head].classes.has(classes.reflexive))
      continue;
    const EntityId whom = entity_of(mentions, links.nodes[object.to].mention);
    if (whom == EntityId::none) continue;
    const bool own = std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::subject && !l.loose && l.from == object.from &&
             l.to != object.to && entity_of(mentions, links.nodes[l.to].mention) == whom;
    });
    if (own) g.mention = links.nodes[object.to].mention = mention_at[g.head] = MentionId::none;
  }
}

}  // namespace factloom
