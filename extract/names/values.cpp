// SPDX-License-Identifier: Apache-2.0
#include "extract/names/values.h"

#include <algorithm>

#include "extract/base/words.h"

namespace factloom {
namespace {

/// Looks for a value that begins at a token.
class ValueFinder {
 public:
  ValueFinder(const Text& text, const NameRules& rules, const std::vector<std::uint16_t>& words)
      : text_(text),
        rules_(rules),
        words_(words),
        end_(static_cast<std::uint32_t>(text.tokens.size())) {}

  std::vector<Mention> find() {
    std::vector<Mention> result;
    std::size_t sentence = 0;
    for (std::uint32_t i = 0; i < end_;) {
      while (sentence < text_.sentences.size() && text_.sentences[sentence].tokens.last <= i)
        ++sentence;
      limit_ = sentence < text_.sentences.size() ? text_.sentences[sentence].tokens.last : end_;
      const std::uint32_t limit = limit_;
      while (i < limit && !may_begin(i)) ++i;
      if (i == limit_) continue;
      const auto [last, type] = value(i);
      if (last > i && type != TypeId::none) {
        Mention m;
        m.tokens = {i, last};
        m.head = last - 1;
        m.type = type;
        result.push_back(m);
      }
      i = std::max(last, i + 1);
    }
    return result;
  }

 private:
  struct Found {
    std::uint32_t last;
    TypeId type;
  };

  const NameWord& word(std::uint32_t i) const { return rules_.word(words_[i]); }
  bool is(std::uint32_t i, Role r) const { return i < limit_ && word(i).is(r); }
  bool mark(std::uint32_t i, char c) const {
    return i < limit_ && text_.text(i) == std::string_view(&c, 1);
  }
  bool glued(std::uint32_t i) const { return !text_.tokens[i].is(shape_space_before); }

  static std::uint32_t digits(std::string_view s) {
    std::uint32_t n = 0;
    while (n < s.size() && s[n] >= '0' && s[n] <= '9') ++n;
    return n;
  }

  /// A year written with four digits.
  bool year(std::uint32_t i) const {
    if (i >= limit_) return false;
    const auto s = text_.text(i);
    return s.size() == 4 && digits(s) == 4 && (s[0] == '1' || (s[0] == '2' && s[1] == '0'));
  }

  /// 1 … 31, perhaps with "st", "nd", "rd", "th".
  bool day(std::uint32_t i) const {
    if (i >= limit_) return false;
    const auto s = text_.text(i);
    const auto n = digits(s);
    if (n == 0 || n > 2 || (s.size() != n && s.size() != n + 2)) return false;
    const int value = n == 1 ? s[0] - '0' : 10 * (s[0] - '0') + (s[1] - '0');
    return value >= 1 && value <= 31 && (s.size() == n || (s[n] >= 'a' && s[n] <= 'z'));
  }

  /// "JAN-Erik", "JUN-ho": no month.
  bool hyphenated(std::uint32_t i) const {
    if (!mark(i + 1, '-') || !glued(i + 1) || i + 2 >= limit_ || !glued(i + 2)) return false;
    constexpr auto letters = shape_upper_first | shape_lower;
    return (text_.tokens[i + 2].shape & letters) != 0 && !word(i + 2).is(Role::month);
  }

  bool month(std::uint32_t i) const {
    return i < limit_ && word(i).is(Role::month) && text_.tokens[i].is(shape_upper_first) &&
           !hyphenated(i);
  }

  bool number(std::uint32_t i) const {
    if (i >= limit_) return false;
    return text_.tokens[i].is(shape_number) ||
           (word(i).is(Role::number_word) && text_.tokens[i].tag == Tag::CD);
  }

  /// "5m", "1.5bn": a number with its magnitude.
  bool number_with_magnitude(std::uint32_t i) const {
    if (i >= limit_ || !text_.tokens[i].is(shape_digit)) return false;
    const auto s = text_.text(i);
    const auto at = s.find_first_not_of("0123456789.,");
    return at != s.npos && at > 0 && rules_.word(rules_.find(s.substr(at))).is(Role::magnitude);
  }

