// SPDX-License-Identifier: Apache-2.0
// Whose "his" is in "Bob Roy and his wife", "Acme and its founder", "into Acme, including its
// unit": that of the one named just before; in "his wife, Ann Lee" that of Bob Lee.
#pragma once
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

class OwningMates {
 public:
  OwningMates(const Text& text, const Mentions& mentions, const EntityKinds& kinds)
      : text_(text), m_(mentions), kinds_(kinds), k_(kinds.classes) {}

  /// Who the possessive pronoun at a token, with which the group at `i` begins, is by what stands
  /// before it; none where that does not say.
  EntityId owner(const std::vector<Group>& row, std::size_t i, std::uint32_t pronoun) const;

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  EntityId sold(const std::vector<Group>& row, std::size_t i, std::uint32_t pronoun) const;
  EntityId with_its_own(const std::vector<Group>& row, std::size_t i, std::uint32_t pronoun) const;
  EntityId blamed(const std::vector<Group>& row, std::size_t i, std::uint32_t pronoun) const;
  EntityId struck(const std::vector<Group>& row, std::size_t i, std::uint32_t pronoun) const;
  EntityId who_speaks(const std::vector<Group>& row, std::size_t i, std::uint32_t pronoun) const;
  EntityId of_kin(const std::vector<Group>& row, std::size_t i, std::uint32_t pronoun) const;
  enum class Kin : std::uint8_t { none, parent, child };
  Kin kin_told(const Group& g) const;
  EntityId of_first_clause(const std::vector<Group>& row, std::size_t i,
                           std::uint32_t pronoun) const;
  bool is_child(EntityId e) const;
  EntityId namesake(const std::vector<Group>& row, std::size_t i, std::uint32_t pronoun) const;
  bool includes(const std::vector<Group>& row, std::size_t i) const;
  bool owns(EntityId mate, const Token& pronoun, const Group& owned, bool included) const;

  const Text& text_;
  const Mentions& m_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
};

}  // namespace factloom
