// SPDX-License-Identifier: Apache-2.0
// How a word form is found in a table: by a hash of its letters, eight at a time, so that who has
// them in a register need not write them to memory first.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "extract/text/eight_letters.h"

namespace factloom {

/// Hash of a lower-case form, fed eight letters at a time; the first letter is the lowest byte.
class WordHash {
 public:
  /// Adds eight letters, when more follow.
  constexpr void add(std::uint64_t eight) {
    state_ = (state_ ^ eight) * prime;
    state_ ^= state_ >> 29;
  }
  /// With the last letters, up to eight (the bytes behind them are zero), of so many in all.
  constexpr std::uint64_t value(std::uint64_t last, std::size_t letters) const {
    const std::uint64_t h = (state_ ^ last ^ letters << 56) * prime;
    return h ^ h >> 32;
  }

 private:
  static constexpr std::uint64_t prime = 0x9E3779B97F4A7C15u;
  std::uint64_t state_ = prime;
};

inline std::uint64_t word_hash(std::string_view s) {
  const char* p = s.data();
  std::size_t left = s.size();
  WordHash hash;
  for (; left > 8; left -= 8, p += 8) hash.add(EightLetters::load(p, 8));
  return hash.value(EightLetters::load(p, left), s.size());
}

/// A table of words by their hashes: in a slot the number of the word from 1 in the low bits, above
/// them the high bits of its hash; 0 is an empty slot. With the place they are so many bits that
/// the letters need not be compared: no two words of the lexicon have the same (its compiler
/// looks), and an unknown word is taken for one of them once in 10^12.
constexpr unsigned slot_word_bits = 24;
constexpr std::uint64_t slot_word_mask = (std::uint64_t{1} << slot_word_bits) - 1;

/// The slot of the word with this hash, or the empty one where it belongs. The number of slots is a
/// power of two, and one at least is empty.
inline std::size_t find_slot(std::span<const std::uint64_t> slots, std::uint64_t hash) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = hash & mask;
  while (((slots[at] ^ hash) & ~slot_word_mask) != 0 && slots[at] != 0) at = (at + 1) & mask;
  return at;
}

}  // namespace factloom
