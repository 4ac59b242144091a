// SPDX-License-Identifier: Apache-2.0
// What the log-linear models of pronouns share: how a slot, a role, a distance are told apart, what
// is seen only when candidates are compared, and the choice of the likeliest. The models add up
// weights (`reference_weights.h`) in a `Sum`: a float, or the list of the weights themselves.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "extract/reference/pronoun_slot.h"
#include "extract/reference/watcher.h"

namespace factloom {

/// Which weights a model of pronouns takes: of a possessive, a subject, another.
inline std::size_t slot_of(const PronounSlot& slot) {
  if (slot.possessive) return 0;
  return slot.place.role == GrammaticalRole::subject ? 1 : 2;
}
/// A subject, an object, a possessor, another.
inline std::size_t role_of(GrammaticalRole role) {
  if (role == GrammaticalRole::subject) return 0;
  if (role == GrammaticalRole::object) return 1;
  return role == GrammaticalRole::possessor ? 2 : 3;
}
/// Of what is possessed: a subject, an apposition, another.
inline std::size_t part_of(GrammaticalRole whole) {
  if (whole == GrammaticalRole::subject) return 0;
  return whole == GrammaticalRole::apposition ? 1 : 2;
}
/// More than 3 sentences since: 4 and 5, 6 to 9, more.
inline std::size_t far_since(std::uint32_t since) {
  return since < 6 ? 0 : since < 10 ? 1 : 2;
}
/// Spoken of 1, 2, 3, 4 or 5, 6 to 9, more times.
inline std::size_t times_of(std::uint32_t count) {
  return count < 4 ? count - 1 : count < 6 ? 3 : count < 10 ? 4 : 5;
}

/// Where candidates were last spoken of.
struct Landmarks {
  std::uint32_t latest = 0;                 ///< token of the last one
  std::uint32_t first_here = UINT32_MAX;    ///< token of the first one in the sentence
  std::uint32_t first_before = UINT32_MAX;  ///< and in the one before

  void add(const ReferencePlace& last, std::uint32_t sentence) {
    latest = std::max(latest, last.token);
    if (last.sentence == sentence) first_here = std::min(first_here, last.token);
    if (last.sentence + 1 == sentence) first_before = std::min(first_before, last.token);
  }
  bool first_of_sentence(const Referent& r) const {
    return r.last.token == first_here || r.last.token == first_before;
  }
};

/// The candidate that is most likely meant.
struct Likeliest {
  static constexpr int nobody = -1;
  int referent = nobody;  ///< index in the discourse
  float likelihood = 0;   ///< 0 to 1
  float next = 0;         ///< of the second best candidate
};

/// `nobody`: the logarithm of how likely none is meant; `score(i)`: of how likely candidate i is.
template <class Score>
Likeliest likeliest(const std::vector<std::uint32_t>& candidates, float nobody, Score score) {
  Likeliest best;
  float mass = std::exp(nobody);
  for (const std::uint32_t i : candidates) {
    const float weight = std::exp(score(i));
    mass += weight;
    if (weight <= best.likelihood) {
      best.next = std::max(best.next, weight);
      continue;
    }
    best.next = best.likelihood;
    best.likelihood = weight;
    best.referent = static_cast<int>(i);
  }
  best.likelihood /= mass;
  best.next /= mass;
  return best;
}

}  // namespace factloom
