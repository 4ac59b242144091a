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
/// Who dies by them.
constexpr std::array<Idiom, 26> last_idioms = {{
    {"passed", "away", false, false},     {"committed", "suicide", false, false},
    {"commits", "suicide", false, false}, {"took", "life", false, false},
    {"taken", "life", false, false},      {"lost", "life", false, false},
    {"gave", "life", false, false},       {"found", "dead", true, false},
    {"shot", "dead", true, false},        {"laid", "rest", true, false},
    {"stabbed", "death", true, false},    {"beaten", "death", true, false},
    {"put", "death", true, false},        {"hacked", "death", true, false},
    {"crushed", "death", true, false},    {"trampled", "death", true, false},
    {"bludgeoned", "death", true, false}, {"tortured", "death", true, false},
    {"fell", "death", false, false},      {"falls", "death", false, false},
    {"jumped", "death", false, false},    {"leapt", "death", false, false},
    {"leaped", "death", false, false},    {"plunged", "death", false, false},
    {"bled", "death", false, false},      {"froze", "death", false, false},
}};
constexpr std::uint32_t reach = 5;  // words between verb and noun

template <std::size_t count>
constexpr auto verbs_of(const std::array<Idiom, count>& table) {
  std::array<std::string_view, count> verbs;
  for (std::size_t i = 0; i < count; ++i) verbs[i] = table[i].verb;
  return verbs;
}
constexpr auto verbs_of_idioms = verbs_of(idioms);
constexpr auto verbs_of_last_idioms = verbs_of(last_idioms);
constexpr WordGlance idiom_signs(verbs_of_idioms);
constexpr WordGlance last_signs(verbs_of_last_idioms);

/// The token of the idiom's other word; 0 if it is not there.
std::uint32_t completed(const Idiom& i, const Group& verb, std::uint32_t end, const Text& text) {
  if (text.text(verb.head) != i.verb) return 0;
  for (std::uint32_t t = verb.head + 1; t < end; ++t)
    if (text.text(t) == i.noun) return t;
  return 0;
}

}  // namespace

bool begins_idiom(std::string_view verb) {
  return idiom_signs.may_be(verb) && one_of(verb, verbs_of_idioms);
}

bool begins_last_idiom(std::string_view verb) {
  return last_signs.may_be(verb) && one_of(verb, verbs_of_last_idioms);
}

Goer goer_of_idiom(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  if (!idiom_signs.may_be(context.text.text(v.head))) return Goer::nobody;
  const std::uint32_t end = std::min(links.groups.back().tokens.last, v.head + 1 + reach);
  for (const Idiom& i : idioms)
    if (completed(i, v, end, context.text) != 0)
      return i.shared ? Goer::partner : i.suffered && !v.passive ? Goer::object : Goer::subject;
  return Goer::nobody;
}

Goer dies_by_idiom(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  const Text& text = context.text;
  if (!last_signs.may_be(text.text(v.head))) return Goer::nobody;
  const std::uint32_t end = std::min(links.groups.back().tokens.last, v.head + 1 + reach);
  for (const Idiom& i : last_idioms) {
    const std::uint32_t last = completed(i, v, end, text);
    if (last == 0) continue;
    const Tag before = text.tokens[last - 1].tag;  // "took HER life", "took her OWN life"
    if (i.noun == "life" && before != Tag::PRPS && text.text(last - 1) != "own") continue;
    const bool own = before == Tag::PRPS && last > v.head + 2;  // "fell to HIS death"
    if (i.noun == "death" && text.text(last - (own ? 2 : 1)) != "to") continue;
    if (!i.suffered) return v.passive ? Goer::nobody : Goer::subject;
    return v.passive ? Goer::subject : Goer::object;
  }
  return Goer::nobody;
}

}  // namespace factloom
