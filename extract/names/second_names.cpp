// SPDX-License-Identifier: Apache-2.0
#include "extract/names/second_names.h"

#include <algorithm>

#include "extract/base/ascii.h"

namespace factloom {
namespace {

/// A word of "in Chinese", or the adjective alone: "known in Chinese as", "whose Chinese name".
bool in_language(const NameText& names, std::span<const Candidate> candidates, std::uint32_t i) {
  const auto at = names.is(i, Role::place_preposition) ? i + 1 : i;
  const auto c = std::lower_bound(
      candidates.begin(), candidates.end(), at,
      [](const Candidate& candidate, std::uint32_t t) { return candidate.tokens.first < t; });
  return c != candidates.end() && c->kind == MentionKind::adjective && c->tokens.first == at &&
         c->tokens.size() == 1;
}

/// Greek, Cyrillic, Hebrew, Arabic, or the scripts of East Asia?
bool other_script(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.empty() ? 0 : word[0]);
  return (lead >= 0xCE && lead <= 0xDB) || (lead >= 0xE3 && lead <= 0xED);
}

}  // namespace

bool says_second_name(const NameText& names, std::span<const Candidate> candidates,
                      const Candidate& a, const Candidate& b) {
  if (a.kind != MentionKind::name || b.kind != MentionKind::name) return false;
  if (b.tokens.first <= a.tokens.last || b.tokens.first - a.tokens.last > 8) return false;
  if (b.tokens.last < names.text.tokens.size() && names.possessive(b.tokens.last)) return false;
  bool said = false;
  for (auto i = a.tokens.last; i < b.tokens.first; ++i) {
    const Tag tag = names.token(i).tag;
    const bool mark = names.is_mark(i, ',') || names.is_mark(i, '(') || tag == Tag::open_quote;
    const bool born = names.is(i, Role::born) && i + 1 == b.tokens.first;
    if ((names.is(i, Role::alias) && is_no_deed(names, a.tokens.last, i)) || born)
      said = true;
    else if (!mark && tag != Tag::POS && !names.is(i, Role::alias_part) &&
             !in_language(names, candidates, i))
      return false;
  }
  return said;
}

bool is_no_deed(const NameText& names, std::uint32_t from, std::uint32_t i) {
  if (!names.is(i, Role::calling)) return true;
  while (i-- > from) {
    const Token& t = names.token(i);
    if (t.tag == Tag::WP || t.tag == Tag::WDT) return false;
    if (t.is(shape_punctuation) || t.classes.has(names.rules.classes().be)) return true;
  }
  return false;
}

TokenRange native_name(const NameText& names, const Candidate& candidate) {
  constexpr std::uint32_t furthest = 12;  // tokens behind the bracket
  const auto open = candidate.tokens.last;
  const auto count = static_cast<std::uint32_t>(names.text.tokens.size());
  TokenRange native{open, open};
  if (candidate.kind != MentionKind::name || open + 2 >= count || !names.is_mark(open, '('))
    return native;
  for (auto t = open + 1; t < std::min(open + furthest, count); ++t) {
    if (names.is_mark(t, ')') || names.is_mark(t, '(')) break;
    if (other_script(names.text.text(t))) {
      if (native.size() == 0) native.first = t;
      native.last = t + 1;
    } else if (native.size() > 0) {
      break;
    }
  }
  return native;
}

bool abbreviates(std::string_view shorter, std::string_view longer) {
  if (shorter.size() < 3 || shorter.size() * 2 > longer.size() ||
      ascii_lower(shorter[0]) != ascii_lower(longer[0]))
    return false;
  std::size_t at = 0;
  for (const char x : longer)
    if (at < shorter.size() && ascii_lower(x) == ascii_lower(shorter[at])) ++at;
  return at == shorter.size();
}

std::string compound_surname(const NameText& names, TokenRange name) {
  auto first = name.last - 1;
  while (first > name.first) {
    const auto before = first - 1;
    if (before > name.first && names.is_mark(before, '-') && names.glued(before))
      first = before - 1;
    else if (names.is(before, Role::particle))
      first = before;
    else
      break;
  }
  if (first + 1 == name.last) return {};
  std::string surname(names.text.span({first, name.last}).of(names.text.source));
  surname[0] = ascii_lower(surname[0]);
  return surname;
}

