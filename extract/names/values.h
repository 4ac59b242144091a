// SPDX-License-Identifier: Apache-2.0
// Dates, sums of money, percentages and quantities: mentions of literal values, found before names
// so that no name takes "March" or "May". A value's normal form is ISO 8601 as precise as the text
// ("1994-03", "199X" for a decade) or a number with its unit. Words are data
// (schemas/english/name-words.tsv). Times of day and durations are left out.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/names/mention.h"
#include "extract/names/name_rules.h"
#include "extract/text/token.h"

namespace factloom {

/// All values of a text in order, none overlapping; their entities are not set. `words` is what
/// `rules` knows of each token.
std::vector<Mention> find_values(const Text& text, const NameRules& rules,
                                 const std::vector<std::uint16_t>& words);

/// "two years later", "a week before": told by its distance from a date told before?
bool told_from_another(const Text& text, TokenRange tokens, const NameRules& rules);

/// The ISO form of a date mention, as precise as it is ("1971-07-04", "1971-07", "1971", "197X",
/// "--07-04" without a year). Relative dates ("last Tuesday", "yesterday") need the document's
/// date; empty when it cannot be told.
std::string normalise_date(const Text& text, TokenRange tokens, const NameRules& rules,
                           std::string_view document_date);

/// The plain form of a sum, percentage or quantity: "3000000000 $", "12 %", "7.3 tonnes"; the text
/// itself when it has no number.
std::string normalise_amount(const Text& text, TokenRange tokens, const NameRules& rules);

}  // namespace factloom
