// SPDX-License-Identifier: Apache-2.0
// Words in capitals that name no organisation, though they look like it: what somebody is in charge
// of, what is studied, a degree. Internal to extract/names.
#pragma once
#include "extract/names/candidate.h"

namespace factloom {

/// Is the name one of a department or field behind a post or degree ("vice president of Sales and
/// MARKETING", "lecturer in MODERN HISTORY", "a degree in COMPUTER SCIENCE"), or a degree itself
/// ("a MASTERS DEGREE", "a BS in physics")? A group that a list knows is none but by the letters
/// of a degree.
bool is_field(const NameText& names, TokenRange sentence, TokenRange name, bool listed_group);

}  // namespace factloom
