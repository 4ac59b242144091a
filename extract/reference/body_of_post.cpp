// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/body_of_post.h"

#include "extract/reference/owners.h"

namespace factloom {

namespace {

/// The token of the post in the title of a person, or before the comma behind which one is named;
/// the first token of the group where there is none.
std::uint32_t post_in(const Mentions& mentions, const EntityKinds& kinds,
                      const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  const auto person = [&](MentionId m) {
    return m != MentionId::none && mentions.mentions[index(m)].kind == MentionKind::name &&
           kinds.is_person(mentions.mentions[index(m)].type);
  };
  if (g.mention != MentionId::none) {
    const std::uint32_t name = mentions.mentions[index(g.mention)].tokens.first;
    return person(g.mention) && name > g.tokens.first ? name - 1 : g.tokens.first;
  }
  const bool named = i + 2 < row.size() && row[i + 1].kind == GroupKind::comma &&
                     person(named_at(mentions, row, i + 2));
  return named ? g.head : g.tokens.first;
}

}  // namespace

std::vector<Group> body_of_post(const Text& text, const Mentions& mentions,
                                const std::vector<MentionId>& mention_at, const EntityKinds& kinds,
                                const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  const KnownClasses& k = kinds.classes;
  const auto word = [&](std::uint32_t t) -> const ClassSet& { return text.tokens[t].classes; };
  const std::uint32_t post = post_in(mentions, kinds, row, i);
  if (post == g.tokens.first || possessor_before(row, i) != MentionId::none) return {};
  const bool head = word(post).has(k.firm_post) || word(post).has(k.head_post);
  if (!head && !word(post).has(k.position)) return {};
  const bool article = text.tokens[g.tokens.first].tag == Tag::DT;
  if (article && (!head || (g.mention != MentionId::none && word(g.tokens.first).has(k.definite))))
    return {};  // "a UNION clerk, Ann Lee": of any union
  const std::uint32_t first = g.tokens.first + (article ? 1 : 0);
  constexpr std::uint32_t longest = 3;  // "trade UNION"
  std::uint32_t body = first;
  while (body < post && body < first + longest && !word(body).has(k.employing_body)) ++body;
  const bool trade = word(body).has(k.school) && !head && !word(post).has(k.ranked_post);
  if (body >= post || !word(body).has(k.employing_body) || trade) return {};
  for (std::uint32_t t = first; t <= post; ++t)
    if (mention_at[t] != MentionId::none || word(t).has(k.former) ||
        (t <= body && text.tokens[t].tag != Tag::NN && text.tokens[t].tag != Tag::NNP))
      return {};
  std::vector<Group> told = row;
  told[i].tokens = {first, body + 1};
  told[i].head = body;
  told[i].mention = MentionId::none;
  return told;
}

bool are_lenders(const Text& text, const KnownClasses& classes, const std::vector<Group>& row,
                 std::size_t i, bool told) {
  const Group& g = row[i];
  const auto& word = text.tokens;
  const bool many = word[g.head].classes.has(classes.creditor);
  const bool banks = !many && g.head > g.tokens.first &&
                     word[g.head].classes.has(classes.company) &&
                     word[g.head - 1].classes.has(classes.creditor);
  const bool apart = many && told && word[g.head - 1].tag != Tag::JJS;
  return (banks || apart) &&
         (word[g.tokens.first].tag == Tag::PRPS || possessor_before(row, i) != MentionId::none);
}

}  // namespace factloom
