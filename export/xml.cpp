// SPDX-License-Identifier: Apache-2.0
#include "export/xml.h"

namespace factloom {
namespace {

bool is_plain(char c) {
  const auto b = static_cast<unsigned char>(c);
  return b >= 0x20 && b != '&' && b != '<' && b != '>' && b != '"' && b != 0x7F && b != 0xED &&
         b != 0xEF;
}

/// Number of bytes at `i` that no XML may hold: 0 if that character is fine.
std::size_t forbidden(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) {
    return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0u;
  };
  const unsigned b = byte(0);
  if (b == 0xED && byte(1) >= 0xA0) return text.size() - i < 3 ? text.size() - i : 3;
  if (b == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE) return 3;
  if (b == '\r') return byte(1) == '\n' ? 1 : 0;
  return (b < 0x20 && b != '\n' && b != '\t') || b == 0x7F ? 1 : 0;
}

void append_escaped(std::string& out, char c, XmlPlace place) {
  const bool attribute = place == XmlPlace::attribute;
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += attribute ? "&quot;" : "\"";
      return;
    case '\r':
    case '\n':
      out += attribute ? "&#10;" : "\n";
      return;
    case '\t':
      out += attribute ? "&#9;" : "\t";
      return;
    default:
      out += c;
  }
}

/// Hands on runs of plain text and, one by one, characters that need care.
template <class Plain, class Special>
void walk(std::string_view text, Plain plain, Special special) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_plain(text[end])) ++end;
    if (end > i) plain(text.substr(i, end - i));
    i = end;
    if (i == text.size()) return;
    const std::size_t skip = forbidden(text, i);
    if (skip == 0) special(text[i]);
    i += skip == 0 ? 1 : skip;
  }
}

}  // namespace

void append_xml(std::string& out, std::string_view text, XmlPlace place) {
  walk(
      text, [&](std::string_view run) { out += run; },
      [&](char c) { append_escaped(out, c, place); });
}

std::string printable(std::string_view text) {
  std::string out;
  walk(
      text, [&](std::string_view run) { out += run; },
      [&](char c) { out += c == '\r' ? '\n' : c; });
  return out;
}

}  // namespace factloom
