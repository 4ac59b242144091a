// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/traded_parts.h"

#include "extract/reference/owners.h"

namespace factloom {
namespace {

/// Does the verb or noun before the group at `first`, or the verb behind the one at `last`, tell of
/// a sale?
bool traded(const Text& text, const KnownClasses& k, const std::vector<Group>& row,
            std::size_t first, std::size_t last) {
  const auto has = [&](std::size_t g, ClassId c) {
    return text.tokens[row[g].head].classes.has(c);
  };
  if (first > 0 && row[first - 1].kind == GroupKind::verb && !row[first - 1].passive)
    return has(first - 1, k.trading);
  const bool of = first > 1 && row[first - 1].kind == GroupKind::preposition &&
                  has(first - 1, k.genitive_preposition) && row[first - 2].kind == GroupKind::noun;
  if (of && has(first - 2, k.deal_act)) return true;
  return last + 1 < row.size() && row[last + 1].kind == GroupKind::verb && row[last + 1].passive &&
         row[last + 1].form == VerbForm::finite && has(last + 1, k.trading);
}

/// Does a name follow, which is the part's own: "its leasing unit, ACME"?
bool named_behind(const Mentions& mentions, const std::vector<Group>& row, std::size_t i) {
  std::size_t k = i + 1;
  if (k < row.size() && row[k].kind == GroupKind::comma) ++k;
  return named_at(mentions, row, k) != MentionId::none;
}

}  // namespace

EntityId part_called(const Text& text, const Mentions& mentions, const std::vector<MentionId>& at,
                     const EntityKinds& kinds, const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  if (g.head == g.tokens.first || !text.tokens[g.head].classes.has(kinds.classes.firm_part))
    return EntityId::none;
  const bool owned = (i > 0 && row[i - 1].kind == GroupKind::possessive) ||
                     text.tokens[g.tokens.first].tag == Tag::PRPS;
  const MentionId m = at[g.head - 1];
  if (!owned || m == MentionId::none || mentions.mentions[index(m)].kind != MentionKind::name)
    return EntityId::none;
  const EntityId e = entity_of(mentions, m);
  const bool firm = e != EntityId::none &&
                    kinds.ontology.is_a(mentions.entities[index(e)].type, kinds.organization);
  return firm ? e : EntityId::none;
}

TokenRange traded_part(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                       const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  const ClassSet& head = text.tokens[g.head].classes;
  const KnownClasses& k = kinds.classes;
  if (!head.has(k.firm_part) && !head.has(k.firm_activity)) return {};
  const bool owned = i >= 2 && row[i - 1].kind == GroupKind::possessive;
  std::uint32_t first = g.tokens.first;
  const Token& opening = text.tokens[first];
  const bool article = opening.tag == Tag::PRPS || opening.classes.has(k.definite);
  if (!owned && !article) return {};
  if (g.head < first + (owned ? 1u : 2u) || named_behind(mentions, row, i)) return {};
  for (std::uint32_t t = first; t < g.head; ++t)
    if (text.tokens[t].classes.has(k.ordinal) || text.tokens[t].classes.has(k.contrasting))
      return {};
  if (!traded(text, k, row, owned ? i - 2 : i, i)) return {};
  if (!owned) return {first + 1, g.tokens.last};
  const EntityId owner = entity_of(mentions, row[i - 2].mention);
  const bool firm = owner != EntityId::none &&
                    kinds.ontology.is_a(mentions.entities[index(owner)].type, kinds.organization);
  return firm ? TokenRange{row[i - 2].tokens.first, g.tokens.last} : TokenRange{};
}

}  // namespace factloom
