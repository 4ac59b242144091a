// SPDX-License-Identifier: Apache-2.0
// The layout of lexicon.bin, shared by its compiler and its reader: a header, then tables that are
// used where they lie.
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "extract/lexicon/lexicon.h"

namespace factloom {

struct LexiconHeader {
  static constexpr std::array<char, 8> expected = {'F', 'L', 'L', 'E', 'X', '0', '0', '5'};
  std::array<char, 8> magic = expected;
  std::uint64_t file_size = 0;
  std::uint32_t words = 0, slots = 0, readings = 0, text_bytes = 0, classes = 0, class_bytes = 0,
                class_sets = 0, unused = 0;
  std::uint64_t words_at = 0, slots_at = 0, readings_at = 0, text_at = 0, classes_at = 0,
                class_sets_at = 0;
};

/// Hash of a lower-case form: 8 bytes at a time, multiply and fold.
inline std::uint64_t word_hash(std::string_view s) {
  constexpr std::uint64_t k = 0x9E3779B97F4A7C15u;
  const char* p = s.data();
  const auto load = [](const char* from, std::size_t bytes) {
    std::uint64_t v = 0;
    std::memcpy(&v, from, bytes);
    return v;
  };
  std::uint64_t h = k + s.size() * 0xD6E8FEB86659FD93u;
  std::size_t left = s.size();
  for (; left > 8; left -= 8, p += 8) {
    h = (h ^ load(p, 8)) * k;
    h ^= h >> 29;
  }
  std::uint64_t tail = 0;
  if (left == 8)
    tail = load(p, 8);
  else if (left >= 4)
    tail = load(p, 4) | load(p + left - 4, 4) << 32;
  else if (left > 0)
    tail = load(p, 1) | load(p + left / 2, 1) << 8 | load(p + left - 1, 1) << 16;
  h = (h ^ tail) * k;
  return h ^ (h >> 32);
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
  while (slots[at] != 0 && ((slots[at] ^ hash) & ~slot_word_mask) != 0) at = (at + 1) & mask;
  return at;
}

}  // namespace factloom
