// SPDX-License-Identifier: Apache-2.0
// Letters of ASCII alone, whatever the locale; for others see extract/text/characters.h.
#pragma once

namespace factloom {

constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// A capital letter of ASCII as a small one; everything else as it is.
constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c + 32) : c;
}

}  // namespace factloom
