// SPDX-License-Identifier: Apache-2.0
#include "extract/read/plain_text.h"

#include <string_view>

namespace factloom {
namespace {

constexpr std::size_t longest_title = 150;

std::string_view title_of(std::string_view text) {
  const auto start = text.find_first_not_of(" \t\n");
  if (start == std::string_view::npos) return {};
  const auto end = text.find('\n', start);
  if (end == std::string_view::npos || end - start > longest_title) return {};
  const auto next = text.find_first_not_of(" \t", end + 1);
  if (next == std::string_view::npos || text[next] != '\n') return {};
  if (text.find_first_not_of(" \t\n", next) == std::string_view::npos) return {};
  const std::string_view line =
      text.substr(start, text.find_last_not_of(" \t", end - 1) + 1 - start);
  return line.back() == '.' || line.back() == ',' || line.back() == ';' ? std::string_view() : line;
}

}  // namespace

Document read_plain_text(std::string text) {
  Document document;
  document.title = title_of(text);
  document.text = std::move(text);
  return document;
}

}  // namespace factloom
