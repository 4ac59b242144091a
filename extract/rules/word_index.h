// SPDX-License-Identifier: Apache-2.0
// A table from words to lists of values, made for the question "has this word any?", which is asked
// for every token and mostly answered no: a bitmap over the words answers it; the lists lie behind
// in one row.
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/base/ids.h"

namespace factloom {

/// A set of words, a bit for each.
class WordSet {
 public:
  void add(WordId word) {
    const std::uint32_t i = index(word);
    if (i / 64 >= bits_.size()) bits_.resize(i / 64 + 1, 0);
    bits_[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  bool has(WordId word) const {
    const std::uint32_t i = index(word);
    return i / 64 < bits_.size() && (bits_[i / 64] >> (i % 64) & 1u) != 0;
  }

 private:
  std::vector<std::uint64_t> bits_;
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
      before += static_cast<std::uint32_t>(std::popcount(block.bits));
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
    const std::uint32_t rank = block.before + static_cast<std::uint32_t>(std::popcount(below));
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
