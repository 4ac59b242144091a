// SPDX-License-Identifier: Apache-2.0
// A file mapped read-only into memory: the compiled lexicon and gazetteers are used where they lie,
// nothing is parsed at the start, and processes share the pages.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "extract/base/result.h"

namespace factloom {

class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  /// The bytes of the file; page-aligned; valid as long as this object (a move keeps them).
  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace factloom
