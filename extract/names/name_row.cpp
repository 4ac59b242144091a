// SPDX-License-Identifier: Apache-2.0
#include "extract/names/name_row.h"

#include <algorithm>

#include "extract/base/words.h"
#include "extract/names/syllables.h"

namespace factloom {

bool is_heading(const NameText& names, const Sentence& sentence) {
  if (names.token(sentence.tokens.last - 1).tag == Tag::period) return false;
  std::uint32_t capitals = 0, letters = 0;
  for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const auto& t = names.token(i);
    const bool word = (t.shape & (shape_upper_first | shape_lower | shape_mixed)) != 0;
    letters += word && t.span.size() > 3;
    capitals += word && t.span.size() > 3 && names.capital(i);
    if (t.is(shape_lower) && is_finite_verb(t.tag)) return false;
  }
  return letters >= 3 && capitals * 10 >= letters * 8 && (sentence.heading || letters >= 6);
}

bool NameRow::weak_position(std::uint32_t i) const {
  return n_.token(i).is(shape_sentence_first) || i == first_ || heading_ || behind_dash(i);
}

/// "Acme - A bakery in Leeds": as at the beginning of a sentence.
bool NameRow::behind_dash(std::uint32_t i) const {
  if (i <= first_ || !n_.token(i - 1).is(shape_punctuation) || n_.glued(i) || n_.glued(i - 1))
    return false;
  const std::string_view mark = n_.text.text(i - 1);
  return mark == "-" || mark == "--" || mark == "–" || mark == "—";
}

bool NameRow::head_follows(std::uint32_t i) const {
  while (i + 1 < last_ && word_of_name(i + 1)) ++i;
  return n_.word(i).last != TypeId::none;
}

std::uint32_t NameRow::angled(std::uint32_t i) const {
  const std::string_view source = n_.text.source;
  const auto begin = n_.token(i).span.begin;
  if (begin == 0 || source[begin - 1] != '<') return i;
  for (auto k = i; k < last_; ++k)
    if (n_.token(k).span.end < source.size() && source[n_.token(k).span.end] == '>') return k + 1;
  return i;
}

bool NameRow::bracketed(std::uint32_t i) const {
  return i > first_ + 1 && i + 1 < last_ && n_.is_mark(i - 1, '(') && n_.is_mark(i + 1, ')') &&
         n_.capital(i - 2);
}

bool NameRow::partners(std::uint32_t i) const {
  if (i == first_ || i + 1 >= last_ || !n_.is(i, Role::and_) || !n_.is(i + 1, Role::partner) ||
      !n_.capital(i + 1) || n_.is(i - 1, Role::legal))
    return false;
  return i + 2 >= last_ || !word_of_name(i + 2) || n_.is(i + 2, Role::legal);
}

std::uint32_t NameRow::fields_end(std::uint32_t i) const {
  if (i == first_ || !(n_.possessive(i - 1) || n_.is(i - 1, Role::article)) || !n_.common(i) ||
      (n_.word(i).last != TypeId::none && n_.word(i).last != n_.rules.types().media))
    return i + 1;
  auto k = i + 2;
  while (k + 1 < last_ && word_of_name(k) && n_.common(k) && n_.is_mark(k + 1, ',')) k += 2;
  if (k + 3 >= last_ || !word_of_name(k) || !n_.common(k) || !n_.is(k + 1, Role::and_))
    return i + 1;
  for (k += 2; k + 1 < last_ && word_of_name(k) && n_.common(k) && word_of_name(k + 1);) ++k;
  const TypeId type = n_.word(k).last;
  const bool body = word_of_name(k) && type != TypeId::none && n_.text.text(k) != "Party" &&
                    n_.rules.family(type) == Family::organization;
  return body ? k + 1 : i + 1;
}

