// SPDX-License-Identifier: Apache-2.0
// Plans of which the same sentence tells that they came to nothing.
#pragma once
#include <cstdint>

#include "extract/clauses/links.h"

namespace factloom {

/// "agreed to buy it but WALKED AWAY", "was to buy it, but the deal FELL THROUGH", "bid for it and
/// was REBUFFED", "its plan to buy it was BLOCKED": does the sentence say so of the act at the
/// node?
bool came_to_nothing(const Links& links, std::uint16_t node, const GroupContext& context);

}  // namespace factloom
