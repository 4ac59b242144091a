// SPDX-License-Identifier: Apache-2.0
// A stream of bytes out of a compressed file (gzip, zstd), so that readers need not know of
// compression.
#pragma once
#include <istream>
#include <memory>
#include <streambuf>
#include <string>

namespace factloom {

/// A buffer that decompresses what it reads from another stream.
class DecompressingBuffer : public std::streambuf {
 public:
  /// Why the bytes ended before their time ("cut off", "not gzip"); empty when all was read.
  virtual std::string problem() const = 0;
};

/// For a suffix ".gz" or ".zst"; null for any other. `in` must outlive it.
std::unique_ptr<DecompressingBuffer> decompressor(const std::string& suffix, std::istream& in);

}  // namespace factloom
