// SPDX-License-Identifier: Apache-2.0
#include "cli/knowledge.h"

#include <algorithm>
#include <filesystem>

namespace factloom {
namespace {

/// share/factloom of the tree that holds the running program, wherever that tree was moved.
std::string share_folder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return (program.parent_path().parent_path() / "share" / "factloom").string();
}

}  // namespace

KnowledgeOptions knowledge_options(const Options& options) {
  return {share_folder(), options.schemas, "", options.gazetteers, options.packs, false};
}

bool lies_in(const std::string& file, const std::vector<std::string>& folders) {
  const auto folder = std::filesystem::path(file).parent_path();
  return std::any_of(folders.begin(), folders.end(), [&](const std::string& one) {
    std::error_code error;
    return std::filesystem::equivalent(folder.empty() ? "." : folder, one, error);
  });
}

bool file_meant(const std::string& file, const Options& options) {
  return options.packs.empty() || lies_in(file, options.packs);
}

}  // namespace factloom
