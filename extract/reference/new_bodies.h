// SPDX-License-Identifier: Apache-2.0
// Bodies without a name of their own that somebody sets up: "formed A JOINT VENTURE to make pumps",
// "founded A PARTY of his own", "a commission was set up by".
#pragma once
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

struct NewBody {
  TypeId type = TypeId::none;
  std::uint32_t last = 0;  ///< the end of what tells it apart: "a foundation IN CHENNAI"
};

/// What the noun at group i is where it is a body that the verb beside it sets up and that
/// something tells apart; of no type otherwise.
NewBody new_body(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                 const std::vector<Group>& row, std::size_t i);

}  // namespace factloom