bool known_name(const NameText& names, const Candidate& candidate) {
  const auto next = candidate.tokens.last;
  const bool speaks =
      next < names.text.tokens.size() &&
      (names.is(next, Role::person_verb) || names.token(candidate.tokens.first).tag == Tag::NNP);
  for (const auto& s : candidate.hit.senses) {
    if (s.kind == SenseKind::name && s.weight >= 5) return true;
    if (s.kind == SenseKind::surname && s.weight >= 7 && speaks) return true;
    if (s.kind == SenseKind::first_name && s.weight >= 9 && speaks) return true;
  }
  return false;
}

bool names_group(const NameText& names, const Candidate& candidate) {
  const auto& k = names.rules.classes();
  const ClassId groups[] = {k.group, k.company, k.government, k.person};
  return std::any_of(std::begin(groups), std::end(groups),
                     [&](ClassId c) { return names.noun_class(candidate.tokens.first, c); });
}

bool begins_with_given_name(const NameText& names, const Candidate& candidate) {
  constexpr int common = 5;  // of 9
  const auto first = candidate.tokens.first;
  if (candidate.tokens.size() > 2 && names.token(first + 1).is(shape_period) &&
      names.token(first + 1).span.size() > 3)
    return false;  // "Warner Bros. Discovery"
  return names.longest(first, first + 1).has(SenseKind::first_name, common);
}

std::string shared_surname(const NameText& names, const Candidate& first, const Candidate& second) {
  const auto joint = first.tokens.last;
  if (first.tokens.size() != 1 || second.tokens.size() != 2 || second.tokens.first != joint + 1 ||
      !names.is(joint, Role::and_) || first.kind != MentionKind::name)
    return {};
  const auto before = first.tokens.first;
  const bool titled =
      before > 0 && (names.is(before - 1, Role::title_male) ||
                     names.is(before - 1, Role::title_female) || names.is(before - 1, Role::title));
  int given = 0, known = 0;  // how well: of 9
  for (const Sense& s : first.hit.senses) {
    if (s.kind == SenseKind::first_name) given = std::max<int>(given, s.weight);
    if (s.kind == SenseKind::name) known = std::max<int>(known, s.weight);
  }
  if (titled || known >= given || !begins_with_given_name(names, first) ||
      !begins_with_given_name(names, second))
    return {};
  const auto surname = names.text.text(second.tokens.last - 1);
  return std::string(names.text.text(before)) + ' ' + std::string(surname);
}

bool of_one_country(const NameText& names, const Candidate& candidate) {
  auto last = candidate.tokens.last;
  while (last > candidate.tokens.first + 2 &&
         (names.is(last - 1, Role::legal) || names.is_mark(last - 1, ',')))
    --last;
  if (last < candidate.tokens.first + 2) return false;
  const bool twofold = last > candidate.tokens.first + 2;  // "Tate St Ives", no "Bayern Munich"
  const auto hit = names.longest(twofold ? last - 2 : last - 1, last);
  const bool city = twofold && hit.tokens == 2;
  const auto& of = city || !twofold ? hit : names.longest(last - 1, last);
  return std::any_of(of.senses.begin(), of.senses.end(), [&](const Sense& s) {
    if (s.kind != SenseKind::name) return false;
    return names.rules.type(of, s) == names.rules.types().country ||
           (city && names.rules.family(names.rules.type(of, s)) == Family::place);
  });
}

namespace {
constexpr std::size_t longest_ticker = 7;

/// "CHV", "ADSA.S": what a stock exchange calls a firm.
bool is_ticker(const NameText& names, const Candidate& candidate) {
  const auto text = names.text.text(candidate.tokens.first);
  return candidate.tokens.size() == 1 && text.size() <= longest_ticker &&
         std::all_of(text.begin(), text.end(),
                     [](char x) { return (x >= 'A' && x <= 'Z') || x == '.'; });
}
}  // namespace

