// SPDX-License-Identifier: Apache-2.0
// A table from two words, a head and a neighbour, to lists of values: "set" beside "up". Common
// heads have hundreds of neighbours, few of which stand beside them in a text: their marks tell
// most of the others from these, a small hash table the rest.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/rules/word_mark.h"

namespace factloom {

template <class Value>
class PhraseIndex {
 public:
  /// Words remembered by two marks of each.
  class Neighbours {
   public:
    void add(WordId word) {
      marks_[0] |= word_mark(word);
      marks_[1] |= other_mark(word);
    }
    bool may_be(WordId word) const {
      return (marks_[0] & word_mark(word)) != 0 && (marks_[1] & other_mark(word)) != 0;
    }
    bool none() const { return marks_[0] == 0; }

   private:
    static std::uint64_t other_mark(WordId word) {
      return std::uint64_t{1} << index(word) / 64u % 64u;
    }
    std::array<std::uint64_t, 2> marks_{};
  };

  void add(WordId head, WordId neighbour, const Value& value) {
    added_.push_back({key_of(head, neighbour), value});
    neighbours_[index(head) % neighbours_.size()].add(neighbour);
  }

  /// Makes the table; the values of two words keep the order in which they were added.
  void finish() {
    std::stable_sort(added_.begin(), added_.end(),
                     [](const Added& a, const Added& b) { return a.key < b.key; });
    slots_.assign(std::bit_ceil(2 * added_.size() + 1), {});
    for (std::size_t i = 0; i < added_.size(); ++i) {
      Slot& slot = slots_[place_of(added_[i].key)];
      if (slot.count++ == 0) slot = {added_[i].key, static_cast<std::uint32_t>(i), 1};
      values_.push_back(added_[i].value);
    }
    added_ = {};
  }

  /// All neighbours of a head, roughly: few other words seem to be among them.
  const Neighbours& neighbours(WordId head) const {
    return neighbours_[index(head) % neighbours_.size()];
  }
  /// The values of two words; constant time.
  std::span<const Value> of(WordId head, WordId neighbour) const {
    const Slot& slot = slots_[place_of(key_of(head, neighbour))];
    return std::span<const Value>(values_).subspan(slot.first, slot.count);
  }

 private:
  struct Added {
    std::uint64_t key;
    Value value;
  };
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t first = 0, count = 0;  // in values_; none: it is empty
  };
  static std::uint64_t key_of(WordId head, WordId neighbour) {
    return std::uint64_t{index(head)} << 32u | index(neighbour);
  }
  /// Where a key stands, or would.
  std::size_t place_of(std::uint64_t key) const {
    std::size_t at = (key * 0x9E3779B97F4A7C15u >> 32u) & (slots_.size() - 1);
    while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  std::vector<Added> added_;
  std::array<Neighbours, 512> neighbours_{};  // by head
  std::vector<Slot> slots_;
  std::vector<Value> values_;
};

}  // namespace factloom
