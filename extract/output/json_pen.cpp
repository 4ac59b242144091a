// SPDX-License-Identifier: Apache-2.0
#include "extract/output/json_pen.h"

#include <charconv>

namespace factloom {
namespace {

constexpr std::size_t longest_number = 32;

template <class Word>
Word copy_word(const char* from, char* to) {
  Word bytes = 0;
  std::memcpy(&bytes, from, sizeof bytes);
  std::memcpy(to, &bytes, sizeof bytes);
  return bytes;
}

/// Copies a text of less than eight bytes; must one of them be escaped?
bool copy_short(std::string_view text, char* to) {
  using Half = std::uint32_t;
  const char* const from = text.data();
  if (text.size() >= sizeof(Half)) {  // two halves that overlap
    const std::size_t last = text.size() - sizeof(Half);
    const std::uint64_t first_half = copy_word<Half>(from, to);
    return json_needs_escape(first_half << 32 | copy_word<Half>(from + last, to + last));
  }
  bool escape = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    escape |= json_needs_escape(from[i]);
    to[i] = from[i];
  }
  return escape;
}

/// Copies a text; must one of its bytes be escaped? Words are tested all together; the last one
/// overlaps the one before.
bool copy(std::string_view text, char* to) {
  using Word = std::uint64_t;
  if (text.size() < sizeof(Word)) return copy_short(text, to);
  const char* const from = text.data();
  const std::size_t last = text.size() - sizeof(Word);
  Word escapes = json_escapes(copy_word<Word>(from + last, to + last));
  for (std::size_t i = 0; i < last; i += sizeof(Word))
    escapes |= json_escapes(copy_word<Word>(from + i, to + i));
  return escapes != 0;
}

}  // namespace

void JsonPen::more(std::string_view json) {
  const std::size_t written = used();
  out_.resize(out_.size() + json.size());
  at_ = out_.data() + written;
  raw(json);
}

void JsonPen::escaped(std::string_view text) {
  std::string json;
  append_json(json, text);
  more(json);
}

void JsonPen::text(std::string_view text) {
  *at_ = '"';
  if (copy(text, at_ + 1)) return escaped(text);
  at_ += text.size() + 1;
  *at_++ = '"';
}

void JsonPen::number(std::uint32_t number) {
  at_ = std::to_chars(at_, at_ + longest_number, number).ptr;
}

void JsonPen::fraction(double number) {
  constexpr int one = 10000;
  const auto parts = static_cast<int>(number * one + 0.5);
  if (parts < one / 1000 || parts >= one || parts / double{one} != number) {
    at_ = std::to_chars(at_, at_ + longest_number, number).ptr;  // "1", "1e-04", or more digits
    return;
  }
  *at_++ = '0';
  *at_++ = '.';
  for (int rest = parts * 10; rest % (one * 10) != 0; rest = rest % one * 10)
    *at_++ = static_cast<char>('0' + rest / one);
}

}  // namespace factloom
