// SPDX-License-Identifier: Apache-2.0
// Whose a noun group says that its thing is, by the groups beside it.
#pragma once
#include <vector>

#include "extract/groups/group.h"

namespace factloom {

/// What the name, description or pronoun at a token stands for; none if there is none.
inline EntityId entity_at(const Mentions& mentions, const std::vector<MentionId>& mention_at,
                          std::uint32_t token) {
  return mention_at[token] == MentionId::none ? EntityId::none
                                              : mentions.mentions[index(mention_at[token])].entity;
}

/// "NORWAY's central bank": what the group before "'s" mentions; none if no such group is there or
/// it mentions nothing.
inline MentionId possessor_before(const std::vector<Group>& row, std::size_t i) {
  return i >= 2 && row[i - 1].kind == GroupKind::possessive && row[i - 2].kind == GroupKind::noun
             ? row[i - 2].mention
             : MentionId::none;
}

/// Notes whose a post is, behind those noted for it already.
inline void note_owner(Mentions& mentions, std::uint32_t post, MentionId whose) {
  auto at = mentions.owners.end();
  while (at != mentions.owners.begin() && (at - 1)->post > post) --at;
  mentions.owners.insert(at, {post, whose});
}

/// What the noun group at k names, "ANN LEE"; none if no such group is there, or it names nothing.
inline MentionId named_at(const Mentions& mentions, const std::vector<Group>& row, std::size_t k) {
  const bool noun = k < row.size() && row[k].kind == GroupKind::noun;
  const MentionId m = noun ? row[k].mention : MentionId::none;
  return m != MentionId::none && mentions.mentions[index(m)].kind == MentionKind::name
             ? m
             : MentionId::none;
}

/// Does "of" stand behind the group?
inline bool genitive_follows(const std::vector<Group>& row, std::size_t i, const Text& text,
                             const KnownClasses& classes) {
  return i + 1 < row.size() && row[i + 1].kind == GroupKind::preposition &&
         text.tokens[row[i + 1].head].classes.has(classes.genitive_preposition);
}

/// "the central bank of NORWAY": what the group behind "of" mentions; none as above.
inline MentionId genitive_behind(const std::vector<Group>& row, std::size_t i, const Text& text,
                                 const KnownClasses& classes) {
  return i + 2 < row.size() && genitive_follows(row, i, text, classes) ? row[i + 2].mention
                                                                       : MentionId::none;
}

/// "chairman Ann Lee OF ACME", "was named chairman AT ACME"; not "was named chairman BY Bob Roy"
inline bool placed(const std::vector<Group>& row, std::size_t i, const Text& text) {
  if (i + 2 >= row.size() || row[i + 1].kind != GroupKind::preposition || row[i + 2].date)
    return false;
  if (i + 4 < row.size() && row[i + 4].date && row[i + 2].mention == MentionId::none &&
      text.text(row[i + 3].head) == "of" && text.text(row[i + 1].head) == "at")
    return false;  // "became chief executive AT THE END OF 2011"
  for (const std::string_view word : {"by", "from", "after", "before", "until", "amid", "over"})
    if (text.text(row[i + 1].head) == word) return false;
  return true;
}

/// "was set up WITH ANN LEE AS CHAIRMAN": does it say so of the post at `i`?
inline bool joins(const std::vector<Group>& row, std::size_t i, const Text& text) {
  return i > 3 && row[i - 2].kind == GroupKind::noun && text.text(row[i - 3].head) == "with" &&
         row[i - 4].kind != GroupKind::comma;
}

}  // namespace factloom
