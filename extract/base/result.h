// SPDX-License-Identifier: Apache-2.0
// How a stage says that its input is bad: a Result holds the value or the list of Diagnostics, each
// with the place, what is wrong and what to do. Printing them (with a caret under the place) is the
// command line's task.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace factloom {

/// One mistake found in an input.
struct Diagnostic {
  std::string file;          ///< path as the user gave it; empty when there is none
  std::uint32_t line = 0;    ///< from 1; 0 when the whole file is meant
  std::uint32_t column = 0;  ///< from 1, in bytes; 0 when the whole line is meant
  std::uint32_t length = 1;  ///< number of bytes to underline
  std::string message;       ///< what is wrong, what was expected, what to do
  std::string source_line;   ///< the line itself, for the caret
  bool warning = false;

  /// "file:line:column: error: message", the line and a caret under the place.
  std::string text() const;
};

using Diagnostics = std::vector<Diagnostic>;

/// A Diagnostic about a whole file (or about nothing in a file).
inline Diagnostic trouble(std::string file, std::string message) {
  Diagnostic d;
  d.file = std::move(file);
  d.message = std::move(message);
  return d;
}

/// A value, or why there is none.
template <class T>
class Result {
 public:
  Result(T value) : content_(std::move(value)) {}              // NOLINT: implicit on purpose
  Result(Diagnostics errors) : content_(std::move(errors)) {}  // NOLINT
  Result(Diagnostic error) : content_(Diagnostics{std::move(error)}) {}  // NOLINT

  explicit operator bool() const { return content_.index() == 0; }
  T& operator*() { return std::get<0>(content_); }
  const T& operator*() const { return std::get<0>(content_); }
  T* operator->() { return &std::get<0>(content_); }
  const T* operator->() const { return &std::get<0>(content_); }
  const Diagnostics& errors() const { return std::get<1>(content_); }

 private:
  std::variant<T, Diagnostics> content_;
};

}  // namespace factloom
