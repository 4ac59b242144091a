// SPDX-License-Identifier: Apache-2.0
#include "extract/names/name_lists.h"

#include <algorithm>
#include <span>

#include "extract/names/second_names.h"

namespace factloom {
namespace {

constexpr float sure = 3.5F;     // evidence of a name that speaks for others
constexpr float goods = 1.8F;    // … of goods, which stand among goods
constexpr float listed = 2.6F;   // … of a firm that the lists know
constexpr float unsure = 2.5F;   // of one that others may speak for
constexpr float by_mate = 1.3F;  // what a mate's type counts

void share(const NameRules& rules, Candidate& to, const Candidate& from) {
  const auto strong = static_cast<std::size_t>(
      std::max_element(from.score.begin(), from.score.end()) - from.score.begin());
  const auto weak = *std::max_element(to.score.begin(), to.score.end());
  const auto family = static_cast<Family>(strong);
  const float enough = family == Family::product ? goods : sure;
  if (from.score[strong] < enough || weak >= unsure || from.kind != to.kind) return;
  to.add(family, family == Family::person ? rules.types().person : from.type[strong], by_mate);
}

/// Is it clear that the name is a firm's, and can it be nobody's?
bool plainly_firm(const NameTypes& types, const Candidate& c) {
  const float group = c.of(Family::organization);
  return c.type[static_cast<std::size_t>(Family::organization)] == types.company &&
         group >= listed &&
         group - std::max(c.of(Family::person), c.of(Family::place)) >= listed / 2;
}

/// "Siemens, Alstom and TRANDEL": among firms a surname is a firm's, too.
void surnames_among_firms(const NameTypes& types, std::span<Candidate> list) {
  const auto firm = [&](const Candidate& c) { return plainly_firm(types, c); };
  const auto firms = std::count_if(list.begin(), list.end(), firm);
  if (firms == 0) return;
  const float amount = firms > 1 ? 2.6F : by_mate;
  for (Candidate& c : list) {
    if (firm(c) || c.tokens.size() > 1 || c.kind != MentionKind::name ||
        c.of(Family::person) >= sure || c.of(Family::place) >= c.of(Family::person))
      continue;
    c.add(Family::organization, types.company, amount);
    c.add(Family::person, -0.5F * amount);
  }
}

/// "at Harvard, OXFORD and Yale": a school, too.
void towns_among_schools(TypeId school, std::span<Candidate> list) {
  const auto is_school = [&](const Candidate& c) {
    return c.type[static_cast<std::size_t>(Family::organization)] == school &&
           c.of(Family::organization) > c.of(Family::place);
  };
  if (std::count_if(list.begin(), list.end(), is_school) < 2) return;
  for (Candidate& c : list)
    if (!is_school(c) && c.kind == MentionKind::name)
      c.add(Family::organization, school, std::max(0.0F, c.of(Family::place)) + 1.0F);
}

/// "LEEDS and Norwich drew 1-1": beside a town that is a club here, another town is one as well.
void towns_among_clubs(const NameRules& rules, std::span<Candidate> list) {
  const auto team = rules.types().team;
  const auto town = [&](const Candidate& c) {
    return c.kind == MentionKind::name && c.of(Family::place) > 0 && c.canonical.empty();
  };
  const auto club = [&](const Candidate& c) {
    return c.type[static_cast<std::size_t>(Family::organization)] == team &&
           c.of(Family::organization) > c.of(Family::place);
  };
  const auto listed_town = [&](const Candidate& c) {
    return club(c) && std::any_of(c.hit.senses.begin(), c.hit.senses.end(), [&](const Sense& s) {
             return s.kind == SenseKind::name &&
                    rules.family(rules.type(c.hit, s)) == Family::place;
           });
  };
  if (std::none_of(list.begin(), list.end(), listed_town)) return;
  for (Candidate& c : list)
    if (!club(c) && town(c)) c.add(Family::organization, team, c.of(Family::place) + 1.0F);
}

bool in_list(const NameText& names, const Candidate& a, const Candidate& b) {
  const auto gap = b.tokens.first - a.tokens.last;
  if (gap == 0 || gap > 2) return false;
  for (auto i = a.tokens.last; i < b.tokens.first; ++i)
    if (!names.is_mark(i, ',') && !names.is(i, Role::and_)) return false;
  // "Acme in Peru and BOLT in Chile"
  const bool paired = gap == 1 && a.tokens.first > 0 && b.tokens.last < names.text.tokens.size() &&
                      names.is(a.tokens.first - 1, Role::place_preposition) &&
                      names.is(b.tokens.last, Role::place_preposition);
  return !paired;
}

}  // namespace

void share_types_in_lists(const NameText& names, std::span<Candidate> c) {
  for (std::size_t begin = 0, end = 0; begin < c.size(); begin = end) {
    bool coordinated = false;
    for (end = begin + 1; end < c.size() && in_list(names, c[end - 1], c[end]); ++end)
      coordinated |= names.is(c[end].tokens.first - 1, Role::and_);
    // "in Belgium, Alliance 90": a comma alone between two makes no list.
    // "Based in Leeds, England, Acme grew": the last is a subject.
    const auto last = !coordinated && before_verb(names, c[end - 1]) ? end - 1 : end;
    if (!coordinated && last - begin < 3) continue;
    for (auto i = begin + 1; i < last; ++i) share(names.rules, c[i], c[i - 1]);
    for (auto i = last; i-- > begin + 1;) share(names.rules, c[i - 1], c[i]);
    surnames_among_firms(names.rules.types(), c.subspan(begin, last - begin));
    towns_among_schools(names.rules.types().school, c.subspan(begin, last - begin));
    towns_among_clubs(names.rules, c.subspan(begin, last - begin));
  }
}

}  // namespace factloom
