// SPDX-License-Identifier: Apache-2.0
#include "extract/base/csv.h"

namespace factloom {

std::vector<CsvField> split_csv(std::string_view line, bool& open) {
  std::vector<CsvField> fields{{}};
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    auto& field = fields.back();
    if (quoted && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      field.text += line[++i];
    } else if (line[i] == '"' && (quoted || field.text.empty())) {
      quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      fields.push_back({{}, static_cast<std::uint32_t>(i + 1)});
    } else {
      field.text += line[i];
    }
  }
  open = quoted;
  return fields;
}

void append_csv(std::string& out, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += ',';
    append_csv(line, fields[i]);
  }
  return line + "\r\n";
}

}  // namespace factloom
