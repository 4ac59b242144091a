// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/offices.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/words.h"

namespace factloom {
namespace {

using namespace std::string_view_literals;

constexpr std::array lower = {"deputy"sv, "vice"sv,   "assistant"sv, "junior"sv,
                              "Deputy"sv, "Vice"sv,   "Assistant"sv, "Junior"sv,
                              "shadow"sv, "Shadow"sv, "associate"sv, "under"sv};
constexpr std::array offices = {"president"sv, "minister"sv,  "premier"sv,    "governor"sv,
                                "mayor"sv,     "secretary"sv, "ambassador"sv, "senator"sv,
                                "treasurer"sv, "director"sv,  "professor"sv,  "editor"sv,
                                "coach"sv,     "captain"sv,   "chancellor"sv, "commissioner"sv};
constexpr std::array by_field = {"minister"sv, "secretary"sv, "director"sv, "commissioner"sv,
                                 "editor"sv};

std::string_view word_at(const Text& text, std::uint32_t t) {
  const std::string_view word = text.text(t);
  for (const std::string_view office : offices)
    if (word.size() == office.size() && word.substr(1) == office.substr(1)) return office;
  return word;
}
bool chairs(std::string_view word) {
  return word.starts_with("chair") || word.starts_with("Chair");
}
/// The words of a post before its last: the first of them.
std::uint32_t first_of(const Text& text, std::uint32_t last) {
  constexpr std::uint32_t longest = 4;
  std::uint32_t t = last;
  while (t > 0 && last - t < longest) {
    const Tag tag = text.tokens[t - 1].tag;
    if (!is_noun(tag) && !is_adjective(tag) && tag != Tag::HYPH) break;
    --t;
  }
  return t;
}
bool is_lower(const Text& text, std::uint32_t last) {
  for (std::uint32_t t = first_of(text, last); t < last; ++t)
    if (one_of(text.text(t), lower)) return true;
  return false;
}
/// "FINANCE minister"; empty where the word stands alone.
std::string_view field(const Text& text, std::uint32_t last) {
  return first_of(text, last) < last ? text.text(last - 1) : std::string_view{};
}

/// No party has one.
bool of_state_alone(std::string_view word) {
  return one_of(word, {"minister", "premier", "governor", "mayor", "chancellor"});
}

}  // namespace

bool other_office(const Text& text, std::uint32_t a, std::uint32_t b) {
  const std::string_view one = word_at(text, a), other = word_at(text, b);
  if (chairs(one) != chairs(other) || is_lower(text, a) != is_lower(text, b)) return true;
  if (one == other) {
    if (!one_of(one, by_field)) return false;
    const std::string_view x = field(text, a), y = field(text, b);
    return !x.empty() && !y.empty() && x != y;
  }
  if ((one == "leader" && of_state_alone(other)) || (other == "leader" && of_state_alone(one)))
    return true;  // a party's, most often
  const bool premiers =
      one_of(one, {"minister", "premier"}) && one_of(other, {"minister", "premier"});
  return !premiers && one_of(one, offices) && one_of(other, offices);
}

}  // namespace factloom
