// SPDX-License-Identifier: Apache-2.0
#include "extract/text/tickers.h"

namespace factloom {
namespace {

constexpr std::size_t longest_ticker = 10, longest_name = 60;

bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::size_t over_ticker(std::string_view text, std::size_t i) {
  const bool angle = text[i] == '<';
  if (!angle && text[i] != '(') return i;
  std::size_t k = i + 1, letters = 0, dots = 0;
  for (; k < text.size() && k - i <= longest_ticker; ++k) {
    dots += text[k] == '.';
    letters += upper(text[k]);
    if (text[k] != '.' && !digit(text[k]) && !upper(text[k])) break;
  }
  const bool closed = k < text.size() && text[k] == (angle ? '>' : ')') && k > i + 1;
  const bool exchange = dots == 1 && text[i + 1] != '.' && text[k - 1] != '.' && letters > 1;
  return closed && letters > 0 && (exchange || (angle && dots == 0)) ? k + 1 : i;
}

std::size_t end_of_angled_name(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size() || !upper(text[i + 1])) return 0;
  bool small = false;
  for (std::size_t k = i + 1; k < text.size() && k - i <= longest_name; ++k) {
    const char c = text[k];
    if (c == '>') return small ? k : 0;
    small = small || lower(c);
    const bool letter = upper(c) || lower(c) || static_cast<unsigned char>(c) >= 0x80;
    if (!letter && !digit(c) && std::string_view(" .,&'-\n()/").find(c) == std::string_view::npos)
      return 0;
  }
  return 0;
}

}  // namespace factloom
