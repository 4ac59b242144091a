// SPDX-License-Identifier: Apache-2.0
// Lines of comma-separated values as RFC 4180 has them, without line breaks inside fields: lists
// that users keep in a spreadsheet, and answers that go into one.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace factloom {

/// A field of a line and where it begins (from 0).
struct CsvField {
  std::string text;
  std::uint32_t at = 0;
};

/// The fields of a line; `open` tells that a quote was not closed.
std::vector<CsvField> split_csv(std::string_view line, bool& open);

/// Appends a field, in quotes where it needs them.
void append_csv(std::string& out, std::string_view field);

/// A line of fields with its end.
std::string csv_line(const std::vector<std::string>& fields);

}  // namespace factloom
