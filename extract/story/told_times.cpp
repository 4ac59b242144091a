// SPDX-License-Identifier: Apache-2.0
#include "extract/story/told_times.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "extract/base/words.h"
#include "extract/story/years.h"

namespace factloom {
namespace {

constexpr int soonest = 2000;  ///< when a text was written, whatever years it tells of

/// What a word in a sentence says of the year.
class YearReader {
 public:
  YearReader(const Text& text, const KnownClasses& classes, const NameRules& rules,
             ToldTimes& times)
      : t_(text), k_(classes), rules_(rules), times_(times) {}

  /// "IN 2004", "ON 3 May 2004", "in THE 1980S", "eleven years AGO": the year at its last word; 0
  /// if none, or if it is another time that is told from it ("SINCE 2004").
  int at(std::uint32_t t, std::uint32_t first) const {
    if (t_.text(t) == "ago") {
      const int years = years_before(t, first);
      return years > 0 ? now() - years : 0;
    }
    const int y = year(t);
    return y != 0 && begins_date(t, first) ? y : 0;
  }
  int now() const { return times_.now(); }
  /// "TEN YEARS later": how many, before the word
  int years_before(std::uint32_t t, std::uint32_t first) const {
    if (t < first + 2 || !t_.tokens[t - 1].classes.has(k_.time_unit)) return 0;
    const std::string_view unit = t_.text(t - 1);
    const int each = unit.starts_with("year")      ? 1
                     : unit.starts_with("decade")  ? 10
                     : unit.starts_with("century") ? 100
                                                   : 0;
    const std::string_view count = t_.text(t - 2);
    if (t_.tokens[t - 2].is(shape_number)) return each * std::atoi(std::string(count).c_str());
    return each * static_cast<int>(rules_.word(rules_.find(count)).number);
  }
  /// Not what begins then and may last: "was FOUNDED in 1950", "JOINED in 1986".
  bool begins(std::uint32_t verb) const {
    return t_.tokens[verb].classes.has(k_.beginning) || takes_up(verb);
  }
  /// "BECAME its chief", "JOINED it", "TOOK OVER"
  bool takes_up(std::uint32_t verb) const {
    const ClassSet& x = t_.tokens[verb].classes;
    const bool over = verb + 1 < t_.tokens.size() && t_.text(verb + 1) == "over" &&
                      begins_with_one_of(t_.text(verb), {"took", "take"});
    return over || x.has(k_.become) || x.has(k_.succession) ||
           begins_with_one_of(t_.text(verb), {"join", "hire", "elect", "appoint", "name"});
  }

 private:
  int year(std::uint32_t t) const {
    if (const int y = year_at(t_, t); y != 0) return y;
    constexpr int to_its_end = 9;
    const std::string_view word = t_.text(t);  // "the 1980s"
    return word.size() == 5 && word.back() == 's' && factloom::year_of(word) != 0
               ? factloom::year_of(word) + to_its_end
               : 0;
  }
  bool begins_date(std::uint32_t year, std::uint32_t first) const {
    constexpr std::uint32_t longest = 7;  // "on the evening of 3 May 2004"
    for (std::uint32_t t = year; t > first && year - t < longest;) {
      const Token& x = t_.tokens[--t];
      if (x.tag == Tag::IN && t_.text(t) != "of")
        return one_of(t_.text(t), {"in", "on", "In", "On"});
      if (x.tag != Tag::CD && x.tag != Tag::comma && x.tag != Tag::DT && x.tag != Tag::IN &&
          x.tag != Tag::JJ && !is_noun(x.tag))
        return false;
    }
    return false;
  }

  const Text& t_;
  const KnownClasses& k_;
  const NameRules& rules_;
  ToldTimes& times_;
};

/// What one sentence says of its time.
class TimeReader {
 public:
  TimeReader(const Text& text, const KnownClasses& classes, const YearReader& years,
             TokenRange sentence)
      : t_(text), k_(classes), y_(years), s_(sentence) {
    for (std::uint32_t t = s_.first; t < s_.last && !now_told_; ++t) read(t);
  }

