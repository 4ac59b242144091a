// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/told_measures.h"

namespace factloom {
namespace {

std::size_t behind_adverbs(const std::vector<Group>& row, std::size_t i) {
  while (i < row.size() && row[i].kind == GroupKind::adverb) ++i;
  return i;
}

}  // namespace

void ToldMeasures::note(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles,
                        std::uint32_t sentence) {
  const EntityId e = entity_of(m_, row[i].mention);
  if (e == EntityId::none || kinds_.policy == TypeId::none) return;
  const Entity& measure = m_.entities[index(e)];
  if (!kinds_.ontology.is_a(measure.type, kinds_.policy)) return;
  told_.push_back({e, sentence, measure.plural, !roles.embedded(i) && made(row, i)});
}

/// "IMPOSED tariffs", "tariffs were IMPOSED"
bool ToldMeasures::made(const std::vector<Group>& row, std::size_t i) const {
  const auto makes = [&](std::size_t k) {
    return row[k].kind == GroupKind::verb && token(row[k].head).classes.has(k_.measure_making);
  };
  std::size_t k = i;
  while (k >= 2 && row[k - 1].kind == GroupKind::possessive) k -= 2;
  if (k >= 1 && makes(k - 1)) return true;
  const std::size_t next = behind_adverbs(row, i + 1);
  return next < row.size() && row[next].passive && makes(next);
}

EntityId ToldMeasures::move(const Group& g, std::uint32_t sentence) const {
  if (g.head != g.tokens.first + 1) return EntityId::none;  // "the LATEST move"
  EntityId found = EntityId::none;
  for (std::size_t r = told_.size(); r-- > 0 && told_[r].sentence + 1 >= sentence;) {
    const MentionId first = m_.entities[index(told_[r].measure)].first;
    if (first != MentionId::none &&
        token(m_.mentions[index(first)].head).lemma == token(g.head).lemma)
      return EntityId::none;  // "took a decision"
    if (!told_[r].made || told_[r].measure == found) continue;
    if (found != EntityId::none) return EntityId::none;
    found = told_[r].measure;
  }
  return found;
}

bool ToldMeasures::just_told(bool plural, std::uint32_t sentence) const {
  for (std::size_t r = told_.size(); r-- > 0 && told_[r].sentence + 1 >= sentence;)
    if (told_[r].plural == plural) return true;
  return false;
}

TypeSet ToldMeasures::likely_for(const std::vector<Group>& row, std::size_t i,
                                 std::uint32_t sentence) const {
  const bool plural = token(row[i].head).classes.has(k_.plural);
  if (!just_told(plural, sentence)) return 0;
  const auto done = [&](std::size_t k) { return token(row[k].head).classes.has(k_.stance_verb); };
  const std::size_t next = behind_adverbs(row, i + 1);
  bool likely = i > 0 && row[i - 1].kind == GroupKind::verb && !row[i - 1].passive && done(i - 1);
  if (!likely && next < row.size() && row[next].kind == GroupKind::verb)
    likely = row[next].passive ? done(next) : token(row[next].head).classes.has(k_.measure_acting);
  return likely ? kinds_.ontology.type(kinds_.policy).descendants : 0;
}

}  // namespace factloom
