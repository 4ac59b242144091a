// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/wording.h"

#include <utf8proc.h>

#include "extract/base/ascii.h"

namespace factloom {
std::string any_of(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      out += ascii_lower(text[i++]);
      continue;
    }
    utf8proc_int32_t point = 0;
    const auto size =
        utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &point);
    if (size <= 0) {  // not UTF-8: as it is
      out += text[i++];
      continue;
    }
    utf8proc_uint8_t written[4];
    const auto n = utf8proc_encode_char(utf8proc_tolower(point), written);
    out.append(reinterpret_cast<const char*>(written), static_cast<std::size_t>(n));
    i += static_cast<std::size_t>(size);
  }
  return out;
}

}  // namespace factloom
