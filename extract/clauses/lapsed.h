// SPDX-License-Identifier: Apache-2.0
// What came to nothing or ran out by itself: deals that were nearly struck, pacts that lapsed,
// work and posts that somebody left.
#pragma once
#include "extract/clauses/links.h"

namespace factloom {

/// "came close to BUYING Bolt", "was about TO BUY it when the board refused": it did not. For a
/// verb.
bool only_came_near(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "the pact LAPSED", "was NOT RENEWED", "fell through". For the noun.
bool agreement_lapsed(const Links& links, std::uint16_t noun, const GroupContext& context);

/// "USED to work for", "STOPPED selling": is it over what the verb governs? For verbs that end.
bool stopped(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "WAS the first woman TO CHAIR Acme": so she is it no more. For an infinitive.
bool was_ranked(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "Ann Lee, chief of Acme BEFORE SHE JOINED Bolt": does the noun describe what she was then?
bool left_before(const Links& links, std::uint16_t noun, const GroupContext& context);

/// "Ann Lee, ONCE a singer and ITS CHIEF": is the noun the second of what she once was?
bool once_both(const Links& links, std::uint16_t noun, const GroupContext& context);

/// "did NOT lead it UNTIL 2010": then it did.
bool not_until(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "will lead it for a SECOND TERM"
bool once_more(const GroupContext& context, std::uint32_t verb);

}  // namespace factloom
