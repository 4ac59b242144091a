// SPDX-License-Identifier: Apache-2.0
// NameRow's second half: what "of", "for", "and", a list, a place or foreign words add to a name.
#include <algorithm>

#include "extract/names/name_row.h"

namespace factloom {

bool NameRow::ends_name(std::uint32_t i) const {
  const Token& t = n_.token(i);
  const NameWord& word = n_.word(i);
  return t.is(shape_lower) && !t.is(shape_hyphen) && t.word != WordId::none &&
         !(word.is(Role::of) || word.is(Role::for_) || word.is(Role::and_) || word.is(Role::at) ||
           word.is(Role::particle) || word.is(Role::foreign) || word.is(Role::place_preposition));
}

std::uint32_t NameRow::extended(std::uint32_t begin, std::uint32_t end) const {
  if (ends_name(end)) return end;
  const auto next = n_.is(end + 1, Role::article) && end + 2 < last_ ? end + 2 : end + 1;
  const bool of = n_.is(end, Role::of);
  if ((of || ((n_.is(end, Role::and_) || n_.is(end, Role::for_)) && plain(begin, end) &&
              plain(next, next + 1))) &&
      word_of_name(next) && titled(begin))
    return run_end(next);
  if (of && word_of_name(next) && takes_of(begin, end, next)) {
    return of_end(begin, next);
  }
  if (n_.is(end, Role::for_) && word_of_name(next) && takes_for(end, next)) {
    return of_end(begin, next);
  }
  if (n_.is(end, Role::particle) && n_.token(end).span.size() == 1 && word_of_name(next) &&
      given_name(begin))
    return run_end(next);  // "Pedro Costa E SILVA"
  if (n_.is(end, Role::and_) && !n_.is(end, Role::foreign) && word_of_name(next))
    return and_end(begin, end, next);
  if (n_.is(end, Role::place_preposition) && next == end + 1 && word_of_name(next) &&
      n_.word(end - 1).last == n_.rules.types().event && n_.word(end - 1).takes_of &&
      n_.noun_class(next, n_.rules.classes().academic_field))
    return run_end(next);  // "Nobel Prize in Physics"
  if (const auto seat = seat_end(begin, end); seat != end) return seat;
  if (const auto site = site_end(begin, end); site != end) return site;
  if (n_.is_mark(end, ',') && word_of_name(end + 1)) {
    if (const auto council = body_of_list(begin, end); council != end) return council;
    const auto partners = end - begin == 1 ? partners_end(begin) : end;
    return partners != end ? partners : list_end(begin, end);
  }
  return foreign_end(begin, end);
}

bool NameRow::titled(std::uint32_t begin) const {
  auto noun = begin;
  if (noun > first_ && n_.is(noun - 1, Role::article) && n_.capital(noun - 1)) --noun;
  if (noun > first_ + 1 && n_.is(noun - 1, Role::of) && n_.is(noun - 2, Role::work_maker))
    return true;
  return noun > first_ && n_.is(noun - 1, Role::work_noun) && !n_.capital(noun - 1);
}

bool NameRow::takes_of(std::uint32_t begin, std::uint32_t end, std::uint32_t next) const {
  if (end - begin == 2 && person_end(begin, end)) return false;
  if (prince(begin, end, next)) return true;
  if (end - begin > 1 && n_.is(end - 1, Role::lower_legal))
    return false;  // "Officine Zorvan SpA of Bologna"
  if (const auto stop = next != end + 1 ? run_end(next) : last_;
      stop < last_ && n_.is(stop, Role::person_noun))
    return false;  // "Acme Media of the Zorvan family"
  // "Association for the Advancement of Science", "Bridge of Independent Lists"
  const auto& k = n_.rules.classes();
  const bool somebody = n_.noun_class(end - 1, k.person) || n_.noun_class(end - 1, k.position);
  const bool noun = n_.common(end - 1) && !any_title(end - 1) && !weak_position(end - 1) &&
                    !(somebody && end - begin == 1);  // "Fellow of the Royal Society"
  if (noun && (phrase(begin, end) || end - begin == 1) && plain(next, run_end(next))) return true;
  if (n_.word(end - 1).last == n_.rules.types().party && next == end + 1 && given_name(next) &&
      !land(next) && somebody_at(next))
    return false;  // "the Liberal Party of Ann Lee"
  if (n_.word(end - 1).last == n_.rules.types().company && end - begin > 1 && next == end + 1 &&
      !plain(begin, end - 1) && seat(next) && own_name(next))
    return false;  // "Zorvan Group of Japan"; not "Zorvan Group of America"
  if (n_.word(end - 1).takes_of && n_.word(end - 1).last != TypeId::none)
    return end - begin == 1 || next != end + 1 || plain(begin, end - 1) || !somebody_at(next);
  if (const auto own = n_.longest(begin, end);
      own.tokens > 1 && begin + own.tokens == end &&
      n_.rules.type(own, own.senses[0]) == n_.rules.types().company && seat(next))
    return false;  // "Saint-Gobain of France"
  if (n_.word(begin).first != TypeId::none && n_.word(begin).takes_of) return true;
  if (end - begin == 1) return false;
  if (n_.word(end - 1).last == n_.rules.types().company &&
      (plain(begin, end) && n_.is(begin, Role::event_modifier) ? town(next) : seat(next)))
    return false;  // "Zorvan Semiconductors of the Netherlands", "Ball Aerospace of Boulder, Ohio"
  if (n_.word(end - 1).last != TypeId::none)
    return n_.rules.family(n_.word(end - 1).last) == Family::organization;
  if (next == end + 1 && given_name(next) && !land(next) &&
      (somebody_at(next) || person_end(next, run_end(next))))
    return false;  // "Delta Pacific of Ann Lee"
  return plain(begin, end) && !n_.is(end - 1, Role::post) && !person_word(begin);
}

bool NameRow::seat(std::uint32_t next) const {
  const auto hit = n_.longest(next, last_);
  return hit.tokens > 0 && next + hit.tokens == run_end(next) &&
         std::any_of(hit.senses.begin(), hit.senses.end(), [&](const Sense& s) {
           return s.kind == SenseKind::name &&
                  n_.rules.family(n_.rules.type(hit, s)) == Family::place;
         });
}

/// "Japan"; not "America", which the lists call by another name
bool NameRow::own_name(std::uint32_t next) const {
  const auto hit = n_.longest(next, last_);
  return n_.gazetteer.text(hit, hit.senses[0].name) ==
         n_.text.span({next, next + hit.tokens}).of(n_.text.source);
}

bool NameRow::town(std::uint32_t next) const {
  const auto comma = run_end(next);
  return comma + 1 < last_ && n_.is_mark(comma, ',') && n_.capital(comma + 1) && land(comma + 1);
}

bool NameRow::land(std::uint32_t first) const {
  const auto hit = n_.longest(first, last_);
  const auto type = hit.tokens > 0 ? n_.rules.type(hit, hit.senses[0]) : TypeId::none;
  return type != TypeId::none && hit.senses[0].kind == SenseKind::name &&
         (type == n_.rules.types().country || type == n_.rules.types().region);
}

bool NameRow::somebody_at(std::uint32_t next) const {
  const auto end = run_end(next);
  if (end - next < 2 || n_.common(next) || n_.word(next).first != TypeId::none ||
      n_.word(end - 1).last != TypeId::none)
    return false;
  const auto tokens = n_.longest(next, last_).tokens;
  return tokens < 2 && (given_name(next) || (tokens == 0 && !n_.common(end - 1)));
}

bool NameRow::prince(std::uint32_t begin, std::uint32_t end, std::uint32_t next) const {
  if (next != end + 1 || !given_name(begin)) return false;
  const bool numbered =
      end - begin == 2 && (n_.is(begin + 1, Role::suffix) || n_.is_mark(begin + 1, 'I'));
  const bool titled = end - begin == 1 && begin > first_ && any_title(begin - 1);
  if (!numbered && !(titled && !n_.common(begin))) return false;
  const auto hit = n_.longest(next, last_);
  const auto own = n_.longest(begin, begin + 1);
  return hit.tokens > 0 && next + hit.tokens == run_end(next) &&
         hit.senses[0].kind == SenseKind::name && own.senses[0].kind != SenseKind::name &&
         n_.rules.family(n_.rules.type(hit, hit.senses[0])) == Family::place;
}

bool NameRow::takes_for(std::uint32_t end, std::uint32_t next) const {
  if (n_.is(end, Role::place_preposition) || n_.is(end, Role::move_preposition)) return false;
  const auto hit = n_.longest(next, last_);
  const bool place = hit.tokens > 0 && hit.senses[0].kind == SenseKind::name &&
                     n_.rules.family(n_.rules.type(hit, hit.senses[0])) == Family::place;
  if (person_word(next) || !(plain(next, run_end(next)) || place || adjective(hit))) return false;
  if (n_.word(end).number > 0 && place) return false;  // "the Ann Lee Hospital ON Malta"
  const auto land_end = next + hit.tokens;             // "Tariffs ON CHINESE steel"
  if (adjective(hit) && run_end(next) == land_end && land_end < last_ &&
      is_noun(n_.token(land_end).tag) && !n_.capital(land_end))
    return false;
  if (n_.word(end - 1).takes_of) return true;
  // "International Agency for Research ON Cancer"
  if (n_.word(end).number > 0 && next == end + 1 && n_.common(end - 1) && hit.tokens < 2 &&
      !place && n_.word(run_end(next) - 1).last == TypeId::none)
    return true;
  if (!n_.common(end - 1) || weak_position(end - 1)) return false;
  const auto tag = n_.token(end - 1).tag;
  const bool many = tag == Tag::NNS || tag == Tag::NNPS;
  // "the Umbrella for Democratic Change"; not "the Minister for Health"
  const bool one = end > first_ + 1 && n_.is(end - 2, Role::article) && !n_.capital(end - 2) &&
                   !any_title(end - 1) && !place && run_end(next) > next + 1;
  return many || one;
}

std::uint32_t NameRow::of_end(std::uint32_t begin, std::uint32_t next) const {
  const auto hit = n_.longest(next, last_);
  const auto end = run_end(next);
  const bool group = n_.rules.family(n_.word(end - 1).last) == Family::organization;
  if (n_.is(next - 1, Role::article) && end - next > 1 && next + hit.tokens < end && group) {
    return next - 2;
  }
  // "the Board of Baylor College": the body of another name
  const auto own = n_.word(next - 2).last;
  if (!n_.is(next - 1, Role::article) && group && end - next > 1 && !plain(next, end) &&
      (own == n_.rules.types().government || own == n_.rules.types().organization) &&
      plain(begin, next - 1))
    return next - 1;
  if (hit.tokens > 0 && next + hit.tokens >= end) return next + hit.tokens;
  for (auto i = next + 1; i < end; ++i) {
    if ((any_title(i) && i + 1 < end) ||
        (person_word(i) && i + 1 < end && i > next && n_.common(i - 1) && !n_.common(i)))
      return i;
  }
  return end;
}

std::uint32_t NameRow::and_end(std::uint32_t begin, std::uint32_t end, std::uint32_t next) const {
  const bool article = next != end + 1;
  auto stop = run_end(next);
  const bool justice =  // "the Freedom and JUSTICE Party" names no judge
      any_title(next) && n_.word(stop - 1).last != n_.rules.types().party;
  if (!article && end - begin == 1 && towns(begin, next, stop)) return stop;
  if (justice || person_word(next)) return end;
  const auto before = n_.word(end - 1).last, after = n_.word(stop - 1).last;
  if (phrase(begin, end) && places(end - 1, next, stop)) return stop;
  if (!plain(end - 1, end)) return end;
  if (const auto committee = of_house(begin, end, next, stop); committee != next) return committee;
  if (two_kinds_of_goods(begin, end, next, stop)) return stop;
  if (phrase(begin, end)) {
    if (article && (n_.capital(next - 1) || n_.text.text(next - 1).front() == 'a'))
      return end;  // "the Institute of Technology and A Degree"
    const bool group_after = n_.rules.family(after) == Family::organization;
    if (article && (n_.is(next - 1, Role::foreign) || after != TypeId::none)) return end;
    while (stop > next && !plain(next, stop)) --stop;  // "Law and Governance ACELG"
    if (stop == next || (group_after && stop - next > 1)) return end;
    return stop < last_ && n_.is(stop, Role::of) && after != TypeId::none ? end : stop;
  }
  if (article) return end;
  if (begin > first_ + 1 && n_.is_mark(begin - 1, ',') && n_.capital(begin - 2) &&
      !n_.common(begin - 2) && (stop >= last_ || !n_.is_mark(stop, ',')))
    return end;  // "owns Acme, Zorvan and Abbey Road Studios"
  // "Peace and Freedom Party", "Conservative and Unionist Party"
  if (after == n_.rules.types().party && end - begin == 1 &&
      n_.rules.family(before) != Family::organization &&
      (plain(next, next + 1) || n_.longest(next, stop).tokens == 0 ||
       (plain(begin, end) && begin > first_ && n_.is(begin - 1, Role::article))))
    return stop;
  const bool modifier = (before == TypeId::none && !n_.is(end - 1, Role::legal)) ||
                        end - begin == 1;  // "SOFTWARE and Data Association"
  const bool compound =                    // "Ethics and ANTI-CORRUPTION Commission"
      n_.token(next).is(shape_hyphen) && stop - next > 1 && plain(next + 1, stop);
  return (plain(next, stop) || compound) && modifier && after != TypeId::none ? stop : end;
}

/// "House Science and Technology COMMITTEE Chairman Ann Lee": its end; `next` where there is none.
std::uint32_t NameRow::of_house(std::uint32_t begin, std::uint32_t end, std::uint32_t next,
                                std::uint32_t stop) const {
  const auto house = n_.longest(begin, end);
  const auto own = begin + house.tokens;
  if (house.tokens == 0 || own >= end || !n_.lists(house, n_.rules.types().government) ||
      next != end + 1 || !plain(own, end) || n_.longest(next, stop).tokens > 1 ||
      n_.lists(n_.longest(next, stop), n_.rules.types().government))
    return next;
  auto last = next;
  while (last < stop && !any_title(last) && plain(last, last + 1)) ++last;
  return last > next + 1 && n_.word(last - 1).last == n_.rules.types().government ? last : next;
}

/// "Standard Telephones and Cables", "Norrvik Oil and Gas"; not "the Zorvan Giants and Jets",
/// "German Greens and Liberals"
bool NameRow::two_kinds_of_goods(std::uint32_t begin, std::uint32_t end, std::uint32_t next,
                                 std::uint32_t stop) const {
  const auto goods = [&](std::uint32_t i) {
    return n_.common(i) && (n_.noun_class(i, n_.rules.classes().firm_field) ||
                            (n_.word(i).last == TypeId::none && n_.text.text(i).ends_with('s') &&
                             n_.noun_class(i, n_.rules.classes().product)));
  };
  return end - begin > 1 && next == end + 1 && stop == next + 1 && goods(end - 1) && goods(next) &&
         (begin == first_ || !n_.is(begin - 1, Role::article)) &&
         n_.longest(begin, end).tokens < end - begin;
}

bool NameRow::places(std::uint32_t last, std::uint32_t next, std::uint32_t stop) const {
  if (!listed_place(next, stop)) return false;
  return (n_.is(last - 1, Role::for_) && listed_place(last, last + 1)) ||
         (last > first_ + 1 && n_.is(last - 2, Role::for_) && listed_place(last - 1, last + 1));
}

/// "Devon and Cornwall Police", "Bendigo and Adelaide Bank"
bool NameRow::towns(std::uint32_t begin, std::uint32_t next, std::uint32_t stop) const {
  const auto body = n_.word(stop - 1).last;
  if (stop - next != 2 || (body != n_.rules.types().company && body != n_.rules.types().government))
    return false;
  const auto tag = n_.token(stop - 1).tag;
  return tag != Tag::NNS && tag != Tag::NNPS && town_word(begin) && town_word(next);
}

bool NameRow::town_word(std::uint32_t i) const {
  const auto hit = n_.longest(i, i + 1);
  return hit.tokens > 0 && std::any_of(hit.senses.begin(), hit.senses.end(), [&](const Sense& s) {
           const auto type = n_.rules.type(hit, s);
           return s.kind == SenseKind::name && type != n_.rules.types().country &&
                  n_.rules.family(type) == Family::place;
         });
}

std::uint32_t NameRow::seat_end(std::uint32_t begin, std::uint32_t end) const {
  if (begin == first_ || end - begin > 2 || n_.word(end - 1).last != TypeId::none) return end;
  if (!n_.is(begin - 1, Role::of) && !n_.is(begin - 1, Role::for_) &&
      !n_.is(begin - 1, Role::place_preposition))
    return end;
  auto at = end;
  while (at + 1 < last_ && dash(at) && n_.glued(at) == n_.glued(at + 1) && word_of_name(at + 1) &&
         !n_.is(at + 1, Role::function_word) && !n_.is(at + 1, Role::article)) {
    const auto stop = run_end(at + 1);
    if (stop - at > 3 || n_.word(stop - 1).last != TypeId::none) return end;
    at = stop;
  }
  return at;
}

std::uint32_t NameRow::site_end(std::uint32_t begin, std::uint32_t end) const {
  const auto school = n_.rules.types().school;
  if (end + 1 >= last_ || !word_of_name(end + 1)) return end;
  const auto hit = n_.longest(end + 1, last_);
  const bool city = std::any_of(hit.senses.begin(), hit.senses.end(), [&](const Sense& s) {
    return s.kind == SenseKind::name && n_.rules.family(n_.rules.type(hit, s)) == Family::place;
  });
  const bool of_region = n_.word(begin).first == school && phrase(begin, end);
  const bool state = n_.word(end - 1).last == school && end - begin > 2 &&
                     n_.word(end - 2).last == n_.rules.types().region;
  if (!of_region && !state) return end;
  const auto stop = run_end(end + 1);
  if (of_region && n_.is(end, Role::at) && (city || stop - end == 2)) return stop;
  if (of_region && dash(end) && n_.glued(end) && n_.glued(end + 1)) return stop;
  return n_.is_mark(end, ',') && city && region_name(end - 1 - (state ? 2 : 0))
             ? end + 1 + hit.tokens
             : end;
}

bool NameRow::region_name(std::uint32_t last) const {
  for (const auto first : {last, last - 1}) {
    const auto hit = n_.longest(first, last + 1);
    if (hit.tokens == last + 1 - first &&
        n_.rules.type(hit, hit.senses[0]) == n_.rules.types().region)
      return true;
  }
  return false;
}

bool NameRow::dash(std::uint32_t i) const {
  const auto mark = n_.text.text(i);
  return mark == "-" || mark == "–" || mark == "—";
}

bool NameRow::phrase(std::uint32_t begin, std::uint32_t end) const {
  for (auto i = begin + 1; i < end; ++i) {
    if (!n_.capital(i) && (n_.is(i, Role::of) || n_.is(i, Role::for_))) return true;
  }
  return false;
}

std::uint32_t NameRow::body_of_list(std::uint32_t begin, std::uint32_t end) const {
  const auto& t = n_.rules.types();
  if (end - begin != 1 || begin == first_ ||
      !(n_.is(begin - 1, Role::article) || n_.possessive(begin - 1)))
    return end;
  auto at = begin;
  while (true) {
    const TypeId last = n_.word(at).last;  // "the MEDIA, Entertainment and Arts Alliance"
    const bool word =
        word_of_name(at) && plain(at, at + 1) && (last == TypeId::none || last == t.media);
    if (!word || at + 2 >= last_) return end;
    ++at;
    if (n_.is(at, Role::and_)) break;
    if (!n_.is_mark(at, ',')) return end;
    if (n_.is(++at, Role::and_)) break;  // "Education, Labor, and Pensions"
  }
  if (at + 1 >= last_ || !word_of_name(at + 1)) return end;
  const auto stop = run_end(at + 1);
  const TypeId body = n_.word(stop - 1).last;
  const bool few = stop - at == 3 || stop - at == 4;
  return few && plain(at + 1, stop - 1) &&
                 (body == t.government || body == t.organization || body == t.party)
             ? stop
             : end;
}

std::uint32_t NameRow::partners_end(std::uint32_t begin) const {
  auto at = begin + 1;
  if (n_.common(begin) ||
      (begin > first_ && (n_.is_mark(begin - 1, ',') || n_.is(begin - 1, Role::and_))))
    return at;
  if (n_.longest(begin, at).has(SenseKind::name)) return at;  // "In Boston, Smith & Lee …"
  while (at + 2 < last_ && n_.is_mark(at, ',') && word_of_name(at + 1)) at += 2;
  if (at + 1 >= last_ || !n_.is_mark(at, '&') || !word_of_name(at + 1)) return begin + 1;
  const auto end = run_end(at + 1);
  const bool more = end < last_ && n_.is(end, Role::and_);
  return more || n_.longest(at - 1, last_).tokens > 1 ? begin + 1 : end;
}

std::uint32_t NameRow::list_end(std::uint32_t begin, std::uint32_t end) const {
  if (!phrase(begin, end) || !plain(end - 1, end)) return end;
  auto at = end;
  while (at + 1 < last_ && n_.is_mark(at, ',') && word_of_name(at + 1)) {
    const auto stop = run_end(at + 1);
    if (!plain(at + 1, stop) || n_.word(stop - 1).last != TypeId::none) return end;
    at = stop;
  }
  if (at + 1 < last_ && n_.is_mark(at, ',')) ++at;
  if (at == end || at + 1 >= last_ || !n_.is(at, Role::and_) || !word_of_name(at + 1)) return end;
  const auto stop = run_end(at + 1);
  return plain(at + 1, stop) ? stop : end;
}

std::uint32_t NameRow::election_end(std::uint32_t i) const {
  auto at = i;
  if (n_.is(at, Role::month) && n_.capital(at)) ++at;
  if (at >= last_ || !n_.token(at).is(shape_number) || n_.token(at).span.size() != 4) return 0;
  auto end = at + 1;
  bool said = false;
  while (end < last_ && end < at + 10) {
    if (n_.is(end, Role::event_noun)) break;
    const bool modifier = n_.is(end, Role::event_modifier);
    const bool inner =
        n_.is_mark(end, '-') || n_.possessive(end) || (n_.is(end, Role::of) && n_.capital(end - 1));
    if (!modifier && !word_of_name(end) && !inner) return 0;
    said |= modifier || word_of_name(end);
    ++end;
  }
  if (end >= last_ || !n_.is(end, Role::event_noun) || !said) return 0;
  ++end;
  const bool more = end + 1 < last_ && (n_.is(end, Role::for_) || n_.is(end, Role::of)) &&
                    !n_.is(end, Role::move_preposition);
  return more ? behind_election(end) : end;
}

std::uint32_t NameRow::behind_election(std::uint32_t end) const {
  const auto next = n_.is(end + 1, Role::article) ? end + 2 : end + 1;
  if (next >= last_ || !word_of_name(next)) return end;
  const auto hit = n_.longest(next, last_);
  if (hit.tokens == 0) return end;
  if (!n_.is(end, Role::place_preposition)) return next == end + 1 ? next + hit.tokens : end;
  const auto type = n_.rules.type(hit, hit.senses[0]);
  const bool land = type == n_.rules.types().country || type == n_.rules.types().region;
  return land && hit.senses[0].weight >= 7 ? next + hit.tokens : end;
}

std::uint32_t NameRow::foreign_end(std::uint32_t begin, std::uint32_t end) const {
  bool foreign_head = false;
  for (auto i = begin; i < end && i < begin + 2; ++i)
    foreign_head |= n_.word(i).first != TypeId::none && !n_.common(i);
  auto at = end;
  while (at < last_ && at < end + 4 && !n_.capital(at)) {
    const bool joint = n_.is(at, Role::foreign) || n_.is(at, Role::particle);
    const bool english = (n_.is(at, Role::function_word) || n_.is(at, Role::no_name)) &&
                         n_.word(at).number == 0;  // not "Vale DO Sul"
    const bool unknown = (n_.token(at).is(shape_lower) || accented(at)) &&
                         n_.token(at).word == WordId::none && foreign_head;
    const bool dutch =  // "Erik ten Hag"
        end == begin + 1 && at == end && n_.is(at, Role::particle) && given_name(begin);
    if (!unknown && !dutch && !(joint && (foreign_head || !english)))
      return accented_end(end, foreign_head ? at : end);
    ++at;
  }
  if (at > end && (at >= last_ || !word_of_name(at)))
    return accented_end(end, foreign_head ? at : end);
  if (at == end || at >= last_) return end;
  return run_end(at);
}

bool NameRow::accented(std::uint32_t i) const {
  const std::string_view word = n_.text.text(i);
  return !n_.token(i).is(shape_punctuation) && std::any_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80;
  });
}

