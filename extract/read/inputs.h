// SPDX-License-Identifier: Apache-2.0
// What the user names, as a list of files: folders give the articles below them, patterns the files
// that have them. The list is sorted and without doubles, so that the order in which inputs are
// named changes nothing.
#pragma once
#include <string>
#include <vector>

#include "extract/base/result.h"

namespace factloom {

/// A file to read, or "-" for standard input.
struct InputSource {
  std::string path;
  bool named = false;  ///< by the user or a pattern, not found in a folder
};

/// The inputs, expanded.
struct Inputs {
  std::vector<InputSource> sources;  ///< sorted by path; standard input comes last
  Diagnostics problems;  ///< patterns without a file, folders that cannot be read; warnings for
                         ///< files passed over
};

/// Expands files, folders, patterns (`*`, `?`, `[`) and "-". A file that does not exist stays a
/// source: opening it tells why. Hidden files, and files in folders whose suffix is no article's,
/// are passed over with a warning.
Inputs expand_inputs(const std::vector<std::string>& arguments);

}  // namespace factloom
