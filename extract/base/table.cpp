// SPDX-License-Identifier: Apache-2.0
#include "extract/base/table.h"

#include "extract/base/mapped_file.h"

namespace factloom {
namespace {

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t' || s.front() == '\r'))
    s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r'))
    s.remove_suffix(1);
  return s;
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  while (true) {
    const auto tab = line.find('\t');
    fields.emplace_back(trimmed(line.substr(0, tab)));
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  while (!fields.empty() && fields.back().empty()) fields.pop_back();
  return fields;
}

}  // namespace

Diagnostic TableRow::trouble(const std::string& file, std::size_t field,
                             std::string message) const {
  Diagnostic d = factloom::trouble(file, std::move(message));
  d.line = line;
  d.source_line = source;
  std::size_t at = 0;
  for (std::size_t i = 0; i < field && at != std::string::npos; ++i)
    at = source.find('\t', at ? at + 1 : 0);
  d.column = at == std::string::npos ? 1 : static_cast<std::uint32_t>(at + (field == 0 ? 1 : 2));
  if (field < fields.size()) d.length = static_cast<std::uint32_t>(fields[field].size());
  return d;
}

Result<std::vector<TableRow>> read_table(const std::string& file, std::size_t least,
                                         std::size_t most) {
  const auto mapped = MappedFile::open(file);
  if (!mapped) return mapped.errors();
  std::vector<TableRow> rows;
  Diagnostics errors;
  std::string_view rest = mapped->bytes();
  for (std::uint32_t line = 1; !rest.empty(); ++line) {
    const auto end = rest.find('\n');
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (trimmed(text).empty() || text.front() == '#') continue;
    TableRow row{fields_of(text), line, std::string(text)};
    if (row.fields.size() < least || row.fields.size() > most) {
      errors.push_back(row.trouble(file, 0,
                                   "has " + std::to_string(row.fields.size()) +
                                       " fields, expected " + std::to_string(least) + " to " +
                                       std::to_string(most) + " separated by tabs"));
      continue;
    }
    rows.push_back(std::move(row));
  }
  if (!errors.empty()) return errors;
  return rows;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const auto at = text.find(separator);
    const std::string_view piece = trimmed(text.substr(0, at));
    if (!piece.empty()) pieces.push_back(piece);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return pieces;
}

}  // namespace factloom
