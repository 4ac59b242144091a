// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/description_model.h"

#include <algorithm>
#include <cmath>

namespace factloom {
namespace {

constexpr std::uint32_t head_of_text = 60;  ///< tokens
/// How likely one must be that the rules do not find; that is not known to be of the place that the
/// description names; that the rules do not prefer; that they do.
constexpr float sure = 0.68f, very_sure = 0.8f, rather = 0.7f, enough = 0.4f;

/// As `fits` in `reference_weights.cpp` names them.
std::size_t fit_of(float fit) {
  constexpr float levels[] = {by_call, by_name,       by_kind,     by_loose_call,
                              by_type, by_loose_type, by_open_kind};
  constexpr std::size_t of_level[] = {0, 2, 3, 1, 4, 5, 6};
  for (std::size_t i = 0; i < std::size(levels); ++i)
    if (fit >= levels[i]) return of_level[i];
  return std::size(levels);
}

std::size_t role_of(GrammaticalRole role) {
  switch (role) {
    case GrammaticalRole::subject:
      return 0;
    case GrammaticalRole::object:
      return 1;
    case GrammaticalRole::possessor:
      return 2;
    case GrammaticalRole::genitive:
      return 3;
    default:
      return 4;
  }
}

}  // namespace

DescriptionModel::Field DescriptionModel::field(const ClassSet& noun) const {
  if ((noun.has(k_.person) || noun.has(k_.position)) && !noun.has(k_.company)) return Field::none;
  if (names_state(noun, k_) || noun.has(k_.country)) return Field::country;
  if (noun.has(k_.any_firm)) return Field::firm;
  if (noun.has(k_.team) || noun.has(k_.party) || noun.has(k_.school)) return Field::team;
  if (noun.has(k_.company) || noun.has(k_.media)) return Field::firm;
  return noun.has(k_.government) || !noun.has(k_.group) ? Field::none : Field::firm;
}

void DescriptionModel::count_names() {
  names_.assign(m_.entities.size(), 0);
  for (const Mention& m : m_.mentions)
    if (m.entity != EntityId::none &&
        (m.kind == MentionKind::name || m.kind == MentionKind::adjective))
      ++names_[index(m.entity)];
}

DescriptionModel::Comparison DescriptionModel::compare(const std::vector<Candidate>& all,
                                                       const Slot& slot) const {
  Comparison among;
  for (const Candidate& c : all) {
    const Referent& r = *c.referent;
    among.most = std::max(among.most, r.count);
    if (r.last.sentence + 1 == slot.place.sentence)
      among.first_before = std::min(among.first_before, r.last.token);
    if (r.entity == EntityId::none) continue;
    ++among.named;
    const std::uint32_t n = names(r);
    among.next_named = std::max(among.next_named, std::min(n, among.most_named));
    among.most_named = std::max(among.most_named, n);
    among.in_paragraph = among.in_paragraph || r.last.sentence >= slot.paragraph;
    among.employed = among.employed || r.entity == slot.employer;
    among.best = std::max(among.best, c.fit);
  }
  return among;
}

template <class Sum>
Sum DescriptionModel::of_named(const Candidate& c, const Comparison& among, Field field,
                               const Slot& slot) const {
  const Referent& r = *c.referent;
  const std::uint32_t n = names(r);
  const MentionId first = m_.entities[index(r.entity)].first;
  Sum score{};
  score += w_.names[n < 2 ? 0 : n < 3 ? 1 : n < 5 ? 2 : n < 9 ? 3 : 4];
  if (n == among.most_named) score += w_.most_named[n >= 2 * among.next_named ? 0 : 1];
  if (among.in_paragraph && r.last.sentence < slot.paragraph) score += w_.old_paragraph;
  if (among.employed) score += w_.employs[r.entity == slot.employer ? 0 : 1];
  if (first != MentionId::none && m_.mentions[index(first)].tokens.first < head_of_text)
    score += w_.leading;
  score += w_.fit[static_cast<std::size_t>(field)][fit_of(c.fit)];
  return score;
}

template <class Sum>
Sum DescriptionModel::score(const Candidate& c, const Comparison& among, Field field,
                            const Slot& slot) const {
  const Referent& r = *c.referent;
  const std::uint32_t since = slot.place.sentence - r.last.sentence;
  Sum score{};
  score += w_.place[std::min(since, 2u)][role_of(r.last.role)];
  if (since > 2) score += w_.long_since[since < 5 ? 0 : since < 9 ? 1 : 2];
  if (r.topic) score += w_.in_heading;
  if (r.count == among.most && r.count > 1) score += w_.most_spoken_of;
  if (r.last.token == among.first_before) score += w_.first_of_sentence;
  if (r.entity == EntityId::none) {
    score += w_.unnamed[static_cast<std::size_t>(field)][c.fit >= by_call ? 0 : 1];
    return score;
  }
  const Sum of_kind = of_named<Sum>(c, among, field, slot);
  score += of_kind;
  if (slot.modified) score += w_.of_place[c.of == Known::yes ? 0 : 1];
  if (c.fit == among.best) score += w_.best_fit;
  return score;
}

template <class Sum>
Sum DescriptionModel::of_nobody(const Comparison& among, Field field,
                                const ReferencePlace& place) const {
  Sum score{};
  score += w_.nobody[static_cast<std::size_t>(field)];
  score += w_.nobody_of[std::min<std::size_t>(among.named, 3) - 1];
  score += w_.nobody_in_role[role_of(place.role)];
  return score;
}

Meant DescriptionModel::judge(EntityId by_rule, const std::vector<Candidate>& all, Field field,
                              const Slot& slot, bool placed) {
  if (names_.size() < m_.entities.size()) count_names();
  const Comparison among = compare(all, slot);
  if (among.named == 0) return {by_rule};
  float mass = std::exp(of_nobody<float>(among, field, slot.place));
  float best = 0, ruled = 0;
  const Candidate* found = nullptr;
  for (const Candidate& c : all) {
    const float weight = std::exp(score<float>(c, among, field, slot));
    mass += weight;
    if (c.referent->entity == EntityId::none) continue;
    if (c.referent->entity == by_rule) ruled = weight;
    if (weight <= best) continue;
    best = weight;
    found = &c;
  }
  const bool told = !placed || (found != nullptr && found->of == Known::yes);
  const float asked = by_rule != EntityId::none ? rather : told ? sure : very_sure;
  if (found != nullptr && best >= asked * mass) {
    const ReferencePlace& last = found->referent->last;
    const bool beside =  // "Bob Roy, a SOCIALIST, left the party"
        last.role == GrammaticalRole::apposition && last.sentence == slot.place.sentence;
    return beside ? Meant{by_rule, ruled / mass} : Meant{found->referent->entity, best / mass};
  }
  return ruled >= enough * mass ? Meant{by_rule, ruled / mass} : Meant{};
}

ReferenceChoice DescriptionModel::choice(const std::vector<Candidate>& all, Field field,
                                         const Slot& slot) {
  ReferenceChoice choice{"description", slot.place.token, {}, {}};
  if (names_.size() < m_.entities.size()) count_names();
  const Comparison among = compare(all, slot);
  if (among.named == 0) return choice;
  choice.nobody = of_nobody<HeldWeights>(among, field, slot.place);
  for (const Candidate& c : all)
    choice.candidates.push_back({c.referent->entity, score<HeldWeights>(c, among, field, slot)});
  return choice;
}

}  // namespace factloom
