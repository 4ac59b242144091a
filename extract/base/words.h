// SPDX-License-Identifier: Apache-2.0
// Is a word among a few, or does it begin like one of them?
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace factloom {

template <class Words = std::initializer_list<std::string_view>>
bool one_of(std::string_view word, const Words& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

template <class Words = std::initializer_list<std::string_view>>
bool begins_with_one_of(std::string_view word, const Words& stems) {
  return std::any_of(std::begin(stems), std::end(stems),
                     [&](std::string_view stem) { return word.starts_with(stem); });
}

/// What stands before the first "-" of a word; nothing if it has none, whatever other dash it has.
inline std::string_view before_hyphen(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  return hyphen == std::string_view::npos ? std::string_view{} : word.substr(0, hyphen);
}

/// The lengths of some words by their first and last letters: one look tells most other words from
/// them.
class WordGlance {
 public:
  template <class... Lists>
  constexpr explicit WordGlance(const Lists&... lists) {
    (add(lists), ...);
  }
  constexpr bool may_be(std::string_view word) const {
    return !word.empty() && (lengths_[slot(word)] >> (word.size() & 31u) & 1u) != 0;
  }

 private:
  static constexpr std::size_t slot(std::string_view word) {
    return (static_cast<unsigned char>(word.front()) +
            5u * static_cast<unsigned char>(word.back())) &
           63u;
  }
  template <class Words>
  constexpr void add(const Words& words) {
    for (const std::string_view word : words)
      lengths_[slot(word)] |= std::uint32_t{1} << (word.size() & 31u);
  }

  std::array<std::uint32_t, 64> lengths_{};
};

}  // namespace factloom
