// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <string_view>

namespace factloom {

/// Half-open range of byte offsets into a Document's text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;
  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
};

/// Half-open range of indices into the tokens of a Text.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  ///< one past the last token

  auto operator<=>(const TokenRange&) const = default;
  constexpr std::uint32_t size() const { return last - first; }
  constexpr bool empty() const { return first >= last; }
  constexpr bool contains(std::uint32_t token) const { return first <= token && token < last; }
  constexpr bool overlaps(TokenRange other) const {
    return first < other.last && other.first < last;
  }
};

}  // namespace factloom
