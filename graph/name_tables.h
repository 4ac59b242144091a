// SPDX-License-Identifier: Apache-2.0
// What is known of the words of names and of what speaks for or against two names being one: the
// tables of `schemas/graph`. Nothing here compares; see compare_names.h.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/base/result.h"

namespace factloom {

/// A rewriting of letters: `from` (at the start or end of a word alone) sounds like `to`.
struct SoundRule {
  std::string from, to;
  bool at_start = false, at_end = false;
};

/// The rows of `schemas/graph/*.tsv`.
struct NameTables {
  std::unordered_map<std::string, std::set<std::string>> kinds;  ///< word -> title, link, …
  std::unordered_map<std::string, std::set<int>> given, family;  ///< word -> groups it belongs to
  std::map<std::string, std::string> spelling;                   ///< "dept" -> "department"
  std::vector<SoundRule> sounds, syllables;                      ///< the longest first
  std::map<std::string, double, std::less<>> weights;            ///< feature -> weight
  std::map<std::string, std::string> countries;                  ///< "french" -> "FR"

  /// Reads a folder like `schemas/graph`; countries are of `../gazetteers`, if they are there.
  static Result<NameTables> load(const std::string& folder);

  bool is(const std::string& word, const char* kind) const {
    const auto it = kinds.find(word);
    return it != kinds.end() && it->second.count(kind) != 0;
  }
  std::map<std::string, std::string> letters;  ///< "ж" -> "zh"

  /// A folded word in plain Latin letters, where the table of letters has them.
  std::string latin(const std::string& word) const;
  /// How a folded word sounds.
  static std::string sound(const std::string& word, const std::vector<SoundRule>& rules);
};

}  // namespace factloom
