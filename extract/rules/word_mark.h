// SPDX-License-Identifier: Apache-2.0
// Words remembered roughly: of most words a look tells that they are not among some.
#pragma once
#include <array>
#include <cstdint>

#include "extract/lexicon/lexicon.h"

namespace factloom {

/// A word as a bit, which it shares with others.
constexpr std::uint64_t word_mark(WordId word) {
  return std::uint64_t{1} << index(word) % 64u;
}

/// Some words; few others seem to be among them.
class WordFilter {
 public:
  void add(WordId word) { marks_[row(word)] |= word_mark(word); }
  bool may_have(WordId word) const { return (marks_[row(word)] & word_mark(word)) != 0; }

 private:
  static std::size_t row(WordId word) { return index(word) / 64 % 4; }
  std::array<std::uint64_t, 4> marks_{};
};

}  // namespace factloom
