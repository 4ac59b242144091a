// SPDX-License-Identifier: Apache-2.0
#include "extract/text/characters.h"

namespace factloom {
namespace {

Kind latin_extended(std::uint32_t c) {
  const bool odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  return ((c & 1u) != 0) == odd_upper ? Kind::letter_upper : Kind::letter_lower;
}

bool wide_space(std::uint32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool wide_mark(std::uint32_t c) {
  return c == 0xD7 || c == 0xF7 || (c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) ||
         (c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x303F) ||
         (c >= 0xFF00 && c <= 0xFF0F) || c >= 0x1F000;
}

bool wide_upper(std::uint32_t c) {
  return (c >= 0xC0 && c < 0xDF) || (c >= 0x386 && c <= 0x3AB && c != 0x390) ||
         (c >= 0x400 && c <= 0x42F) || (c >= 0x1E00 && c < 0x1F00 && (c & 1u) == 0);
}

Kind wide_kind(std::uint32_t c) {
  if (wide_space(c)) return Kind::space;
  if (c == 0x2028 || c == 0x2029) return Kind::line;
  if (wide_mark(c)) return Kind::mark;
  if (c >= 0x100 && c < 0x180) return latin_extended(c);
  return wide_upper(c) ? Kind::letter_upper : Kind::letter_lower;
}

/// The small letter of a capital one.
std::uint32_t lower(std::uint32_t c) {
  if (c < 0x100) return c + 0x20;
  if (c == 0x130) return 'i';
  if (c == 0x178) return 0xFF;
  if (c < 0x180 || c >= 0x1E00) return c + 1;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if ((c >= 0x391 && c <= 0x3AB) || (c >= 0x410 && c <= 0x42F)) return c + 0x20;
  return c;
}

}  // namespace

Char wide_char_at(std::string_view s, std::size_t i) {
  const auto byte = [&](std::size_t k) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(s[i + k]));
  };
  const std::uint32_t first = byte(0);
  const std::uint8_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC0 || i + size > s.size()) return {Kind::mark, 1, first};
  std::uint32_t point = first & (0xFFu >> (size + 1));
  for (std::uint8_t k = 1; k < size; ++k) point = point << 6 | (byte(k) & 0x3Fu);
  return {wide_kind(point), size, point};
}

std::string_view Lowered::operator()(std::string_view s) {
  text_.assign(s);
  std::size_t i = 0;
  for (; i < s.size() && static_cast<unsigned char>(s[i]) < 0x80; ++i)
    if (s[i] >= 'A' && s[i] <= 'Z') text_[i] = static_cast<char>(s[i] + 32);
  text_.resize(i);
  while (i < s.size()) {
    const Char c = char_at(s, i);
    if (c.point < 0x80)
      text_ += static_cast<char>(c.kind == Kind::letter_upper ? c.point + 32 : c.point);
    else if (c.kind == Kind::letter_upper)
      put(lower(c.point));
    else if (apostrophe(c.point))
      text_ += '\'';
    else
      text_.append(s.substr(i, c.size));
    i += c.size;
  }
  return text_;
}

void Lowered::put(std::uint32_t c) {
  if (c < 0x80) {
    text_ += static_cast<char>(c);
  } else if (c < 0x800) {
    text_ += static_cast<char>(0xC0u | c >> 6);
    text_ += static_cast<char>(0x80u | (c & 0x3Fu));
  } else {
    text_ += static_cast<char>(0xE0u | c >> 12);
    text_ += static_cast<char>(0x80u | (c >> 6 & 0x3Fu));
    text_ += static_cast<char>(0x80u | (c & 0x3Fu));
  }
}

}  // namespace factloom
