// SPDX-License-Identifier: Apache-2.0
#include "extract/base/result.h"

#include <algorithm>

namespace factloom {

std::string Diagnostic::text() const {
  std::string out = file;
  if (line != 0) out += (out.empty() ? "" : ":") + std::to_string(line);
  if (line != 0 && column != 0) out += ":" + std::to_string(column);
  if (!out.empty()) out += ": ";
  out += (warning ? "warning: " : "error: ") + message;
  if (source_line.empty() || column == 0) return out;
  out += "\n  " + source_line + "\n  ";
  for (std::uint32_t i = 1; i < column && i <= source_line.size(); ++i) {
    const char c = source_line[i - 1];
    if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) out += c == '\t' ? '\t' : ' ';
  }
  out += '^';
  out.append(std::max<std::uint32_t>(length, 1) - 1, '~');
  return out;
}

}  // namespace factloom
