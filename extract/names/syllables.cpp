// SPDX-License-Identifier: Apache-2.0
#include "extract/names/syllables.h"

#include <algorithm>

#include "extract/base/ascii.h"

namespace factloom {
namespace {

bool in(std::string_view letters, char c) {
  return letters.find(c) != letters.npos;
}

/// Up to three consonants, up to three vowels, and one of the endings that Chinese and Korean have.
bool is_syllable(std::string_view word) {
  constexpr std::string_view vowels = "aeiouy", endings = "nkptlmhr";
  std::size_t i = 0;
  while (i < word.size() && !in(vowels, ascii_lower(word[i]))) ++i;
  if (word.size() > 1 && ascii_lower(word[0]) == 'y') i = 1;  // "ying"
  const std::size_t first = i;
  while (i < word.size() && in(vowels, ascii_lower(word[i]))) ++i;
  const std::size_t count = i - first;
  if (first > 3 || count == 0 || count > 3) return false;
  const std::string_view rest = word.substr(i);
  return rest.empty() || rest == "ng" || (rest.size() == 1 && in(endings, rest[0]));
}

}  // namespace

bool hyphenated_given_name(const NameText& names, std::uint32_t begin, std::uint32_t hyphen) {
  if (hyphen != begin + 2 || hyphen + 1 >= names.text.tokens.size() ||
      !names.is_mark(hyphen, '-') || !names.glued(hyphen) || !names.glued(hyphen + 1) ||
      !names.token(hyphen + 1).is(shape_lower) || !names.token(hyphen - 1).is(shape_upper_first))
    return false;
  if (!is_syllable(names.text.text(hyphen - 1)) || !is_syllable(names.text.text(hyphen + 1)))
    return false;
  const auto hit = names.longest(begin, begin + 1);
  const auto& senses = hit.senses;
  if (std::any_of(senses.begin(), senses.end(),
                  [](const Sense& s) { return (s.flags & sense_family_first) != 0; }))
    return true;
  return names.token(begin).span.size() <= 6 && !names.common(begin) &&
         is_syllable(names.text.text(begin)) && !hit.has(SenseKind::first_name);
}

}  // namespace factloom
