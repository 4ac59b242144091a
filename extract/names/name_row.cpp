// SPDX-License-Identifier: Apache-2.0
#include "extract/names/name_row.h"

#include <algorithm>

namespace factloom {

bool NameRow::weak_position(std::uint32_t i) const {
  return n_.token(i).is(shape_sentence_first) || i == first_ || heading_;
}

bool NameRow::word_of_name(std::uint32_t i) const {
  return n_.capital(i) && !n_.value[i] && !n_.is(i, Role::weekday) && !n_.token(i).is(shape_url);
}

bool NameRow::head_follows(std::uint32_t i) const {
  while (i + 1 < last_ && word_of_name(i + 1)) ++i;
  return n_.word(i).last != TypeId::none;
}

bool NameRow::bracketed(std::uint32_t i) const {
  return i > first_ + 1 && i + 1 < last_ && n_.is_mark(i - 1, '(') && n_.is_mark(i + 1, ')') &&
         n_.capital(i - 2);
}

std::uint32_t NameRow::run_end(std::uint32_t i) const {
  auto end = i + 1;
  while (end < last_) {
    if (word_of_name(end) &&
        !((n_.is(end, Role::article) || n_.is(end, Role::function_word)) && !n_.glued(end))) {
      ++end;
    } else if (end + 1 < last_ && n_.glued(end) && n_.glued(end + 1) && n_.is_mark(end, '-') &&
               hyphen_joins(i, end)) {
      end += 2;
    } else if (end + 1 < last_ && n_.is_mark(end, '&') && word_of_name(end + 1)) {
      end += 2;
    } else if (end + 1 < last_ && n_.possessive(end) && possessive_joins(i, end, end + 1)) {
      end += 2;
    } else if (end + 2 < last_ && n_.is_mark(end, '\'') && n_.glued(end + 1) &&
               n_.token(end + 1).span.size() == 1 && possessive_joins(i, end, end + 2)) {
      end += 3;  // "People 's Party", cut apart
    } else if (end + 1 < last_ && n_.is_mark(end, ',') && n_.is(end + 1, Role::legal) &&
               n_.capital(end + 1)) {
      end += 2;
    } else {
      break;
    }
  }
  return end;
}

bool NameRow::hyphen_joins(std::uint32_t begin, std::uint32_t hyphen) const {
  if (word_of_name(hyphen + 1) || n_.token(hyphen + 1).is(shape_number)) return true;
  if (!n_.token(hyphen + 1).is(shape_lower) || n_.words[hyphen + 1] != 0) return false;
  if (!n_.common(hyphen + 1)) return true;
  // "Leung Kwok-hung"
  const auto hit = n_.longest(begin, begin + 1);
  return hyphen == begin + 2 &&
         std::any_of(hit.senses.begin(), hit.senses.end(),
                     [](const Sense& s) { return (s.flags & sense_family_first) != 0; });
}

bool NameRow::possessive_joins(std::uint32_t begin, std::uint32_t clitic,
                               std::uint32_t next) const {
  if (!word_of_name(next)) return false;
  const bool saint = clitic == begin + 2 && n_.is(begin, Role::title) && !n_.common(begin);
  if (saint && head_follows(next)) return true;
  if (!n_.common(clitic - 1)) return false;
  const auto tag = n_.token(clitic - 1).tag;
  if (n_.word(clitic - 1).last != TypeId::none && tag != Tag::NNPS && tag != Tag::NNS) return false;
  return begin + 2 >= clitic && head_follows(next);
}

bool NameRow::adjective(const Gazetteer::Hit& hit) const {
  const auto named = [](const Sense& s) { return s.kind == SenseKind::name && s.weight >= 7; };
  return hit.tokens > 0 && std::none_of(hit.senses.begin(), hit.senses.end(), named) &&
         std::any_of(hit.senses.begin(), hit.senses.end(), [](const Sense& s) {
           return s.kind == SenseKind::adjective || s.kind == SenseKind::person_noun ||
                  s.kind == SenseKind::plural_noun;
         });
}

bool NameRow::person_word(std::uint32_t i) const {
  if (i >= last_) return false;
  const auto hit = n_.longest(i, i + 1);
  bool first = false;
  for (const auto& s : hit.senses) {
    if (s.kind == SenseKind::adjective || s.kind == SenseKind::plural_noun) return false;
    first |= s.kind == SenseKind::first_name && s.weight >= (n_.common(i) ? 9 : 6);
  }
  return first;
}

bool NameRow::any_title(std::uint32_t i) const {
  return n_.is(i, Role::title) || n_.is(i, Role::title_male) || n_.is(i, Role::title_female) ||
         n_.is(i, Role::post);
}

bool NameRow::person_end(std::uint32_t begin, std::uint32_t end) const {
  const auto hit = n_.longest(end - 1, end);
  const bool surname =
      hit.tokens == 1 && std::any_of(hit.senses.begin(), hit.senses.end(), [](const Sense& s) {
        return s.kind == SenseKind::surname && s.weight >= 5;
      });
  return surname && end - begin == 2 && person_word(begin) &&
         n_.word(end - 1).last != TypeId::none &&
         n_.rules.family(n_.word(end - 1).last) != Family::organization;
}

bool NameRow::plain(std::uint32_t begin, std::uint32_t end) const {
  for (auto i = begin; i < end; ++i) {
    if (n_.capital(i) && !n_.common(i)) return false;
  }
  return true;
}

std::uint32_t NameRow::extended(std::uint32_t begin, std::uint32_t end) const {
  const auto next = n_.is(end + 1, Role::article) && end + 2 < last_ ? end + 2 : end + 1;
  if (n_.is(end, Role::of) && word_of_name(next) && takes_of(begin, end)) {
    return of_end(next);
  }
  if (n_.is(end, Role::for_) && word_of_name(next) && takes_for(end, next)) {
    return of_end(next);
  }
  if (n_.is(end, Role::and_) && word_of_name(next)) return and_end(begin, end, next);
  if (n_.is_mark(end, ',') && word_of_name(end + 1)) return list_end(begin, end);
  return foreign_end(begin, end);
}

bool NameRow::takes_of(std::uint32_t begin, std::uint32_t end) const {
  if (end - begin == 2 && person_end(begin, end)) return false;
  if (n_.word(end - 1).takes_of && n_.word(end - 1).last != TypeId::none) return true;
  if (n_.word(begin).first != TypeId::none && n_.word(begin).takes_of) return true;
  if (end - begin == 1) return false;
  if (n_.word(end - 1).last != TypeId::none)
    return n_.rules.family(n_.word(end - 1).last) == Family::organization;
  return plain(begin, end) && !n_.is(end - 1, Role::post) && !person_word(begin);
}

bool NameRow::takes_for(std::uint32_t end, std::uint32_t next) const {
  if (n_.is(end, Role::place_preposition) || n_.is(end, Role::move_preposition)) return false;
  const auto hit = n_.longest(next, last_);
  const bool place = hit.tokens > 0 && hit.senses[0].kind == SenseKind::name &&
                     n_.rules.family(n_.rules.type(hit, hit.senses[0])) == Family::place;
  if (person_word(next) || !(plain(next, run_end(next)) || place || adjective(hit))) return false;
  if (n_.word(end - 1).takes_of) return true;
  const auto tag = n_.token(end - 1).tag;
  return n_.common(end - 1) && (tag == Tag::NNS || tag == Tag::NNPS) && !weak_position(end - 1);
}

std::uint32_t NameRow::of_end(std::uint32_t next) const {
  const auto hit = n_.longest(next, last_);
  const auto end = run_end(next);
  if (n_.is(next - 1, Role::article) && end - next > 1 && next + hit.tokens < end &&
      n_.rules.family(n_.word(end - 1).last) == Family::organization) {
    return next - 2;
  }
  if (hit.tokens > 0 && next + hit.tokens >= end) return next + hit.tokens;
  for (auto i = next + 1; i < end; ++i) {
    if ((any_title(i) && i + 1 < end) ||
        (person_word(i) && i + 1 < end && i > next && n_.common(i - 1) && !n_.common(i)))
      return i;
  }
  return end;
}

std::uint32_t NameRow::and_end(std::uint32_t begin, std::uint32_t end, std::uint32_t next) const {
  const auto stop = run_end(next);
  if (next != end + 1 || any_title(next) || person_word(next)) return end;
  if (!plain(end - 1, end) || !plain(next, stop)) return end;
  const auto before = n_.word(end - 1).last, after = n_.word(stop - 1).last;
  const bool group_after = n_.rules.family(after) == Family::organization;
  if (phrase(begin, end)) {
    return (stop < last_ && n_.is(stop, Role::of)) || (group_after && stop - next > 1) ? end : stop;
  }
  return before == TypeId::none && after != TypeId::none ? stop : end;
}

bool NameRow::phrase(std::uint32_t begin, std::uint32_t end) const {
  for (auto i = begin + 1; i < end; ++i) {
    if (!n_.capital(i) && (n_.is(i, Role::of) || n_.is(i, Role::for_))) return true;
  }
  return false;
}

std::uint32_t NameRow::list_end(std::uint32_t begin, std::uint32_t end) const {
  if (!phrase(begin, end) || !plain(end - 1, end)) return end;
  auto at = end;
  while (at + 1 < last_ && n_.is_mark(at, ',') && word_of_name(at + 1)) {
    const auto stop = run_end(at + 1);
    if (!plain(at + 1, stop)) return end;
    at = stop;
  }
  if (at + 1 < last_ && n_.is_mark(at, ',')) ++at;
  if (at == end || at + 1 >= last_ || !n_.is(at, Role::and_) || !word_of_name(at + 1)) return end;
  const auto stop = run_end(at + 1);
  return plain(at + 1, stop) ? stop : end;
}

std::uint32_t NameRow::foreign_end(std::uint32_t begin, std::uint32_t end) const {
  bool foreign_head = false;
  for (auto i = begin; i < end && i < begin + 2; ++i)
    foreign_head |= n_.word(i).first != TypeId::none && !n_.common(i);
  auto at = end;
  while (at < last_ && at < end + 4 && !n_.capital(at)) {
    const bool joint = n_.is(at, Role::foreign) || n_.is(at, Role::particle);
    const bool english = n_.is(at, Role::function_word) || n_.is(at, Role::no_name);
    const bool unknown =
        n_.token(at).is(shape_lower) && n_.token(at).word == WordId::none && foreign_head;
    if (!unknown && !(joint && (foreign_head || !english))) return end;
    ++at;
  }
  if (at == end || at >= last_ || !word_of_name(at)) return end;
  return run_end(at);
}

}  // namespace factloom
