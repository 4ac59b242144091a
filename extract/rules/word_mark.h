// SPDX-License-Identifier: Apache-2.0
// Words remembered roughly: of most words a look tells that they are not among some.
#pragma once
#include <cstdint>

#include "extract/lexicon/lexicon.h"

namespace factloom {

/// A word as a bit, which it shares with others.
constexpr std::uint64_t word_mark(WordId word) {
  return std::uint64_t{1} << index(word) % 64u;
}

}  // namespace factloom
