// SPDX-License-Identifier: Apache-2.0
#include "extract/text/offsets.h"

#include <cstring>

namespace factloom {
namespace {

constexpr std::size_t step = 64;

/// Eight bytes at a time: of those that go on with a code point the highest bit is set and the next
/// is not.
std::uint32_t count_code_points(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  std::uint64_t inside = 0;
  std::size_t i = 0;
  for (; i + sizeof inside <= text.size(); i += sizeof inside) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + i, sizeof bytes);
    inside += (((bytes >> 7 & ~bytes >> 6) & ones) * ones) >> 56;
  }
  for (; i < text.size(); ++i) inside += (static_cast<unsigned char>(text[i]) & 0xC0u) == 0x80u;
  return static_cast<std::uint32_t>(text.size() - inside);
}

bool is_ascii(std::string_view text) {
  unsigned char bits = 0;
  for (const char c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

}  // namespace

Offsets::Offsets(std::string_view text) : text_(text) {
  if (is_ascii(text)) return;
  marks_.reserve(text.size() / step + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += step) {
    marks_.push_back(count);
    count += count_code_points(text.substr(at, step));
  }
}

std::uint32_t Offsets::code_point(std::uint32_t byte) const {
  if (marks_.empty()) return byte;
  const std::size_t mark = byte / step;
  return marks_[mark] + count_code_points(text_.substr(mark * step, byte % step));
}

}  // namespace factloom
