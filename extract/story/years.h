// SPDX-License-Identifier: Apache-2.0
// The years of which a text speaks, written with four digits.
#pragma once
#include <string_view>

#include "extract/text/token.h"

namespace factloom {

/// The year with which the words begin ("1999", "2004-05-01"), from 1500 to 2050; 0 if with none.
inline int year_of(std::string_view words) {
  constexpr std::size_t digits = 4;
  if (words.size() < digits) return 0;
  int value = 0;
  for (const char c : words.substr(0, digits)) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value >= 1500 && value <= 2050 ? value : 0;
}

/// The year that a token is; 0 if it is none.
inline int year_at(const Text& text, std::uint32_t token) {
  const Token& t = text.tokens[token];
  return t.tag == Tag::CD && t.span.size() == 4 ? year_of(text.text(t)) : 0;
}

}  // namespace factloom
