// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/discourse.h"

#include <algorithm>
#include <cmath>

namespace factloom {
namespace {

constexpr float weight_told = 0.98f;  ///< a little less than of a subject

float weight(GrammaticalRole role) {
  switch (role) {
    case GrammaticalRole::subject:
      return 1.0f;
    case GrammaticalRole::object:
      return 0.7f;
    case GrammaticalRole::possessor:
      return 0.7f;
    case GrammaticalRole::oblique:
      return 0.55f;
    case GrammaticalRole::genitive:
    case GrammaticalRole::apposition:
      return 0.45f;
    case GrammaticalRole::complement:
      return 0.4f;
    case GrammaticalRole::other:
      break;
  }
  return 0.5f;
}

}  // namespace

void Discourse::again(std::size_t index, const ReferencePlace& place) {
  const auto at = first() + static_cast<std::ptrdiff_t>(index);
  Referent r = *at;
  const bool stays = r.last.sentence == place.sentence && weight(r.last.role) > weight(place.role);
  const ReferencePlace before = r.last;
  if (before.sentence != place.sentence) r.sentence_before = before.sentence;
  r.last = place;
  if (stays) {
    r.last.role = before.role;  // what was the subject of the sentence is still its subject
    r.last.clause = before.clause;
  }
  ++r.count;
  r.topic = r.topic || place.heading;
  r.listed = false;
  std::move(at + 1, kept_.end(), at);
  kept_.back() = r;
}

void Discourse::note(EntityId entity, const ReferencePlace& place, bool plural) {
  const Referents all = referents();
  for (std::size_t i = noted(entity) ? all.size() : 0; i-- > 0;)
    if (all[i].entity == entity) {
      again(i, place);
      kept_.back().plural = plural;
      return;
    }
  forget(place.sentence);
  Referent r;
  name(r, entity);
  r.last = place;
  r.count = 1;
  r.topic = place.heading;
  r.plural = plural;
  kept_.push_back(r);
}

void Discourse::name(Referent& r, EntityId entity) {
  const Entity& e = m_.entities[index(entity)];
  r.entity = entity;
  r.types = only(e.type);
  r.many = e.plural;
  remember(entity);
}

void Discourse::unite(EntityId kept, EntityId gone) {
  const auto find = [&](EntityId e) {
    return std::find_if(first(), kept_.end(), [&](const Referent& r) { return r.entity == e; });
  };
  const auto from = find(gone), to = find(kept);
  if (from == kept_.end()) return;
  if (to == kept_.end()) {
    name(*from, kept);
    return;
  }
  to->count += from->count;
  to->topic |= from->topic;
  kept_.erase(from);
}

std::uint32_t Discourse::note(const Referent& unnamed, bool definite) {
  const Referents all = referents();
  if (definite && unnamed.lemma != WordId::none)
    for (std::size_t i = all.size(); i-- > 0;)
      if (all[i].entity == EntityId::none && all[i].lemma == unnamed.lemma &&
          all[i].plural == unnamed.plural) {
        again(i, unnamed.last);
        return kept_.back().chain;
      }
  forget(unnamed.last.sentence);
  kept_.push_back(unnamed);
  kept_.back().count = 1;
  return unnamed.chain;
}

void Discourse::list(EntityId a, EntityId b) {
  const std::span<Referent> all = present();
  for (const EntityId e : {a, b}) {
    if (e == EntityId::none) continue;
    const auto found = std::find_if(all.rbegin(), all.rend(),  // of late, mostly
                                    [&](const Referent& r) { return r.entity == e; });
    if (found != all.rend()) found->listed = true;
  }
}

void Discourse::leave(EntityId entity) {
  for (Referent& r : present())
    if (r.entity == entity && entity != EntityId::none) r.last.role = GrammaticalRole::complement;
}

void Discourse::forget(std::uint32_t sentence) {
  if (kept_.size() - forgotten_ < most) return;
  if (forgot_in_ != sentence) {  // none grows old within a sentence
    forgot_in_ = sentence;
    kept_.erase(std::remove_if(first(), kept_.end(),
                               [&](const Referent& r) {
                                 return r.entity == EntityId::none &&
                                        sentence - r.last.sentence > unnamed_for;
                               }),
                kept_.end());
  }
  if (kept_.size() - forgotten_ >= most) ++forgotten_;
  if (forgotten_ < most) return;
  kept_.erase(kept_.begin(), first());
  forgotten_ = 0;
}

Fading::Fading(float each) : each_(each) {
  for (std::uint32_t i = 0; i < powers_.size(); ++i) powers_[i] = far(i);
}

float Fading::far(std::uint32_t sentences) const {
  return std::pow(each_, static_cast<float>(sentences));
}

float salience(const Referent& r, std::uint32_t sentence, const Fading& fading, float each) {
  const float often = each * static_cast<float>(std::min<std::uint32_t>(r.count, 6) - 1);
  const bool told = r.last.told && sentence != r.last.sentence;
  const float role = told ? std::max(weight_told, weight(r.last.role)) : weight(r.last.role);
  return role * fading.after(sentence - r.last.sentence) + often;
}

}  // namespace factloom