std::uint32_t before_bracket(const NameText& names, std::span<const Candidate> candidates,
                             const Candidate& candidate) {
  const auto i = candidate.tokens.first;
  if (i < 2 || candidate.tokens.last >= names.text.tokens.size()) return 0xFFFFFFFF;
  const auto within = [&](char opens, char closes) {
    return names.is_mark(i - 1, opens) && names.is_mark(candidate.tokens.last, closes);
  };
  if (!within('(', ')') && !(is_ticker(names, candidate) && within('<', '>'))) return 0xFFFFFFFF;
  const auto at = static_cast<std::uint32_t>(&candidate - candidates.data());
  return at > 0 && candidates[at - 1].tokens.last == i - 1 ? at - 1 : 0xFFFFFFFF;
}

std::uint32_t named_in_full(const NameText& names, std::span<const Candidate> candidates,
                            std::uint32_t i) {
  const Candidate& c = candidates[i];
  const auto head = c.tokens.first;
  if (c.tokens.size() != 1 || c.kind != MentionKind::name || !c.canonical.empty() || head == 0)
    return 0xFFFFFFFF;
  const bool before_post =  // "COMMISSION chairman Ann Lee"
      head + 1 < names.text.tokens.size() && names.is(head + 1, Role::post);
  if (!names.is(head - 1, Role::article) && !before_post) return 0xFFFFFFFF;
  const std::string_view word = names.text.text(head);
  const bool body =
      names.common(head) && names.rules.family(names.word(head).last) == Family::organization;
  if (!body && (c.hit.tokens > 0 || word.back() != 's')) return 0xFFFFFFFF;
  while (i-- > 0) {
    const Candidate& whole = candidates[i];
    if (whole.kind != MentionKind::name || whole.tokens.size() < 2) continue;
    auto last = whole.tokens.first;  // its head: the last word, or the one before "of", "for"
    while (last + 1 < whole.tokens.last && !names.is(last + 1, Role::of) &&
           !names.is(last + 1, Role::for_))
      ++last;
    if (names.text.text(last) == word) return i;
  }
  return 0xFFFFFFFF;
}

bool same_entry(const Candidate& one, const Candidate& other) {
  const auto& a = one.hit;
  const auto& b = other.hit;
  return a.tokens > 0 && b.tokens > 0 && a.image == b.image &&
         a.senses[0].kind == SenseKind::name && b.senses[0].kind == SenseKind::name &&
         a.senses[0].name == b.senses[0].name;
}

bool listed_so(const NameText& names, const Candidate& one, const Candidate& other) {
  return same_entry(one, other) && names.gazetteer.text(other.hit, other.hit.senses[0].name) ==
                                       names.text.span(other.tokens).of(names.text.source);
}

bool listed_as(const NameText& names, const Candidate& candidate, Family family) {
  const auto& senses = candidate.hit.senses;
  return std::any_of(senses.begin(), senses.end(), [&](const Sense& s) {
    return s.kind == SenseKind::name && s.weight > 2 &&
           names.rules.family(names.rules.type(candidate.hit, s)) == family;
  });
}

void add_names(const NameText& names, const std::vector<TokenRange>& places, Entity& entity) {
  for (const TokenRange& tokens : places) {
    std::string text(names.text.span(tokens).of(names.text.source));
    if (text != entity.name &&
        std::find(entity.also.begin(), entity.also.end(), text) == entity.also.end())
      entity.also.push_back(std::move(text));
  }
}

bool called_by_second(const NameText& names, const Candidate& candidate) {
  auto last = candidate.tokens.last;
  while (last > candidate.tokens.first + 1 && names.is(last - 1, Role::legal)) --last;
  if (last > candidate.tokens.first + 3 && names.is_mark(last - 2, '/')) last -= 3;  // "A/S"
  const auto second = candidate.tokens.first + 1;
  if (last != second + 1) return false;
  if (last == candidate.tokens.last)
    return names.word(candidate.tokens.first).first != TypeId::none;
  return names.capital(second) && !names.common(second);
}

