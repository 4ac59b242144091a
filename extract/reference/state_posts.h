// SPDX-License-Identifier: Apache-2.0
// Posts of a state that a text tells without its name: "President Ann Lee", "Bob Roy, the commerce
// secretary", "his finance minister, Kim Lee".
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/groups/group.h"
#include "extract/lexicon/state_offices.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/grammatical_roles.h"

namespace factloom {

class StatePosts {
 public:
  StatePosts(const Text& text, const Mentions& mentions, const std::vector<MentionId>& mention_at,
             const EntityKinds& kinds, const GrammaticalRoles& roles, const StateOffices& offices)
      : text_(text),
        m_(mentions),
        at_(mention_at),
        kinds_(kinds),
        k_(kinds.classes),
        r_(roles),
        offices_(offices) {}

  struct Spot {
    const StateOffice* office = nullptr;  ///< none: no such post
    std::uint32_t post = 0;               ///< its token
    std::uint32_t first = 0;              ///< the first one: "CABINET secretary"
    EntityId person = EntityId::none;
    EntityId whose = EntityId::none;  ///< "HIS finance minister"
    bool title = false;               ///< "President Ann Lee", not "Ann Lee, the president"
  };
  /// The post in the group at `i` that nothing beside it says the state of.
  Spot find(const std::vector<Group>& row, std::size_t i) const;
  /// The same of a post that the group names, whoever has it: "resigned as finance MINISTER".
  Spot office_in(const Group& g, std::uint32_t post) const;

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  bool modifies(std::uint32_t t, const Spot& spot) const;
  EntityId person_named(MentionId m) const;
  EntityId named_before(const std::vector<Group>& row, std::size_t i) const;
  EntityId named_behind(const std::vector<Group>& row, std::size_t i) const;
  EntityId titled_behind_field(const std::vector<Group>& row, std::size_t i) const;
  EntityId told_of(const std::vector<Group>& row, std::size_t i) const;
  EntityId holder(const std::vector<Group>& row, std::size_t i) const;
  bool of_field(const std::vector<Group>& row, std::size_t i) const;
  bool has_field(const std::vector<Group>& row, std::size_t i, const Spot& spot) const;
  bool elsewhere(const std::vector<Group>& row, std::size_t i, const Spot& spot) const;

  const Text& text_;
  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  const GrammaticalRoles& r_;
  const StateOffices& offices_;
};

}  // namespace factloom
