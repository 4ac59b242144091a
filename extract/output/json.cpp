// SPDX-License-Identifier: Apache-2.0
#include "extract/output/json.h"

#include <array>
#include <charconv>
#include <cstring>

namespace factloom {
namespace {

/// The first place from `i` on that needs an escape, or the end.
std::size_t find_escape(std::string_view text, std::size_t i) {
  for (std::uint64_t bytes; i + sizeof bytes <= text.size(); i += sizeof bytes) {
    std::memcpy(&bytes, text.data() + i, sizeof bytes);
    if (json_needs_escape(bytes)) break;
  }
  while (i < text.size() && !json_needs_escape(text[i])) ++i;
  return i;
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
  }
}

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end.ptr);
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t plain = 0; plain < text.size();) {
    const std::size_t i = find_escape(text, plain);
    out.append(text, plain, i - plain);
    if (i < text.size()) append_escape(out, text[i]);
    plain = i + 1;
  }
  out += '"';
}

void append_json(std::string& out, std::uint64_t number) {
  append_number(out, number);
}
void append_json(std::string& out, double number) {
  append_number(out, number);
}

}  // namespace factloom
