// SPDX-License-Identifier: Apache-2.0
// Parts of firms that are bought and sold without a name of their own: "sold ITS HANDSET BUSINESS
// to Acme", "the sale of BOLT'S ASIAN ARM".
#pragma once
#include <vector>

#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

/// The tokens that call the part of a firm which the noun at group i names, with its owner's name;
/// empty if it names none, none that is told apart, or none that somebody buys or sells.
TokenRange traded_part(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                       const std::vector<Group>& row, std::size_t i);

}  // namespace factloom
