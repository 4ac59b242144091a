// SPDX-License-Identifier: Apache-2.0
// The second pass of the finder of names: the document as a whole decides what each candidate
// names. Internal to extract/names.
#pragma once
#include <span>
#include <vector>

#include "extract/names/candidate.h"

namespace factloom {

/// Decides types, joins candidates that name the same thing and drops those that are no names;
/// returns the entities. Candidates left out have EntityId::none.
std::vector<Entity> link_names(const NameText& names, std::span<Candidate> candidates);

}  // namespace factloom
