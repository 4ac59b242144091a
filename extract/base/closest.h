// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace factloom {

/// The candidate nearest to a misspelt word (Damerau-Levenshtein distance, at most a third of its
/// length); empty if none is near.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

/// "; did you mean 'x'?", or nothing if no candidate is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace factloom
