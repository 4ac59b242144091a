// SPDX-License-Identifier: Apache-2.0
// Titles of works that stand in quotation marks: `van Gogh's "Portrait of Dr. Gachet"`.
#pragma once
#include <cstdint>

#include "extract/names/candidate.h"

namespace factloom {

/// The end of the title that begins at `begin`, behind a quotation mark; `begin` itself where
/// something else is quoted.
std::uint32_t quoted_title(const NameText& names, TokenRange sentence, std::uint32_t begin);

}  // namespace factloom
