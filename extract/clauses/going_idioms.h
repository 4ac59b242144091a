// SPDX-License-Identifier: Apache-2.0
// Idioms for losing or leaving a post: "threw in the towel", "was shown the door".
#pragma once
#include <string_view>

#include "extract/clauses/links.h"

namespace factloom {

/// Who goes by what a verb says with the words behind it.
enum class Goer : std::uint8_t { nobody, subject, object, partner };

/// Does an idiom begin with the verb: "threw", "shown"?
bool begins_idiom(std::string_view verb);

/// "SHE threw in the towel", "SHE was shown the door", "Acme parted company with BOB ROY" (the
/// partner).
Goer goer_of_idiom(const Links& links, std::uint16_t verb, const GroupContext& context);

}  // namespace factloom
