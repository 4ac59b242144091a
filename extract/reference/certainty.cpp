// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/certainty.h"

namespace factloom {
namespace {

/// On articles that no rule knew, what the models took for unlikely was right more often than they
/// say: of facts with a pronoun of a likelihood near .3 half were right.
constexpr float least = 0.45f;
constexpr float by_likelihood = 0.5f;
constexpr float description_by_rule = 0.9f;

}  // namespace

float& Certainty::last(EntityId e) {
  if (index(e) >= last_.size()) last_.resize(index(e) + std::size_t{1}, 1);
  return last_[index(e)];
}

float Certainty::referred(const Meant& meant, MentionKind kind) {
  float& before = last(meant.entity);
  if (meant.likelihood > 0) {
    before *= meant.likelihood;
    return least + by_likelihood * before;
  }
  if (kind == MentionKind::pronoun) return pronoun_by_rule;
  before = 1;
  return description_by_rule;
}

}  // namespace factloom
