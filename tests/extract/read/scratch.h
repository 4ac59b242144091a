// SPDX-License-Identifier: Apache-2.0
// A folder for the files of one test, with what reading them gave.
#pragma once
#include <zlib.h>
#include <zstd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/read/document_reader.h"

namespace factloom {

/// A folder that is removed in the end.
class ReadScratch {
 public:
  ReadScratch() {
    std::string name = (std::filesystem::temp_directory_path() / "factloom-read-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
  }
  ReadScratch(const ReadScratch&) = delete;
  ReadScratch& operator=(const ReadScratch&) = delete;
  ~ReadScratch() {
    std::error_code none;
    std::filesystem::remove_all(folder_, none);
  }
  const std::string& folder() const { return folder_; }
  std::string write(const std::string& name, std::string_view bytes) const {
    const std::filesystem::path file = std::filesystem::path(folder_) / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file.string();
  }

 private:
  std::string folder_;
};

/// All that a reader gave.
struct ReadResult {
  std::vector<Document> documents;
  Diagnostics problems;
};

inline ReadResult read_all(DocumentReader reader) {
  ReadResult all;
  while (auto found = reader.next()) {
    if (*found)
      all.documents.push_back(std::move(**found));
    else
      all.problems.insert(all.problems.end(), found->errors().begin(), found->errors().end());
  }
  return all;
}

inline std::string gzipped(std::string_view plain) {
  std::string out(compressBound(static_cast<uLong>(plain.size())) + 64, '\0');
  z_stream z{};
  deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
  z.avail_in = static_cast<uInt>(plain.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

inline std::string zstandard(std::string_view plain) {
  std::string out(ZSTD_compressBound(plain.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), plain.data(), plain.size(), 3));
  return out;
}

}  // namespace factloom
