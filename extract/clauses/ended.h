// SPDX-License-Identifier: Apache-2.0
// Does the text tell a state as past: "led it until 1990", "worked there for ten years", "had led
// it", "was the chairman"?
#pragma once
#include "extract/clauses/links.h"

namespace factloom {

/// Is over what the verb at a node tells? Without an end that is named ("until 1990"), only a verb
/// that tells a state (`states`) says so by its tense.
bool is_over(const Links& links, std::uint16_t verb, const GroupContext& context, bool states);

/// "Acme's chief UNTIL MAY", "chief FROM 1990 TO 1995": is the post over that a noun names?
bool is_past_post(const Links& links, std::uint16_t noun, const GroupContext& context);

/// "WAS the chairman", "SERVED as chairman", "HAD BEEN chairman": told of the past as such, not by
/// somebody who spoke then ("said that he WAS the chairman").
bool was_then(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "AS CHIEF of Acme she had sold it": was she it then, when she did what the verb says?
bool acted_then(const Links& links, std::uint16_t verb, std::uint16_t noun,
                const GroupContext& context);

/// "will REMAIN its chief", "will CONTINUE to own it": so it is already.
bool stays(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "a deal to END THEIR DISPUTE", "agreed to CUT ITS TARIFFS", "would END ITS TREATY": they have it
/// until then; and the sanctions that one declines to JOIN stand.
bool ends_own(const Links& links, std::uint16_t verb, std::uint16_t noun,
              const GroupContext& context);

/// "DISMISSED the sanctions as a farce": nothing ends by that.
bool dismisses_measure(const Links& links, std::uint16_t verb, const GroupContext& context);

/// "the chief of Acme was FIRED", "Acme's chief RESIGNED", "FIRED the chief": does the verb end the
/// post that the noun names?
bool dismissed(const Links& links, std::uint16_t verb, std::uint16_t noun,
               const GroupContext& context);

/// Does "until last year", "until recently" stand before the group?
bool until_lately(const Links& links, std::uint16_t group, const GroupContext& context);

/// "a former German BANK" is of Germany still; a former UNIT of a bank is none now.
bool is_mere_firm(const ClassSet& head, const KnownClasses& classes);

}  // namespace factloom
