// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/going_idioms.h"

#include <algorithm>
#include <array>

#include "extract/base/words.h"

namespace factloom {
namespace {

struct Idiom {
  std::string_view verb, noun;
  bool suffered;  ///< it is done to who goes: "was SHOWN the door"
  bool shared;    ///< it is done with who goes: "PARTED company with"
};
constexpr std::array<Idiom, 17> idioms = {{
    {"threw", "towel", false, false},
    {"thrown", "towel", false, false},
    {"packed", "bags", false, false},
    {"cleared", "desk", false, false},
    {"shown", "door", true, false},
    {"showed", "door", true, false},
    {"relieved", "duties", true, false},
    {"relieved", "command", true, false},
    {"relieved", "post", true, false},
    {"stripped", "post", true, false},
    {"parted", "company", false, true},
    {"parted", "ways", false, true},
    {"cut", "ties", false, true},
    {"severed", "ties", false, true},
    {"called", "time", false, false},
    {"hung", "boots", false, false},
    {"hung", "gloves", false, false},
}};
constexpr std::uint32_t reach = 5;  // words between verb and noun

constexpr auto verbs_of_idioms = [] {
  std::array<std::string_view, idioms.size()> verbs;
  for (std::size_t i = 0; i < idioms.size(); ++i) verbs[i] = idioms[i].verb;
  return verbs;
}();
constexpr WordGlance idiom_signs(verbs_of_idioms);

}  // namespace

bool begins_idiom(std::string_view verb) {
  return idiom_signs.may_be(verb) && one_of(verb, verbs_of_idioms);
}

Goer goer_of_idiom(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  const std::string_view word = context.text.text(v.head);
  if (!idiom_signs.may_be(word)) return Goer::nobody;
  const std::uint32_t end = std::min(links.groups.back().tokens.last, v.head + 1 + reach);
  for (const Idiom& i : idioms) {
    if (word != i.verb) continue;
    for (std::uint32_t t = v.head + 1; t < end; ++t) {
      if (context.text.text(t) != i.noun) continue;
      if (i.shared) return Goer::partner;
      return i.suffered && !v.passive ? Goer::object : Goer::subject;
    }
  }
  return Goer::nobody;
}

}  // namespace factloom
