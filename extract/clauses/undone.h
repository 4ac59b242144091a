// SPDX-License-Identifier: Apache-2.0
// What is told of and yet did not happen, or came to nothing.
#pragma once
#include <cstdint>

#include "extract/clauses/links.h"
#include "extract/fact.h"

namespace factloom {

/// "agreed to buy it but WALKED AWAY", "was to buy it, but the deal FELL THROUGH", "bid for it and
/// was REBUFFED", "its plan to buy it was BLOCKED": does the sentence say so of the act at the
/// node?
bool came_to_nothing(const Links& links, std::uint16_t node, const GroupContext& context);

/// Has what a noun names been kept from happening?
enum class Thwarted : std::uint8_t {
  no,
  undone,  ///< "the TAKEOVER was blocked", "abandoned its BID", "a failed MERGER"
  begun,   ///< it was going on and is so no more: "dropped its LAWSUIT"
};
Thwarted thwarted(const Links& links, std::uint16_t node, const GroupContext& context);

/// "the TAKEOVER needs the approval of Brussels", "is subject to clearance", "is expected to close
/// in May": it is still to be done.
bool awaited(const Links& links, std::uint16_t node, const GroupContext& context);

/// "blocked its BID to buy"
bool blocked_plan(const Links& links, std::uint16_t node, const GroupContext& context);

/// What is told of measures that hang on a verb: "called for SANCTIONS" are no more than planned,
/// "ruled out SANCTIONS" there are none.
Status wished(const Links& links, std::uint16_t noun, std::uint16_t verb,
              const GroupContext& context);

/// What is told of a deal before it is done: "will vote on the MERGER", "the SALE would raise
/// millions", "feared the TAKEOVER", "the MERGER was one option".
Status foreseen(const Links& links, std::uint16_t noun, std::uint16_t verb,
                const GroupContext& context);

/// An infinitive that hangs on nothing and tells of what is to come: "considers WHETHER to sue",
/// "discussed HOW to punish Chile", "TO BE LED by Ann Lee"; `says`: it only says what another word
/// does ("soon TO BE its chief").
bool left_open(const Links& links, std::uint16_t verb, bool says, const GroupContext& context);

/// "found GROUNDS to charge her", "saw no REASON to"
bool finds_grounds(const Links& links, std::uint16_t verb, const GroupContext& context);

/// The verb by which a plan, proposal or offer ends: "SHELVED its plan", "its plan was DROPPED",
/// "its plans LAPSED"; -1 if there is none.
int dropped_by(const Links& links, std::uint16_t node, const GroupContext& context);

/// "may buy the Swiss bank UBS": a name, of which it is said what it is, bought or not.
bool is_named(const Links& links, std::uint16_t node, const GroupContext& context);

}  // namespace factloom
