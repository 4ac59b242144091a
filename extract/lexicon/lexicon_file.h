// SPDX-License-Identifier: Apache-2.0
// The layout of lexicon.bin, shared by its compiler and its reader: a header, then tables that are
// used where they lie.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "extract/lexicon/lexicon.h"

namespace factloom {

struct LexiconHeader {
  static constexpr std::array<char, 8> expected = {'F', 'L', 'L', 'E', 'X', '0', '0', '2'};
  std::array<char, 8> magic = expected;
  std::uint64_t file_size = 0;
  std::uint32_t words = 0, slots = 0, readings = 0, text_bytes = 0, classes = 0, class_bytes = 0;
  std::uint64_t words_at = 0, slots_at = 0, readings_at = 0, text_at = 0, classes_at = 0;
};

/// One word form.
struct LexiconWord {
  std::uint32_t text = 0;  ///< where its letters begin
  std::uint16_t length = 0;
  std::uint16_t readings = 0;
  std::uint32_t first_reading = 0;
};

/// Hash of a lower-case form: 8 bytes at a time, multiply and fold.
inline std::uint64_t word_hash(std::string_view s) {
  constexpr std::uint64_t k = 0x9E3779B97F4A7C15u;
  std::uint64_t h = k ^ s.size();
  std::size_t i = 0;
  for (; i + 8 <= s.size(); i += 8) {
    std::uint64_t v = 0;
    for (std::size_t b = 0; b < 8; ++b)
      v |= std::uint64_t{static_cast<unsigned char>(s[i + b])} << (8 * b);
    h = (h ^ v) * k;
    h ^= h >> 29;
  }
  std::uint64_t v = 0;
  for (std::size_t b = 0; i + b < s.size(); ++b)
    v |= std::uint64_t{static_cast<unsigned char>(s[i + b])} << (8 * b);
  h = (h ^ v) * k;
  return h ^ (h >> 32);
}

}  // namespace factloom
