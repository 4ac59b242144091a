// SPDX-License-Identifier: Apache-2.0
// Names that stand in one list are of one kind. Internal to extract/names.
#pragma once
#include <span>

#include "extract/names/candidate.h"

namespace factloom {

/// In "A, B and C" what is certain of one speaks for its neighbours; a town between schools ("at
/// Harvard, Oxford and Yale") is a school.
void share_types_in_lists(const NameText& names, std::span<Candidate> candidates);

}  // namespace factloom
