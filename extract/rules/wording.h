// SPDX-License-Identifier: Apache-2.0
// "did you mean 'x'?": of the words that would be right at a place, the one that is nearest to what
// was written (edit distance with transpositions, at most a third of the word wrong).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/closest.h"

namespace factloom {

/// "a, b or c".
std::string any_of(const std::vector<std::string>& words);

/// Lower case, as the Lexicon's entries are written.
std::string lower_case(std::string_view text);

}  // namespace factloom
