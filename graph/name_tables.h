// SPDX-License-Identifier: Apache-2.0
// What is known of the words of names and of what speaks for or against two names being one: the
// tables of `schemas/graph`. Nothing here compares; see compare_names.h.
#pragma once
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/base/result.h"
#include "graph/name_score.h"

namespace factloom {

/// A rewriting of letters: `from` (at the start or end of a word alone) sounds like `to`.
struct SoundRule {
  std::string from, to;
  bool at_start = false, at_end = false;
};

/// Rewritings of letters, of which at each place the longest that fits is taken.
class SoundRules {
 public:
  void add(SoundRule rule);
  /// How a folded word sounds; doubled letters sound like one.
  std::string sound(std::string_view word) const;

 private:
  std::array<std::vector<SoundRule>, 256> by_first_;  // byte that `from` begins with -> rules
};

/// What a word is in names, or a relation to them: the kinds of name-words.tsv.
enum class WordKind : std::uint8_t {
  title,
  male,
  female,
  generation,
  numeral,
  degree,
  particle,
  patronymic,
  link,
  generic,
  common,
  belonging,
  maiden,    ///< before the name that somebody was born with
  arabic,    ///< a given name of Arabic, whose vowels are written in many ways
  american,  ///< bodies called so are of the United States, said or not
  ending,    ///< with a particle before it, the end of an Arabic given name: "Nur al-Din"
  regional,  ///< "Washington University" is not the "University of Washington"
};

/// The rows of `schemas/graph/*.tsv`.
struct NameTables {
  std::unordered_map<std::string, std::uint32_t> kinds;  ///< word -> a bit for each WordKind
  std::unordered_map<std::string, std::set<int>> given, family;  ///< word -> groups it belongs to
  std::unordered_map<std::string, std::set<int>> apart;          ///< "scholz" and "schulz" are two
  std::unordered_map<std::string, std::string> spelling;         ///< "dept" -> "department"
  std::unordered_map<std::string, std::size_t> phrases;  ///< first word -> words of the longest
  SoundRules sounds, syllables;                          ///< of all words; of Chinese given names
  FeatureWeights weights{};
  std::unordered_map<std::string, std::string> countries;  ///< "french" -> "FR"

  /// Reads a folder like `schemas/graph`; countries are of `../gazetteers`, if they are there.
  static Result<NameTables> load(const std::string& folder);

  bool is(const std::string& word, WordKind kind) const { return has(kinds_of(word), kind); }
  std::uint32_t kinds_of(const std::string& word) const {
    const auto it = kinds.find(word);
    return it == kinds.end() ? 0 : it->second;
  }
  static bool has(std::uint32_t kinds, WordKind kind) {
    return (kinds >> static_cast<unsigned>(kind) & 1u) != 0;
  }
  std::unordered_map<std::string, std::string> letters;  ///< "ж" -> "zh"
  /// Han character -> its syllable; those that are read otherwise as surnames.
  std::unordered_map<std::string, std::string> han, han_surname;

  /// A folded word in plain Latin letters, where the table of letters has them.
  std::string latin(const std::string& word) const;
};

}  // namespace factloom
