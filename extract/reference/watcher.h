// SPDX-License-Identifier: Apache-2.0
// A look over the shoulder of the models of reference, for those who fit their weights
// (`tests/eval/fresh/choices.cpp`): what is chosen from, and what truly is meant, so that what
// follows is read with the true history and no error breeds others. The program itself has none.
#pragma once
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/names/mention.h"
#include "extract/reference/reference_weights.h"

namespace factloom {

/// What a pronoun or description may be, and which weights hold for each.
struct ReferenceChoice {
  struct Candidate {
    EntityId entity = EntityId::none;  ///< none: something unnamed
    HeldWeights weights;
  };
  std::string_view model;   ///< as the table of weights calls it
  std::uint32_t token = 0;  ///< the pronoun, or the description's head
  HeldWeights nobody;       ///< that none of them is meant
  std::vector<Candidate> candidates;
};

struct ReferenceWatcher {
  /// Is told every choice before it is made.
  std::function<void(const ReferenceChoice&, const Mentions&)> see;
  /// Whom the pronoun or description with its head at the token means; no value where that is not
  /// known, nobody where it means nothing named.
  std::function<std::optional<std::vector<EntityId>>(std::uint32_t, const Mentions&)> truth;
};

}  // namespace factloom
