// SPDX-License-Identifier: Apache-2.0
// How sure it is whom pronouns and descriptions mean. The models tell how likely one place goes
// back to the place before it; where that was a pronoun itself, its doubt goes on to the next one.
#pragma once
#include <vector>

#include "extract/names/mention.h"

namespace factloom {

/// Whom a pronoun or a description means.
struct Meant {
  EntityId entity = EntityId::none;
  float likelihood = 0;  ///< 0 to 1, as a model tells; 0: by a rule that gives no figure
};

class Certainty {
 public:
  /// Of a pronoun that a rule takes for something, "who" among them.
  static constexpr float pronoun_by_rule = 0.85f;

  /// The text names the entity, which ends all doubt.
  void named(EntityId e) {
    if (index(e) < last_.size()) last_[index(e)] = 1;
  }
  /// How likely it is that the entity is meant where a pronoun or description was just taken for
  /// it, 0 to 1: what a fact's confidence is multiplied by.
  float referred(const Meant& meant, MentionKind kind);

 private:
  float& last(EntityId e);
  std::vector<float> last_;  ///< by entity: how sure the last place is that means it
};

}  // namespace factloom
