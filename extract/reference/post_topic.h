// SPDX-License-Identifier: Apache-2.0
// The firm, body or country that a text is about where it tells of a bare post: "the chief
// executive, Ann Lee", "President Ann Lee".
#pragma once
#include <vector>

#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

class PostTopic {
 public:
  PostTopic(const Mentions& mentions, const std::vector<MentionId>& mention_at,
            const EntityKinds& kinds, const GrammaticalRoles& roles)
      : m_(mentions), at_(mention_at), kinds_(kinds), r_(roles) {}

  /// The last mention of the body of a kind, of a post in it, that the text is about; none if two
  /// compete. `lead`: how many times as often as the next one it must be spoken of.
  MentionId find(const Discourse& discourse, std::uint32_t sentence, std::uint32_t lead,
                 TypeId kind) const;
  /// Has such a body posts like this one? A government's spokesman is hardly ever called so alone.
  bool employs(TypeId type) const;
  /// Does the sentence tell of another state than the owner of the post in the group at `i`?
  bool of_other_state(const std::vector<Group>& row, std::size_t i, MentionId owner) const;
  /// Is the owner whoever acts upon the group at `i`?
  bool met_by(const std::vector<Group>& row, std::size_t i, MentionId owner) const;
  /// The state that what stands before the comma tells.
  MentionId state_told(const std::vector<Group>& row, std::size_t i) const;

 private:
  TypeId type_at(const Group& g) const;

  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const GrammaticalRoles& r_;
};

}  // namespace factloom
