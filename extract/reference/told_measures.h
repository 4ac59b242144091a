// SPDX-License-Identifier: Apache-2.0
// What the text just told of measures: "Canada imposed a tax. France welcomed THE MOVE", "France
// backs IT", and of what states did: "The court fined Acme. It appealed THE RULING".
#pragma once
#include <vector>

#include "extract/reference/entity_kinds.h"
#include "extract/reference/grammatical_roles.h"

namespace factloom {

class ToldMeasures {
 public:
  ToldMeasures(const Text& text, const Mentions& mentions, const EntityKinds& kinds)
      : text_(text),
        m_(mentions),
        kinds_(kinds),
        k_(kinds.classes),
        deciders_(kinds.below(kinds.government) | kinds.below(kinds.country) |
                  kinds.below(kinds.intergovernmental)) {}

  /// Notes the group at i if it speaks of a measure.
  void note(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles,
            std::uint32_t sentence);
  /// The measure that "the move" takes up in a sentence: the only one that it or the one before
  /// tells of being made.
  EntityId move(const Group& g, std::uint32_t sentence) const;
  /// Who did what a group that says "the" and a noun alone sums up, "THE RULING": the only state or
  /// body of one that was told to decide something in the two sentences before; none if none was.
  MentionId decider(const Group& g) const;
  /// What "it" or "they" is where something is done that is often done to measures, or that they do
  /// ("France backs IT", "IT would apply to cars"), and one was just told of; 0 for anything.
  TypeSet likely_for(const std::vector<Group>& row, std::size_t i, std::uint32_t sentence) const;

 private:
  struct Told {
    EntityId measure;
    std::uint32_t sentence;
    bool plural;
    bool made;
  };
  struct Act {
    MentionId who;
    std::uint32_t sentence;
    std::uint32_t verb;
  };
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  void note_act(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles,
                std::uint32_t sentence);
  bool sums_up(const Group& g, const Act& act) const;
  bool made(const std::vector<Group>& row, std::size_t i) const;
  bool just_told(bool plural, std::uint32_t sentence) const;

  const Text& text_;
  const Mentions& m_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  const TypeSet deciders_;  ///< types of those who make measures
  std::vector<Told> told_;
  std::vector<Act> acts_;
};

}  // namespace factloom
