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
            const EntityKinds& kinds, const GrammaticalRoles& roles, const Text& text)
      : text_(text), m_(mentions), at_(mention_at), kinds_(kinds), r_(roles) {}

  /// The last mention of the body of a kind, of a post in it, that the text is about; none if two
  /// compete.
  MentionId find(const Discourse& discourse, std::uint32_t sentence, TypeId kind) const;
  /// Has such a body posts like this one? A government's spokesman is hardly ever called so alone.
  bool employs(TypeId type) const;
  /// Does the sentence tell of another state than the owner of the post in the group at `i`?
  bool of_other_state(const std::vector<Group>& row, std::size_t i, MentionId owner) const;
  /// Is the owner whoever acts upon the group at `i`?
  bool met_by(const std::vector<Group>& row, std::size_t i, MentionId owner) const;
  /// The state that what stands before the comma tells.
  MentionId state_told(const std::vector<Group>& row, std::size_t i) const;
  /// The state that the one whom the group at `i` names speaks of: "NORWAY will lend more, Ann Lee
  /// said", "Ann Lee said NORWAY would"; none if it tells another state what to do.
  EntityId state_of_speech(const std::vector<Group>& row, std::size_t i,
                           std::uint32_t sentence) const;
  /// The body of which the one whom the group at `i` names speaks: "ACME will grow, Ann Lee said".
  MentionId body_of_speech(const std::vector<Group>& row, std::size_t i) const;
  /// The state of the other one of two heads: "Prime Minister Ann Lee of NORWAY and President Bob
  /// Roy".
  EntityId state_of_mate(const std::vector<Group>& row, std::size_t i) const;
  /// "GOVERNOR Ann Lee" of a central bank, "JUDGE Bob Roy" of a court, "MAYOR Ann Lee" of a town
  bool seated(std::uint32_t post) const;
  /// The one public body or town told of that has such posts.
  MentionId seat(const Discourse& discourse, std::uint32_t sentence, std::uint32_t post) const;
  /// Keeps in mind who speaks: "ACME said so".
  void hear(const std::vector<Group>& row, std::size_t i, std::uint32_t sentence);
  /// The body that spoke in the sentence before; none if none did that has such posts.
  MentionId spoke(std::uint32_t sentence) const;
  /// "Labour leader Ann Lee resigned AS PRIME MINISTER": does the sentence tell of another post
  /// than that of a party?
  bool left_state(MentionId party, std::uint32_t sentence) const;

 private:
  TypeId type_at(const Group& g) const;
  bool says(const std::vector<Group>& row, std::size_t verb) const;
  bool of_town(std::uint32_t post) const;
  MentionId acting(const std::vector<Group>& row, std::size_t from, std::size_t to,
                   TypeId type) const;
  bool ends_speech(const std::vector<Group>& row, std::size_t i) const;

  const Text& text_;
  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const GrammaticalRoles& r_;
  MentionId speaker_ = MentionId::none;
  std::uint32_t spoken_in_ = 0;  ///< the sentence in which it spoke
};

}  // namespace factloom
