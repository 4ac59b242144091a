// SPDX-License-Identifier: Apache-2.0
#include "extract/read/charset.h"

#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>

namespace factloom {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char byte(std::string_view s, std::size_t i) {
  return static_cast<unsigned char>(s[i]);
}

/// Bytes of the valid UTF-8 sequence at i, 0 if there is none.
std::size_t sequence(std::string_view s, std::size_t i) {
  const unsigned char first = byte(s, i);
  if (first < 0x80) return 1;
  const std::size_t size = first < 0xC2   ? 0
                           : first < 0xE0 ? 2
                           : first < 0xF0 ? 3
                           : first < 0xF5 ? 4
                                          : 0;
  if (size == 0 || i + size > s.size()) return 0;
  const unsigned char second = byte(s, i + 1);
  const unsigned char least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned char most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (second < least || second > most) return 0;
  for (std::size_t k = 2; k < size; ++k) {
    if ((byte(s, i + k) & 0xC0) != 0x80) return 0;
  }
  return size;
}

bool control(unsigned char c) {
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

/// Are these eight bytes ASCII without control characters?
bool plain(const char* bytes) {
  std::uint64_t w = 0;
  std::memcpy(&w, bytes, 8);
  constexpr std::uint64_t high = 0x8080808080808080u;
  const std::uint64_t low = (w - 0x2020202020202020u) & ~w;  // below a blank
  const std::uint64_t del =
      ((w ^ 0x7F7F7F7F7F7F7F7Fu) - 0x0101010101010101u) & ~(w ^ 0x7F7F7F7F7F7F7F7Fu);
  return ((w | low | del) & high) == 0;
}

/// The first byte that a Document may not hold, from i.
std::size_t first_unclean(std::string_view s, std::size_t i) {
  while (i < s.size()) {
    if (i + 8 <= s.size() && plain(s.data() + i)) {
      i += 8;
      continue;
    }
    const std::size_t stop = std::min(i + 8, s.size());
    while (i < stop) {
      const std::size_t n = sequence(s, i);
      if (n == 0 || control(byte(s, i))) return i;
      i += n;
    }
  }
  return s.size();
}

/// Broken places, counted until there are too many for the text to be UTF-8.
std::size_t invalid_bytes(std::string_view s) {
  std::size_t bad = 0;
  for (std::size_t i = first_unclean(s, 0); i < s.size(); i = first_unclean(s, i + 1)) {
    if (!control(byte(s, i)) && ++bad * 100 > s.size() + 1000) break;
  }
  return bad;
}

std::string detected(std::string_view bytes) {
  const auto odd = std::find_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
  const auto from = std::max<std::ptrdiff_t>(0, odd - bytes.begin() - 1024);
  const std::string_view part = bytes.substr(static_cast<std::size_t>(from), std::size_t{1} << 16);
  uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, part.data(), part.size());
  uchardet_data_end(detector);
  std::string name = uchardet_get_charset(detector);
  uchardet_delete(detector);
  // Of a text with few letters that are not ASCII too little is seen to tell one charset of the
  // West from another.
  const auto high = std::count_if(part.begin(), part.end(), [](char c) { return (c & 0x80) != 0; });
  const bool eastern = name == "GB18030" || name == "BIG5" || name == "UHC" ||
                       name.find("JIS") != std::string::npos || name.find("EUC") == 0 ||
                       name.find("ISO-2022") == 0;
  const bool unsure = !eastern && static_cast<std::size_t>(high) * 25 < part.size();
  return name.empty() || name == "ASCII" || name == "UTF-8" || unsure ? "WINDOWS-1252" : name;
}

/// Converts; an unknown charset gives nothing.
std::string converted(std::string_view bytes, const std::string& charset) {
  iconv_t state = iconv_open("UTF-8", charset.c_str());
  if (state == reinterpret_cast<iconv_t>(-1)) return {};  // NOLINT: iconv's own way to say so
  std::string out(bytes.size() * 3 + 16, '\0');
  char* from = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  char* to = out.data();
  std::size_t room = out.size();
  while (left > 0 && iconv(state, &from, &left, &to, &room) == static_cast<std::size_t>(-1)) {
    if (errno == E2BIG || left == 0 || room < replacement.size()) break;
    ++from;
    --left;
    to = std::copy(replacement.begin(), replacement.end(), to);
    room -= replacement.size();
  }
  iconv_close(state);
  out.resize(out.size() - room);
  return out;
}

/// UTF-16 without a mark shows by its zeros, which stand in every other place; empty if it is not.
std::string unmarked_utf16(std::string_view head) {
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
  if (zeros[1] * 5 > head.size() && zeros[0] * 50 < head.size()) return "UTF-16LE";
  if (zeros[0] * 5 > head.size() && zeros[1] * 50 < head.size()) return "UTF-16BE";
  return {};
}

bool looks_binary(std::string_view head) {
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return control(static_cast<unsigned char>(c)) && c != '\r' && c != '\f' && c != '\x1B';
  });
  return head.find('\0') != std::string_view::npos ||
         static_cast<std::size_t>(controls) * 20 > head.size();
}