namespace {

bool says_part(const NameText& names, TokenRange place, TokenRange longer) {
  constexpr std::uint32_t near = 14, words = 4;
  const bool behind = longer.last <= place.first;
  const auto from = behind ? longer.last : place.last, to = behind ? place.first : longer.first;
  if (from > to || to - from > near) return false;
  const auto part = [&](std::uint32_t i) {
    return names.noun_class(i, names.rules.classes().firm_part);
  };
  for (auto t = from; t < to; ++t)
    if (names.token(t).tag == Tag::period) return false;
  if (behind) {  // "Zorvan Express, AN ARM OF the group ZORVAN"
    auto of = place.first;
    while (of > from && place.first - of < words && !names.is(of - 1, Role::of)) --of;
    return of > from + 1 && names.is(of - 1, Role::of) && part(of - 2);
  }
  if (from == to || !names.possessive(from)) return false;
  for (auto t = from + 1; t < to; ++t)
    if (part(t)) return true;
  return false;
}

}  // namespace

bool parent_of(const NameText& names, std::span<const Candidate> candidates,
               std::span<const std::uint32_t> shorter, std::span<const std::uint32_t> longer) {
  return std::any_of(shorter.begin(), shorter.end(), [&](std::uint32_t s) {
    return std::any_of(longer.begin(), longer.end(), [&](std::uint32_t l) {
      return says_part(names, candidates[s].tokens, candidates[l].tokens);
    });
  });
}

bool legal_more(const NameText& names, const Candidate& candidate) {
  for (auto i = candidate.tokens.first + 1; i < candidate.tokens.last; ++i)
    if (!names.is(i, Role::legal) && !names.is_mark(i, '&') && !names.is_mark(i, ',')) return false;
  return true;
}

bool two_halves(const NameText& names, std::span<const Candidate> candidates,
                const Candidate& full) {
  const auto joint = full.tokens.first + 1;
  if (full.tokens.size() < 3 || !names.is_mark(joint, '-') || !names.glued(joint)) return false;
  return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& c) {
    return c.kind == MentionKind::name &&
           names.text.text(c.tokens.first) == names.text.text(joint + 1);
  });
}

bool acts_as_firm(const NameText& names, const Candidate& sum) {
  const float firm = sum.of(Family::organization);
  return firm > 2.0F && firm > 0.6F * sum.of(Family::place) &&
         !listed_as(names, sum, Family::place);
}

bool before_verb(const NameText& names, const Candidate& candidate) {
  const auto end = names.text.tokens.size();
  auto i = candidate.tokens.last;
  if (i + 1 < end && is_adverb(names.token(i).tag)) ++i;
  return i < end && (is_finite_verb(names.token(i).tag) || names.token(i).tag == Tag::MD);
}

bool owns(const NameText& names, const Candidate& candidate) {
  const auto next = candidate.tokens.last;
  return next + 1 < names.text.tokens.size() && names.is(next, Role::organization_noun) &&
         !names.capital(next) && names.capital(next + 1) &&
         listed_as(names, candidate, Family::organization);
}

bool kin_of_namesake(const NameText& names, std::span<const Candidate> candidates,
                     std::uint32_t i) {
  constexpr std::uint32_t furthest = 40;  // tokens back to the namesake
  const TokenRange name = candidates[i].tokens;
  auto before = name.first;
  if (before > 1 && (names.is_mark(before - 1, ',') || names.is(before - 1, Role::of))) --before;
  if (before == 0 || !names.is(before - 1, Role::kin)) return false;
  const auto same = [&](std::uint32_t a, std::uint32_t b) {
    return names.text.text(a) == names.text.text(b);
  };
  while (i-- > 0 && name.first - candidates[i].tokens.last < furthest) {
    const TokenRange other = candidates[i].tokens;
    if (same(other.last - 1, name.last - 1))
      return other.size() == 1 || same(other.first, name.first);
  }
  return false;
}

