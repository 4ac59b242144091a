// SPDX-License-Identifier: Apache-2.0
// What a pattern is made of: tests of single cells, repeated, grouped, one behind the other.
#pragma once
#include <bitset>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace factloom {

/// What one cell must be: everything in it must hold.
struct CellTest {
  using Values = std::bitset<128>;
  struct Words {
    std::vector<std::uint16_t> numbers;
    bool restricted = false, negated = false;  ///< among `numbers`, or among all others
    auto operator<=>(const Words&) const = default;
  };

  Values tags = Values().set(), types = Values().set(), flags = Values().set();
  Words lemmas, forms;
  std::vector<std::pair<std::uint8_t, bool>> classes;  ///< number, must be there or must not
};

/// One element of a pattern: a cell, or a group.
struct PatternNode {
  std::vector<CellTest> any_of;                        ///< of a cell
  std::vector<std::vector<PatternNode>> alternatives;  ///< of a group
  std::int8_t argument = -1;                           ///< index into Rule::arguments
  std::uint16_t least = 1, most = 1;                   ///< 0xFFFF: unbounded
  bool gap = false;  ///< repeats what is hardly restricted: as few as possible
  std::string text;  ///< as written, for explain
};

using PatternSequence = std::vector<PatternNode>;

}  // namespace factloom
