// SPDX-License-Identifier: Apache-2.0
// How likely each candidate is what "it" or "its" is, and how likely nothing that is named: a
// log-linear model over where and as what each was last spoken of, whose weights
// (`reference_weights.h`) were fitted on annotated articles and checked on others.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "extract/reference/entity_kinds.h"
#include "extract/reference/log_linear.h"

namespace factloom {

class ThingModel {
 public:
  ThingModel(const Mentions& mentions, const EntityKinds& kinds, const ThingWeights& weights);

  /// `candidates`: indices of the referents that agree and that binding allows.
  Likeliest best(const Discourse& discourse, const std::vector<std::uint32_t>& candidates,
                 const PronounSlot& slot) const;
  /// What `best` chooses from, for a watcher.
  ReferenceChoice choice(const Discourse& discourse, const std::vector<std::uint32_t>& candidates,
                         const PronounSlot& slot) const;

 private:
  /// What is seen only when the candidates are compared.
  struct Comparison : Landmarks {
    std::uint32_t most = 0;  ///< how often the one most spoken of was
  };
  static Comparison compare(Referents all, const std::vector<std::uint32_t>& candidates,
                            std::uint32_t sentence);
  template <class Sum>
  Sum score(const Referent& r, const PronounSlot& slot, const Comparison& among) const;
  template <class Sum>
  Sum by_place(const Referent& r, const PronounSlot& slot) const;
  template <class Sum>
  Sum of_nobody(const PronounSlot& slot, std::size_t candidates) const;
  /// As `kinds` in `reference_weights.cpp` names them.
  std::uint8_t kind_of(TypeId type) const;
  std::size_t kind(const Referent& r) const;

  const Mentions& m_;
  const EntityKinds& kinds_;
  const ThingWeights& w_;
  std::array<std::uint8_t, 65> kinds_of_types_{};  ///< the last one: of no type
};

}  // namespace factloom