bool NameRow::ends_row(std::uint32_t i) const {
  constexpr unsigned shapes = shape_lower | shape_hyphen;
  return (n_.token(i).shape & shapes) == shape_lower && !n_.possessive(i) &&
         !n_.is(i, Role::and_) && !(i + 1 < last_ && n_.is_mark(i + 1, '/'));
}

std::uint32_t NameRow::run_end(std::uint32_t i) const {
  auto end = i + 1;
  while (end < last_ && !ends_row(end) && !apart(i, end)) {
    if (word_of_name(end) &&
        (!(n_.is(end, Role::article) || n_.is(end, Role::function_word)) || n_.glued(end) ||
         inner_article(i, end) || inner_word(end) || hyphenated_given_name(n_, i, end + 1) ||
         (end == i + 1 && n_.is(end, Role::month) && is_proper_noun(n_.token(end).tag) &&
          given_name(i)))) {  // "Theresa MAY"
      ++end;
    } else if (end + 1 < last_ && n_.glued(end) && n_.glued(end + 1) && n_.is_mark(end, '-') &&
               hyphen_joins(i, end)) {
      end += 2;
    } else if (end + 1 < last_ && n_.is_mark(end, '&') && word_of_name(end + 1)) {
      end += 2;
    } else if (partners(end)) {
      end += 2;
    } else if (end + 3 < last_ && n_.is_mark(end, ',') && word_of_name(end + 1) &&
               partners(end + 2)) {
      end += 4;  // "Goldman, Sachs and Co"
    } else if (end == i + 1 && n_.is_mark(end, ',') && fields_end(i) != end) {
      end = fields_end(i);
    } else if (end + 1 < last_ && n_.possessive(end) && possessive_joins(i, end, end + 1)) {
      end += 2;
    } else if (end + 2 < last_ && n_.is_mark(end, '\'') && n_.glued(end + 1) &&
               n_.token(end + 1).span.size() == 1 && possessive_joins(i, end, end + 2)) {
      end += 3;  // "People 's Party", cut apart
    } else if (end + 1 < last_ && n_.is_mark(end, ',') &&
               (n_.is(end + 1, Role::legal) || (generation(end + 1) && end > i + 1)) &&
               n_.capital(end + 1)) {
      end += 2;
    } else if (const auto next = behind_nickname(i, end); next != end) {
      end = next;
    } else if (slashed_legal(end)) {
      end += 3;
    } else if (end + 3 < last_ && n_.is_mark(end, '(') && n_.capital(end + 1) &&
               n_.is_mark(end + 2, ')') && n_.is(end + 3, Role::legal)) {
      end += 4;  // "Acme (Pty) Ltd", "Acme (UK) Ltd"
    } else if (numeral(i, end) || model_number(i, end) || plus(end)) {
      ++end;
    } else {
      break;
    }
  }
  return end;
}

bool NameRow::small_post(std::uint32_t i) const {
  return !n_.capital(i) && n_.token(i).is(shape_lower) &&
         n_.noun_class(i, n_.rules.classes().position);
}

bool NameRow::apart(std::uint32_t begin, std::uint32_t i) const {
  const auto gap = n_.token(i).span.begin - n_.token(i - 1).span.end;
  if (gap > 2) return true;
  if (n_.is(i, Role::caption) && i + 1 < last_ && n_.is_mark(i + 1, ':')) return true;
  const bool letter = n_.token(i).span.size() == 1 && i + 2 < last_ && n_.is_mark(i + 1, '-') &&
                      n_.glued(i + 1) && n_.glued(i + 2) && !n_.capital(i + 2) && n_.common(i + 2);
  if (letter) return true;  // "a NASA T-shirt"
  const bool legal = i > begin + 1 && n_.is(i - 1, Role::legal) && n_.token(i - 1).is(shape_period);
  return legal && !n_.is(i, Role::legal) && word_of_name(i) && n_.word(i).last == TypeId::none;
}