/// What a declared name means: browsers read Latin-1 as Windows-1252.
std::string known_name(std::string name) {
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii")
    return "WINDOWS-1252";
  return name == "utf-8" || name == "utf8" ? "" : name;
}

bool starts(std::string_view s, std::string_view mark) {
  return s.substr(0, mark.size()) == mark;
}

}  // namespace

std::string clean(std::string text) {
  std::size_t from = first_unclean(text, 0);
  if (from == text.size()) return text;
  std::string out;
  out.reserve(text.size() + 64);
  out.append(text, 0, from);
  while (from < text.size()) {
    const char c = text[from];
    if (!control(static_cast<unsigned char>(c))) out += replacement;
    if (c == '\r' && (from + 1 == text.size() || text[from + 1] != '\n')) out += '\n';
    const std::size_t next = first_unclean(text, from + 1);
    out.append(text, from + 1, next - from - 1);
    from = next;
  }
  return out;
}

std::string declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto part_of_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  for (const std::string_view key : {"charset=", "encoding="}) {
    auto at = head.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    std::size_t end = at;
    while (end < head.size() && part_of_name(head[end])) ++end;
    if (end > at) return head.substr(at, end - at);
  }
  return {};
}

Result<std::string> to_utf8(std::string_view bytes, const std::string& path) {
  if (starts(bytes, "\xEF\xBB\xBF"))
    bytes.remove_prefix(3);
  else if (starts(bytes, "\xFF\xFE"))
    return clean(converted(bytes.substr(2), "UTF-16LE"));
  else if (starts(bytes, "\xFE\xFF"))
    return clean(converted(bytes.substr(2), "UTF-16BE"));
  const std::string_view head = bytes.substr(0, 8192);
  if (const std::string name = unmarked_utf16(head); !name.empty())
    return clean(converted(bytes, name));
  if (looks_binary(head)) return trouble(path, "looks binary: text is expected");
  const std::size_t bad = invalid_bytes(bytes);
  if (bad == 0 || bad * 200 < bytes.size()) {
    // A declared charset is right where its few letters are all that is not ASCII.
    const bool some =
        std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
    const auto high = static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0xC0) == 0xC0; }));
    if (!some || high >= 2 * bad) return clean(std::string(bytes));
  }
  for (const std::string& charset :
       {known_name(declared_charset(bytes)), detected(bytes), std::string("WINDOWS-1252")}) {
    const std::string text = charset.empty() ? std::string() : converted(bytes, charset);
    if (!text.empty()) return clean(text);
  }
  return clean(std::string(bytes));
}

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0')
      ++i;
    else if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t')
      return false;
  }
  return true;
}

}  // namespace factloom
