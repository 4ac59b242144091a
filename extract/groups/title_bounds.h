// SPDX-License-Identifier: Apache-2.0
// Where a noun group ends at a titled person with no comma between: "In Bonn FINANCE MINISTER Ann
// Lee said", "Minister of Finance ANN LEE". Internal to extract/groups.
#pragma once
#include <cstdint>
#include <vector>

#include "extract/base/words.h"
#include "extract/groups/group.h"
#include "extract/groups/opens_title.h"

namespace factloom {

/// The name of which the token is a part; null if it is part of none, or stands at `last` or
/// behind.
inline const Mention* name_at(const GroupContext& c, std::uint32_t t, std::uint32_t last) {
  const MentionId m = t < last ? c.mention_at[t] : MentionId::none;
  const bool name = m != MentionId::none && c.mentions.mentions[index(m)].kind == MentionKind::name;
  return name ? &c.mentions.mentions[index(m)] : nullptr;
}

/// Does the name behind the "In" that opens the sentence end at k, where the title of a person
/// begins who is the subject of a verb?
inline bool told_where(const GroupContext& c, TokenRange sentence, std::uint32_t k) {
  const auto& token = c.text.tokens;
  const auto named = [&](std::uint32_t t) { return name_at(c, t, sentence.last); };
  const std::uint32_t in = sentence.first;
  const Mention* place = in + 1 < k ? named(in + 1) : nullptr;
  if (place == nullptr || place->tokens != TokenRange{in + 1, k} || place->type == c.person_type ||
      !one_of(c.text.text(in), {"In", "in"}))
    return false;
  std::uint32_t end = k;
  if (end < sentence.last && token[end].classes.has(c.classes.former)) ++end;
  const std::uint32_t title = end;
  constexpr std::uint32_t longest = 5;  // "Science and Technology Prime Minister"
  while (end < sentence.last && end < title + longest &&
         (is_noun(token[end].tag) || is_adjective(token[end].tag)) && named(end) == nullptr)
    ++end;
  const Mention* person = end > title ? named(end) : nullptr;
  if (person == nullptr || person->type != c.person_type) return false;
  const ClassSet& post = token[end - 1].classes;
  const std::uint32_t next = person->tokens.last;
  return (post.has(c.classes.position) || post.has(c.classes.top_position)) &&
         next < sentence.last &&
         (is_verb(token[next].tag) || token[next].tag == Tag::MD || token[next].tag == Tag::comma);
}

/// "on Tuesday PRESIDENT Roy spoke": where the name of the person stands behind the title that
/// begins at k; 0 if there is none.
inline std::uint32_t titled_person(const GroupContext& c, std::uint32_t k, std::uint32_t last) {
  constexpr std::uint32_t longest = 4;
  std::uint32_t end = k;
  while (end < k + longest && end < last && is_noun(c.text.tokens[end].tag) &&
         name_at(c, end, last) == nullptr)
    ++end;
  const Mention* person = end > k ? name_at(c, end, last) : nullptr;
  return person != nullptr && person->type == c.person_type ? end : 0;
}

/// "Secretary of State ANN LEE", "Mayor of London BOB ROY": does the name of a person end at `end`
/// that has the post before "of", as the group from `first` tells of its field alone?
inline bool holds_post(const GroupContext& c, const std::vector<Group>& before, TokenRange field,
                       const Mention& person) {
  const auto& token = c.text.tokens;
  if (person.type != c.person_type || before.size() < 2 || field.empty()) return false;
  const Group& of = before.back();
  const Group& post = before[before.size() - 2];
  const Tag number = token[post.head].tag;
  if (of.kind != GroupKind::preposition || post.kind != GroupKind::noun || post.date ||
      number == Tag::NNS || number == Tag::NNPS || !opens_title(c, post, of))
    return false;
  for (std::uint32_t t = field.first; t < field.last; ++t) {
    const ClassSet& word = token[t].classes;
    const bool field_word = is_noun(token[t].tag) || is_adjective(token[t].tag) ||
                            token[t].tag == Tag::DT || c.mention_at[t] != MentionId::none;
    if (!field_word || token[t].tag == Tag::POS) return false;
    const bool person_noun = word.has(c.classes.position) || word.has(c.classes.person) ||
                             word.has(c.classes.kinship) || word.has(c.classes.title);
    if (person_noun && c.mention_at[t] == MentionId::none) return false;
  }
  const MentionId whose = c.mention_at[field.last - 1];
  return whose == MentionId::none || c.mentions.mentions[index(whose)].type != c.person_type;
}

}  // namespace factloom
