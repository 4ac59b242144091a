// SPDX-License-Identifier: Apache-2.0
// Members of a JSON object appended to a buffer: `{`, then members, then `}`. The comma before all
// but the first is set here.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/output/json.h"

namespace factloom {

/// Appends `"key": `, and a comma before it unless the object has just begun.
inline void append_key(std::string& out, std::string_view key) {
  if (out.back() != '{') out += ", ";
  append_json(out, key);
  out += ": ";
}

inline void append_member(std::string& out, std::string_view key, std::string_view value) {
  append_key(out, key);
  append_json(out, value);
}

inline void append_member(std::string& out, std::string_view key, std::uint32_t value) {
  append_key(out, key);
  append_json(out, std::uint64_t{value});
}

}  // namespace factloom
