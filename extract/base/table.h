// SPDX-License-Identifier: Apache-2.0
// Knowledge files in rows: fields separated by tabs, `#` starts a comment line, empty lines are
// skipped.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/result.h"

namespace factloom {

/// One row of a table, with its place for messages.
struct TableRow {
  std::vector<std::string> fields;
  std::uint32_t line = 0;
  std::string source;

  /// A Diagnostic that points at one field (from 0).
  Diagnostic trouble(const std::string& file, std::size_t field, std::string message) const;
};

/// Reads a table; every row has between `least` and `most` fields, else a Diagnostic for each row
/// that has not.
Result<std::vector<TableRow>> read_table(const std::string& file, std::size_t least,
                                         std::size_t most);

/// Splits at a character; blanks around the pieces are removed, empty pieces dropped.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace factloom