std::string name_at_birth(const NameText& names, const Candidate& candidate) {
  const auto next = candidate.tokens.last;
  if (next + 1 >= names.text.tokens.size() || names.text.text(next) != "was" ||
      !names.is(next + 1, Role::born))
    return {};
  auto last = candidate.tokens.last;
  while (last > candidate.tokens.first + 2 && names.is(last - 1, Role::suffix)) --last;
  if (last < candidate.tokens.first + 3) return {};
  return std::string(names.text.span({last - 2, last}).of(names.text.source));
}

bool after_kin(const NameText& names, const Candidate& candidate, bool named_before) {
  auto before = candidate.tokens.first;
  if (before > 1 && names.is_mark(before - 1, ',')) --before;
  if (before == 0 || !names.is(before - 1, Role::kin)) return false;
  const std::string_view kin = names.text.text(before - 1);
  return !named_before || (kin != "wife" && kin != "husband");
}

std::string bare_form(const NameText& names, const Candidate& candidate, Family family) {
  auto first = candidate.tokens.first, last = candidate.tokens.last;
  if (family == Family::person) {
    if (names.is(last - 1, Role::suffix) || names.text.text(first).size() < 2 ||
        names.is_mark(first + 1, '.'))
      return {};
    auto given = first + 1;  // "Anne-Marie" is not Anne
    while (given + 2 < last && names.is_mark(given, '-') && names.glued(given)) given += 2;
    return std::string(names.text.span({first, given}).of(names.text.source)) + ' ' +
           std::string(names.text.text(last - 1));
  }
  if (family != Family::organization) return {};
  if (names.is(first, Role::article)) ++first;
  while (last > first + 1 && (names.is(last - 1, Role::legal) || names.is_mark(last - 1, ',')))
    --last;
  if (last - first < 2) return {};
  return std::string(names.text.span({first, last}).of(names.text.source));
}

InitialsForm initials_form(const NameText& names, const Candidate& candidate) {
  InitialsForm result;
  auto last = candidate.tokens.last - 1;
  while (last > candidate.tokens.first + 1 && names.is(last, Role::suffix)) --last;
  bool whole = false;
  for (auto i = candidate.tokens.first; i < last; ++i) {
    const auto& t = names.token(i);
    if (t.is(shape_punctuation)) continue;
    if (!names.capital(i)) return {};
    const std::string_view word = names.text.text(i);
    const bool letters = t.is(shape_period) || word.size() == 1;
    whole |= !letters;
    for (const char c : letters ? word : word.substr(0, 1))
      if (c >= 'A' && c <= 'Z') result.form += c;
  }
  if (result.form.empty()) return {};
  result.abbreviated = !whole;
  (result.form += ' ') += names.text.text(last);
  return result;
}

void take_for_surnames(const NameText& names, std::span<Candidate> candidates) {
  const auto bears = [&](const Candidate& c, std::string_view surname) {
    return c.kind == MentionKind::name && c.tokens.size() > 1 &&
           c.of(Family::person) > c.of(Family::organization) &&
           c.of(Family::person) > c.of(Family::place) &&
           names.text.text(c.tokens.last - 1) == surname;
  };
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Candidate& c = candidates[i];
    if (c.kind != MentionKind::adjective || c.tokens.size() != 1) continue;
    const auto first = c.tokens.first, next = c.tokens.last;
    if (first > 0 &&
        (names.is(first - 1, Role::article) || is_adjective(names.token(first - 1).tag)))
      continue;
    const bool aside = next + 1 < names.text.tokens.size() && names.is_mark(next, ',') &&
                       names.token(next + 1).tag == Tag::DT;
    const bool owns = next < names.text.tokens.size() && names.possessive(next);
    if (!before_verb(names, c) && !aside && !owns) continue;
    const std::string_view word = names.text.text(first);
    if (std::none_of(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(i),
                     [&](const Candidate& other) { return bears(other, word); }))
      continue;
    c.kind = MentionKind::name;
    c.canonical = {};
    c.score.fill(0);
    c.add(Family::person, 4.0F);
  }
}

}  // namespace factloom
