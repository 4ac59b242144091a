// SPDX-License-Identifier: Apache-2.0
#include "extract/pack_folder.h"

#include <algorithm>
#include <filesystem>

namespace factloom {
namespace {

std::vector<std::string> files_of(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<PackFolder> PackFolder::list(const std::vector<std::string>& folders) {
  PackFolder all;
  Diagnostics errors;
  for (const std::string& folder : folders) {
    std::size_t found = 0;
    for (const std::string& file : files_of(folder)) {
      const std::string suffix = std::filesystem::path(file).extension().string();
      std::vector<std::string>* kind = suffix == ".json"                      ? &all.types
                                       : suffix == ".rules"                   ? &all.rules
                                       : suffix == ".csv" || suffix == ".tsv" ? &all.names
                                                                              : nullptr;
      if (kind == nullptr) continue;
      kind->push_back(file);
      ++found;
    }
    if (found == 0)
      errors.push_back(trouble(folder,
                               "nothing of a pack there: expected types and relations (*.json), "
                               "rules (*.rules) or names (*.csv, *.tsv)"));
  }
  if (!errors.empty()) return errors;
  return all;
}

}  // namespace factloom