bool NameRow::slashed_legal(std::uint32_t i) const {
  return i + 2 < last_ && n_.is_mark(i + 1, '/') && n_.glued(i + 1) && n_.glued(i + 2) &&
         n_.rules.word(n_.rules.find(n_.text.span({i, i + 3}).of(n_.text.source))).is(Role::legal);
}

bool NameRow::generation(std::uint32_t i) const {
  return n_.is(i, Role::suffix) && n_.word(i).number > 0;
}

bool NameRow::foreign_article(std::uint32_t i) const {
  return n_.is(i, Role::article) && n_.is(i, Role::particle) && n_.token(i).is(shape_upper_first) &&
         i + 1 < last_ && word_of_name(i + 1) && !n_.is(i + 1, Role::article) &&
         !n_.is(i + 1, Role::function_word);
}

bool NameRow::inner_word(std::uint32_t i) const {
  const Token& t = n_.token(i);
  return !heading_ && (t.tag == Tag::IN || t.tag == Tag::TO || t.tag == Tag::PRPS) &&
         t.is(shape_upper_first) && !t.is(shape_all_upper) && !n_.is(i, Role::of) &&
         !any_title(i - 1) && !n_.noun_class(i - 1, n_.rules.classes().position) &&
         t.span.size() <= 4 && i + 1 < last_ && word_of_name(i + 1) && !n_.glued(i) &&
         !n_.is(i + 1, Role::function_word) && !n_.is(i + 1, Role::article);
}

bool NameRow::inner_article(std::uint32_t begin, std::uint32_t i) const {
  const bool twofold = i == begin + 3 && n_.is_mark(begin + 1, '-') && n_.glued(begin + 1);
  if (twofold) return foreign_article(i) && given_name(begin);  // "Jean-Luc LE Bon"
  if (i != begin + 1) return false;
  if (foreign_article(i) && given_name(begin)) return true;
  return n_.is(i, Role::article) && n_.is(i, Role::foreign) && i + 1 < last_ &&
         word_of_name(i + 1) && n_.word(begin).first != TypeId::none && !n_.common(begin);
}

std::uint32_t NameRow::behind_nickname(std::uint32_t begin, std::uint32_t end) const {
  const bool quote = n_.token(end).tag == Tag::open_quote || n_.is_mark(end, '"');
  if ((!quote && !n_.is_mark(end, '(')) || end - begin > 3) return end;
  const bool titled =  // `Speaker Faustino "Bojie" Dy`
      quote && end - begin > 1 && any_title(end - 2) && !n_.common(end - 1);
  if (!person_word(begin) && !titled && !(quote && n_.token(begin).is(shape_period))) return end;
  auto close = end + 1;
  while (close < last_ && close < end + 4 && n_.capital(close)) ++close;
  if (close == end + 1 || close + 1 >= last_ || n_.is(close - 1, Role::born)) return end;
  const bool closed = quote ? n_.token(close).tag == Tag::close_quote || n_.is_mark(close, '"')
                            : n_.is_mark(close, ')');
  if (closed && quote && n_.is(close + 1, Role::particle) && close + 2 < last_ &&
      word_of_name(close + 2))
    return close + 3;  // `Ronald "Bato" dela Rosa`
  return closed && word_of_name(close + 1) && !n_.is(close + 1, Role::function_word) &&
                 !n_.is(close + 1, Role::article)
             ? close + 2
             : end;
}

bool NameRow::plus(std::uint32_t i) const {
  return n_.is_mark(i, '+') && n_.glued(i) &&
         (i + 1 >= last_ || !n_.glued(i + 1) || n_.token(i + 1).is(shape_punctuation) ||
          n_.possessive(i + 1));
}

bool NameRow::numeral(std::uint32_t begin, std::uint32_t i) const {
  if (n_.token(i).span.size() != 1 || !n_.is_mark(i, 'I')) return false;
  const bool titled = i > begin + 1 && any_title(begin);  // "King Leopold I reigned"
  const auto name = begin + titled;
  if (!(i == name + 1 || (i == name + 2 && given_name(i - 1))) || !given_name(name)) return false;
  return (i + 1 >= last_ || !(is_finite_verb(n_.token(i + 1).tag) ||
                              n_.token(i + 1).tag == Tag::MD || n_.token(i + 1).tag == Tag::POS));
}

