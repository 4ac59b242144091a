// SPDX-License-Identifier: Apache-2.0
// Writes JSON objects to the end of a buffer through a bare pointer: for the lines of facts, whose
// keys are many and whose values are short. Keys are made while compiling; room is made once a
// line. The text is valid UTF-8, as for `append_json`.
#pragma once
#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "extract/output/json.h"

namespace factloom {

/// A key with what stands around it: `, "name": `. Implicit, so that a call names the key itself.
class JsonKey {
 public:
  template <std::size_t Length>
  consteval JsonKey(const char (&name)[Length]) {  // NOLINT: implicit
    static_assert(Length + comma + 4 <= copied, "the key is too long for a JsonKey");
    for (const char c : {',', ' ', '"'}) text_[size_++] = c;
    for (std::size_t i = 0; i + 1 < Length; ++i) text_[size_++] = name[i];
    for (const char c : {'"', ':', ' '}) text_[size_++] = c;
  }

 private:
  friend class JsonPen;
  static constexpr std::size_t comma = 2, copied = 32;
  std::array<char, copied + comma> text_{};
  std::size_t size_ = 0;
};

class JsonPen {
 public:
  /// `out` must outlive the pen, and nobody else may touch it meanwhile. `room`: at least as many
  /// bytes as all that is written takes but `more`, without escapes, and `slack` beside.
  JsonPen(std::string& out, std::size_t room) : out_(out) {
    const std::size_t begin = out.size();
    out.resize(begin + room);
    at_ = out.data() + begin;
  }
  JsonPen(const JsonPen&) = delete;
  JsonPen& operator=(const JsonPen&) = delete;
  ~JsonPen() {
    assert(used() <= out_.size());
    out_.resize(used());
  }
  static constexpr std::size_t slack = JsonKey::copied;  ///< a short key is written like a long one

  void open() { *at_++ = '{'; }
  /// Ends an object; behind the last of a line `end` is "}\n".
  void close(std::string_view end = "}") { raw(end); }

  /// A key, and a comma before it unless the object has just begun.
  void key(const JsonKey& key) {
    const std::size_t left_out = at_[-1] == '{' ? JsonKey::comma : 0;
    std::memcpy(at_, key.text_.data() + left_out, JsonKey::copied);
    at_ += key.size_ - left_out;
  }
  /// What is JSON already.
  void raw(std::string_view json) { at_ = std::copy(json.begin(), json.end(), at_); }
  /// The same, for what no room was made.
  void more(std::string_view json);
  void text(std::string_view text);
  void number(std::uint32_t number);
  /// A number in [0, 1], in its shortest form.
  void fraction(double number);

  void member(const JsonKey& name, std::string_view value) {
    key(name);
    text(value);
  }
  void member(const JsonKey& name, std::uint32_t value) {
    key(name);
    number(value);
  }

 private:
  /// Seldom: kept out of what is there for each text.
  [[gnu::noinline]] void escaped(std::string_view text);
  std::size_t used() const { return static_cast<std::size_t>(at_ - out_.data()); }

  std::string& out_;
  char* at_;  ///< where to write
};

}  // namespace factloom
