// SPDX-License-Identifier: Apache-2.0
// A file that is there whole or not at all: bytes go to FILE.part, which takes the file's name when
// everything is written. Without a name the bytes go to standard output.
#pragma once
#include <cstdio>
#include <string>
#include <string_view>

#include "extract/base/result.h"

namespace factloom {

class OutputFile {
 public:
  /// Opens FILE.part; an empty path or "-" is standard output.
  static Result<OutputFile> open(const std::string& path);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  /// Removes what was not finished.
  ~OutputFile();

  /// Appends bytes; a failure is kept and told by `finish`.
  void write(std::string_view bytes);
  /// Everything is written: gives the file its name, or says why that failed.
  Diagnostics finish();

 private:
  OutputFile(std::string path, std::FILE* file, bool direct)
      : path_(std::move(path)), file_(file), direct_(direct) {}
  std::string part() const { return path_ + ".part"; }

  std::string path_;
  std::FILE* file_ = nullptr;
  bool direct_ = false;  // written as it is: standard output, a device
  int error_ = 0;
};

}  // namespace factloom