  bool of_now() const { return now_told_; }
  bool leans_back() const { return pluperfect_ || points_back(); }
  /// Of which year it tells by itself; 0 if of none.
  int year() const { return now_told_ ? 0 : year_; }
  /// How many years later than what was told before it.
  int later() const { return later_; }
  /// Up to which token may what is told be so yet, though the time is past? "ANN LEE, ITS CHIEF,
  /// joined it in 2011", but not "joined Acme, led by Bob Roy, in 2011"
  std::uint32_t lasting() const {
    const bool then = dated_ < verb_of_it_ && !takes_up_;  // "IN 1986 Ann Lee moved"
    return born_ ? s_.last : begins_ && dated_ != 0 && !then ? verb_of_it_ : s_.first;
  }

 private:
  void read(std::uint32_t t) {
    const Token& x = t_.tokens[t];
    if (x.tag == Tag::open_quote || x.tag == Tag::close_quote) quoted_ = x.tag == Tag::open_quote;
    if (quoted_) return;
    if (x.tag == Tag::comma && verb_) beside_ = reduced_ = false;
    if (x.tag == Tag::WDT || x.tag == Tag::WP || x.tag == Tag::WPS || t_.text(t) == "where")
      beside_ = true, verb_ = false;
    if (is_verb(x.tag) || x.tag == Tag::MD) read_verb(t);
    constexpr std::uint32_t at_once = 3;  // "said IN MAY 2004 that"
    if (beside_ || (says_ && t - said_ > at_once)) return;
    if (const int y = y_.at(t, s_.first); y != 0) year_ = std::max(year_, y), dated_ = t;
    read_adverb(t);
  }
  void read_verb(std::uint32_t t) {
    const Token& x = t_.tokens[t];
    if (reduced_ && x.tag != Tag::VBN && x.tag != Tag::VB && x.tag != Tag::VBG)
      beside_ = reduced_ = false;  // "soldiers led by Ann Lee FLEW"
    if (x.tag == Tag::VBN && !beside_ && bare(t))
      beside_ = reduced_ = true;  // "the law ENACTED in 1989"
    verb_ = true;
    if (beside_ || says_) return;
    const bool open = x.tag == Tag::MD && !one_of(t_.text(t), {"would", "could", "might"});
    const bool present =  // not "IS SAID TO HAVE wept", "made the laboratories PAY"
        (x.tag == Tag::VBZ || (x.tag == Tag::VBP && !past_)) && !tells_of_past(t);
    now_told_ = now_told_ || open || present;
    if (x.tag == Tag::VBD && !past_) {
      past_ = true;
      verb_of_it_ = t;
      pluperfect_ = x.classes.has(k_.have) && has_participle(t);
    }
    if ((x.tag == Tag::VBD || x.tag == Tag::VBN) && y_.begins(t)) {
      begins_ = true;
      takes_up_ = takes_up_ || y_.takes_up(t);
    }
    if (x.tag == Tag::VBD && (x.classes.has(k_.reporting) || x.classes.has(k_.viewing)))
      says_ = true, said_ = t;
  }
  /// "IS said TO HAVE wept"
  bool tells_of_past(std::uint32_t verb) const {
    return verb + 3 < s_.last && t_.tokens[verb + 1].tag == Tag::VBN && t_.text(verb + 2) == "to" &&
           t_.text(verb + 3) == "have";
  }
  /// Does a participle stand without "be" and "have"?
  bool bare(std::uint32_t participle) const {
    for (std::uint32_t t = participle; t > s_.first;) {
      const Token& x = t_.tokens[--t];
      if (is_adverb(x.tag) || x.classes.has(k_.negator)) continue;
      return !is_verb(x.tag) && x.tag != Tag::CC && x.tag != Tag::DT && x.tag != Tag::PRPS;
    }
    return false;
  }
  bool has_participle(std::uint32_t verb) const {
    for (std::uint32_t t = verb + 1; t < s_.last && t - verb < 4; ++t) {
      if (t_.tokens[t].tag == Tag::VBN) return true;
      if (!is_adverb(t_.tokens[t].tag) && !t_.tokens[t].classes.has(k_.negator)) return false;
    }
    return false;
  }
  void read_adverb(std::uint32_t t) {
    const Token& x = t_.tokens[t];
    const std::string_view word = t_.text(t);
    if (x.classes.has(k_.weekday) && dated_ == 0) now_told_ = true;
    if (!glance.may_be(word)) return;
    born_ = born_ || one_of(word, births);
    const bool unit = t + 1 < s_.last && t_.tokens[t + 1].classes.has(k_.time_unit);
    if (one_of(word, of_today) || (unit && one_of(word, these))) now_told_ = true;
    if (unit && one_of(word, lasts)) year_ = std::max(year_, y_.now() - 1), dated_ = t;
    if (one_of(word, laters)) later_ = y_.years_before(t, s_.first);
    if (one_of(word, earliers)) later_ = -y_.years_before(t, s_.first);
  }
  /// "THAT year", "A year LATER", "At the TIME": told from the paragraph before
  bool points_back() const {
    for (std::uint32_t t = s_.first; t < s_.last && t < s_.first + 4; ++t)
      if (one_of(t_.text(t), {"That", "later", "earlier", "following", "next", "then", "time"}))
        return true;
    return false;
  }

