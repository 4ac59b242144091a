// SPDX-License-Identifier: Apache-2.0
// "the American", "the 41-year-old Swede": one person, by what the text told of where people come
// from ("Ann Lee, a Swede", "the Swedish singer Ann Lee", "Ann Lee of Sweden"), and never the
// country. Whole peoples ("the French", "the Japanese") stay what they are.
#pragma once
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

class Nationals {
 public:
  Nationals(const Text& text, const Mentions& mentions, std::vector<MentionId>& mention_at,
            const EntityKinds& kinds)
      : text_(text), m_(mentions), at_(mention_at), kinds_(kinds), k_(kinds.classes) {}

  /// Notes where the person that the group at `i` names is said to come from.
  void learn(const std::vector<Group>& row, std::size_t i) {
    const MentionId named = row[i].mention;
    if (named != MentionId::none && m_.mentions[index(named)].kind == MentionKind::name &&
        kinds_.is_person(m_.mentions[index(named)].type))
      learn_home(row, i);
  }

  /// Does the group at `i` speak of one person by a people's name? It mentions no country then.
  bool is_one(const std::vector<Group>& row, std::size_t i) const {
    return row[i].mention != MentionId::none && row[i].tokens.first < row[i].head &&
           said_of_one(row, i);
  }
  /// "a former GREEN BERET": what somebody was, no body that acts.
  bool was_one(const std::vector<Group>& row, std::size_t i) const;

  /// Who that is: the last one spoken of who comes from there; none if none is known to.
  /// `doer` is the subject of its clause, who is somebody else.
  EntityId find(const Discourse& discourse, EntityId country, EntityId doer) const;

 private:
  bool said_of_one(const std::vector<Group>& row, std::size_t i) const;
  void learn_home(const std::vector<Group>& row, std::size_t i);
  struct Home {
    EntityId person, country;
  };
  /// The country whose people are named among the tokens; none if not one.
  EntityId people_in(TokenRange tokens) const;
  bool comes_from(EntityId person, EntityId country) const;

  const Text& text_;
  const Mentions& m_;
  std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  std::vector<Home> homes_;
};

}  // namespace factloom
