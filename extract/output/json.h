// SPDX-License-Identifier: Apache-2.0
// JSON as the lines of `extract` need it: strings and numbers appended to a buffer, without a tree
// and without a stream. Text is valid UTF-8 (Document guarantees it), so that only quotes,
// backslashes and control characters are escaped.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace factloom {

/// Must the character be escaped in a JSON string?
constexpr bool json_needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}
/// Marks of eight characters those that must be escaped, and perhaps some behind such a one; 0 if
/// none must. Each is tested in its own lane (Mycroft 1987).
constexpr std::uint64_t json_escapes(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101u, tops = ones << 7;
  const std::uint64_t below =
      (bytes - ones * 0x20) | ((bytes ^ ones * '"') - ones) | ((bytes ^ ones * '\\') - ones);
  return below & ~bytes & tops;
}
/// Must one of eight characters be escaped?
constexpr bool json_needs_escape(std::uint64_t bytes) {
  return json_escapes(bytes) != 0;
}

/// Appends text in quotes.
void append_json(std::string& out, std::string_view text);
void append_json(std::string& out, std::uint64_t number);
/// Appends the shortest form that reads back as the same number; it must be finite.
void append_json(std::string& out, double number);

}  // namespace factloom
