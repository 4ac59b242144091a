// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/local_bodies.h"

#include "extract/reference/owners.h"

namespace factloom {

EntityId LocalBodies::find(const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  const Token& head = token(g.head);
  if (!head.classes.has(kinds_.classes.local_body) || named_beside(row, i)) return EntityId::none;
  const MentionId within = place_within(g);
  const MentionId m = within == MentionId::none ? place_behind(row, i) : within;
  if (m == MentionId::none) return EntityId::none;
  const Mention& where = m_.mentions[index(m)];
  const auto [at, fresh] = known_.try_emplace({where.entity, head.lemma}, EntityId::none);
  if (!fresh) return at->second;
  std::uint32_t first = g.tokens.first;
  while (first < g.head && token(first).tag == Tag::DT) ++first;
  const TokenRange said{first, within == MentionId::none ? where.tokens.last : g.tokens.last};
  return at->second = m_.add_entity(std::string(text_.span(said).of(text_.source)),
                                    kinds_.government, head.tag == Tag::NNS);
}

bool LocalBodies::place(MentionId m) const {
  if (m == MentionId::none) return false;
  const Mention& named = m_.mentions[index(m)];
  return named.entity != EntityId::none &&
         (named.kind == MentionKind::name || named.kind == MentionKind::adjective) &&
         kinds_.ontology.is_a(m_.entities[index(named.entity)].type, kinds_.place);
}

/// "a PARIS court", "a U.S. appeals court"
MentionId LocalBodies::place_within(const Group& g) const {
  MentionId found = MentionId::none;
  for (std::uint32_t t = g.tokens.first; t < g.head; ++t) {
    if (token(t).tag == Tag::HYPH || token(t).classes.has(kinds_.classes.former))
      return MentionId::none;
    if (at_[t] == MentionId::none) continue;
    if (found != MentionId::none && at_[t] != found) return MentionId::none;
    if (!place(at_[t])) return MentionId::none;
    found = at_[t];
  }
  return found;
}

/// "a federal court in PARIS"; "a court in Norway" is any.
MentionId LocalBodies::place_behind(const std::vector<Group>& row, std::size_t i) const {
  for (std::uint32_t t = row[i].tokens.first; t < row[i].head; ++t)
    if (at_[t] != MentionId::none) return MentionId::none;
  if (i + 2 >= row.size() || row[i + 1].kind != GroupKind::preposition ||
      row[i + 2].kind != GroupKind::noun || text_.text(row[i + 1].head) != "in")
    return MentionId::none;
  const MentionId m = row[i + 2].mention;
  if (!place(m)) return MentionId::none;
  const Mention& where = m_.mentions[index(m)];
  const bool ends = where.tokens.last == row[i + 2].tokens.last;
  return ends && !kinds_.ontology.is_a(where.type, kinds_.country) ? m : MentionId::none;
}

/// "a Paris judge, ANN LEE,", "a judge in Paris, ANN LEE,"
bool LocalBodies::named_beside(const std::vector<Group>& row, std::size_t i) const {
  const auto named = [&](std::size_t k) {
    const MentionId m = named_at(m_, row, k);
    return m != MentionId::none && kinds_.is_person(m_.mentions[index(m)].type);
  };
  const auto follows = [&](std::size_t k) {
    return k < row.size() && row[k].kind == GroupKind::comma && named(k + 1);
  };
  return follows(i + 1) || follows(i + 3) ||
         (i > 1 && row[i - 1].kind == GroupKind::comma && named(i - 2));
}

}  // namespace factloom
