// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/thing_model.h"

#include <algorithm>
#include <bit>

namespace factloom {
namespace {

const float& by_form(MentionKind form, const ThingWeights& w) {
  return w.form[form == MentionKind::name ? 0 : form == MentionKind::pronoun ? 2 : 1];
}

}  // namespace

ThingModel::ThingModel(const Mentions& mentions, const EntityKinds& kinds,
                       const ThingWeights& weights)
    : m_(mentions), kinds_(kinds), w_(weights) {
  kinds_of_types_.fill(kind_of(TypeId::none));
  for (std::size_t t = 0; t < kinds_.ontology.types().size(); ++t)
    kinds_of_types_[t] = kind_of(static_cast<TypeId>(t));
}

std::uint8_t ThingModel::kind_of(TypeId t) const {
  const Ontology& o = kinds_.ontology;
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

std::size_t ThingModel::kind(const Referent& r) const {
  if (r.entity != EntityId::none)
    return kinds_of_types_[static_cast<std::size_t>(std::countr_zero(r.types))];
  if (r.noun.vague) return 10;
  if (r.noun.body) return 11;
  return r.noun.person ? 12 : 13;
}

ThingModel::Comparison ThingModel::compare(Referents all,
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

template <class Sum>
Sum ThingModel::by_place(const Referent& r, const PronounSlot& slot) const {
  const std::uint32_t since = slot.place.sentence - r.last.sentence;
  const std::size_t s = slot_of(slot);
  Sum score{};
  score += w_.place[s][std::min(since, 3u)][role_of(r.last.role)];
  if (since > 3) score += w_.long_since[far_since(since)];
  if (slot.own_subject(r)) score += w_.own_subject[slot.possessive ? 0 : 1];
  const bool here = since == 0;
  if (here && r.last.token == slot.speaker) score += w_.speaker[s];
  if (r.last.embedded && !(here && r.last.clause == slot.place.clause))
    score += w_.embedded[here ? 0 : 1];
  if (r.last.sentence < slot.paragraph) score += w_.old_paragraph;
  if (slot.possessive) {
    score += w_.possessed[part_of(slot.place.role)][std::min(since, 2u)];
    if (slot.introduces && since == 1 && !r.last.embedded && role_of(r.last.role) == 0)
      score += w_.introducing;
  } else if (since == 1 && role_of(r.last.role) == 0 && s == 1) {
    score += w_.subject_again;
  }
  return score;
}

template <class Sum>
Sum ThingModel::score(const Referent& r, const PronounSlot& slot, const Comparison& among) const {
  const std::size_t s = slot_of(slot);
  Sum score = by_place<Sum>(r, slot);
  score += by_form(r.last.form, w_);
  score += w_.kind[s][kind(r)];
  if (among.most > 1)
    score += w_.count[times_of(r.count)];  // at the start of a text it tells nothing
  if (r.topic) score += w_.topic;
  if (r.sentence_before != UINT32_MAX && r.sentence_before + 1 == r.last.sentence)
    score += w_.continuing;
  if (slot.acts &&
      (r.entity == EntityId::none || kinds_.is_actor(m_.entities[index(r.entity)].type)))
    score += w_.acting;
  if (among.first_of_sentence(r)) score += w_.first_of_sentence;
  if (r.last.token == among.latest) score += w_.latest[s];
  return score;
}

template <class Sum>
Sum ThingModel::of_nobody(const PronounSlot& slot, std::size_t candidates) const {
  Sum score{};
  score += w_.nobody[slot_of(slot)];
  score += w_.nobody_of[std::min<std::size_t>(candidates, 3) - 1];
  if (slot.quoted) score += w_.nobody_in_quotes;
  return score;
}

Likeliest ThingModel::best(const Discourse& discourse, const std::vector<std::uint32_t>& candidates,
                           const PronounSlot& slot) const {
  if (candidates.empty()) return {};
  const Referents all = discourse.referents();
  const Comparison among = compare(all, candidates, slot.place.sentence);
  return likeliest(candidates, of_nobody<float>(slot, candidates.size()),
                   [&](std::uint32_t i) { return score<float>(all[i], slot, among); });
}

ReferenceChoice ThingModel::choice(const Discourse& discourse,
                                   const std::vector<std::uint32_t>& candidates,
                                   const PronounSlot& slot) const {
  ReferenceChoice choice{"thing", slot.place.token, {}, {}};
  if (candidates.empty()) return choice;
  const Referents all = discourse.referents();
  const Comparison among = compare(all, candidates, slot.place.sentence);
  choice.nobody = of_nobody<HeldWeights>(slot, candidates.size());
  for (const std::uint32_t i : candidates)
    choice.candidates.push_back({all[i].entity, score<HeldWeights>(all[i], slot, among)});
  return choice;
}

}  // namespace factloom
