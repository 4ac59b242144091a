// SPDX-License-Identifier: Apache-2.0
// The layout of lexicon.bin, shared by its compiler and its reader: a header, then tables that are
// used where they lie.
#pragma once
#include <array>
#include <cstdint>

#include "extract/lexicon/lexicon.h"

namespace factloom {

struct LexiconHeader {
  static constexpr std::array<char, 8> expected = {'F', 'L', 'L', 'E', 'X', '0', '0', '6'};
  std::array<char, 8> magic = expected;
  std::uint64_t file_size = 0;
  std::uint32_t words = 0, slots = 0, readings = 0, text_bytes = 0, classes = 0, class_bytes = 0,
                class_sets = 0, unused = 0;
  std::uint64_t words_at = 0, slots_at = 0, readings_at = 0, text_at = 0, classes_at = 0,
                class_sets_at = 0;
};

}  // namespace factloom
