// SPDX-License-Identifier: Apache-2.0
#include "extract/names/weak_names.h"

#include "extract/names/second_names.h"

namespace factloom {
namespace {

/// "Zanzibar VOTED", "Zanzibar'S", "Zanzibar, THE"
bool acts(const NameText& n, const Candidate& c, bool known) {
  const auto next = c.tokens.last;
  if (next >= n.text.tokens.size() || n.token(c.tokens.first).tag == Tag::NNS) return false;
  if (is_verb(n.token(next).tag) || n.token(next).tag == Tag::MD || n.possessive(next)) return true;
  if ((!n.is_mark(next, ',') && !n.is(next, Role::and_)) || next + 1 >= n.text.tokens.size())
    return false;
  const Tag behind = n.token(next + 1).tag;
  return behind == Tag::DT || (known && (n.capital(next + 1) || behind == Tag::WDT));
}

/// "Zanzibar is an island"
bool is_told(const NameText& n, const Candidate& c, const Candidate& sum) {
  if (sum.of(Family::place) >= 3.5F && listed_as(n, c, Family::place)) return true;
  const bool little = names_group(n, c) || !is_noun(n.token(c.tokens.first).tag);
  return sum.of(Family::organization) >= (little ? 4.5F : 3.0F) && c.tokens.size() == 1;
}

}  // namespace

bool is_confirmed(const NameText& names, const Candidate& first, const Candidate& sum) {
  const bool known = known_name(names, first);
  if ((first.tokens.size() > 1 && first.hit.tokens > 0) || (known && owns(names, first)))
    return true;
  if (!first.canonical.empty()) return true;
  if (first.heading && !first.weak && first.hit.tokens > 0 && known) return true;
  return acts(names, first, known) && (known || is_told(names, first, sum));
}

}  // namespace factloom
