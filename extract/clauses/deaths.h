// SPDX-License-Identifier: Apache-2.0
// Who died, as a verb or a noun tells it: "SHE died", "shot HER dead", "HER death".
#pragma once
#include "extract/clauses/links.h"

namespace factloom {

/// The node of who dies by the verb; -1 if nobody does.
int dies_by(const Links& links, std::uint16_t verb, const GroupContext& context);

/// The node of the one whose death the noun tells as a fact: "HER death", "the murder of BOB ROY";
/// -1 if it is nobody's.
int dead_of(const Links& links, std::uint16_t noun, const GroupContext& context);

/// "the LATE Ann Lee"
bool is_late(const Group& noun, const GroupContext& context);

}  // namespace factloom
