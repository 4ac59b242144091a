// SPDX-License-Identifier: Apache-2.0
#include "extract/clauses/futurate.h"

#include <algorithm>

#include "extract/base/words.h"

namespace factloom {
namespace {

/// "next year"; `named`: "July", "Monday"; no year, in which a life story may tell of the past.
bool near_date(const Group& g, const GroupContext& c, bool named) {
  if (!g.date) return false;
  bool next = named && c.text.tokens[g.head].tag == Tag::NNP;
  for (std::uint32_t t = g.tokens.first; t < g.tokens.last; ++t) {
    const std::string_view word = c.text.text(t);
    if (word == "every" || word == "each" || word == "last" || word == "this") return false;
    if (c.text.tokens[t].tag == Tag::CD && word.size() == 4) return false;
    next = next || word == "next" || (named && c.text.tokens[t].tag == Tag::NNP);
  }
  return next;
}

}  // namespace

bool is_futurate(const Links& links, std::uint16_t verb, const GroupContext& c) {
  const Group& v = links.groups[links.nodes[verb].group];
  const Token& head = c.text.tokens[v.head];
  const Token& first = c.text.tokens[v.tokens.first];
  if (v.progressive && !v.perfect && !v.passive && v.form == VerbForm::finite &&
      head.classes.has(c.classes.leave) && !head.classes.has(c.classes.succession))
    return true;        // "said it was LEAVING NATO"
  const bool fixture =  // "Leeds PLAY Lund on Sunday"
      one_of(c.text.text(v.head), {"play", "plays", "host", "hosts", "face", "faces"});
  if (!(first.tag == Tag::VBZ || (fixture && first.tag == Tag::VBP)) || v.tokens.first != v.head ||
      v.perfect || v.passive)
    return false;
  const bool over = v.head + 1 < c.text.tokens.size() && c.text.text(v.head + 1) == "over";
  const bool moves = head.classes.has(c.classes.become) || head.classes.has(c.classes.leave) ||
                     head.classes.has(c.classes.succession) ||
                     (over && c.text.text(v.head) == "takes");
  if (moves && links.nodes[verb].group > 1)
    if (const Group& opens = links.groups[links.nodes[verb].group - 2u];
        c.text.text(opens.head) == "before")
      return true;  // "weeks BEFORE she LEAVES her post"
  return std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
    if (l.kind != LinkKind::when || l.from != verb || l.to >= links.groups.size()) return false;
    const bool lasts = l.to > 0 &&  // "remains its chairman UNTIL December"
                       c.text.tokens[links.groups[l.to - 1u].head].classes.has(c.classes.until);
    return !lasts && near_date(links.groups[l.to], c, moves || fixture);
  });
}

bool turned_out(const Group& v, const GroupContext& c) {
  const std::uint32_t modal = v.modal == UINT32_MAX ? v.head : v.modal;
  const bool was = v.copula && v.past && v.modal == UINT32_MAX;
  if ((c.text.text(modal) != "would" && !was) || v.perfect) return false;
  const bool alone = v.tokens.size() == 1 && v.tokens.last < c.text.tokens.size();
  for (std::uint32_t t = v.tokens.first; t < v.tokens.last + (alone ? 1u : 0u); ++t)
    if (const std::string_view word = c.text.text(t);
        word == "later" || word == "eventually" || word == "ultimately" || word == "subsequently")
      return true;
  return c.text.text(v.head) == "go" && v.head + 1 < c.text.tokens.size() &&
         c.text.text(v.head + 1) == "on";
}

bool went_elsewhere(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  if (!v.past || v.passive || context.text.text(v.head) != "moved") return false;
  const std::string_view next =
      v.head + 1 < context.text.tokens.size() ? context.text.text(v.head + 1) : std::string_view{};
  return next == "on" || next == "over" || next == "up" ||  // "MOVED ON to head the bank"
         std::any_of(links.links.begin(), links.links.end(), [&](const Link& l) {
           return l.kind == LinkKind::preposition && l.from == verb && !l.loose;
         });
}

bool is_awaited(const Links& links, std::uint16_t verb, const GroupContext& context) {
  const Group& v = links.groups[links.nodes[verb].group];
  const Tag first = context.text.tokens[v.tokens.first].tag;  // "once it HAS bought Bolt"
  const bool present = !v.past || (v.perfect && (first == Tag::VBZ || first == Tag::VBP));
  if (v.form != VerbForm::finite || !present || v.modal != UINT32_MAX) return false;
  for (std::size_t k = links.nodes[verb].group; k > 0;) {
    const Group& before = links.groups[--k];
    const std::string_view word = context.text.text(before.head);
    if (one_of(word, {"once", "before", "until", "Once", "Before", "Until"}))
      return before.kind != GroupKind::adverb || k == 0 ||
             links.groups[k - 1].kind == GroupKind::comma;
    if (before.kind == GroupKind::verb || before.kind == GroupKind::comma ||
        before.kind == GroupKind::relative || before.kind == GroupKind::subordinator)
      return false;
  }
  return false;
}

}  // namespace factloom
