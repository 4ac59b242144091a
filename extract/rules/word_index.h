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

template <class Value>
class WordIndex {
 public:
  void add(WordId word, const Value& value) { added_.push_back({word, value}); }

  /// Makes the table; the values of a word keep the order in which they were added.
  void finish() {
    std::stable_sort(added_.begin(), added_.end(),
                     [](const Added& a, const Added& b) { return a.word < b.word; });
    values_.clear();
    words_.clear();
    starts_.clear();
    if (!added_.empty()) bits_.assign(index(added_.back().word) / 64 + 1, 0);
    for (const Added& a : added_) {
      if (words_.empty() || words_.back() != a.word) {
        words_.push_back(a.word);
        starts_.push_back(static_cast<std::uint32_t>(values_.size()));
        bits_[index(a.word) / 64] |= std::uint64_t{1} << (index(a.word) % 64);
      }
      values_.push_back(a.value);
    }
    starts_.push_back(static_cast<std::uint32_t>(values_.size()));
    added_ = {};
  }

  /// Has the word any values? Two machine words are touched.
  bool has(WordId word) const {
    const std::uint32_t i = index(word);
    return i / 64 < bits_.size() && (bits_[i / 64] >> (i % 64) & 1u) != 0;
  }
  std::span<const Value> of(WordId word) const {
    const auto at = std::lower_bound(words_.begin(), words_.end(), word);
    if (at == words_.end() || *at != word) return {};
    const auto i = static_cast<std::size_t>(at - words_.begin());
    return std::span<const Value>(values_).subspan(starts_[i], starts_[i + 1] - starts_[i]);
  }

 private:
  struct Added {
    WordId word;
    Value value;
  };
  std::vector<Added> added_;
  std::vector<std::uint64_t> bits_;
  std::vector<WordId> words_;  // sorted
  std::vector<std::uint32_t> starts_;
  std::vector<Value> values_;
};

}  // namespace factloom
