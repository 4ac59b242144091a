// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/person_model.h"

#include <algorithm>

namespace factloom {
namespace {

// Weights: the sum of those that hold for a candidate is the logarithm of how likely it is, but for
// a constant. Slots are possessives, subjects and others.
constexpr std::size_t slots = 3, roles = 4, distances = 4;

/// By sentences since (0, 1, 2, more) and last role (subject, object, possessor, other).
constexpr float place_weight[distances][roles] = {{1.19f, 0.39f, 0.44f, 0.48f},
                                                  {0.69f, -0.11f, -0.30f, 0.15f},
                                                  {0.19f, -0.34f, -0.10f, -0.64f},
                                                  {0.01f, -0.75f, -0.69f, -0.78f}};
/// 4 and 5, 6 to 9, more sentences since.
constexpr float long_since[] = {-0.83f, -0.88f, -0.42f};
/// Of a possessive in a subject, an apposition, another group; here, in the sentence before.
constexpr float possessed_weight[3][2] = {{1.08f, -0.05f}, {0.55f, -0.23f}, {-0.61f, -0.53f}};
/// Both subjects, both objects; here, in the sentence before, earlier.
constexpr float parallel_weight[2][3] = {{0.98f, 0.77f, -0.32f}, {0.08f, -0.07f, -0.12f}};
/// A description opens the sentence, "A lawyer from Leeds, HE …": here, in the one before, earlier.
constexpr float fronted_weight[] = {-0.31f, 0.21f, 0.07f};
/// Spoken of 1, 2, 3, 4 or 5, 6 to 9, more times.
constexpr float count_weight[] = {0.34f, -0.21f, -0.22f, -0.72f, 0.30f, 1.11f};
/// Of those that are named, by how many were spoken of since.
constexpr float since_weight[] = {0.84f, 0.35f, -0.34f, -0.25f};
/// Last by its name, by a description, by a pronoun.
constexpr float by_name = -0.1f, by_description = -0.3f, by_pronoun = 0.8f, by_possessive = 0.4f;
constexpr float own_subject = 0.13f, owning_subject = 1.16f;   ///< "ANN LEE sold HER share"
constexpr float above_weight[slots] = {-0.11f, -0.15f, 0.0f};  ///< "ANN LEE left when SHE"
constexpr float above_relative = 2.0f;  ///< "admired ANN LEE, who ran it until SHE left"
constexpr float latest_weight[slots] = {0.72f, 0.34f, 0.01f};   ///< the last candidate
constexpr float listed_weight = -0.41f, listed_owner = -0.23f,  ///< "ANN LEE and Bob Roy left"
    listed_here = 0.17f;
constexpr float subordinate = -0.2f,  ///< "Acme grew since ANN LEE left. SHE …"
    subordinate_fronted = -1.2f, genitive = -0.5f,
                beside_subject = -1.2f,  ///< "Tom Hall was BOB ROY's aide while his mother"
    in_past_clause = 0.12f, in_past_sentence_clause = -0.31f, old_paragraph = -1.46f, topic = 1.43f,
                continuing = 0.30f, first_of_sentence = 0.48f, most_often = 0.90f, told = 0.44f,
                judging = -1.0f, only_recent = 0.46f, known_gender = 0.71f, other_gender = -0.5f;
/// "Acme sued ANN LEE, its former chief. SHE …": explained in the sentence before, earlier.
constexpr float explained_weight[] = {0, 0.78f, -0.33f};
/// By slot; here and earlier: something unnamed.
constexpr float unnamed_weight[slots][2] = {{-0.19f, -0.15f}, {-0.05f, 0.0f}, {-0.03f, -0.34f}};
constexpr float unnamed_person = -0.75f, definite = -1.13f,
                unnamed_speaker = 2.0f;  ///< "the former TYCOON said that HE"
/// That nobody named is meant: by slot, by how many are named here and in the sentence before.
constexpr float nobody_weight[slots] = {-0.09f, 0.30f, -0.05f};
constexpr float recent_weight[] = {0.40f, 0.18f, -0.42f};

float by_form(const ReferencePlace& last) {
  if (last.form == MentionKind::name) return by_name;
  if (last.form != MentionKind::pronoun) return by_description;
  return last.role == GrammaticalRole::possessor ? by_possessive : by_pronoun;
}

float when_listed(const PronounSlot& slot, std::uint32_t since) {
  if (!slot.possessive) return listed_weight;
  return since == 0 ? listed_here : listed_owner;
}

}  // namespace

PersonModel::Comparison PersonModel::compare(const std::vector<Referent>& all,
                                             const std::vector<std::uint32_t>& candidates,
                                             std::uint32_t sentence) {
  Comparison c;
  for (const std::uint32_t i : candidates) {
    const Referent& r = all[i];
    c.add(r.last, sentence);
    if (r.entity == EntityId::none) continue;
    c.most = std::max(c.most, r.count);
    c.recent += sentence - r.last.sentence <= 1;
    c.named.push_back(r.last.token);
  }
  std::sort(c.named.begin(), c.named.end(), std::greater<>());
  return c;
}

float PersonModel::by_place(const Referent& r, const PronounSlot& slot) const {
  const std::uint32_t since = slot.place.sentence - r.last.sentence;
  const std::size_t s = slot_of(slot), role = role_of(r.last.role);
  const bool here = since == 0;
  float score = place_weight[std::min(since, 3u)][role];
  if (r.last.role == GrammaticalRole::genitive) score += genitive;
  if (since > 3) score += long_since[far_since(since)];
  if (slot.own_subject(r)) score += slot.possessive ? owning_subject : own_subject;
  if (here && r.last.token == slot.above)
    score += role != 0 && s == 1 ? above_relative : above_weight[s];
  if (!here && r.last.clause > 0 && !r.last.embedded)
    score += slot.fronted ? subordinate_fronted : subordinate;
  const bool beside = here && slot.somebody && s < 2 && r.last.token != slot.above &&
                      r.last.role >= GrammaticalRole::oblique && r.last.form == MentionKind::name &&
                      !slot.own_subject(r);
  if (beside) score += beside_subject;
  if (r.last.embedded && !(here && r.last.clause == slot.place.clause))
    score += here ? in_past_clause : in_past_sentence_clause;
  if (r.last.sentence < slot.paragraph) score += old_paragraph;
  if (slot.fronted) score += fronted_weight[std::min(since, 2u)];
  if (!slot.possessive && slot.place.role == r.last.role && role < 2)
    score += parallel_weight[role][std::min(since, 2u)];
  if (slot.possessive && since < 2) {
    score += possessed_weight[part_of(slot.place.role)][since];
  }
  return score;
}

float PersonModel::of_named(const Referent& r, const PronounSlot& slot,
                            const Comparison& among) const {
  const std::uint32_t since = slot.place.sentence - r.last.sentence;
  const std::uint32_t n = r.count;
  const Gender known = m_.entities[index(r.entity)].gender;
  const Gender asked = slot.classes.has(k_.masculine) ? Gender::male : Gender::female;
  float score = by_form(r.last);
  score += count_weight[times_of(n)];
  if (n == among.most) score += most_often;
  if (r.listed) score += when_listed(slot, since);
  if (r.last.told) score += told;
  if (r.judge) score += judging;
  if (r.last.explained) score += explained_weight[std::min(since, 2u)];
  const auto place = std::find(among.named.begin(), among.named.end(), r.last.token);
  const auto rank = static_cast<std::size_t>(place - among.named.begin());
  score += since_weight[std::min<std::size_t>(rank, 3)];
  if (rank == 0 && among.recent == 1) score += only_recent;
  if (known != Gender::unknown || r.gender != Gender::unknown) score += known_gender;
  if (known == Gender::unknown && r.leaning != Gender::unknown && r.leaning != asked)
    score += other_gender;
  return score;
}

float PersonModel::of_unnamed(const Referent& r, const PronounSlot& slot) const {
  const bool here = r.last.sentence == slot.place.sentence;
  float score = unnamed_weight[slot_of(slot)][here ? 0 : 1] + unnamed_person;
  if (r.definite) score += definite;
  const bool subject = slot.place.role == GrammaticalRole::subject &&
                       (r.last.token == slot.speaker || r.last.token == slot.above);
  if (here && subject) score += unnamed_speaker;
  return score;
}

float PersonModel::score(const Referent& r, const PronounSlot& slot,
                         const Comparison& among) const {
  float score = by_place(r, slot);
  if (r.topic) score += topic;
  if (r.sentence_before != UINT32_MAX && r.sentence_before + 1 == r.last.sentence)
    score += continuing;
  if (among.first_of_sentence(r)) score += first_of_sentence;
  if (r.last.token == among.latest) score += latest_weight[slot_of(slot)];
  return score + (r.entity == EntityId::none ? of_unnamed(r, slot) : of_named(r, slot, among));
}

Likeliest PersonModel::best(const Discourse& discourse,
                            const std::vector<std::uint32_t>& candidates,
                            const PronounSlot& slot) const {
  if (candidates.empty()) return {};
  const std::vector<Referent>& all = discourse.referents();
  const Comparison among = compare(all, candidates, slot.place.sentence);
  const float nobody = nobody_weight[slot_of(slot)] + recent_weight[std::min(among.recent, 2u)];
  return likeliest(candidates, nobody, [&](std::uint32_t i) { return score(all[i], slot, among); });
}

}  // namespace factloom