  static constexpr std::array<std::string_view, 3> births = {"born", "founded", "established"};
  static constexpr std::array<std::string_view, 6> of_today = {"since", "Since", "now",
                                                               "Now",   "today", "currently"};
  static constexpr std::array<std::string_view, 2> these = {"this", "This"},
                                                   lasts = {"last", "Last"},
                                                   laters = {"later", "afterwards"},
                                                   earliers = {"earlier", "before"};
  static constexpr WordGlance glance{births, of_today, these, lasts, laters, earliers};

  const Text& t_;
  const KnownClasses& k_;
  const YearReader& y_;
  TokenRange s_;
  int year_ = 0, later_ = 0;
  std::uint32_t said_ = 0, verb_of_it_ = 0;
  bool quoted_ = false, beside_ = false;  ///< in words quoted, in a clause about a noun
  bool verb_ = false, reduced_ = false;   ///< of such a clause: seen, a participle
  bool past_ = false, pluperfect_ = false, now_told_ = false, begins_ = false, says_ = false,
       born_ = false, takes_up_ = false;
  std::uint32_t dated_ = 0;  ///< the last token of its date
};

/// The words between commas around two places of a sentence: a clause of its own?
class StretchReader {
 public:
  StretchReader(const Text& text, const YearReader& years, TokenRange sentence)
      : t_(text), y_(years), s_(sentence) {}

  enum class Time : std::uint8_t { not_told, now, past };
  struct Told {
    Time time = Time::not_told;
    int year = 0;
  };
  Told read(std::uint32_t token, std::uint32_t other) const {
    std::uint32_t first = std::min(token, other), last = std::max(token, other) + 1;
    if (quoted(first)) return {Time::now, 0};
    while (first > s_.first && !ends(first - 1)) --first;
    while (last < s_.last && !ends(last)) ++last;
    if (last + 1 < s_.last && t_.tokens[last + 1].tag == Tag::VBD)  // "whose chief, Ann Lee, TRIED"
      for (++last; last < s_.last && !ends(last);) ++last;
    Told found;
    bool past = false;
    for (std::uint32_t t = first; t < last; ++t) {
      const Tag tag = t_.tokens[t].tag;
      if (one_of(t_.text(t), {"since", "Since", "now", "current", "present", "today", "still"}))
        return {Time::now, 0};
      if (tag == Tag::VBZ || tag == Tag::VBP || tag == Tag::MD) return {};
      if (tag == Tag::VBN || tag == Tag::VBD) {
        if (y_.begins(t)) return {};
        past = true;
      }
      found.year = std::max(found.year, y_.at(t, first));
    }
    if (past && found.year != 0) found.time = Time::past;
    return found;
  }

