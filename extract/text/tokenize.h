// SPDX-License-Identifier: Apache-2.0
// Cuts a text into tokens and sentences as the Penn Treebank and GUM do: clitics apart ("Liang 's",
// "do n't"), hyphens between words apart unless a prefix goes before them ("Boston - based",
// "co-founder"), abbreviations with their full stop, numbers, URLs and ellipses whole. Offsets are
// exact; nothing is normalised. What the words are is data: `schemas/english/abbreviations.tsv` and
// `affixes.tsv`.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "extract/lexicon/lexicon.h"
#include "extract/text/token.h"

namespace factloom {

/// What the tokenizer knows of English; built once, then shared.
class TextRules {
 public:
  static Result<TextRules> load(const std::string& folder);

  struct Abbreviation {
    bool may_end = false;  ///< a sentence may end with it ("Inc.")
    bool capital = false;  ///< only with a capital letter ("Miss." but not "miss.")
    bool small = false;    ///< only in small letters: "ca.", not the state of "San Jose, CA."
    bool number = false;   ///< only before a number ("No. 5")
  };
  /// What is known of a lower-case word with its full stop; null if it is no abbreviation.
  const Abbreviation* abbreviation(std::string_view lower) const {
    const auto it = abbreviations_.find(lower);
    return it == abbreviations_.end() ? nullptr : &it->second;
  }
  /// May a lower-case word be an abbreviation when a full stop stands behind it, by its hash? Of
  /// most it is told at once that they are none (Bloom 1970).
  bool may_be_abbreviation(std::uint64_t hash) const {
    return (abbreviation_bits_[hash / 64 % abbreviation_bits_.size()] >> (hash & 63u) & 1u) != 0;
  }
  /// Does this lower-case word keep its hyphen as a prefix ("co")?
  bool prefix(std::string_view lower) const { return prefixes_.find(lower) != prefixes_.end(); }
  /// Is this a clitic that stands apart ("'s", "n't")?
  bool clitic(std::string_view lower) const { return clitics_.find(lower) != clitics_.end(); }
  /// Length of the first part of a word written together ("cannot"); 0 if none.
  std::size_t joined(std::string_view lower) const {
    const auto it = joined_.find(lower);
    return it == joined_.end() ? 0 : it->second;
  }
  /// May a word of this length with this first letter be written together?
  bool may_be_joined(std::size_t length, char first) const {
    return length < 32 && (joined_lengths_[static_cast<unsigned char>(first)] >> length & 1u) != 0;
  }

 private:
  friend class TextRuleReader;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  template <class Value>
  using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;

  Table<Abbreviation> abbreviations_;
  std::array<std::uint64_t, 128> abbreviation_bits_{};
  Words prefixes_, clitics_;
  Table<std::size_t> joined_;
  std::array<std::uint32_t, 256> joined_lengths_{};  // bits, by first letter
};

/// Tokens and sentences of a text; tags are still Tag::none. `source` must outlive the result.
Text tokenize(std::string_view source, const Lexicon& lexicon, const TextRules& rules);

}  // namespace factloom