  /// A value begins with a digit, a word that tells one, or the letters of a currency ("US$").
  bool may_begin(std::uint32_t i) const {
    constexpr unsigned digit_or_capital = shape_digit | shape_upper_first | shape_all_upper;
    const Token& t = text_.tokens[i];
    if (rules_.begins_value(words_[i])) return true;
    if ((t.shape & digit_or_capital) == 0) return false;
    return t.is(shape_digit) || letters_of_currency(i);
  }

  /// "US$", "S$"
  bool letters_of_currency(std::uint32_t i) const {
    const Token& t = text_.tokens[i];
    return (t.is(shape_all_upper) || (t.is(shape_upper_first) && t.span.size() == 1)) &&
           is(i + 1, Role::currency_mark) && glued(i + 1);
  }

  Found value(std::uint32_t i) {
    const auto number = number_end(i);
    if (const auto last = money(i, number)) return {rate(i, last), rules_.types().money};
    if (const auto last = share(i, number)) return {last, rules_.types().percent};
    if (const auto last = date(i)) return {last, rules_.types().date};
    if (number > 0 && is(number, Role::unit)) return {number + 1, rules_.types().quantity};
    return {i, TypeId::none};
  }

  /// End of a number with its magnitudes; 0 if there is none.
  std::uint32_t number_end(std::uint32_t i) const {
    if (number_with_magnitude(i)) return i + 1;
    if (!number(i)) return 0;
    ++i;
    while (i < limit_ && (word(i).is(Role::magnitude) ||
                          (word(i).is(Role::number_word) && text_.tokens[i].tag == Tag::CD)))
      ++i;
    return i;
  }

  /// Of what begins at `i`, perhaps with a number that ends at `last`.
  std::uint32_t money(std::uint32_t i, std::uint32_t last) const {
    if (is(i, Role::currency_mark)) {
      return number_end(i + 1) > 0 ? std::max(number_end(i + 1), i + 2) : 0;
    }
    if (i + 2 < limit_ && letters_of_currency(i)) return number_end(i + 2);
    if (last == 0) return 0;
    if (last + 1 < limit_ && text_.tokens[last].is(shape_upper_first) &&
        is(last + 1, Role::currency))
      return last + 2;
    return is(last, Role::currency) ? last + 1 : 0;
  }

  /// "a 20 dlr A SHARE offer", "its $20 PER SHARE bid": the end of a price for each, before what
  /// has it; `last` where the sum is none.
  std::uint32_t rate(std::uint32_t first, std::uint32_t last) const {
    if (first == 0 || last + 2 >= limit_) return last;
    const auto tag = [&](std::uint32_t t) { return text_.tokens[t].tag; };
    const bool each = tag(last) == Tag::DT ? text_.text(last) == "a" : is(last, Role::per);
    const bool of_what = tag(last + 2) == Tag::NN || tag(last + 2) == Tag::JJ;
    if (!each || !of_what || tag(last + 1) != Tag::NN) return last;
    const Tag before = tag(first - 1);
    const bool opened = before == Tag::DT || before == Tag::PRPS || before == Tag::POS ||
                        is_adjective(before) || before == Tag::VBN;
    return opened && tag(last - 1) != Tag::NNS ? last + 2 : last;
  }

  std::uint32_t share(std::uint32_t i, std::uint32_t last) const {
    if (is(i, Role::fraction)) return fraction(i, i);
    if (last == 0 || last >= limit_) return 0;
    if (const auto part = fraction(mark(last, '-') ? last + 1 : last, last)) return part;
    if (is(last, Role::percent)) return last + 1;
    if (last + 1 < limit_ && is(last, Role::per) && is(last + 1, Role::currency)) return last + 2;
    return 0;
  }

