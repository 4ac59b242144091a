// SPDX-License-Identifier: Apache-2.0
// Is a word among a few, or does it begin like one of them?
#pragma once
#include <algorithm>
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

}  // namespace factloom
