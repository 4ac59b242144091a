// SPDX-License-Identifier: Apache-2.0
// What `check` is asked: claims from a CSV file (subject,relation,object and perhaps status), from
// sentences that the extractor reads, or from a text file of such; and lists of names to watch.
// Every mistake in a file is told with its line.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "extract/extract.h"
#include "graph/claims.h"

namespace factloom {

/// A claim, and how the user put it.
struct AskedClaim {
  GraphClaim claim;
  std::string words;  ///< "Nvidia,foundedBy,Jensen Huang", or the sentence
  std::string file;   ///< where it stands; empty for a sentence
};

/// Claims, with what was wrong beside them; a sentence that says nothing is told.
struct AskedClaims {
  std::vector<AskedClaim> claims;
  Diagnostics problems;
};

AskedClaims read_claims(const Options& options);

/// Dates as people write them ("14 June 1958") made ISO 8601; the words of the extractor are only
/// loaded if there is one that is not.
class DateReader {
 public:
  explicit DateReader(const Options& options) : options_(options) {}
  /// The date, or why there is none.
  Result<std::string> read(const std::string& text);

 private:
  const Options& options_;
  std::optional<Knowledge> knowledge_;
};

/// One name to watch.
struct WatchedName {
  std::string name, type, id;
  std::vector<std::string> aliases;
};

Result<std::vector<WatchedName>> read_watch_list(const std::string& path);

}  // namespace factloom
