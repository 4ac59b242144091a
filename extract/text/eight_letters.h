// SPDX-License-Identifier: Apache-2.0
// The letters of a word eight at a time, in a register: what each of them is is told of all at
// once.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace factloom {

/// The ASCII letters that stand at a place, up to eight, each looked at in its own byte.
struct EightLetters {
  static constexpr std::uint64_t ones = 0x0101010101010101u, tops = ones << 7,
                                 case_bits = ones * 0x20;

  EightLetters(std::string_view text, std::size_t at) {
    const std::uint64_t bytes = load(text.data() + at, text.size() - at);
    const std::uint64_t low = (bytes | case_bits) & ~tops;
    const std::uint64_t others =
        ~((low + ones * (0x80 - 'a')) & ~(low + ones * (0x7F - 'z')) & ~bytes) & tops;
    count = static_cast<unsigned>(std::countr_zero(others)) / 8;
    const std::uint64_t here = others == 0 ? ~others : ((others & (~others + 1)) >> 7) - 1;
    small = low & here;
    upper = ~bytes & case_bits & here;
    lower = bytes & case_bits & here;
  }
  bool upper_behind_lower() const {
    const std::uint64_t first = lower & (~lower + 1);
    return first != 0 && upper > first;
  }
  /// The first eight bytes; zeros behind the last if there are fewer.
  static std::uint64_t load(const char* p, std::size_t left) {
    const auto bytes = [&](std::size_t at, std::size_t size) {
      std::uint64_t v = 0;
      std::memcpy(&v, p + at, size);
      return v;
    };
    if (left >= 8) return bytes(0, 8);
    if (left >= 4)  // two fours, which may share bytes
      return bytes(0, 4) | bytes(left - 4, 4) << 8 * (left - 4);
    if (left == 0) return 0;
    return bytes(0, 1) | bytes(left / 2, 1) << 8 * (left / 2) |
           bytes(left - 1, 1) << 8 * (left - 1);
  }

  std::uint64_t small = 0;  ///< the letters in lower case, then zeros
  unsigned count = 0;
  std::uint64_t upper = 0, lower = 0;  ///< a bit in the byte of each such letter
};
static_assert(std::endian::native == std::endian::little, "the first letter is the lowest byte");

}  // namespace factloom
