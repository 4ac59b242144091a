// SPDX-License-Identifier: Apache-2.0
#include "cli/knowledge.h"

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

}  // namespace factloom
