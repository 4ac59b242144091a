// SPDX-License-Identifier: Apache-2.0
// Writes JSON objects to the end of a buffer through a bare pointer: for the lines of facts, whose
// keys are many and whose values are short. Keys are made while compiling; room is asked for once a
// value. The text is valid UTF-8, as for `append_json`.
#pragma once
#include <algorithm>
#include <array>
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
  /// `out` must outlive the pen, and nobody else may touch it meanwhile.
  explicit JsonPen(std::string& out) : out_(out), at_(out.data() + out.size()), end_(at_) {}
  JsonPen(const JsonPen&) = delete;
  JsonPen& operator=(const JsonPen&) = delete;
  ~JsonPen() { out_.resize(used()); }

  void open() {
    ask_for(1);
    *at_++ = '{';
  }
  /// Ends an object; behind the last of a line `end` is "}\n".
  void close(std::string_view end = "}") { raw(end); }

  /// A key, and a comma before it unless the object has just begun.
  void key(const JsonKey& key) {
    ask_for(JsonKey::copied);
    const std::size_t left_out = at_[-1] == '{' ? JsonKey::comma : 0;
    std::memcpy(at_, key.text_.data() + left_out, JsonKey::copied);
    at_ += key.size_ - left_out;
  }
  /// What is JSON already.
  void raw(std::string_view json) {
    ask_for(json.size());
    at_ = std::copy(json.begin(), json.end(), at_);
  }
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
  std::size_t used() const { return static_cast<std::size_t>(at_ - out_.data()); }
  void ask_for(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - at_) < bytes) grow(bytes);
  }
  void grow(std::size_t bytes);
  /// Writes the rest of a text that needs escapes, and the quote behind it.
  void escaped(std::string_view rest);

  std::string& out_;
  char *at_, *end_;  ///< where to write, and the end of the room
};

}  // namespace factloom
