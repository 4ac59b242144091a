// SPDX-License-Identifier: Apache-2.0
// What a state or another body does, it does through those who act for it: "Israeli troops", "U.S.
// officials", "Turkey's armed forces", "the government of France".
#pragma once
#include <cstddef>
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

class StateAgents {
 public:
  StateAgents(const Text& text, const Mentions& mentions, const std::vector<MentionId>& mention_at,
              const EntityKinds& kinds)
      : text_(text), m_(mentions), at_(mention_at), kinds_(kinds), k_(kinds.classes) {}

  /// The country or public body that the group at `i` acts for; none if its noun names no such
  /// agents, or other words come between ("Syrian rebel forces", "U.S.-backed troops").
  EntityId principal(const std::vector<Group>& row, std::size_t i) const;
  /// A country was named; as the subject of a clause it counts double.
  void note(MentionId country, bool subject);
  /// Whose "the government" or "the finance ministry" is where the words do not say it: that of the
  /// country that the text is about; none if there is no such country. A ministry that is not the
  /// subject of its clause stands for itself ("heads the finance ministry").
  EntityId home();
  /// Is the group at `i` "the government", "the finance ministry", of a country that it does not
  /// name?
  bool of_home(const std::vector<Group>& row, std::size_t i, bool subject) const;
  /// Is a country named within the group: "Egyptian police", "a French court"?
  bool national(const Group& g) const;

 private:
  bool occupies(const Group& g) const;
  bool of_premier(const std::vector<Group>& row, std::size_t i) const;
  /// "the Indian STATE of Kerala": a part of the land.
  bool of_place(const std::vector<Group>& row, std::size_t i) const;
  /// "two Danish ministers, ANN LEE and Bob Roy": persons that the text names, not the state.
  bool named_apart(const std::vector<Group>& row, std::size_t i) const;
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  EntityId body(MentionId m) const;
  bool only_adjuncts(std::uint32_t first, std::uint32_t last) const;
  /// Before the noun: "U.S. forces", "Ukraine's armed forces".
  EntityId named_before(const std::vector<Group>& row, std::size_t i) const;
  /// Behind it: "the government of France", "troops from Chad".
  EntityId named_behind(const std::vector<Group>& row, std::size_t i) const;
  bool at_home(const Group& g) const;
  MentionId placed_in(const std::vector<Group>& row, std::size_t i) const;

  const Text& text_;
  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  /// How often a country was named.
  struct Named {
    EntityId country = EntityId::none;
    int weight = 0;
  };
  std::vector<Named> countries_;
  EntityId home_ = EntityId::none;  ///< who the last "government" was
};

}  // namespace factloom