  /// The end of the part at `i`, before which a number ends at `number`: "a FIFTH of the shares",
  /// "TWO-THIRDS of it", "HALF of the firm"; 0 if it is none ("the THIRD of March").
  std::uint32_t fraction(std::uint32_t i, std::uint32_t number) const {
    if (!is(i, Role::fraction) || !of(i + 1)) return 0;
    if (number < i || (i > 0 && text_.tokens[i - 1].tag == Tag::CD)) return i + 1;
    if (i == 0) return 0;
    const Tag before = text_.tokens[i - 1].tag;
    const bool one = before == Tag::DT && text_.text(i - 1) != "the";
    const bool alone = word(i).number > 0 && !is_noun(before) && !is_adjective(before);
    return one || (alone && before != Tag::DT) ? i + 1 : 0;
  }

  std::uint32_t date(std::uint32_t i) {
    if (month(i)) return of_person(i) || first_name(i) ? 0 : from_month(i);
    if (day(i)) {
      if (month(i + 1)) return with_year(i + 2);
      if (of(i + 1) && month(i + 2)) return with_year(i + 3);
    }
    if (is(i, Role::weekday) && text_.tokens[i].is(shape_upper_first)) {
      if (mark(i + 1, ',') && month(i + 2)) return std::max(from_month(i + 2), i + 1);
      const std::uint32_t on = mark(i + 1, ',') ? i + 2 : i + 1;  // "Friday, 23 May"
      if (day(on) && month(on + 1)) return with_year(on + 2);
      return part_of_day(i + 1) ? i + 2 : i + 1;
    }
    if (is(i, Role::relative_day)) return i + 1;
    if (is(i, Role::relative) &&
        (is(i + 1, Role::time_unit) || is(i + 1, Role::weekday) || month(i + 1))) {
      if (is(i + 1, Role::day_part))  // "last NIGHT", "this MORNING"; not "late night"
        return word(i).number < 0 || text_.tokens[i].tag == Tag::DT ? i + 2 : 0;
      if (word(i + 1).number == 0) return 0;
      return year(i + 2) && month(i + 1) ? i + 3 : i + 2;
    }
    if (const auto last = numeric(i)) return last;
    if (number(i) && is(i + 1, Role::time_unit) && is(i + 2, Role::ago) && !governs(i + 2))
      return i + 3;
    return from_year(i);
  }

  /// "on Monday MORNING"
  bool part_of_day(std::uint32_t i) const {
    return is(i, Role::time_unit) && word(i).number == 0 && text_.tokens[i].is(shape_lower) &&
           !is(i + 1, Role::time_unit);
  }

  /// "three weeks BEFORE he died": the date is that of what follows, not this.
  bool governs(std::uint32_t i) const {
    if (i + 1 >= limit_ || text_.tokens[i].tag != Tag::IN) return false;
    const Tag next = text_.tokens[i + 1].tag;
    return is_noun(next) || next == Tag::PRP || next == Tag::PRPS || next == Tag::DT;
  }

  /// "May said", "May's": where the text has a Theresa May, it is she who acts.
  bool of_person(std::uint32_t i) {
    const std::string_view name = text_.text(i);
    const bool known = std::find(surnames_.begin(), surnames_.end(), name) != surnames_.end();
    if (i == 0 || known == (is_proper_noun(text_.tokens[i - 1].tag) && capital_name(i - 1)))
      return false;
    if (!known && !day(i + 1) && !year(i + 1)) surnames_.push_back(name);
    if (!known || i + 1 >= limit_ || text_.tokens[i - 1].tag == Tag::IN ||
        text_.tokens[i - 1].tag == Tag::DT || is(i - 1, Role::relative))
      return false;
    const Tag next = text_.tokens[i + 1].tag;
    return is_finite_verb(next) || next == Tag::MD || next == Tag::POS;
  }

  /// "founded by AUGUST Krogh", "with JAN Rotmans"
  bool first_name(std::uint32_t i) const {
    return i > 0 && (text_.text(i - 1) == "by" || text_.text(i - 1) == "with") &&
           capital_name(i + 1) && !day(i + 1);
  }

