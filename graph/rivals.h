// SPDX-License-Identifier: Apache-2.0
// When two objects of a functional relation, of which there can be but one, disagree: not where one
// may hold the other (a city and a country), nor where one date says less than the other ("1955"
// and "1955-01-17"; "195X", any year of a decade; "--01-17", a day without its year).
#pragma once
#include <string_view>

#include "extract/fact.h"
#include "extract/lexicon/ontology.h"

namespace factloom {

/// Is it said to be so, now or once?
inline bool is_stated(Status status) {
  return status == Status::asserted || status == Status::former;
}

/// A date from its month on, with or without a year; empty where there is none.
std::string_view month_of(std::string_view date);

/// May two values be of one date? What is no date agrees with all.
bool dates_agree(std::string_view a, std::string_view b);

/// May a thing of one type lie in one of the other, or be something else altogether, so that both
/// may be right? Types that the ontology does not know cannot.
bool may_hold_other(std::string_view type, std::string_view other, const Ontology& ontology);

}  // namespace factloom