bool NameRow::model_number(std::uint32_t begin, std::uint32_t i) const {
  const auto& number = n_.token(i);
  if (!number.is(shape_number) || number.span.size() > 3 || n_.value[i] || n_.glued(i) ||
      !n_.capital(i - 1) || n_.is(i - 1, Role::month))
    return false;
  if (i + 1 < last_ && n_.capital(i + 1) &&
      (n_.is(i + 1, Role::legal) || n_.is(i + 1, Role::model_word)))
    return true;  // "Mate 60 PRO"
  const auto next = i + 1 < last_ ? n_.token(i + 1).tag : Tag::period;
  if (next == Tag::CD || (i + 1 < last_ && n_.is_mark(i + 1, '%'))) return false;
  if (product_word(i - 1)) return true;
  const bool acts =  // "Hornsea 3 will open"
      i == begin + 1 && !n_.common(begin) && (is_finite_verb(next) || next == Tag::MD) &&
      n_.word(begin).roles.none();
  if (acts) return true;
  const bool determined =
      i == begin + 1 && begin > first_ && !n_.common(begin) && n_.longest(begin, i).tokens == 0 &&
      (n_.token(begin - 1).tag == Tag::DT || n_.token(begin - 1).tag == Tag::POS);
  return determined && !is_noun(next) && !is_adjective(next) && next != Tag::TO;
}

bool NameRow::product_word(std::uint32_t i) const {
  const auto& word = n_.word(i);
  return n_.rules.family(word.first) == Family::product ||
         (n_.token(i).is(shape_mixed) && n_.longest(i, i + 1).tokens == 0);
}

bool NameRow::given_name(std::uint32_t i) const {
  return n_.longest(i, i + 1).has(SenseKind::first_name);
}

/// "the EXXON-MOBIL merger": two known bodies, where the whole is no name.
bool NameRow::two_bodies(std::uint32_t begin, std::uint32_t hyphen) const {
  const auto body = [&](const Gazetteer::Hit& hit) {
    return hit.tokens > 0 && hit.senses[0].kind == SenseKind::name &&
           n_.rules.family(n_.rules.type(hit, hit.senses[0])) == Family::organization;
  };
  const auto left = n_.longest(begin, last_);
  return left.tokens == hyphen - begin && body(left) && body(n_.longest(hyphen + 1, last_));
}

bool NameRow::hyphen_joins(std::uint32_t begin, std::uint32_t hyphen) const {
  if (two_bodies(begin, hyphen)) return false;
  if (word_of_name(hyphen + 1) || n_.token(hyphen + 1).is(shape_number)) return true;
  if (!n_.token(hyphen + 1).is(shape_lower)) return false;
  const bool joiner =  // "Jaish-e-Mohammad", "Jamiat Ulema-i-Islam"
      n_.token(hyphen + 1).span.size() <= 2 && hyphen + 3 < last_ && n_.is_mark(hyphen + 2, '-') &&
      word_of_name(hyphen + 3) && n_.is(hyphen + 1, Role::name_joiner);
  if (joiner) return true;
  if (hyphenated_given_name(n_, begin, hyphen)) return true;
  // "Moon Jae-in"
  const bool second = hyphen == begin + 2 && !n_.common(begin + 1) && hyphen + 2 < last_ &&
                      n_.token(hyphen - 1).span.size() <= 5;
  if (n_.words[hyphen + 1] != 0)
    return second && n_.token(hyphen + 1).span.size() <= 2 && !n_.is_mark(hyphen + 2, '-');
  if (!n_.common(hyphen + 1)) return true;
  if (hyphen < begin + 2) return false;  // "Leung Kwok-hung", "President Tsai Ing-wen"
  const auto hit = n_.longest(hyphen - 2, hyphen - 1);
  return std::any_of(hit.senses.begin(), hit.senses.end(),
                     [](const Sense& s) { return (s.flags & sense_family_first) != 0; });
}

