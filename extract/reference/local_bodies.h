// SPDX-License-Identifier: Apache-2.0
// Courts, judges and the police of a place, which have no name but that: "a Paris court", "a
// federal jury in Brooklyn", "Munich prosecutors", "an American judge".
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

class LocalBodies {
 public:
  LocalBodies(const Text& text, Mentions& mentions, const std::vector<MentionId>& mention_at,
              const EntityKinds& kinds)
      : text_(text), m_(mentions), at_(mention_at), kinds_(kinds) {}

  /// The court or the like that the group at `i` names by its place: one spoken of before or a new
  /// one; none if its noun is no such body, no place is said, or a name tells who it is.
  EntityId find(const std::vector<Group>& row, std::size_t i);

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  MentionId place_within(const Group& g) const;
  MentionId place_behind(const std::vector<Group>& row, std::size_t i) const;
  bool place(MentionId m) const;
  bool named_beside(const std::vector<Group>& row, std::size_t i) const;

  const Text& text_;
  Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  std::map<std::pair<EntityId, WordId>, EntityId> known_;
};

}  // namespace factloom
