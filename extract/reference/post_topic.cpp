// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/post_topic.h"

#include <algorithm>
#include <vector>

namespace factloom {
namespace {

constexpr std::uint32_t remembered = 2;  ///< sentences since the body was last spoken of
constexpr std::uint32_t its_story = 6;   ///< the same of the one firm that a text is about
constexpr std::uint32_t much_named = 4;  ///< times

}  // namespace

TypeId PostTopic::type_at(const Group& g) const {
  const EntityId e = entity_of(m_, g.mention);
  return e == EntityId::none ? TypeId::none : m_.entities[index(e)].type;
}

bool PostTopic::employs(TypeId type) const {
  const Ontology& o = kinds_.ontology;
  return !o.is_a(type, kinds_.government) && !o.is_a(type, kinds_.intergovernmental) &&
         !o.is_a(type, kinds_.party) && !o.is_a(type, kinds_.media);
}

MentionId PostTopic::find(const Discourse& discourse, std::uint32_t sentence, std::uint32_t lead,
                          TypeId kind) const {
  const Referent* first = nullptr;
  std::uint32_t next = 0;
  for (const Referent& r : discourse.referents()) {
    if (r.entity == EntityId::none ||
        !kinds_.ontology.is_a(m_.entities[index(r.entity)].type, kind))
      continue;
    if (first == nullptr || r.count >= first->count) {
      if (first != nullptr) next = first->count;
      first = &r;
    } else if (r.count > next) {
      next = r.count;
    }
  }
  if (first == nullptr) return MentionId::none;
  const bool one = first->count >= much_named && first->count >= lead * next;
  const std::uint32_t least = kind == kinds_.organization ? 1 : lead;  // many a team is met once
  if (first->count < lead * next || first->count < least ||
      sentence - first->last.sentence > (one ? its_story : remembered) ||
      !employs(m_.entities[index(first->entity)].type))
    return MentionId::none;
  const MentionId m = at_[first->last.token];
  return entity_of(m_, m) == first->entity ? m : m_.entities[index(first->entity)].first;
}

/// "The FRENCH government welcomed President Ann Lee's words": it is not its own president's.
bool PostTopic::met_by(const std::vector<Group>& row, std::size_t i, MentionId owner) const {
  const int subject = r_.subject(i);
  if (owner == MentionId::none || subject < 0 || static_cast<std::size_t>(subject) >= i)
    return false;
  for (auto k = static_cast<std::size_t>(subject); k < i; ++k)
    if (row[k].kind == GroupKind::comma) return false;  // "Norway is poor, said PRESIDENT Ann Lee"
  const Group& g = row[static_cast<std::size_t>(subject)];
  for (std::uint32_t t = g.tokens.first; t < g.tokens.last; ++t)
    if (at_[t] != MentionId::none && entity_of(m_, at_[t]) == entity_of(m_, owner)) return true;
  return false;
}

/// "CHILE will stop selling coal to Peru, President Ann Lee said": not Peru's, wherever the text
/// was before.
bool PostTopic::of_other_state(const std::vector<Group>& row, std::size_t i,
                               MentionId owner) const {
  if (owner == MentionId::none || i < 4 || row[i - 1].kind != GroupKind::comma) return false;
  for (std::size_t k = 0; k < i; ++k)
    if (row[k].kind == GroupKind::noun && kinds_.ontology.is_a(type_at(row[k]), kinds_.country))
      return entity_of(m_, row[k].mention) != m_.mentions[index(owner)].entity;
  return false;
}

/// "the bloc's NIGERIAN chairman, President Ann Lee"
MentionId PostTopic::state_told(const std::vector<Group>& row, std::size_t i) const {
  if (i < 2 || row[i - 1].kind != GroupKind::comma || row[i - 2].kind != GroupKind::noun)
    return MentionId::none;
  const Group& before = row[i - 2];
  for (std::uint32_t t = before.tokens.first; t < before.head; ++t)
    if (at_[t] != MentionId::none && m_.mentions[index(at_[t])].kind == MentionKind::adjective &&
        kinds_.ontology.is_a(m_.mentions[index(at_[t])].type, kinds_.country))
      return at_[t];
  return MentionId::none;
}

}  // namespace factloom
