// SPDX-License-Identifier: Apache-2.0
// Seats of government that stand for their state: "Moscow said". Internal to extract/names.
#pragma once
#include "extract/names/candidate.h"

namespace factloom {

/// Does the seat of a government act here, or is it spoken to? "Berlin is home to a firm" is the
/// city itself.
bool acts_as_state(const NameText& names, const Candidate& candidate);

}  // namespace factloom
