// SPDX-License-Identifier: Apache-2.0
// A table from words to lists of values, made for the question "has this word any?", which is asked
// for every token and mostly answered no: a bitmap over the words answers it; the lists lie behind
// in one row.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/base/ids.h"

namespace factloom {

/// How many bits are set: in a few operations also where the processor's own one may not be
/// used.
constexpr std::uint32_t bits_set(std::uint64_t x) {
  x -= x >> 1 & 0x5555555555555555u;
  x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
  x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
  return static_cast<std::uint32_t>(x * 0x0101010101010101u >> 56);
}

/// Eight yes-or-no questions about words, answered together by one look; most answers are no.
class WordMarks {
 public:
  void add(WordId word, unsigned bit) {
    const std::uint32_t i = index(word);
    if (i >= marks_.size()) marks_.resize(i + 1, 0);
    marks_[i] = static_cast<std::uint8_t>(marks_[i] | 1u << bit);
  }
  unsigned of(WordId word) const {
    const std::uint32_t i = index(word);
    return i < marks_.size() ? marks_[i] : 0u;
  }
  /// Fetches what will be asked of a word soon.
  void fetch(WordId word) const {
    if (index(word) < marks_.size()) __builtin_prefetch(&marks_[index(word)]);
  }

 private:
  std::vector<std::uint8_t> marks_;  // by WordId: the Lexicon has frequent words first
};

template <class Value>
class WordIndex {
 public:
  void add(WordId word, const Value& value) { added_.push_back({word, value}); }

  /// Makes the table; the values of a word keep the order in which they were added.
  void finish() {
    std::stable_sort(added_.begin(), added_.end(),
                     [](const Added& a, const Added& b) { return a.word < b.word; });
    values_.clear();
    starts_.clear();
    if (!added_.empty()) blocks_.assign(index(added_.back().word) / 64 + 1, {});
    for (std::size_t i = 0; i < added_.size(); ++i) {
      const std::uint32_t word = index(added_[i].word);
      if (i == 0 || added_[i - 1].word != added_[i].word)
        starts_.push_back(static_cast<std::uint32_t>(i));
      blocks_[word / 64].bits |= std::uint64_t{1} << (word % 64);
      values_.push_back(added_[i].value);
    }
    starts_.push_back(static_cast<std::uint32_t>(values_.size()));
    std::uint32_t before = 0;
    for (Block& block : blocks_) {
      block.before = before;
      before += bits_set(block.bits);
    }
    added_ = {};
  }

  /// Has the word any values? Two machine words are touched.
  bool has(WordId word) const {
    const std::uint32_t i = index(word);
    return i / 64 < blocks_.size() && (blocks_[i / 64].bits >> (i % 64) & 1u) != 0;
  }
  /// The values of a word; constant time.
  std::span<const Value> of(WordId word) const {
    if (!has(word)) return {};
    const std::uint32_t i = index(word);
    const Block& block = blocks_[i / 64];
    const std::uint64_t below = block.bits & ((std::uint64_t{1} << (i % 64)) - 1);
    const std::uint32_t rank = block.before + bits_set(below);
    return std::span<const Value>(values_).subspan(starts_[rank],
                                                   starts_[rank + 1] - starts_[rank]);
  }

 private:
  struct Added {
    WordId word;
    Value value;
  };
  std::vector<Added> added_;
  struct Block {
    std::uint64_t bits = 0;    // a bit for each of 64 words
    std::uint32_t before = 0;  // words with values before them
  };
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> starts_;  // in values_, of each word with values
  std::vector<Value> values_;
};

}  // namespace factloom
