// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/thing_model.h"

#include <algorithm>

namespace factloom {
namespace {

// Weights: the sum of those that hold for a candidate is the logarithm of how likely it is, but for
// a constant. Slots are possessives, subjects and others.
constexpr std::size_t slots = 3, roles = 4, distances = 4, kinds = 14, counts = 6;

/// By slot, sentences since (0, 1, 2, more) and last role (subject, object, possessor, other).
constexpr float place_weight[slots][distances][roles] = {{{0.86f, 0.44f, -0.12f, -0.22f},
                                                          {0.56f, -0.35f, -0.23f, -0.47f},
                                                          {-0.03f, -0.19f, 0.18f, -0.33f},
                                                          {-0.05f, 0.01f, -0.14f, 0.04f}},
                                                         {{1.75f, 1.14f, -0.19f, -0.39f},
                                                          {0.65f, -0.53f, -0.12f, -0.07f},
                                                          {-0.29f, -0.18f, -0.11f, -0.86f},
                                                          {-0.08f, -0.31f, 0.39f, -1.12f}},
                                                         {{0.84f, 1.27f, -0.08f, 0.34f},
                                                          {-0.06f, -0.10f, 0.15f, 0.10f},
                                                          {-0.34f, -0.15f, -0.07f, -0.54f},
                                                          {-0.93f, -0.23f, 0.05f, -1.07f}}};
/// 4 and 5, 6 to 9, more sentences since.
constexpr float long_since[] = {-0.09f, -0.83f, -0.71f};
/// By slot and kind: person, country, other place, company, public body, team, organisation of no
/// known kind, other organisation, product, anything else named; vague, body, person, anything else
/// unnamed.
constexpr float kind_weight[slots][kinds] = {{0, -0.01f, -0.83f, 1.35f, -0.13f, 0.01f, -0.26f,
                                              -0.12f, -0.04f, -0.27f, -0.04f, 0.02f, 0, 0.29f},
                                             {0, 0.19f, -0.92f, 0.64f, -0.13f, 0.33f, 0.07f, -0.59f,
                                              -0.22f, -0.44f, -0.01f, 0.16f, 0, 0.59f},
                                             {0, -0.25f, -0.45f, 0.85f, -0.49f, 0.40f, -0.24f,
                                              -0.12f, 0.18f, -0.17f, -0.40f, -0.76f, 0, 0.64f}};
/// Of a possessive in a subject, an apposition, another group; here, one, more sentences since.
constexpr float possessed_weight[3][3] = {
    {0.52f, 0.10f, -0.50f}, {0.20f, -0.38f, 0.39f}, {0.25f, -0.22f, -0.41f}};
/// Spoken of 1, 2, 3, 4 or 5, 6 to 9, more times.
constexpr float count_weight[counts] = {-0.90f, -0.51f, 0.23f, 0.24f, -0.17f, -0.07f};
/// Last by its name, by a description, by a pronoun.
constexpr float by_name = -0.19f, by_description = -0.79f, by_pronoun = -0.20f;
constexpr float owning_subject = 1.31f,  ///< "ACME sold ITS unit"
    own_subject = 0.30f;
/// "Acme, which owns Bolt, grew. Ann Lee, ITS chief": of the subject of the sentence before.
constexpr float introducing = 1.2f;
constexpr float speaker_weight[slots] = {-0.19f, 2.2f, 0.12f};  ///< "ACME said that IT"
constexpr float latest_weight[slots] = {0.75f, 0.52f, 0.88f};   ///< the last candidate
constexpr float in_past_clause = -0.43f,  ///< in a relative clause of the sentence that is over
    in_past_sentence_clause = -0.38f;
constexpr float first_of_sentence = 0.74f, continuing = 0.52f, topic = 0.51f,
                old_paragraph = -1.66f, acting = 0.45f, subject_again = 0.65f;
/// That nothing named is meant: by slot, by candidates (1, 2, more), between quotation marks.
constexpr float nobody_weight[slots] = {0.03f, 0.33f, 0.81f};
constexpr float candidates_weight[] = {0.39f, 0.41f, 0.38f};
constexpr float in_quotes = 0.07f;

float by_form(MentionKind form) {
  if (form == MentionKind::name) return by_name;
  return form == MentionKind::pronoun ? by_pronoun : by_description;
}

}  // namespace

std::size_t ThingModel::kind(const Referent& r) const {
  if (r.entity == EntityId::none) {
    if (r.classes.has(k_.vague)) return 10;
    if (r.classes.has(k_.group) || r.classes.has(k_.company) || r.classes.has(k_.government))
      return 11;
    return r.classes.has(k_.person) || r.classes.has(k_.position) || r.classes.has(k_.kinship) ? 12
                                                                                               : 13;
  }
  const Ontology& o = kinds_.ontology;
  const TypeId t = m_.entities[index(r.entity)].type;
  if (o.is_a(t, kinds_.organization)) {
    if (t == kinds_.organization) return 6;
    if (o.is_a(t, kinds_.company)) return 3;
    if (o.is_a(t, kinds_.government)) return 4;
    return o.is_a(t, kinds_.team) ? 5 : 7;
  }
  if (o.is_a(t, kinds_.country)) return 1;
  if (o.is_a(t, kinds_.place)) return 2;
  if (o.is_a(t, kinds_.person)) return 0;
  return o.is_a(t, kinds_.product) ? 8 : 9;
}

ThingModel::Comparison ThingModel::compare(const std::vector<Referent>& all,
                                           const std::vector<std::uint32_t>& candidates,
                                           std::uint32_t sentence) {
  Comparison c;
  for (const std::uint32_t i : candidates) {
    const Referent& r = all[i];
    c.most = std::max(c.most, r.count);
    c.add(r.last, sentence);
  }
  return c;
}

float ThingModel::by_place(const Referent& r, const PronounSlot& slot) const {
  const std::uint32_t since = slot.place.sentence - r.last.sentence;
  const std::size_t s = slot_of(slot);
  float score = place_weight[s][std::min(since, 3u)][role_of(r.last.role)];
  if (since > 3) score += long_since[far_since(since)];
  if (slot.own_subject(r)) score += slot.possessive ? owning_subject : own_subject;
  const bool here = since == 0;
  if (here && r.last.token == slot.speaker) score += speaker_weight[s];
  if (r.last.embedded && !(here && r.last.clause == slot.place.clause))
    score += here ? in_past_clause : in_past_sentence_clause;
  if (r.last.sentence < slot.paragraph) score += old_paragraph;
  if (slot.possessive) {
    score += possessed_weight[part_of(slot.place.role)][std::min(since, 2u)];
    if (slot.introduces && since == 1 && !r.last.embedded && role_of(r.last.role) == 0)
      score += introducing;
  } else if (since == 1 && role_of(r.last.role) == 0 && s == 1) {
    score += subject_again;
  }
  return score;
}

float ThingModel::score(const Referent& r, const PronounSlot& slot, const Comparison& among) const {
  const std::size_t s = slot_of(slot);
  float score = by_place(r, slot) + by_form(r.last.form) + kind_weight[s][kind(r)];
  if (among.most > 1)
    score += count_weight[times_of(r.count)];  // at the start of a text it tells nothing
  if (r.topic) score += topic;
  if (r.sentence_before != UINT32_MAX && r.sentence_before + 1 == r.last.sentence)
    score += continuing;
  if (slot.acts &&
      (r.entity == EntityId::none || kinds_.is_actor(m_.entities[index(r.entity)].type)))
    score += acting;
  if (among.first_of_sentence(r)) score += first_of_sentence;
  if (r.last.token == among.latest) score += latest_weight[s];
  return score;
}

Likeliest ThingModel::best(const Discourse& discourse, const std::vector<std::uint32_t>& candidates,
                           const PronounSlot& slot) const {
  if (candidates.empty()) return {};
  const std::vector<Referent>& all = discourse.referents();
  const Comparison among = compare(all, candidates, slot.place.sentence);
  const float nobody = nobody_weight[slot_of(slot)] +
                       candidates_weight[std::min<std::size_t>(candidates.size(), 3) - 1] +
                       (slot.quoted ? in_quotes : 0);
  return likeliest(candidates, nobody, [&](std::uint32_t i) { return score(all[i], slot, among); });
}

}  // namespace factloom
