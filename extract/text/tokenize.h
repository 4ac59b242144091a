// SPDX-License-Identifier: Apache-2.0
// Cuts a text into tokens and sentences as the Penn Treebank and GUM do: clitics apart ("Liang 's",
// "do n't"), hyphens between words apart unless a prefix goes before them ("Boston - based",
// "co-founder"), abbreviations with their full stop, numbers, URLs and ellipses whole. Offsets are
// exact; nothing is normalised. What the words are is data: `schemas/english/abbreviations.tsv` and
// `affixes.tsv`.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/lexicon/lexicon.h"
#include "extract/text/token.h"

namespace factloom {

/// What the tokenizer knows of English.
class TextRules {
 public:
  static Result<TextRules> load(const std::string& folder);

  enum class Abbreviation : std::uint8_t { none, inner, may_end };
  /// Is this lower-case word with its full stop an abbreviation, and may a sentence end with it?
  Abbreviation abbreviation(std::string_view lower) const {
    const auto it = abbreviations_.find(std::string(lower));
    return it == abbreviations_.end() ? Abbreviation::none : it->second;
  }
  /// Does this lower-case word keep its hyphen as a prefix ("co")?
  bool prefix(std::string_view lower) const { return prefixes_.count(std::string(lower)) != 0; }
  /// Is this a clitic that stands apart ("'s", "n't")?
  bool clitic(std::string_view lower) const { return clitics_.count(std::string(lower)) != 0; }
  /// Length of the first part of a word written together ("cannot"); 0 if none.
  std::size_t joined(std::string_view lower) const {
    const auto it = joined_.find(std::string(lower));
    return it == joined_.end() ? 0 : it->second;
  }

 private:
  std::unordered_map<std::string, Abbreviation> abbreviations_;
  std::unordered_map<std::string, int> prefixes_, clitics_;
  std::unordered_map<std::string, std::size_t> joined_;
};

/// Tokens and sentences of a text; tags are still Tag::none. `source` must outlive the result.
Text tokenize(std::string_view source, const Lexicon& lexicon, const TextRules& rules);

}  // namespace factloom
