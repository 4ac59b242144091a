// SPDX-License-Identifier: Apache-2.0
// Plain forms of values.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "extract/names/values.h"

namespace factloom {
namespace {

constexpr int unknown = -1000000;

/// Parts of a date; `unknown` where the text does not say.
struct DateParts {
  int year = unknown, month = unknown, day = unknown;
};

/// Days since 1970-01-01 of a date of the Gregorian calendar, and back (Hinnant's algorithms).
int days_from(int y, int m, int d) {
  y -= m <= 2;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int yoe = y - era * 400;
  const int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

DateParts date_of(int z) {
  z += 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int doe = z - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp + (mp < 10 ? 3 : -9);
  return {yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) / 5 + 1};
}

std::string iso(const DateParts& p) {
  std::array<char, 32> buffer{};
  if (p.year == unknown && p.month == unknown) return {};
  if (p.year == unknown && p.day == unknown) {
    std::snprintf(buffer.data(), buffer.size(), "--%02d", p.month);
  } else if (p.year == unknown) {
    std::snprintf(buffer.data(), buffer.size(), "--%02d-%02d", p.month, p.day);
  } else if (p.month == unknown) {
    std::snprintf(buffer.data(), buffer.size(), "%04d", p.year);
  } else if (p.day == unknown) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", p.year, p.month);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", p.year, p.month, p.day);
  }
  return buffer.data();
}

DateParts parse_iso(std::string_view s) {
  DateParts p;
  const auto number = [&](std::size_t at, std::size_t n) {
    return s.size() >= at + n ? std::atoi(std::string(s.substr(at, n)).c_str()) : unknown;
  };
  p.year = number(0, 4);
  p.month = number(5, 2);
  p.day = number(8, 2);
  return p;
}

int leading_number(std::string_view s) {
  return s.empty() || s[0] < '0' || s[0] > '9' ? unknown : std::atoi(std::string(s).c_str());
}

/// "WILL meet on Friday", "IS TO be launched in October": the next one, not the last.
bool to_come(const Text& text, std::uint32_t date) {
  for (std::uint32_t i = date, limit = date > 12 ? date - 12 : 0; i-- > limit;) {
    const Token& t = text.tokens[i];
    const auto word = text.text(i);
    if (word == "will" || word == "'ll" || word == "shall") return t.tag == Tag::MD;
    if (t.tag == Tag::TO && i > 0 && (text.text(i - 1) == "is" || text.text(i - 1) == "are"))
      return true;
    if (t.tag == Tag::VBD || t.tag == Tag::VBZ || t.tag == Tag::VBP || t.tag == Tag::MD ||
        word == "." || word == ";" || word == "," || word == "and" || word == "after" ||
        word == "since")
      return false;
  }
  return false;
}

/// "February of LAST YEAR", "4 July THIS YEAR"
int relative_year(const Text& text, TokenRange r, const NameRules& rules, const DateParts& now) {
  if (now.year == unknown || r.size() < 3 || text.text(r.last - 1) != "year") return unknown;
  const NameWord& step = rules.word(rules.find(text.text(r.last - 2)));
  return step.is(Role::relative) ? now.year + static_cast<int>(step.number) : unknown;
}

/// A date that is told by its distance from the document's own.
DateParts relative_date(const Text& text, TokenRange r, const NameRules& rules,
                        const DateParts& now) {
  if (now.year == unknown) return {};
  const auto word = [&](std::uint32_t i) -> const NameWord& {
    return rules.word(rules.find(text.text(i)));
  };
  const bool has_day = now.day != unknown;
  const int today = has_day ? days_from(now.year, now.month, now.day) : 0;
  const auto& first = word(r.first);
  if (first.is(Role::relative_day) && has_day)
    return date_of(today + static_cast<int>(first.number));
  const auto steps = [&](const NameWord& unit, int n) -> DateParts {
    if (unit.number >= 365)
      return {now.year + n * static_cast<int>(unit.number / 365), unknown, unknown};
    if (unit.number >= 28 && now.month != unknown) {
      const int months = now.year * 12 + now.month - 1 + n * static_cast<int>(unit.number / 30);
      return {months / 12, months % 12 + 1, unknown};
    }
    return has_day && unit.number > 0 ? date_of(today + n * static_cast<int>(unit.number))
                                      : DateParts{};
  };
  if (r.size() == 3 && word(r.first + 1).is(Role::time_unit)) {
    const int n = leading_number(text.text(r.first));
    const int length = n == unknown ? static_cast<int>(first.number) : n;
    return steps(word(r.first + 1), word(r.last - 1).is(Role::later_then) ? length : -length);
  }
  if (r.size() >= 2 && first.is(Role::relative) && word(r.first + 1).is(Role::time_unit)) {
    const int n = static_cast<int>(first.number);
    if (word(r.first + 1).is(Role::day_part)) return has_day ? date_of(today + n) : DateParts{};
    return steps(word(r.first + 1), n);
  }
  const auto weekday =
      word(r.last - (r.size() > 1 && word(r.last - 1).is(Role::time_unit) ? 2 : 1));
  if (weekday.is(Role::weekday) && has_day) {
    // The nearest such day that is not after the document's, or the next one.
    const int now_day = (today + 3) % 7 + 1;  // 1 is Monday
    int back = (now_day - static_cast<int>(weekday.number) + 7) % 7;
    if (first.is(Role::relative) && first.number > 0) back -= 7;
    if (first.is(Role::relative) && first.number < 0 && back == 0) back = 7;
    if (!first.is(Role::relative) && back > 0 && to_come(text, r.first)) back -= 7;
    return date_of(today - back);
  }
  return {};
}

}  // namespace