bool NameRow::possessive_joins(std::uint32_t begin, std::uint32_t clitic,
                               std::uint32_t next) const {
  if (!word_of_name(next)) return false;
  const bool saint = clitic == begin + 2 && n_.is(begin, Role::title) && !n_.common(begin);
  if (saint && head_follows(next)) return true;
  if (owned_school(begin, clitic, next) || called_whose(begin, clitic, next)) return true;
  if (!n_.common(clitic - 1) || somebodys(begin, clitic)) return false;
  if (listed_place(begin, clitic) && n_.text.text(clitic).size() > 1)
    return false;  // not "Queens' Park"
  const auto tag = n_.token(clitic - 1).tag;
  if (n_.word(clitic - 1).last != TypeId::none && tag != Tag::NNPS && tag != Tag::NNS) return false;
  const bool party = n_.word(next).last == n_.rules.types().party;  // "New National People's Party"
  const bool article = n_.is(begin, Role::article);  // "The Independent Workers' Union"
  const bool plural = n_.text.text(clitic - 1).ends_with('s') &&
                      n_.text.text(clitic).size() == 1;  // "National Coffee Growers' Federation"
  return begin + (plural ? 4 : party || article ? 3 : 2) >= clitic && head_follows(next);
}

bool NameRow::called_whose(std::uint32_t begin, std::uint32_t clitic, std::uint32_t next) const {
  const auto& k = n_.rules.classes();
  if (begin <= first_ || clitic != begin + 1 || n_.text.text(clitic).size() == 1 ||
      n_.capital(begin - 1) || !n_.common(next) || any_title(next) ||
      n_.noun_class(next, k.position) ||
      !(n_.noun_class(begin - 1, k.group) || n_.noun_class(begin - 1, k.company)))
    return false;
  const auto hit = n_.longest(begin, clitic);
  return std::none_of(hit.senses.begin(), hit.senses.end(),
                      [](const Sense& s) { return s.kind == SenseKind::name && s.weight >= 5; });
}

bool NameRow::somebodys(std::uint32_t begin, std::uint32_t clitic) const {
  if (n_.text.text(clitic - 1).ends_with('s') && n_.text.text(clitic).size() > 1) return true;
  return clitic == begin + 2 && !n_.common(begin) && given_name(begin) &&
         !listed_place(begin, begin + 1);  // "Kenya Nurses' Union"
}

bool NameRow::owned_school(std::uint32_t begin, std::uint32_t clitic, std::uint32_t next) const {
  if (heading_ || n_.word(next).last != n_.rules.types().school) return false;
  if (next + 1 < last_ && word_of_name(next + 1)) return false;
  const auto hit = n_.longest(begin, clitic);
  return begin + hit.tokens < clitic || !hit.has(SenseKind::name);
}

bool NameRow::listed_place(std::uint32_t begin, std::uint32_t end) const {
  const auto hit = n_.longest(begin, end);
  return hit.tokens == end - begin && hit.senses[0].kind == SenseKind::name &&
         hit.senses[0].weight >= 7 &&
         n_.rules.family(n_.rules.type(hit, hit.senses[0])) == Family::place;
}

bool NameRow::adjective(const Gazetteer::Hit& hit) const {
  const auto named = [](const Sense& s) { return s.kind == SenseKind::name && s.weight >= 7; };
  return hit.tokens > 0 && std::none_of(hit.senses.begin(), hit.senses.end(), named) &&
         std::any_of(hit.senses.begin(), hit.senses.end(), [](const Sense& s) {
           return s.kind == SenseKind::adjective || s.kind == SenseKind::person_noun ||
                  s.kind == SenseKind::plural_noun;
         });
}

