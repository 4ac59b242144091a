// SPDX-License-Identifier: Apache-2.0
#include "cli/folders.h"

#include <filesystem>

namespace factloom {

std::string share_folder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return (program.parent_path().parent_path() / "share" / "factloom").string();
}

}  // namespace factloom
