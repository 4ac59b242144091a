// SPDX-License-Identifier: Apache-2.0
// Institutions that a state has one of, and that texts seldom call by their own name: "Norway's
// central bank", "the French finance ministry", "the supreme court of Peru".
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

class StateBodies {
 public:
  StateBodies(const Text& text, Mentions& mentions, const std::vector<MentionId>& mention_at,
              const EntityKinds& kinds)
      : text_(text), m_(mentions), at_(mention_at), kinds_(kinds), k_(kinds.classes) {}

  /// The institution that the group at `i` names by its state, however it says whose it is: one
  /// spoken of before or a new one; none if its noun names no such institution or no state is said.
  EntityId find(const std::vector<Group>& row, std::size_t i);
  /// The central bank, of no state that is said, that the words from `t` on name before a post in
  /// the group at `i`: "CENTRAL BANK governor Ann Lee".
  EntityId bank_before(const std::vector<Group>& row, std::size_t i, std::uint32_t t);
  /// "the Leeds office OF ACME": is what the group names a firm's?
  bool of_firm(const std::vector<Group>& row, std::size_t i) const;

 private:
  struct Owner {
    EntityId entity = EntityId::none;
    std::uint32_t behind = 0;  ///< the first token of the institution's own words
    TokenRange said;           ///< the words that name it; empty where a pronoun tells the owner
  };
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  bool institution(const Group& g) const;
  /// "JOE BIDEN'S administration", "MARK RUTTE'S government"
  EntityId cabinet(const std::vector<Group>& row, std::size_t i);
  bool central_bank(const std::vector<Group>& row, std::size_t i) const;
  /// "the POLICE", "federal POLICE": a body though no state is said
  EntityId lone(const std::vector<Group>& row, std::size_t i);
  bool state(MentionId m) const;
  Owner owner(const std::vector<Group>& row, std::size_t i) const;
  Owner owner_within(const Group& g) const;

  const Text& text_;
  Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  std::map<std::pair<EntityId, std::string>, EntityId> known_;
};

}  // namespace factloom
