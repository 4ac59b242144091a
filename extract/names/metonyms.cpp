// SPDX-License-Identifier: Apache-2.0
#include "extract/names/metonyms.h"

#include <algorithm>

namespace factloom {
namespace {

/// "the attack on Tel Aviv", "bombed Baghdad": the city itself.
bool attacked(const NameText& n, const Candidate& c) {
  const std::uint32_t b = c.tokens.first;
  return (b >= 1 && n.is(b - 1, Role::violent)) ||
         (b >= 2 && n.is(b - 2, Role::violent) && n.token(b - 1).tag == Tag::IN);
}

/// Nothing goes on behind the name: no "Moscow's streets", "Quito, Ecuador".
bool stands_alone(const NameText& n, const Candidate& c) {
  const auto next = c.tokens.last;
  if (next >= n.text.tokens.size()) return true;
  const Tag tag = n.token(next).tag;
  return !is_noun(tag) && tag != Tag::POS && tag != Tag::HYPH && !n.capital(next) &&
         !(n.is_mark(next, ',') && n.capital(next + 1));
}

/// "asked Seoul to lower tariffs", "sanctions against Moscow"; not "by London bankers".
bool addressed(const NameText& n, const Candidate& c) {
  return c.tokens.first > 0 && n.is(c.tokens.first - 1, Role::government_address) &&
         stands_alone(n, c);
}

/// "sent a mission TO QUITO"
bool sent_to(const NameText& n, const Candidate& c) {
  const std::uint32_t b = c.tokens.first;
  return b >= 2 && n.is(b - 1, Role::move_preposition) && n.is(b - 2, Role::envoy) &&
         stands_alone(n, c);
}

/// "a licence FROM WASHINGTON", "sanctions ON MOSCOW"; not "a law in Paris", "on Moscow's streets"
bool measured(const NameText& n, const Candidate& c) {
  const std::uint32_t b = c.tokens.first - 1;
  if (c.tokens.first < 2 || n.token(b).tag != Tag::IN || n.is(b, Role::place_preposition) ||
      n.is(b, Role::of) || !n.is(b - 1, Role::policy_noun))
    return false;
  const auto next = c.tokens.last;
  return next >= n.text.tokens.size() ||
         (!is_noun(n.token(next).tag) && n.token(next).tag != Tag::POS && !n.capital(next) &&
          !(n.is_mark(next, ',') && n.capital(next + 1)));
}

/// "Berlin is home to Acme", "Paris was the birthplace of …": what a place is, no state.
bool described_as_place(const NameText& n, std::uint32_t i) {
  const auto& k = n.rules.classes();
  const auto end = static_cast<std::uint32_t>(n.text.tokens.size());
  if (i >= end || !n.token(i).classes.has(k.be)) return false;
  for (auto last = std::min(end, i + 6); ++i < last;) {
    const Tag tag = n.token(i).tag;
    if (is_noun(tag) && n.token(i).classes.has(k.place)) return true;
    if (tag != Tag::DT && !is_adjective(tag) && !is_adverb(tag) && !is_noun(tag)) return false;
  }
  return false;
}

}  // namespace

bool acts_as_state(const NameText& n, const Candidate& c) {
  if (!c.metonym || attacked(n, c) || described_as_place(n, c.tokens.last)) return false;
  if (c.hit.senses.size() == 1 || addressed(n, c) || measured(n, c) || sent_to(n, c)) return true;
  if (c.tokens.first > 0) {
    const auto b = c.tokens.first - 1;
    if (n.is_mark(b, ',') && b > 0 && n.capital(b - 1)) return false;  // "Redmond, Washington"
    if (n.is(b, Role::place_preposition) || n.is(b, Role::move_preposition) || n.is(b, Role::of) ||
        (n.capital(b) && !c.heading))
      return false;
  }
  auto i = c.tokens.last;
  if (i >= n.text.tokens.size()) return false;
  const bool possessive = n.possessive(i);
  if (possessive) {
    for (++i; i < c.tokens.last + 4 && i < n.text.tokens.size(); ++i) {
      if (n.is(i, Role::policy_noun)) return true;
    }
    return false;
  }
  if (n.is(i, Role::and_) && i + 2 < n.text.tokens.size() && n.capital(i + 1)) i += 2;
  if (i + 1 < n.text.tokens.size() && is_adverb(n.token(i).tag) &&
      is_finite_verb(n.token(i + 1).tag))
    ++i;  // "Ottawa LATER added a loan"
  return n.is(i, Role::government_verb);
}

}  // namespace factloom
