// SPDX-License-Identifier: Apache-2.0
// What a code point is to the tokenizer, and its small letter. ASCII by a table; beyond it the
// alphabets that articles in English quote (Latin, Greek, Cyrillic) have case, all other letters
// count as small.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace factloom {

enum class Kind : std::uint8_t { mark, letter_lower, letter_upper, digit, space, line };

/// One code point of a text.
struct Char {
  Kind kind;
  std::uint8_t size;  ///< bytes
  std::uint32_t point;
};

constexpr std::array<Kind, 128> make_ascii_kinds() {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = 0; c <= ' '; ++c) kinds[c] = Kind::space;
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = Kind::letter_lower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) kinds[c] = Kind::letter_upper;
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = Kind::digit;
  kinds['\n'] = Kind::line;
  return kinds;
}
inline constexpr std::array<Kind, 128> ascii_kinds = make_ascii_kinds();

/// The code point at a byte that is not ASCII.
Char wide_char_at(std::string_view s, std::size_t i);

/// The code point at a byte; a byte that is no UTF-8 counts as a mark.
inline Char char_at(std::string_view s, std::size_t i) {
  const auto byte = static_cast<unsigned char>(s[i]);
  return byte < 0x80 ? Char{ascii_kinds[byte], 1, byte} : wide_char_at(s, i);
}

constexpr bool letter(Kind k) {
  return k == Kind::letter_lower || k == Kind::letter_upper;
}
constexpr bool blank(Kind k) {
  return k == Kind::space || k == Kind::line;
}
constexpr bool digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool apostrophe(std::uint32_t c) {
  return c == '\'' || c == 0x2019;
}
constexpr bool hyphen(std::uint32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}
constexpr bool opening(std::uint32_t c) {
  return c == '(' || c == '[' || c == '{' || c == 0x201C || c == 0x2018 || c == 0xAB;
}
constexpr bool closing(std::uint32_t c) {
  return c == ')' || c == ']' || c == '}' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 ||
         c == 0xBB;
}
constexpr bool sentence_mark(std::uint32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0x2026;
}

/// A buffer for the form of a word by which the Lexicon knows it: small letters, straight
/// apostrophes.
class Lowered {
 public:
  /// Valid until the next call.
  std::string_view operator()(std::string_view s);

 private:
  void put(std::uint32_t c);
  std::string text_;
};

}  // namespace factloom
