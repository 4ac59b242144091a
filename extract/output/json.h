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
/// Must one of eight characters be escaped? Each is tested in its own lane (Mycroft 1987).
constexpr bool json_needs_escape(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101u, tops = ones << 7;
  const auto zero = [](std::uint64_t x) { return (x - ones) & ~x & tops; };
  const std::uint64_t control = (bytes - ones * 0x20) & ~bytes & tops;
  return (control | zero(bytes ^ ones * '"') | zero(bytes ^ ones * '\\')) != 0;
}

/// Appends text in quotes.
void append_json(std::string& out, std::string_view text);
void append_json(std::string& out, std::uint64_t number);
/// Appends the shortest form that reads back as the same number; it must be finite.
void append_json(std::string& out, double number);

}  // namespace factloom
