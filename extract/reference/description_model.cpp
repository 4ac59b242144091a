// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/description_model.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace factloom {
namespace {

// Weights: the sum of those that hold for a candidate is the logarithm of how likely it is, but for
// a constant.
constexpr std::size_t fields = 3, fits = 8, roles = 5, distances = 3;

/// By field and fit: called so, loosely, by name, by kind, by type, loosely, of no known kind, and
/// a country that "the state" may be.
constexpr float fit_weight[fields][fits] = {{0.90f, 0.02f, 0.86f, 0.65f, -0.07f, -0.04f, -1.27f, 0},
                                            {-0.04f, 0, 0, 0, -0.40f, 0, 0, 0.62f},
                                            {0.27f, 0, 0.65f, -0.36f, 0, 0, 0, 0}};
/// Of what is not named: the same noun, another one.
constexpr float unnamed_weight[fields][2] = {{-0.30f, -0.80f}, {0.19f, 0}, {-0.40f, 0.19f}};
/// By sentences since (0, 1, more) and last role (subject, object, possessor, genitive, other).
constexpr float place_weight[distances][roles] = {{0.25f, 0.29f, 1.25f, 0.81f, 1.28f},
                                                  {-0.11f, 0.37f, -0.22f, -0.69f, -0.23f},
                                                  {-0.36f, -0.39f, -0.15f, -0.65f, -0.77f}};
/// 3 and 4, 5 to 8, more sentences since.
constexpr float long_since[] = {-0.74f, -0.84f, -1.22f};
/// Named once in the whole text, twice, 3 or 4, 5 to 8, more times.
constexpr float names_weight[] = {-0.03f, 0.36f, 0.69f, 0.79f, -0.03f};
constexpr float most_named = 0.57f,  ///< of the candidates, in the whole text
    leading = 1.38f,                 ///< named at the head of the text
    in_heading = 0.29f, most_spoken_of = 0.29f, first_of_sentence = 0.47f, best_fit = 0.24f;
constexpr float of_known = 1.97f, of_unknown = -0.99f;  ///< "the FRENCH firm": is it French?
constexpr std::uint32_t head_of_text = 60;              ///< tokens
/// That none is meant: by field, by candidates (1, 2, more), by role as above.
constexpr float nobody_weight[fields] = {0.05f, -0.36f, -0.35f};
constexpr float candidates_weight[] = {-0.43f, -0.26f, 0.02f};
constexpr float role_weight[roles] = {-0.22f, 0.23f, -1.00f, 0.33f, 0.33f};
/// How likely one must be that the rules do not find; that is not known to be of the place that the
/// description names; that the rules do not prefer; that they do.
constexpr float sure = 0.68f, very_sure = 0.8f, rather = 0.7f, enough = 0.4f;

std::size_t fit_of(float fit) {
  constexpr float levels[] = {by_call, by_name,       by_kind,     by_loose_call,
                              by_type, by_loose_type, by_open_kind};
  constexpr std::size_t of_level[] = {0, 2, 3, 1, 4, 5, 6};
  for (std::size_t i = 0; i < std::size(levels); ++i)
    if (fit >= levels[i]) return of_level[i];
  return fits - 1;
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
                                                       const ReferencePlace& place) const {
  Comparison among;
  for (const Candidate& c : all) {
    const Referent& r = *c.referent;
    among.most = std::max(among.most, r.count);
    if (r.last.sentence + 1 == place.sentence)
      among.first_before = std::min(among.first_before, r.last.token);
    if (r.entity == EntityId::none) continue;
    ++among.named;
    among.most_named = std::max(among.most_named, names(r));
    among.best = std::max(among.best, c.fit);
  }
  return among;
}

float DescriptionModel::by_prominence(const Referent& r, const Comparison& among) const {
  const std::uint32_t n = names(r);
  const MentionId first = m_.entities[index(r.entity)].first;
  float score = names_weight[n < 2 ? 0 : n < 3 ? 1 : n < 5 ? 2 : n < 9 ? 3 : 4];
  if (n == among.most_named) score += most_named;
  if (first != MentionId::none && m_.mentions[index(first)].tokens.first < head_of_text)
    score += leading;
  return score;
}

float DescriptionModel::score(const Candidate& c, const Comparison& among, Field field,
                              const ReferencePlace& place, bool modified) const {
  const Referent& r = *c.referent;
  const std::size_t f = static_cast<std::size_t>(field);
  const std::uint32_t since = place.sentence - r.last.sentence;
  float score = place_weight[std::min(since, 2u)][role_of(r.last.role)];
  if (since > 2) score += long_since[since < 5 ? 0 : since < 9 ? 1 : 2];
  if (r.topic) score += in_heading;
  if (r.count == among.most && r.count > 1) score += most_spoken_of;
  if (r.last.token == among.first_before) score += first_of_sentence;
  if (r.entity == EntityId::none) return score + unnamed_weight[f][c.fit >= by_call ? 0 : 1];
  score += fit_weight[f][fit_of(c.fit)] + by_prominence(r, among);
  if (modified) score += c.of == Known::yes ? of_known : of_unknown;
  if (c.fit == among.best) score += best_fit;
  return score;
}

EntityId DescriptionModel::judge(EntityId by_rule, const std::vector<Candidate>& all, Field field,
                                 const ReferencePlace& place, bool modified, bool placed) {
  if (names_.size() < m_.entities.size()) count_names();
  const Comparison among = compare(all, place);
  if (among.named == 0) return by_rule;
  float mass = std::exp(nobody_weight[static_cast<std::size_t>(field)] +
                        candidates_weight[std::min<std::size_t>(among.named, 3) - 1] +
                        role_weight[role_of(place.role)]);
  float best = 0, ruled = 0;
  const Candidate* found = nullptr;
  for (const Candidate& c : all) {
    const float weight = std::exp(score(c, among, field, place, modified));
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
        last.role == GrammaticalRole::apposition && last.sentence == place.sentence;
    return beside ? by_rule : found->referent->entity;
  }
  return ruled >= enough * mass ? by_rule : EntityId::none;
}

}  // namespace factloom
