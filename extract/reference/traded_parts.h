// SPDX-License-Identifier: Apache-2.0
// Parts of firms that are bought and sold without a name of their own: "sold ITS HANDSET BUSINESS
// to Acme", "the sale of BOLT'S ASIAN ARM".
#pragma once
#include <vector>

#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

/// The firm that the noun at group i calls a part of another: "its ACME unit", "Bolt's ACME arm";
/// the "Bolt unit" without an owner is a unit of Bolt.
EntityId part_called(const Text& text, const Mentions& mentions, const std::vector<MentionId>& at,
                     const EntityKinds& kinds, const std::vector<Group>& row, std::size_t i);

/// The tokens that call the part of a firm which the noun at group i names, with its owner's name;
/// empty if it names none, none that is told apart, or none that somebody buys or sells.
TokenRange traded_part(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                       const std::vector<Group>& row, std::size_t i);

}  // namespace factloom
