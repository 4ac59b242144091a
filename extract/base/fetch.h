// SPDX-License-Identifier: Apache-2.0
// What will be read soon is fetched into the processor's cache while other work goes on.
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

namespace factloom {

/// Fetches the first elements of a row: of some cache lines, by default as many as a sentence has
/// of groups.
template <class Element>
void fetch(const std::vector<Element>& row, std::size_t lines = 24) {
  constexpr std::size_t line = 64;
  const char* const bytes = reinterpret_cast<const char*>(row.data());
  const std::size_t end = std::min(row.size() * sizeof(Element), lines * line);
  for (std::size_t at = 0; at < end; at += line) __builtin_prefetch(bytes + at);
}

}  // namespace factloom
