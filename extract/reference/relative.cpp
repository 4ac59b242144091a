// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/relative.h"

#include "extract/reference/certainty.h"

namespace factloom {
namespace {

/// Can the relative word stand for something of the type?
bool fits(Tag tag, std::string_view word, TypeId type, const Ontology& ontology) {
  const bool person = ontology.is_a(type, ontology.known().person);
  switch (tag) {
    case Tag::WP:  // who, whom
      return person;
    case Tag::WRB:  // "the bank where she worked"
      return word == "where" && ontology.is_a(type, ontology.known().organization);
    case Tag::WPS:
      return true;
    default:
      return word == "that" || !person;
  }
}

}  // namespace

void resolve_relatives(Links& links, const Text& text, Mentions& mentions,
                       std::vector<MentionId>& mention_at, const GroupContext& context,
                       const Ontology& ontology) {
  for (const Relative& r : links.relatives) {
    Group& word = links.groups[r.word];
    if (mention_at[word.head] != MentionId::none) continue;
    EntityId entity = EntityId::none;
    TypeId type = TypeId::none;
    for (const int noun : {static_cast<int>(r.antecedent), r.outer}) {
      if (noun < 0 || entity != EntityId::none) continue;
      const auto node = static_cast<std::uint16_t>(noun);
      MentionId said = links.nodes[node].mention;
      if (said == MentionId::none) said = identity(links, node, context);
      if (said == MentionId::none) continue;
      const EntityId known = mentions.mentions[index(said)].entity;
      if (known == EntityId::none) continue;
      type = mentions.entities[index(known)].type;
      if (fits(text.tokens[word.head].tag, text.text(word.head), type, ontology)) entity = known;
    }
    if (entity == EntityId::none) continue;
    const auto id = static_cast<MentionId>(mentions.mentions.size());
    Mention m;
    m.tokens = {word.head, word.head + 1};
    m.head = word.head;
    m.type = type;
    m.entity = entity;
    m.kind = MentionKind::pronoun;
    m.certainty = Certainty::pronoun_by_rule;
    mentions.mentions.push_back(m);
    mention_at[word.head] = id;
    word.mention = id;
    links.nodes[r.word].mention = id;
  }
}

}  // namespace factloom
