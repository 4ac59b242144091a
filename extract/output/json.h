// SPDX-License-Identifier: Apache-2.0
// JSON as the lines of `extract` need it: strings and numbers appended to a buffer, without a tree
// and without a stream. Text is valid UTF-8 (Document guarantees it), so that only quotes,
// backslashes and control characters are escaped.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace factloom {

/// Appends text in quotes.
void append_json(std::string& out, std::string_view text);
void append_json(std::string& out, std::uint64_t number);
/// Appends the shortest form that reads back as the same number; it must be finite.
void append_json(std::string& out, double number);

}  // namespace factloom
