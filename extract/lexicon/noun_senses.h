// SPDX-License-Identifier: Apache-2.0
// Nouns that name a measure in one company and something else in another: "a pension scheme", "won
// a penalty", "a bill for repairs". Read from `schemas/english/senses.tsv`.
#pragma once
#include <bitset>
#include <string>
#include <vector>

#include "extract/base/result.h"
#include "extract/lexicon/lexicon.h"

namespace factloom {

class NounSenses {
 public:
  /// Where the word stands that tells what the noun means.
  enum class Place : std::uint8_t {
    before,  ///< right before it: then it is no measure
    only,    ///< right before it: only then it is one
    verb,    ///< the verb that it is the object of
    next,    ///< the word right behind it
    to,      ///< the infinitive behind it
    of,      ///< the noun behind its "of": only with that one it is one
  };

  static Result<NounSenses> load(const std::string& file, const Lexicon& lexicon);

  /// Does a word (by its form or its lemma) at that place tell the noun's meaning?
  bool tells(WordId noun, Place place, const Token& word) const {
    return (word.word != WordId::none && find(noun, place, word.word)) ||
           (word.lemma != WordId::none && find(noun, place, word.lemma));
  }
  /// Is it a measure only behind certain words?
  bool bound(WordId noun) const { return find(noun, Place::only, WordId::none); }

 private:
  struct Row {
    WordId noun;
    Place place;
    WordId word;
    auto operator<=>(const Row&) const = default;
  };
  static std::size_t slot(const Row& row) {
    const std::uint64_t words = (std::uint64_t{index(row.noun)} << 32) ^ index(row.word);
    return ((words + static_cast<std::uint64_t>(row.place)) * 0x9E3779B97F4A7C15u) >> 52;
  }
  bool find(WordId noun, Place place, WordId word) const {
    const Row row{noun, place, word};
    return glance_[slot(row)] && holds(row);
  }
  bool holds(const Row& row) const;

  std::vector<Row> rows_;     ///< sorted; one without a word for a noun that is `bound`
  std::bitset<4096> glance_;  ///< their slots: most words tell nothing
};

}  // namespace factloom
