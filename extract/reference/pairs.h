// SPDX-License-Identifier: Apache-2.0
// Two of a kind who were spoken of together: "Norway and Sweden will meet. THE TWO COUNTRIES",
// "Acme has sued Bolt. BOTH COMPANIES".
#pragma once
#include <vector>

#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

class Pairs {
 public:
  Pairs(const Text& text, Mentions& mentions, const std::vector<MentionId>& mention_at,
        const EntityKinds& kinds)
      : text_(text), m_(mentions), at_(mention_at), kinds_(kinds), k_(kinds.classes) {}

  /// Does the group speak of two of a kind: "the two countries", "both firms", "the two"?
  bool speaks_of_two(const Group& g) const;
  /// One of the two that such a group means; the other is noted beside it. None if that is not
  /// clear.
  EntityId find(const Discourse& discourse, std::uint32_t sentence, const Group& g);

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  bool fits(const Referent& r, const Token& head) const;
  /// The mention that last named it; none where another thing is spoken of there.
  MentionId named(const Referent& r) const;

  const Text& text_;
  Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
};

}  // namespace factloom
