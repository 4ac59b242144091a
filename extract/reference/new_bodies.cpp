// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/new_bodies.h"

#include "extract/base/words.h"
#include "extract/reference/owners.h"

namespace factloom {
namespace {

bool founds(const Text& text, const KnownClasses& k, const Group& verb, bool passive) {
  const bool unreal = verb.modal != UINT32_MAX && verb.perfect;  // "would have created"
  if (verb.kind != GroupKind::verb || verb.passive != passive || verb.negated || unreal)
    return false;
  return text.tokens[verb.head].classes.has(k.founding_verb);
}

/// Does the noun stand beside a name that it explains: "Acme, A CHARITY founded by", "a firm,
/// ACME"?
bool beside_name(const Mentions& mentions, const std::vector<Group>& row, std::size_t i) {
  const auto named = [&](std::size_t k) { return named_at(mentions, row, k) != MentionId::none; };
  if (i > 1 && row[i - 1].kind == GroupKind::comma && named(i - 2)) return true;
  if (i + 1 >= row.size()) return false;
  const GroupKind next = row[i + 1].kind;
  if (next == GroupKind::verb && row[i + 1].passive) return named(i + 2);  // "a firm called ACME"
  return next == GroupKind::comma && named(i + 2);
}

/// "A GROUP led by Ann Lee", "an investor group of which", "A CONSORTIUM of banks headed by Acme"
bool led_group(const Text& text, const std::vector<Group>& row, std::size_t i) {
  if (!one_of(text.text(row[i].head), {"group", "consortium", "syndicate", "partnership"}))
    return false;
  std::size_t k = i + 1;
  if (k + 2 < row.size() && row[k].kind == GroupKind::preposition && text.text(row[k].head) == "of")
    k += 2;
  return k + 2 < row.size() && row[k].kind == GroupKind::verb && row[k].passive &&
         row[k].form == VerbForm::participle &&
         one_of(text.text(row[k].head), {"led", "headed", "controlled"}) &&
         text.text(row[k + 1].head) == "by";
}

}  // namespace

NewBody new_body(const Text& text, const Mentions& mentions, const EntityKinds& kinds,
                 const std::vector<Group>& row, std::size_t i) {
  const Group& g = row[i];
  const KnownClasses& k = kinds.classes;
  const Token& head = text.tokens[g.head];
  const bool body = head.classes.has(k.group) || head.classes.has(k.company) ||
                    head.classes.has(k.school) || head.classes.has(k.media) ||
                    head.classes.has(k.party) || text.text(g.head) == "venture";
  const bool somebody = head.classes.has(k.person) || head.classes.has(k.standing_noun);
  if (!body || somebody || head.classes.has(k.team) ||
      !text.tokens[g.tokens.first].classes.has(k.indefinite) || head.tag == Tag::NNS ||
      beside_name(mentions, row, i))
    return {};
  const bool set_up = (i > 0 && founds(text, k, row[i - 1], false)) ||
                      (i + 1 < row.size() && row[i + 1].form == VerbForm::finite &&
                       founds(text, k, row[i + 1], true));
  NewBody made;
  made.last = g.tokens.last;
  if (!set_up && led_group(text, row, i)) {
    made.type = kinds.organization;  // "a group OF INVESTORS led by Ann Lee"
    if (row[i + 1].kind == GroupKind::preposition) made.last = row[i + 2].tokens.last;
    return made;
  }
  if (!set_up) return {};
  const bool more = i + 2 < row.size() && row[i + 1].kind == GroupKind::preposition &&
                    row[i + 2].kind == GroupKind::noun && !row[i + 2].date &&
                    text.tokens[row[i + 1].head].tag != Tag::TO;
  if (more && one_of(text.text(row[i + 1].head), {"of", "for", "in"}))
    made.last = row[i + 2].tokens.last;  // "a foundation IN CHENNAI"
  const bool aim = i + 1 < row.size() && row[i + 1].kind == GroupKind::verb &&
                   row[i + 1].form == VerbForm::infinitive;
  if (g.head < g.tokens.first + 2 && made.last == g.tokens.last && !aim) return {};
  const bool firm = head.classes.has(k.company) && !head.classes.has(k.government);
  made.type = head.classes.has(k.party) ? kinds.party : firm ? kinds.company : kinds.organization;
  return made;
}

}  // namespace factloom
