// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/binding.h"

#include <algorithm>

namespace factloom {
namespace {

/// "hit HIM", "voted AGAINST HIM"
bool suffers(const Links& links, const Link& l, const Text& text) {
  const std::uint32_t first = links.groups[l.to].tokens.first;
  return l.kind == LinkKind::object ||
         (l.kind == LinkKind::preposition && l.from < links.groups.size() &&
          links.groups[l.from].kind == GroupKind::verb && first > 0 &&
          text.text(first - 1) == "against");
}

/// Is it the subject, or another that is its mate: "ANN LEE, who is ill, and Bob Roy hit her"?
bool among(const Links& links, std::uint16_t subject, const Mentions& mentions, EntityId whom) {
  if (entity_of(mentions, links.nodes[subject].mention) == whom) return true;
  if (subject >= links.groups.size()) return false;
  for (std::uint16_t g = 0; g < links.groups.size(); ++g)
    if (links.conjunct_of[g] == links.conjunct_of[subject] &&
        entity_of(mentions, links.nodes[g].mention) == whom)
      return true;
  return false;
}

}  // namespace

void unbind_objects(Links& links, const Text& text, const Mentions& mentions,
                    std::vector<MentionId>& mention_at, const KnownClasses& classes) {
  for (const Link& object : links.links) {
    if (object.loose || object.to >= links.groups.size()) continue;
    Group& g = links.groups[object.to];
    if (!g.pronoun || g.mention == MentionId::none || !suffers(links, object, text) ||
        text.tokens[g.head].tag != Tag::PRP || text.tokens[g.head].classes.has(classes.reflexive))
      continue;
    const EntityId whom = entity_of(mentions, links.nodes[object.to].mention);
    if (whom == EntityId::none) continue;
    const bool own = std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
      return l.kind == LinkKind::subject && !l.loose && l.from == object.from &&
             l.to != object.to && among(links, l.to, mentions, whom);
    });
    if (own) g.mention = links.nodes[object.to].mention = mention_at[g.head] = MentionId::none;
  }
}

}  // namespace factloom
