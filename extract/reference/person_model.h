// SPDX-License-Identifier: Apache-2.0
// How likely each candidate is whom "he" or "her" means, and how likely nobody that is named: a
// log-linear model over where, as what and how often each was spoken of, whose weights
// (`reference_weights.h`) were fitted on annotated articles and checked on others.
#pragma once
#include <cstdint>
#include <vector>

#include "extract/reference/entity_kinds.h"
#include "extract/reference/log_linear.h"

namespace factloom {

class PersonModel {
 public:
  PersonModel(const Mentions& mentions, const KnownClasses& classes, const PersonWeights& weights)
      : m_(mentions), k_(classes), w_(weights) {}

  /// `candidates`: indices of the referents that agree and that binding allows, in their order.
  Likeliest best(const Discourse& discourse, const std::vector<std::uint32_t>& candidates,
                 const PronounSlot& slot) const;
  /// What `best` chooses from, for a watcher.
  ReferenceChoice choice(const Discourse& discourse, const std::vector<std::uint32_t>& candidates,
                         const PronounSlot& slot) const;

 private:
  /// What is seen only when the candidates are compared.
  struct Comparison : Landmarks {
    std::uint32_t most = 0;            ///< how often the named one most spoken of was
    std::uint32_t recent = 0;          ///< named ones in the two
    std::vector<std::uint32_t> named;  ///< tokens of the named ones, the last one first
  };
  static Comparison compare(Referents all, const std::vector<std::uint32_t>& candidates,
                            std::uint32_t sentence);
  template <class Sum>
  Sum score(const Referent& r, const PronounSlot& slot, const Comparison& among) const;
  template <class Sum>
  Sum by_place(const Referent& r, const PronounSlot& slot) const;
  template <class Sum>
  Sum of_named(const Referent& r, const PronounSlot& slot, const Comparison& among) const;
  template <class Sum>
  Sum of_unnamed(const Referent& r, const PronounSlot& slot) const;
  template <class Sum>
  Sum of_nobody(const PronounSlot& slot, const Comparison& among) const;

  const Mentions& m_;
  const KnownClasses& k_;
  const PersonWeights& w_;
};

}  // namespace factloom