std::uint32_t NameRow::team_of_two(std::uint32_t begin, std::uint32_t end) const {
  if (end != begin + 1 || end + 2 >= last_ || !n_.is(end, Role::and_) || !word_of_name(end + 1))
    return end;
  const auto stop = run_end(end + 1);
  return stop == end + 3 && adjective(n_.longest(end + 1, end + 2)) &&
                 n_.word(stop - 1).last == n_.rules.types().team
             ? stop
             : end;
}

std::uint32_t NameRow::accented_end(std::uint32_t end, std::uint32_t limit) const {
  while (end < limit && accented(end)) ++end;
  return end;
}

bool NameRow::odd_firm(std::uint32_t i) const {
  const Token& t = n_.token(i);
  const bool unknown = t.is(shape_lower) && t.word == WordId::none;
  if (i + 1 >= last_ || !n_.capital(i + 1) || n_.glued(i + 1)) {
    const bool legal = i + 1 < last_ && n_.is(i + 1, Role::lower_legal) && !n_.glued(i + 1);
    return legal && unknown;
  }
  const bool firm = n_.word(i + 1).last == n_.rules.types().company || n_.is(i + 1, Role::legal);
  if (!firm || n_.value[i] || (i > first_ && n_.capital(i - 1))) return false;
  const char first = n_.text.source[t.span.begin];
  if (first >= '0' && first <= '9') return t.span.size() <= 4;
  return unknown && n_.is(i + 1, Role::legal);
}

}  // namespace factloom
