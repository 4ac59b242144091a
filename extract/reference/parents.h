// SPDX-License-Identifier: Apache-2.0
// The couple that "their daughter" or "they had a son" tells of.
#pragma once
#include <cstdint>

#include "extract/groups/group.h"
#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

/// Both parents, as indices of the discourse's referents; -1 where there is none.
struct Parents {
  int one = -1;
  int other = -1;
};

/// The last person who was a subject in the sentence or the one before, and who was spoken of
/// beside: "Ann Lee and Bob Roy", "Ann Lee married Bob Roy". `whole` is the token of the noun that
/// "their" stands in.
Parents find_parents(const Discourse& discourse, const Mentions& mentions, const EntityKinds& kinds,
                     std::uint32_t sentence, std::uint32_t whole);

/// Does a noun of kinship stand behind the token in the group: "THEIR youngest daughter Ann"?
bool of_kin(const Group& group, std::uint32_t token, const Text& text, const KnownClasses& classes);

/// "THEY had a son, Bob Roy": does the pronoun at `i` mean parents?
bool have_children(const std::vector<Group>& row, std::size_t i, const Text& text,
                   const Mentions& mentions, const EntityKinds& kinds);

}  // namespace factloom
