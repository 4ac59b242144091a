// SPDX-License-Identifier: Apache-2.0
// Whose parents "their daughter" and "the couple" mean: two who were spoken of beside each other,
// or one of whom it was told that he or she is, or was, married.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/grammatical_roles.h"

namespace factloom {

class Couples {
 public:
  Couples(const Text& text, Mentions& mentions, const std::vector<MentionId>& mention_at,
          const EntityKinds& kinds)
      : text_(text), m_(mentions), at_(mention_at), kinds_(kinds), k_(kinds.classes) {}

  /// Remembers who is married, as the group at `i` tells: "HER HUSBAND, Bob Roy", "married BOB".
  void learn(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles);
  /// Does the group name whom somebody married: "married his wife, ANN LEE, in 2001. She"?
  bool weds(const std::vector<Group>& row, std::size_t i, const GrammaticalRoles& roles) const;
  /// Who "HER HUSBAND" is, if it was told whom she married; none if she married several.
  EntityId mate(const Group& g) const;
  /// One of the couple that the word at a token means; the other is noted beside it. None if that
  /// is not clear. `whole` is the token of the noun that "their" stands in.
  EntityId find(const Discourse& discourse, std::uint32_t sentence, std::uint32_t token,
                std::uint32_t whole = UINT32_MAX);

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  EntityId person(MentionId m) const { return kinds_.person_at(m_, m); }
  void marry(EntityId e) {
    if (e != EntityId::none) married_.push_back(e);
  }
  void pair(EntityId a, EntityId b) {
    if (a != EntityId::none && b != EntityId::none && a != b) pairs_.emplace_back(a, b);
  }
  bool is_married(EntityId e) const;
  bool of_parent(std::uint32_t pronoun) const;

  const Text& text_;
  Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  std::vector<EntityId> married_;
  std::vector<std::pair<EntityId, EntityId>> pairs_;
};

}  // namespace factloom
