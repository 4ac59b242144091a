// SPDX-License-Identifier: Apache-2.0
// Phrases around an act that say whether it was refused, demanded, punished or proved.
#pragma once
#include <string_view>

#include "extract/clauses/links.h"

namespace factloom {

/// "RULED itself OUT as a bidder", "was REJECTED as chairman": for the verb.
bool refused_as(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "CALLS TO RESIGN", "DEMANDS to quit", "PRESSURE to go": for the infinitive.
bool called_for(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "docked ten POINTS FOR BREAKING it": done; not "a plan for buying it", "fear of buying it".
bool paid_for(const Links& links, std::uint16_t noun, std::uint16_t act,
              const GroupContext& context);

/// "was FOUND to have broken it", "is KNOWN to own it"
bool proves(std::string_view verb);

}  // namespace factloom
