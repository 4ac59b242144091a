// SPDX-License-Identifier: Apache-2.0
// From bytes to code points. Inside, Spans are byte offsets; what is written for others counts
// Unicode code points (W3C Web Annotation). One pass over the text sets a mark every 64 bytes; a
// look-up counts from the mark before it.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace factloom {

/// The code point offsets of one text, which must be valid UTF-8 and outlive it.
class Offsets {
 public:
  explicit Offsets(std::string_view text);

  /// The number of code points before a byte offset (which may be the text's end). Constant time.
  std::uint32_t code_point(std::uint32_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> marks_;  // code points before each 64th byte; empty when all is ASCII
};

}  // namespace factloom
