// SPDX-License-Identifier: Apache-2.0
// How likely each candidate is what "it" or "its" is, and how likely nothing that is named: a
// log-linear model over where and as what each was last spoken of, whose weights were fitted on
// annotated articles and checked on others.
#pragma once
#include <cstdint>
#include <vector>

#include "extract/reference/entity_kinds.h"
#include "extract/reference/log_linear.h"

namespace factloom {

class ThingModel {
 public:
  ThingModel(const Mentions& mentions, const EntityKinds& kinds)
      : m_(mentions), kinds_(kinds), k_(kinds.classes) {}

  /// `candidates`: indices of the referents that agree and that binding allows.
  Likeliest best(const Discourse& discourse, const std::vector<std::uint32_t>& candidates,
                 const PronounSlot& slot) const;

 private:
  /// What is seen only when the candidates are compared.
  struct Comparison : Landmarks {
    std::uint32_t most = 0;  ///< how often the one most spoken of was
  };
  static Comparison compare(const std::vector<Referent>& all,
                            const std::vector<std::uint32_t>& candidates, std::uint32_t sentence);
  float score(const Referent& r, const PronounSlot& slot, const Comparison& among) const;
  float by_place(const Referent& r, const PronounSlot& slot) const;
  std::size_t kind(const Referent& r) const;

  const Mentions& m_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
};

}  // namespace factloom
