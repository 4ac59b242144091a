// SPDX-License-Identifier: Apache-2.0
// Idioms for losing or leaving a post: "threw in the towel", "was shown the door"; and for dying.
#pragma once
#include <string_view>

#include "extract/clauses/links.h"

namespace factloom {

/// Who goes by what a verb says with the words behind it.
enum class Goer : std::uint8_t { nobody, subject, object, partner };

/// Does an idiom begin with the verb: "threw", "shown"?
bool begins_idiom(std::string_view verb);

/// Does an idiom for dying begin with the verb: "passed", "took"?
bool begins_last_idiom(std::string_view verb);

/// "SHE threw in the towel", "SHE was shown the door", "Acme parted company with BOB ROY" (the
/// partner).
Goer goer_of_idiom(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "SHE passed away", "SHE took her own life", "was found dead", "shot HER dead" (the object).
Goer dies_by_idiom(const Links& links, std::uint16_t verb, const GroupContext& context);

}  // namespace factloom
