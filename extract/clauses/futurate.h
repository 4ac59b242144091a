// SPDX-License-Identifier: Apache-2.0
// When a verb tells of what is or was to come, other than its form says: "becomes chief IN JULY",
// "WOULD LATER become president".
#pragma once
#include "extract/clauses/links.h"
#include "extract/groups/group.h"

namespace factloom {

/// "BECOMES chief in July", "LEAVES Acme in May", "STARTS it next month": present in form, to come
/// in sense.
bool is_futurate(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "WOULD LATER become president", "WAS LATER to lead it", "WOULD GO ON to": it was to come then.
bool turned_out(const Group& verb, const GroupContext& context);

/// "MOVED to London to run it", "MOVED from Acme to head Bolt": no plan; not "moved to buy it".
bool went_elsewhere(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "ONCE Acme BUYS Bolt", "BEFORE it BUYS Bolt": it is still to come.
bool is_awaited(const Links& links, std::uint16_t verb, const GroupContext& context);

}  // namespace factloom
