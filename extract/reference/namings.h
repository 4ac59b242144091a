// SPDX-License-Identifier: Apache-2.0
// Where a sentence says that what it speaks of bears another name: "the company, which is known as
// Foxconn", "it was renamed Globex", "she is called Annie".
#pragma once
#include <vector>

#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

/// Two entities that a sentence says are one.
struct Naming {
  EntityId kept =
      EntityId::none;  ///< the one that the text named first; none where nothing is said
  EntityId gone = EntityId::none;
};

/// What is said of the name at group i: that it is another name of the subject before it.
Naming naming_at(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                 const std::vector<Group>& row, std::size_t i);

/// The other name that is said of the noun at group i, which therefore is not that noun's own:
/// "the company, which is known as FOXCONN"; none if there is none.
EntityId name_given(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                    const std::vector<Group>& row, std::size_t i);

/// The thing made that is named beside the noun at group i, which says what it is: "its best drug,
/// ZUMENTA,", "ZUMENTA, a cancer drug made by Acme"; none if there is none.
EntityId goods_beside(const Mentions& mentions, const EntityKinds& kinds,
                      const std::vector<Group>& row, std::size_t i);

/// The body or person named between commas behind the definite noun at group i, which says what it
/// is: "fined the operator, ACME LTD, for it"; none if there is none.
EntityId body_beside(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                     const std::vector<Group>& row, std::size_t i);

/// The body whose name `before` stands before a noun that only says what kind of body it is: "the
/// HAMAS group", "the SOLIDARITY union"; none if it says more.
EntityId body_called(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                     std::uint32_t noun, MentionId before);

/// Makes all mentions of the one mentions of the other, which bears both names from then on.
void unite(const Naming& naming, Mentions& mentions);

}  // namespace factloom
