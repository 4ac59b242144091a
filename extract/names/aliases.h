// SPDX-License-Identifier: Apache-2.0
// Other names of one thing that a text says in fixed words: "Ann Lee, also known as Annie", "Acme
// (formerly Globex)", "Li Na (Chinese: …)", "Ann Lee (born Anna Lehmann)". Internal to
// extract/names.
#pragma once
#include <span>

#include "extract/names/candidate.h"

namespace factloom {

/// A candidate that another one is a further name of.
struct AliasOf {
  std::uint32_t candidate = 0xFFFFFFFF;  ///< index; 0xFFFFFFFF if there is none
  bool sure = false;                     ///< the words leave no doubt, whatever the two look like
};

/// May the words beside it say of a candidate that it is another name of something? Of most it is
/// told at once that they do not.
bool may_be_second_name(const NameText& names, const Candidate& candidate);

/// What the candidate at index i is said to be another name of.
AliasOf alias_of(const NameText& names, std::span<const Candidate> candidates, std::uint32_t i);

/// End of a name in letters without capitals that begins at token i behind the name of its language
/// ("(Chinese: …"), or directly in a bracket behind a name; i if there is none. `last` ends the
/// sentence.
std::uint32_t foreign_name_end(const NameText& names, std::uint32_t i, std::uint32_t last);

}  // namespace factloom
