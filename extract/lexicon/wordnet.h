// SPDX-License-Identifier: Apache-2.0
// WordNet's files (Fellbaum 1998; formats: wndb(5WN), cntlist(5WN)), as far as the lexicon needs
// them. Part of compile_lexicon, not of factloom.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace factloom {

enum Pos : std::size_t { noun, verb, adjective, adverb, pos_count };
constexpr std::array<std::string_view, pos_count> pos_names = {"noun", "verb", "adj", "adv"};

/// A word's senses as one part of speech.
struct Senses {
  std::vector<std::uint32_t> synsets;  // in order of frequency
  std::vector<std::uint32_t> counts;
  std::uint32_t total() const {
    std::uint32_t sum = 0;
    for (auto c : counts) sum += c;
    return sum;
  }
};

/// Lemmas with their senses, what is below each synset, and irregular forms with their lemmas.
struct WordNet {
  std::unordered_map<std::string, Senses> lemmas[pos_count];
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> hyponyms[pos_count];
  std::vector<std::pair<std::string, std::vector<std::string>>> exceptions[pos_count];
};

/// Has the lemma no space in it, which WordNet writes as "_"?
bool plain(std::string_view lemma);

/// Files that are missing leave their part of it empty.
WordNet read_wordnet(const std::string& folder);

/// Adds a synset and all below it.
void closure(const WordNet& wordnet, Pos pos, std::uint32_t top,
             std::unordered_set<std::uint32_t>& found);

}  // namespace factloom
