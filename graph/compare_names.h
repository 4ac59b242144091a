// SPDX-License-Identifier: Apache-2.0
// Are two names names of one thing? The parts of one (name_parts.h) are matched with those of the
// other (by letters, sound, short form, initial), and what is found speaks for or against with the
// weights of `schemas/graph/features.tsv`. Names alone are looked at here; what is known of their
// bearers is looked at in canonicalise.h.
#pragma once
#include <string_view>

#include "graph/name_parts.h"
#include "graph/name_score.h"

namespace factloom {

/// From here on two names are one thing if no third claims the same; from 1 on, anyway.
constexpr double alike = 0.6999;  // the weights have two digits; their sums a little less

/// Compares two names of persons, or two names of other things.
NameScore compare_names(const NameParts& a, const NameParts& b, const NameForms& forms);

/// May letters that a document uses for a thing be another name of it? "SPD" for the Social
/// Democratic Party of Germany, whatever they stand for, but not "EU" for the EU Commission.
bool is_acronym_of(std::string_view mention, std::string_view name, const NameForms& forms);

}  // namespace factloom
