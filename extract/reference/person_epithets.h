// SPDX-License-Identifier: Apache-2.0
// "Bob Roy left. THE NORWEGIAN was ill", "THE 62-YEAR-OLD was ill": where the sentence before spoke
// of one person alone, the one.
#pragma once
#include <vector>

#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/grammatical_roles.h"

namespace factloom {

class PersonEpithets {
 public:
  PersonEpithets(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                 const GrammaticalRoles& roles)
      : text_(text), m_(mentions), kinds_(kinds), roles_(roles) {}

  /// By its length and article: "the Norwegian", "the 62-year-old".
  bool possible(const Group& g) const {
    return (g.tokens.size() == 2 || g.tokens.size() == aged) &&
           token(g.tokens.first).classes.has(kinds_.classes.definite);
  }

  /// Who the group at `i` is; none if it is no such epithet, or that is not clear.
  EntityId find(const Discourse& discourse, std::uint32_t sentence, const std::vector<Group>& row,
                std::size_t i) const;

 private:
  static constexpr std::uint32_t aged = 6;  ///< tokens of "the 62-year-old"

  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  bool of_people(const Group& g) const;
  bool quoted_aside(const Discourse& discourse, const Referent& person,
                    const std::vector<Group>& row) const;
  bool of_age(const Group& g) const;

  const Text& text_;
  const Mentions& m_;
  const EntityKinds& kinds_;
  const GrammaticalRoles& roles_;
};

}  // namespace factloom
