// SPDX-License-Identifier: Apache-2.0
// The bytes of a file or of standard input, block by block, decompressed on the way when they are
// gzip or zstd (told by their first bytes). Damaged data ends the bytes early and leaves a reason;
// what came before it counts.
#pragma once
#include <cstddef>
#include <memory>
#include <string>

#include "extract/base/result.h"

namespace factloom {

class ByteSource {
 public:
  /// Opens a file; "-" is standard input.
  static Result<ByteSource> open(const std::string& path);
  ByteSource(ByteSource&&) noexcept;
  ByteSource& operator=(ByteSource&&) noexcept;
  ~ByteSource();

  /// Reads up to `room` bytes; how many there were, 0 at the end.
  std::size_t read(char* to, std::size_t room);
  /// Why the bytes ended before their time; empty when they did not.
  const std::string& problem() const;

 private:
  struct Inside;
  explicit ByteSource(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace factloom
