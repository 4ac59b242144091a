// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <unistd.h>

#include <filesystem>
#include <string>

namespace factloom {

/// A path below the system's folder for temporary files that no other test has, in this run or in
/// one that goes on beside it. The test removes what it writes there.
inline std::filesystem::path scratch_path(const std::string& ending) {
  static int count = 0;
  return std::filesystem::temp_directory_path() /
         ("factloom-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + "-" + ending);
}

}  // namespace factloom
