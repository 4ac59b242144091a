// SPDX-License-Identifier: Apache-2.0
// How likely each candidate is whom "he" or "her" means, and how likely nobody that is named: a
// log-linear model over where, as what and how often each was spoken of, whose weights were fitted
// on annotated articles and checked on others.
#pragma once
#include <cstdint>
#include <vector>

#include "extract/reference/entity_kinds.h"
#include "extract/reference/pronoun_slot.h"

namespace factloom {

class PersonModel {
 public:
  static constexpr int nobody = -1;
  PersonModel(const Mentions& mentions, const KnownClasses& classes) : m_(mentions), k_(classes) {}

  struct Guess {
    int referent = nobody;  ///< index in the discourse: the most likely candidate
    float likelihood = 0;   ///< 0 to 1
    float next = 0;         ///< of the second best candidate
  };
  /// `candidates`: indices of the referents that agree and that binding allows, in their order.
  Guess best(const Discourse& discourse, const std::vector<std::uint32_t>& candidates,
             const PronounSlot& slot) const;

 private:
  /// What is seen only when the candidates are compared.
  struct Comparison {
    std::uint32_t most = 0;                   ///< how often the named one most spoken of was
    std::uint32_t latest = 0;                 ///< token of the last one
    std::uint32_t first_here = UINT32_MAX;    ///< token of the first one in the sentence
    std::uint32_t first_before = UINT32_MAX;  ///< and in the one before
    std::uint32_t recent = 0;                 ///< named ones in the two
    std::vector<std::uint32_t> named;         ///< tokens of the named ones, the last one first
  };
  static Comparison compare(const std::vector<Referent>& all,
                            const std::vector<std::uint32_t>& candidates, std::uint32_t sentence);
  float score(const Referent& r, const PronounSlot& slot, const Comparison& among) const;
  float by_place(const Referent& r, const PronounSlot& slot) const;
  float of_named(const Referent& r, const PronounSlot& slot, const Comparison& among) const;
  float of_unnamed(const Referent& r, const PronounSlot& slot) const;

  const Mentions& m_;
  const KnownClasses& k_;
};

}  // namespace factloom
