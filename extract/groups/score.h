// SPDX-License-Identifier: Apache-2.0
// The score of a match, "2-1", as it stands among the groups of a sentence: it says how, as an
// adverb does, and is nobody's object. Internal to extract/groups.
#pragma once
#include <cstdint>

#include "extract/text/token.h"

namespace factloom {

/// Do two small numbers with a dash between stand at i, and no noun behind them that they count?
inline bool is_score(const Text& text, std::uint32_t i, std::uint32_t last) {
  if (i + 3 > last) return false;
  const auto& t = text.tokens;
  const auto small = [&](std::uint32_t k) {
    return t[k].tag == Tag::CD && t[k].is(shape_number) && t[k].span.size() <= 2;
  };
  if (!small(i) || !small(i + 2)) return false;
  if (t[i + 1].tag != Tag::SYM || t[i + 1].is(shape_space_before)) return false;
  const Tag next = i + 3 < last ? t[i + 3].tag : Tag::period;
  return !is_noun(next) && !is_adjective(next) && next != Tag::HYPH && next != Tag::SYM;
}

}  // namespace factloom
