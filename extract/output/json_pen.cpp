// SPDX-License-Identifier: Apache-2.0
#include "extract/output/json_pen.h"

#include <charconv>
#include <cmath>

namespace factloom {
namespace {

template <class Number>
Number load(const char* from) {
  Number bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}
template <class Number>
void store(char* to, Number bytes) {
  std::memcpy(to, &bytes, sizeof bytes);
}

}  // namespace

void JsonPen::grow(std::size_t bytes) {
  constexpr std::size_t line = 1024;  // so that most facts need to grow once
  const std::size_t written = used();
  out_.resize(written + std::max(bytes, line));
  at_ = out_.data() + written;
  end_ = out_.data() + out_.size();
}

void JsonPen::text(std::string_view text) {
  ask_for(text.size() + 2);
  *at_++ = '"';
  const char* from = text.data();
  std::size_t left = text.size();
  for (; left >= 8; left -= 8, from += 8, at_ += 8) {
    const auto bytes = load<std::uint64_t>(from);
    if (json_needs_escape(bytes)) return escaped({from, left});
    store(at_, bytes);
  }
  if (left >= 4) {  // two halves that overlap
    const auto first = load<std::uint32_t>(from), last = load<std::uint32_t>(from + left - 4);
    if (json_needs_escape(std::uint64_t{first} << 32 | last)) return escaped({from, left});
    store(at_, first);
    store(at_ + left - 4, last);
    at_ += left;
    left = 0;
  }
  for (; left > 0; --left) {
    if (json_needs_escape(*from)) return escaped({from, left});
    *at_++ = *from++;
  }
  *at_++ = '"';
}

void JsonPen::escaped(std::string_view rest) {
  std::string json;
  append_json(json, rest);
  raw(std::string_view(json).substr(1));
}

void JsonPen::number(std::uint32_t number) {
  ask_for(10);
  at_ = std::to_chars(at_, end_, number).ptr;
}

void JsonPen::fraction(double number) {
  constexpr int one = 10000;
  ask_for(32);
  const auto parts = static_cast<int>(std::lround(number * one));
  if (parts < one / 1000 || parts >= one || parts / double{one} != number) {
    at_ = std::to_chars(at_, end_, number).ptr;  // "1", "1e-04", or more digits
    return;
  }
  *at_++ = '0';
  *at_++ = '.';
  for (int rest = parts * 10; rest % (one * 10) != 0; rest = rest % one * 10)
    *at_++ = static_cast<char>('0' + rest / one);
}

}  // namespace factloom
