// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/relative.h"

namespace factloom {
namespace {

/// Can the relative word stand for something of the type?
bool fits(Tag tag, std::string_view word, TypeId type, const Ontology& ontology) {
  const bool person = ontology.is_a(type, ontology.find_type("Person"));
  switch (tag) {
    case Tag::WP:  // who, whom
      return person;
    case Tag::WRB:  // "the bank where she worked"
      return word == "where" && ontology.is_a(type, ontology.find_type("Organization"));
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
    MentionId said = links.nodes[r.antecedent].mention;
    if (said == MentionId::none) said = identity(links, r.antecedent, context);
    if (said == MentionId::none) continue;
    const EntityId entity = mentions.mentions[index(said)].entity;
    if (entity == EntityId::none) continue;
    const TypeId type = mentions.entities[index(entity)].type;
    if (!fits(text.tokens[word.head].tag, text.text(word.head), type, ontology)) continue;
    const auto id = static_cast<MentionId>(mentions.mentions.size());
    Mention m;
    m.tokens = {word.head, word.head + 1};
    m.head = word.head;
    m.type = type;
    m.entity = entity;
    m.kind = MentionKind::pronoun;
    mentions.mentions.push_back(m);
    mention_at[word.head] = id;
    word.mention = id;
    links.nodes[r.word].mention = id;
  }
}

}  // namespace factloom
