// SPDX-License-Identifier: Apache-2.0
// Words with a capital that may be no names: whether a text that has them nowhere else but where
// any word has one means a name. Internal to extract/names.
#pragma once
#include "extract/names/candidate.h"

namespace factloom {

/// Does the first candidate of a name, and what all of them tell together, show that it is one?
bool is_confirmed(const NameText& names, const Candidate& first, const Candidate& sum);

}  // namespace factloom
