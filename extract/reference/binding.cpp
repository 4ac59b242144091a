// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/binding.h"

#include "extract/base/fetch.h"

namespace factloom {
namespace {

EntityId entity_of(const Links& links, std::uint16_t node, const Mentions& mentions) {
  const MentionId m = links.nodes[node].mention;
  return m == MentionId::none ? EntityId::none : mentions.mentions[index(m)].entity;
}

}  // namespace

void unbind_objects(Links& links, const Text& text, const Mentions& mentions,
                    std::vector<MentionId>& mention_at, const KnownClasses& classes) {
  for (std::size_t k = 0; k < links.links.size(); ++k) {
    const Link object = links.links[k];
    if (object.kind != LinkKind::object || object.loose || object.to >= links.groups.size())
      continue;
    Group& g = links.groups[object.to];
    if (!g.pronoun || g.mention == MentionId::none || text.tokens[g.head].tag != Tag::PRP ||
        text.tokens[g.head].classes.has(classes.reflexive))
      continue;
    const EntityId whom = entity_of(links, object.to, mentions);
    for (const Link& l : links.links) {
      if (l.kind != LinkKind::subject || l.loose || l.from != object.from || l.to == object.to ||
          whom == EntityId::none || entity_of(links, l.to, mentions) != whom)
        continue;
      g.mention = links.nodes[object.to].mention = mention_at[g.head] = MentionId::none;
      break;
    }
  }
}

}  // namespace factloom
