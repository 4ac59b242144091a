// SPDX-License-Identifier: Apache-2.0
#include "extract/read/charset.h"

#include <iconv.h>
#include <uchardet.h>
#include <utf8proc.h>

#include <algorithm>
#include <cerrno>

namespace factloom {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Bytes of a valid UTF-8 sequence at i, 0 if there is none.
std::size_t sequence(std::string_view s, std::size_t i) {
  if (static_cast<unsigned char>(s[i]) < 0x80) return 1;
  utf8proc_int32_t point = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(s.data() + i),
                                     static_cast<utf8proc_ssize_t>(s.size() - i), &point);
  return size > 0 ? static_cast<std::size_t>(size) : 0;
}

std::size_t invalid_bytes(std::string_view s) {
  std::size_t bad = 0;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t n = sequence(s, i);
    bad += n == 0;
    i += n == 0 ? 1 : n;
  }
  return bad;
}

/// Keeps what a Document may hold.
std::string cleaned(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t n = sequence(s, i);
    const auto c = static_cast<unsigned char>(s[i]);
    if (n == 0) {
      out += replacement;
    } else if (n > 1) {
      out.append(s.substr(i, n));
    } else if (c == '\r') {
      if (i + 1 >= s.size() || s[i + 1] != '\n') out += '\n';
    } else if (c >= 0x20 ? c != 0x7F : c == '\n' || c == '\t') {
      out += static_cast<char>(c);
    }
    i += n == 0 ? 1 : n;
  }
  return out;
}

std::string detected(std::string_view bytes) {
  uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, bytes.data(),
                       std::min<std::size_t>(bytes.size(), std::size_t{1} << 16));
  uchardet_data_end(detector);
  std::string name = uchardet_get_charset(detector);
  uchardet_delete(detector);
  return name.empty() || name == "ASCII" ? "WINDOWS-1252" : name;
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
    if (errno == E2BIG || left == 0) break;
    ++from;
    --left;
    if (room < replacement.size()) break;
    to = std::copy(replacement.begin(), replacement.end(), to);
    room -= replacement.size();
  }
  iconv_close(state);
  out.resize(out.size() - room);
  return out;
}

bool starts(std::string_view s, std::string_view mark) {
  return s.substr(0, mark.size()) == mark;
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, 2048));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const std::string_view key : {"charset=", "encoding="}) {
    auto at = head.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    std::size_t end = at;
    while (end < head.size() && (std::isalnum(static_cast<unsigned char>(head[end])) ||
                                 head[end] == '-' || head[end] == '_'))
      ++end;
    if (end > at) return head.substr(at, end - at);
  }
  return {};
}

Result<std::string> to_utf8(std::string_view bytes, const std::string& path) {
  if (starts(bytes, "\xEF\xBB\xBF")) return cleaned(bytes.substr(3));
  if (starts(bytes, "\xFF\xFE")) return cleaned(converted(bytes.substr(2), "UTF-16LE"));
  if (starts(bytes, "\xFE\xFF")) return cleaned(converted(bytes.substr(2), "UTF-16BE"));
  const std::string_view head = bytes.substr(0, 4096);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto b = static_cast<unsigned char>(c);
    return b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f';
  });
  if (head.find('\0') != std::string_view::npos ||
      controls * 20 > static_cast<std::ptrdiff_t>(head.size()))
    return trouble(path, "binary, not text");
  const std::size_t bad = invalid_bytes(bytes);
  if (bad == 0) return cleaned(bytes);
  if (bad * 200 < bytes.size() && invalid_bytes(head) == 0)
    return cleaned(bytes);  // UTF-8 with a few broken places
  for (const std::string& charset :
       {declared_charset(bytes), detected(bytes), std::string("WINDOWS-1252")}) {
    const std::string text = charset.empty() ? std::string() : converted(bytes, charset);
    if (!text.empty()) return cleaned(text);
  }
  return cleaned(bytes);
}

}  // namespace factloom
