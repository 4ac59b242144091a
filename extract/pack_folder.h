// SPDX-License-Identifier: Apache-2.0
// A folder with which a user adds a field of his own to what the program knows: types and relations
// (*.json), rules (*.rules) and names (*.csv, *.tsv), all side by side. Other files are left alone.
#pragma once
#include <string>
#include <vector>

#include "extract/base/result.h"

namespace factloom {

/// Paths of a pack's files by what they hold, each list sorted.
struct PackFolder {
  std::vector<std::string> types, rules, names;

  /// All files of several packs; a folder that holds none, or is none, is an error.
  static Result<PackFolder> list(const std::vector<std::string>& folders);
};

}  // namespace factloom