 private:
  bool ends(std::uint32_t t) const {
    const Tag tag = t_.tokens[t].tag;
    return tag == Tag::comma || tag == Tag::colon || tag == Tag::open_quote ||
           tag == Tag::close_quote || tag == Tag::open_bracket || tag == Tag::close_bracket;
  }
  bool quoted(std::uint32_t token) const {
    for (std::uint32_t t = token; t > s_.first;) {
      const Tag tag = t_.tokens[--t].tag;
      if (tag == Tag::open_quote || tag == Tag::close_quote) return tag == Tag::open_quote;
    }
    return false;
  }

  const Text& t_;
  const YearReader& y_;
  TokenRange s_;
};

}  // namespace

int ToldTimes::now() {
  if (now_ != 0) return now_;
  now_ = factloom::year_of(date_);
  if (now_ != 0) return now_;
  now_ = soonest;
  for (std::uint32_t t = 0; t < t_.tokens.size(); ++t)
    if (const int y = year_at(t_, t); y > now_)
      if (t == 0 || !one_of(t_.text(t - 1), {"by", "until", "till", "to", "from"})) now_ = y;
  return now_;
}

void ToldTimes::read(std::uint32_t sentence) {
  const YearReader years(t_, k_, rules_, *this);
  const TimeReader time(t_, k_, years, t_.sentences[sentence].tokens);
  const auto lone = [&] {
    return sentence == 0 || t_.sentences[sentence - 1].heading ||
           (begins_paragraph(t_, sentence) && !time.leans_back());
  };
  const bool follows = !time.of_now() && time.year() == 0 && !lone();
  told_[sentence] = {time.year(), time.later(), time.lasting(), follows, true};
}

const ToldTimes::Told& ToldTimes::told(std::uint32_t sentence) {
  told_.resize(t_.sentences.size());
  std::uint32_t s = sentence;
  for (; !told_[s].read; --s) {  // back to where a time is told, or none
    read(s);
    if (!told_[s].follows) break;
  }
  for (; s < sentence; ++s) {
    Told& next = told_[s + 1];
    next.follows = false;
    if (told_[s].year != 0) next.year = std::max(1, told_[s].year + next.later);
  }
  return told_[sentence];
}

bool ToldTimes::tells_now(std::uint32_t sentence) {
  const YearReader years(t_, k_, rules_, *this);
  return TimeReader(t_, k_, years, t_.sentences[sentence].tokens).of_now();
}

int ToldTimes::told_in(std::uint32_t sentence) {
  return told(sentence).year;
}

int ToldTimes::year_of(std::uint32_t sentence, std::uint32_t token, std::uint32_t other) {
  const YearReader years(t_, k_, rules_, *this);
  const StretchReader::Told here =
      StretchReader(t_, years, t_.sentences[sentence].tokens).read(token, other);
  if (here.time != StretchReader::Time::not_told) return here.year;
  const Told& there = told(sentence);
  constexpr int lifetime = 70;  // "the king, who FOUNDED it IN 1818": he is dead
  const bool lasts = std::min(token, other) < there.lasting && there.year + lifetime > now();
  return lasts ? 0 : there.year;
}

int ToldTimes::last_named(std::uint32_t sentence) const {
  const TokenRange s = t_.sentences[sentence].tokens;
  int last = 0;
  for (std::uint32_t t = s.first; t < s.last; ++t) last = std::max(last, year_at(t_, t));
  return last;
}

}  // namespace factloom
