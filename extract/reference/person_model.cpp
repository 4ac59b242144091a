// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/person_model.h"

#include <algorithm>

namespace factloom {
namespace {

const float& by_form(const ReferencePlace& last, const PersonWeights& w) {
  if (last.form == MentionKind::name) return w.form[0];
  if (last.form != MentionKind::pronoun) return w.form[1];
  return w.form[last.role == GrammaticalRole::possessor ? 3 : 2];
}

const float& when_listed(const PronounSlot& slot, std::uint32_t since, const PersonWeights& w) {
  return w.listed[!slot.possessive ? 0 : since == 0 ? 1 : 2];
}

}  // namespace

PersonModel::Comparison PersonModel::compare(Referents all,
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

template <class Sum>
Sum PersonModel::by_place(const Referent& r, const PronounSlot& slot) const {
  const std::uint32_t since = slot.place.sentence - r.last.sentence;
  const std::size_t s = slot_of(slot), role = role_of(r.last.role);
  const bool here = since == 0;
  Sum score{};
  score += w_.place[std::min(since, 3u)][role];
  if (r.last.role == GrammaticalRole::genitive) score += w_.genitive;
  if (since > 3) score += w_.long_since[far_since(since)];
  if (slot.own_subject(r)) score += w_.own_subject[slot.possessive ? 0 : 1];
  if (here && r.last.token == slot.above)
    score += role != 0 && s == 1 ? w_.above_relative : w_.above[s];
  if (!here && r.last.clause > 0 && !r.last.embedded) score += w_.subordinate[slot.fronted ? 1 : 0];
  const bool beside = here && slot.somebody && s < 2 && r.last.token != slot.above &&
                      r.last.role >= GrammaticalRole::oblique && r.last.form == MentionKind::name &&
                      !slot.own_subject(r);
  if (beside) score += w_.beside_subject;
  if (r.last.embedded && !(here && r.last.clause == slot.place.clause))
    score += w_.embedded[here ? 0 : 1];
  if (r.last.sentence < slot.paragraph) score += w_.old_paragraph;
  if (slot.fronted) score += w_.fronted[std::min(since, 2u)];
  if (!slot.possessive && slot.place.role == r.last.role && role < 2)
    score += w_.parallel[role][std::min(since, 2u)];
  if (slot.possessive && since < 2) score += w_.possessed[part_of(slot.place.role)][since];
  return score;
}

template <class Sum>
Sum PersonModel::of_named(const Referent& r, const PronounSlot& slot,
                          const Comparison& among) const {
  const std::uint32_t since = slot.place.sentence - r.last.sentence;
  const std::uint32_t n = r.count;
  const Gender known = m_.entities[index(r.entity)].gender;
  const Gender asked = slot.classes.has(k_.masculine) ? Gender::male : Gender::female;
  Sum score{};
  score += by_form(r.last, w_);
  score += w_.count[times_of(n)];
  if (n == among.most) score += w_.most_often;
  if (r.listed) score += when_listed(slot, since, w_);
  if (r.last.told) score += w_.told;
  if (r.judge) score += w_.judge;
  if (r.last.explained && since > 0) score += w_.explained[since == 1 ? 0 : 1];
  const auto place = std::find(among.named.begin(), among.named.end(), r.last.token);
  const auto rank = static_cast<std::size_t>(place - among.named.begin());
  score += w_.rank[std::min<std::size_t>(rank, 3)];
  if (rank == 0 && among.recent == 1) score += w_.only_recent;
  if (known != Gender::unknown || r.gender != Gender::unknown) score += w_.known_gender;
  if (known == Gender::unknown && r.leaning != Gender::unknown && r.leaning != asked)
    score += w_.other_gender;
  return score;
}

template <class Sum>
Sum PersonModel::of_unnamed(const Referent& r, const PronounSlot& slot) const {
  const bool here = r.last.sentence == slot.place.sentence;
  Sum score{};
  score += w_.unnamed[slot_of(slot)][here ? 0 : 1];
  score += w_.unnamed_person;
  if (r.definite) score += w_.definite;
  const bool subject = slot.place.role == GrammaticalRole::subject &&
                       (r.last.token == slot.speaker || r.last.token == slot.above);
  if (here && subject) score += w_.unnamed_speaker;
  return score;
}

template <class Sum>
Sum PersonModel::score(const Referent& r, const PronounSlot& slot, const Comparison& among) const {
  Sum score = by_place<Sum>(r, slot);
  if (r.topic) score += w_.topic;
  if (r.topic && slot.life) score += w_.topic_life;
  if (r.sentence_before != UINT32_MAX && r.sentence_before + 1 == r.last.sentence)
    score += w_.continuing;
  if (among.first_of_sentence(r)) score += w_.first_of_sentence;
  if (r.last.token == among.latest) score += w_.latest[slot_of(slot)];
  const Sum of_kind =
      r.entity == EntityId::none ? of_unnamed<Sum>(r, slot) : of_named<Sum>(r, slot, among);
  score += of_kind;
  return score;
}

template <class Sum>
Sum PersonModel::of_nobody(const PronounSlot& slot, const Comparison& among) const {
  Sum score{};
  score += w_.nobody[slot_of(slot)];
  score += w_.nobody_of_named[std::min(among.recent, 2u)];
  return score;
}

Likeliest PersonModel::best(const Discourse& discourse,
                            const std::vector<std::uint32_t>& candidates,
                            const PronounSlot& slot) const {
  if (candidates.empty()) return {};
  const Referents all = discourse.referents();
  const Comparison among = compare(all, candidates, slot.place.sentence);
  return likeliest(candidates, of_nobody<float>(slot, among),
                   [&](std::uint32_t i) { return score<float>(all[i], slot, among); });
}

ReferenceChoice PersonModel::choice(const Discourse& discourse,
                                    const std::vector<std::uint32_t>& candidates,
                                    const PronounSlot& slot) const {
  const Referents all = discourse.referents();
  const Comparison among = compare(all, candidates, slot.place.sentence);
  ReferenceChoice choice{"person", slot.place.token, of_nobody<HeldWeights>(slot, among), {}};
  for (const std::uint32_t i : candidates)
    choice.candidates.push_back({all[i].entity, score<HeldWeights>(all[i], slot, among)});
  return choice;
}

}  // namespace factloom
