// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/aims.h"

#include <string_view>

#include "extract/base/words.h"

namespace factloom {
namespace {

/// Measures that are nearly always called after those whom they hit; of the others ("the China
/// tariffs", "the Huawei ban") only what "the" or "a" points out is.
bool hostile(std::string_view noun) {
  return one_of(noun, {"sanctions", "sanction", "embargo", "embargoes", "embargos", "blockade",
                       "boycott", "boycotts"});
}
bool barrier(std::string_view noun) {
  return one_of(noun, {"tariff", "tariffs", "duties", "ban", "bans"});
}

}  // namespace

bool own_to_change(std::string_view verb) {
  return begins_with_one_of(verb, {"lift", "eas", "suspend", "reimpos", "extend", "tighten",
                                   "relax", "waive", "scrap", "loosen"});
}

Aim aim_of(const Text& text, const Mentions& mentions, const Ontology& ontology,
           const KnownClasses& classes, MentionId named, std::uint32_t head) {
  const std::string_view noun = text.text(head);
  const bool siege = hostile(noun);
  if (!siege && !barrier(noun)) return Aim::maker;
  const Mention& m = mentions.mentions[index(named)];
  const Ontology::KnownTypes& known = ontology.known();
  const TypeId type = type_of(mentions, named);
  const bool country = ontology.is_a(type, known.country);
  const bool firm = ontology.is_a(type, known.company) || ontology.is_a(type, known.team);
  if (m.kind != MentionKind::name || !(country || firm || ontology.is_a(type, known.place)))
    return Aim::maker;
  if (country && (text.tokens[m.head].is(shape_all_upper) || text.tokens[m.head].tag == Tag::NNPS))
    return Aim::maker;  // "the UK ban", "United STATES sanctions": no adjective says it
  if (head + 1 < text.tokens.size() && one_of(text.text(head + 1), {"on", "against"}))
    return Aim::maker;
  bool plain = true;  // of all trade: "the Iran OIL embargo" is on the oil alone
  for (std::uint32_t t = m.tokens.last; t < head; ++t) {
    if (text.text(t) == "export") return Aim::maker;  // "the India rice EXPORT ban"
    plain = plain && one_of(text.text(t), {"arms", "trade", "travel", "flight", "economic",
                                           "financial", "visa", "naval", "air", "weapons"});
  }
  if (!plain) return Aim::open;
  if (siege) return Aim::target;
  const std::uint32_t first = m.tokens.first;
  const bool pointed = first > 0 && (text.tokens[first - 1].classes.has(classes.definite) ||
                                     text.tokens[first - 1].classes.has(classes.indefinite));
  const bool ban = noun.starts_with("ban");
  if (!pointed || (country && ban && m.tokens.last == head)) return Aim::open;  // "the CHINA ban"
  return country || firm ? Aim::target : Aim::maker;
}

}  // namespace factloom