  bool of(std::uint32_t i) const { return i < limit_ && text_.text(i) == "of"; }
  /// Behind the year with which a date that stands before `i` goes on: "4 July 1971", "July, 1971",
  /// "July of 1971", "July last year", "July of this year"; `i` where none does.
  std::uint32_t with_year(std::uint32_t i) const {
    if (year(i)) return i + 1;
    if (relative_year(i)) return i + 2;
    if (of(i) && relative_year(i + 1)) return i + 3;
    return (mark(i, ',') || of(i)) && year(i + 1) ? i + 2 : i;
  }
  bool relative_year(std::uint32_t i) const {
    return i + 1 < limit_ && one_of(text_.text(i), {"last", "this", "next"}) &&
           text_.text(i + 1) == "year";
  }
  std::uint32_t from_month(std::uint32_t i) const {
    if (day(i + 1) && !is(i + 2, Role::magnitude)) return with_year(i + 2);
    if (with_year(i + 1) > i + 1) return with_year(i + 1);
    if (i + 3 < limit_ && text_.text(i + 1) == "and" && capital_name(i + 2) && capital_name(i + 3))
      return 0;  // "AUGUST and Marie Krogh"
    // A bare month: "may" and "march" are also verbs, "Theresa May" and "Jan Smith" persons.
    if (!is_proper_noun(text_.tokens[i].tag)) return 0;
    const bool introduced =
        i > 0 && (text_.tokens[i - 1].tag == Tag::IN || text_.tokens[i - 1].tag == Tag::DT ||
                  is(i - 1, Role::relative) || is(i - 1, Role::date_part));
    return introduced || !(capital_name(i + 1) || (i > 0 && capital_name(i - 1))) ? i + 1 : 0;
  }
  bool capital_name(std::uint32_t i) const {
    return i < limit_ && is_proper_noun(text_.tokens[i].tag) &&
           text_.tokens[i].is(shape_upper_first) && !is(i, Role::weekday) && !is(i, Role::month);
  }

  /// "2003-05-06", "1/2/2003"
  std::uint32_t numeric(std::uint32_t i) const {
    if (year(i) && mark(i + 1, '-') && i + 4 < limit_ && mark(i + 3, '-') && glued(i + 1) &&
        glued(i + 4) && day(i + 2) && day(i + 4))
      return i + 5;
    const auto s = text_.text(i);
    const auto slashes = std::count(s.begin(), s.end(), '/');
    if (slashes == 2 && s.size() >= 8 && s.find_first_not_of("0123456789/") == s.npos) return i + 1;
    return s.size() == 10 && s[4] == '-' && s[7] == '-' && digits(s) == 4 ? i + 1 : 0;
  }

  std::uint32_t from_year(std::uint32_t i) const {
    const auto s = text_.text(i);
    if (s.size() == 5 && s[4] == 's' && digits(s) == 4) return i + 1;
    if (s.size() == 6 && digits(s) == 4 && s[5] == 's') return i + 1;
    if (s.size() > 5 && s[s.size() - 5] == '-' && digits(s.substr(s.size() - 4)) == 4)
      return i + 1;  // "mid-2015"
    if (!year(i)) return 0;
    if (i + 1 < limit_ && glued(i + 1) && text_.tokens[i + 1].tag == Tag::POS &&
        text_.text(i + 1).ends_with('s'))
      return i + 2;
    const auto before = i > 0 ? text_.tokens[i - 1].tag : Tag::none;
    if (before == Tag::dollar || before == Tag::CD || is(i + 1, Role::unit) ||
        is(i + 1, Role::magnitude))
      return 0;
    if (i + 1 < limit_ && text_.tokens[i + 1].tag == Tag::NNS && before != Tag::IN) return 0;
    return i + 1;
  }

  const Text& text_;
  const NameRules& rules_;
  const std::vector<std::uint16_t>& words_;
  std::uint32_t end_, limit_ = 0;
  std::vector<std::string_view> surnames_;  // names of months that persons of the text bear
};

}  // namespace

std::vector<Mention> find_values(const Text& text, const NameRules& rules,
                                 const std::vector<std::uint16_t>& words) {
  return ValueFinder(text, rules, words).find();
}

}  // namespace factloom