bool NameRow::land_of_noun(std::uint32_t article) const {
  const auto noun = article + 2;
  return n_.is(article, Role::article) && noun < last_ && !n_.capital(noun) &&
         (is_noun(n_.token(noun).tag) || is_adjective(n_.token(noun).tag)) &&
         adjective(n_.longest(article + 1, noun));
}

bool NameRow::language_label(std::uint32_t begin, std::uint32_t end) const {
  if (end >= last_ || !n_.is_mark(end, ':')) return false;
  for (auto k = begin; k-- > first_;) {
    if (n_.is_mark(k, ')')) return false;
    if (n_.is_mark(k, '(')) return true;
  }
  return false;
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

bool NameRow::named(std::uint32_t i) const {
  const auto hit = n_.longest(i, i + 1);
  return std::any_of(hit.senses.begin(), hit.senses.end(), [](const Sense& s) {
    return (s.kind == SenseKind::first_name || s.kind == SenseKind::surname) && s.weight >= 5;
  });
}

bool NameRow::acts_as_surname(std::uint32_t i) const {
  if (!n_.is(i, Role::no_name) || !n_.token(i).is(shape_upper_first) || i + 1 >= last_ ||
      n_.token(i).is(shape_all_upper) || n_.token(i).tag == Tag::PRP ||
      (i > first_ && n_.is_mark(i - 1, '&')))
    return false;
  const Tag next = n_.token(i + 1).tag;
  if (next != Tag::POS && next != Tag::MD && !is_finite_verb(next)) return false;
  return n_.longest(i, i + 1).has(SenseKind::surname, 7);
}

bool NameRow::named_like_title(std::uint32_t begin, std::uint32_t end) const {
  return end - begin == 2 && n_.is(begin, Role::post_modifier) && n_.common(end - 1) &&
         !person_word(end - 1) && !any_title(end - 1) && !n_.is(end - 1, Role::post_modifier) &&
         n_.word(end - 1).last == TypeId::none &&
         !n_.noun_class(end - 1, n_.rules.classes().position) &&
         !n_.noun_class(end - 1, n_.rules.classes().academic_field);
}

bool NameRow::field_in(std::uint32_t begin, std::uint32_t end) const {
  if (end - begin < 2 || n_.is(begin, Role::direction) ||
      n_.noun_class(begin, n_.rules.classes().person) ||
      !(n_.token(begin).classes.has(n_.rules.classes().state_body_word) ||
        n_.is(begin, Role::sport)))
    return false;
  const auto hit = n_.longest(begin + 1, end);
  return begin + 1 + hit.tokens == end &&
         std::any_of(hit.senses.begin(), hit.senses.end(), [&](const Sense& s) {
           const auto type = n_.rules.type(hit, s);
           const bool region = type == n_.rules.types().region && s.weight >= 7;
           return s.kind == SenseKind::name &&
                  (type == n_.rules.types().country || (region && n_.is(begin, Role::sport)));
         });
}

bool NameRow::any_title(std::uint32_t i) const {
  const NameWord& word = n_.word(i);
  if (!word.is(Role::title) && !word.is(Role::title_male) && !word.is(Role::title_female) &&
      !word.is(Role::post))
    return false;
  if (i + 2 < last_ && !n_.is(i + 1, Role::article) && one_of(n_.text.text(i + 1), {"bin", "ibn"}))
    return false;                                                // "SULTAN bin Saif"
  return !(word.is(Role::title) && word.first != TypeId::none);  // "St. Louis"
}

bool NameRow::trade(std::uint32_t i) const {
  if (i + 1 >= last_ || !n_.common(i) || n_.common(i + 1) || !word_of_name(i + 1) ||
      !(n_.noun_class(i, n_.rules.classes().position) ||
        n_.noun_class(i, n_.rules.classes().person)))
    return false;
  if (n_.is(i, Role::either_noun))
    return person_word(i + 1) && i + 2 < last_ && word_of_name(i + 2);
  const auto hit = n_.longest(i, i + 1);
  const auto next = n_.longest(i + 1, last_);
  const bool given = hit.has(SenseKind::first_name, 7);  // "Inge Barrick"
  if (!given && next.tokens > 0 && next.senses[0].kind == SenseKind::name &&
      next.senses[0].weight > 5 && n_.rules.type(next, next.senses[0]) == n_.rules.types().company)
    return true;  // "Miner Barrick"
  return std::none_of(hit.senses.begin(), hit.senses.end(), [](const Sense& s) {
    return s.kind == SenseKind::surname || s.kind == SenseKind::first_name || s.weight > 4;
  });
}

bool NameRow::storm(std::uint32_t i) const {
  return n_.word(i).first == n_.rules.types().event && n_.is(i, Role::storm_noun);
}

bool NameRow::person_end(std::uint32_t begin, std::uint32_t end) const {
  const auto hit = n_.longest(end - 1, end);
  const bool surname = hit.tokens == 1 && hit.has(SenseKind::surname, 5);
  while (begin + 2 < end && any_title(begin)) ++begin;
  const bool initial = end - begin == 3 && n_.token(begin + 1).is(shape_period);
  return surname && (end - begin == 2 || initial) && person_word(begin) &&
         (any_title(end - 1) || n_.rules.family(n_.word(end - 1).last) != Family::organization);
}

std::uint32_t NameRow::honours_end(std::uint32_t begin, std::uint32_t end) const {
  if (end - begin < 2 || end + 1 >= last_ || !n_.is_mark(end, ',')) return end;
  if (n_.word(end - 1).last != TypeId::none && !person_end(begin, end)) return end;
  const bool person = person_word(begin) || (begin > first_ && any_title(begin - 1)) ||
                      (end + 2 < last_ && n_.is_mark(end + 2, '('));  // "Gowin Knight, FRS (1713"
  if (!person) return end;
  auto last = end;
  while (last + 1 < last_ && n_.is_mark(last, ',')) {
    auto next = last + 1;
    while (next < last_ && n_.is(next, Role::honour) && n_.capital(next)) ++next;
    if (next == last + 1) next = rank_end(next);
    if (next == last + 1) break;
    const bool ends = next >= last_ || n_.is_mark(next, ',') || n_.is_mark(next, '(') ||
                      n_.is_mark(next, ')') || n_.is_mark(next, '.') || !n_.capital(next);
    if (!ends) break;
    last = next;
  }
  return last;
}

std::uint32_t NameRow::postnominals(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t shortest = 3;  // "CD" and "AO" stand in other names as well
  auto from = end;
  while (from > begin + 2 && n_.is(from - 1, Role::honour) &&
         n_.token(from - 1).is(shape_all_upper) && n_.token(from - 1).span.size() >= shortest)
    --from;
  if (from == end) return 0;
  const bool person = person_word(begin) || (begin > first_ && any_title(begin - 1)) ||
                      (end < last_ && n_.is_mark(end, '('));
  return person && n_.word(from - 1).last == TypeId::none ? end - from : 0;
}

std::uint32_t NameRow::rank_end(std::uint32_t i) const {
  const char first = n_.text.source[n_.token(i).span.begin];
  if (first < '1' || first > '9' || n_.token(i).is(shape_number) || i + 2 >= last_) return i;
  auto end = i + 1;
  const bool rank = n_.is(end, Role::title_male) || n_.is(end, Role::title_female);
  if (!rank || !n_.capital(end)) return i;
  ++end;
  if (n_.is(end, Role::of) && end + 1 < last_) ++end;
  if (!word_of_name(end)) return i;
  while (end < last_ && word_of_name(end)) ++end;
  return end;
}

bool NameRow::plain(std::uint32_t begin, std::uint32_t end) const {
  for (auto i = begin; i < end; ++i) {
    if (n_.capital(i) && !n_.common(i)) return false;
  }
  return true;
}

}  // namespace factloom