std::string normalise_date(const Text& text, TokenRange tokens, const NameRules& rules,
                           std::string_view document_date) {
  const auto now = document_date.size() >= 4 ? parse_iso(document_date) : DateParts{};
  DateParts p;
  for (auto i = tokens.first; i < tokens.last; ++i) {
    const auto s = text.text(i);
    const auto& word = rules.word(rules.find(s));
    const int n = leading_number(s);
    if (word.is(Role::month)) {
      p.month = static_cast<int>(word.number);
    } else if (std::count(s.begin(), s.end(), '/') == 2) {
      // Day and month order is not told by "1/2/2003": keep the year alone.
      p.year = std::atoi(std::string(s.substr(s.rfind('/') + 1)).c_str());
    } else if (s.size() == 10 && s[4] == '-') {
      return std::string(s);
    } else if (n >= 1000 &&
               (s.ends_with('s') || (i + 1 < tokens.last && text.tokens[i + 1].tag == Tag::POS))) {
      return std::to_string(n / 10) + "X";
    } else if (n >= 1000) {
      p.year = n;
    } else if (n != unknown && p.year != unknown && p.month == unknown) {
      p.month = n;
    } else if (n != unknown && p.day == unknown) {
      p.day = n;
    } else if (s.size() > 5 && s[s.size() - 5] == '-') {
      p.year = leading_number(s.substr(s.size() - 4));
    }
  }
  if (p.year == unknown && p.month == unknown) return iso(relative_date(text, tokens, rules, now));
  if (p.year == unknown) p.year = relative_year(text, tokens, rules, now);
  if (p.year == unknown && now.year != unknown) {
    // A month without a year: the last one before the document.
    p.year = now.month != unknown && p.month > now.month ? now.year - 1 : now.year;
    const auto& first = rules.word(rules.find(text.text(tokens.first)));
    if (first.is(Role::relative) && first.number > 0 && p.month < now.month) ++p.year;
    if (p.year < now.year && to_come(text, tokens.first)) ++p.year;
  }
  return iso(p);
}

bool told_from_another(const Text& text, TokenRange tokens, const NameRules& rules) {
  const NameWord& last = rules.word(rules.find(text.text(tokens.last - 1)));
  if (last.is(Role::ago_then) || last.is(Role::later_then)) return true;
  const NameWord& first = rules.word(rules.find(text.text(tokens.first)));
  return first.is(Role::relative) && first.number > 0 && last.is(Role::time_unit) &&
         tokens.first > 1 && text.tokens[tokens.first - 1].tag == Tag::DT &&
         text.tokens[tokens.first - 2].tag != Tag::IN;  // "left THE NEXT YEAR", not "OVER the …"
}

std::string normalise_amount(const Text& text, TokenRange tokens, const NameRules& rules) {
  double value = 0;
  bool any = false;
  std::string unit;
  for (auto i = tokens.first; i < tokens.last; ++i) {
    std::string s(text.text(i));
    const auto& word = rules.word(rules.find(s));
    if (s[0] >= '0' && s[0] <= '9') {
      s.erase(std::remove(s.begin(), s.end(), ','), s.end());
      char* rest = nullptr;
      value = std::strtod(s.c_str(), &rest);
      any = true;
      const auto& tail = rules.word(rules.find(rest));
      if (tail.is(Role::magnitude)) value *= std::pow(10.0, static_cast<double>(tail.number));
    } else if (word.is(Role::magnitude) && any) {
      value *= std::pow(10.0, static_cast<double>(word.number));
    } else if (word.is(Role::number_word)) {
      value = any ? value + static_cast<double>(word.number) : static_cast<double>(word.number);
      any = true;
    } else {
      unit += (unit.empty() ? "" : " ") + s;
    }
  }
  if (!any) return std::string(text.span(tokens).of(text.source));
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.15g", value);
  return unit.empty() ? buffer.data() : buffer.data() + (" " + unit);
}

}  // namespace factloom
