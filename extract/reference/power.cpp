// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/power.h"

#include "extract/reference/owners.h"

namespace factloom {

bool is_power(const std::vector<Group>& row, std::size_t i, const Text& text,
              const Mentions& mentions, const std::vector<MentionId>& mention_at,
              const KnownClasses& classes, TypeId person) {
  const Group& g = row[i];
  const Token& head = text.tokens[g.head];
  if (!head.classes.has(classes.reign) || head.tag != Tag::NN) return false;
  const bool under = i > 0 && text.text(row[i - 1].head) == "under";
  const std::string_view first = text.text(g.tokens.first);
  if ((under && text.tokens[g.tokens.first].tag == Tag::PRPS) || first == "his" || first == "her")
    return true;  // "under THEIR RULE", "when HER seven-year MANDATE ends"
  const MentionId whose = g.tokens.size() == 1 ? possessor_before(row, i) : MentionId::none;
  if (whose != MentionId::none && mentions.mentions[index(whose)].type == person) return true;
  const MentionId before = g.head > g.tokens.first ? mention_at[g.head - 1] : MentionId::none;
  if (before != MentionId::none && mentions.mentions[index(before)].kind == MentionKind::adjective)
    return true;
  return genitive_follows(row, i, text, classes);
}

}  // namespace factloom
