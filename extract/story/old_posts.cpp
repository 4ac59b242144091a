// SPDX-License-Identifier: Apache-2.0
#include "extract/story/old_posts.h"

#include <algorithm>

#include "extract/base/words.h"
#include "extract/story/fact_ends.h"
#include "extract/story/years.h"

namespace factloom {
namespace {

constexpr int long_ago = 8;     ///< years
constexpr int over_by_now = 6;  ///< years, where it is said of a year: "as minister in 2004"
constexpr int undated = 1;      ///< the year of what was "eleven years ago"
constexpr int soonest = 2000;   ///< when a text was written, whatever years it tells of

class OldPosts {
 public:
  OldPosts(const Text& text, const Mentions& mentions, const Ontology& ontology,
           const KnownClasses& classes)
      : t_(text), m_(mentions), o_(ontology), k_(classes) {}

  bool is_old(const RawFact& f, const std::vector<RawFact>& all) {
    if (!told_now(f)) return false;
    const int when = told_of(f);
    if (const int then = as_post_in(f); then != 0)
      return then + over_by_now <= latest() || (when != 0 && gave_way(f, all));
    return when != 0 && (when + long_ago <= latest() || gave_way(f, all));
  }

 private:
  bool told_now(const RawFact& f) const {
    return f.status == Status::asserted && is_post(f) && !t_.sentences[f.sentence].heading;
  }
  /// "was brought in in 2014 under PRESIDENT BOB ROY", where another one is the president
  bool gave_way(const RawFact& f, const std::vector<RawFact>& all) const {
    return std::any_of(all.begin(), all.end(), [&](const RawFact& other) {
      return other.relation == f.relation && other.sentence != f.sentence &&
             entity_of(m_, other.object) == entity_of(m_, f.object) &&
             entity_of(m_, other.subject) != entity_of(m_, f.subject) && same_office(f, other) &&
             !(told_now(other) && told_of(other) != 0);
    });
  }
  /// The last year of which the text speaks, read once.
  int latest() {
    if (latest_ > 0) return latest_;
    latest_ = soonest;
    for (std::uint32_t t = 0; t < t_.tokens.size(); ++t) latest_ = std::max(latest_, year(t));
    return latest_;
  }
  bool is_post(const RawFact& f) const {
    return is_persons_post(o_, f) && !f.role.empty() && !academic(f);
  }
  /// "a PROFESSOR at the university": for life
  bool academic(const RawFact& f) const {
    for (std::uint32_t t = f.role.first; t < f.role.last; ++t)
      if (t_.text(t).starts_with("prof") || t_.text(t) == "lecturer") return true;
    return false;
  }
  bool same_office(const RawFact& a, const RawFact& b) const {
    return b.status == Status::asserted && !b.role.empty() &&
           t_.tokens[a.role.last - 1].lemma == t_.tokens[b.role.last - 1].lemma;
  }
  int year(std::uint32_t t) const { return year_at(t_, t); }
  /// The year of which the sentence, or the paragraph before it, tells in plain past; 0 if none.
  int told_of(const RawFact& f) const {
    if (!in_passing(f, t_.sentences[f.sentence].tokens)) return 0;
    constexpr std::uint32_t farthest = 3;  // sentences
    for (std::uint32_t s = f.sentence; f.sentence - s <= farthest; --s) {
      const int when = told_in(t_.sentences[s].tokens);
      if (when != 0) return std::max(when, 0);
      if (s == 0 || t_.sentences[s - 1].heading || new_paragraph(s)) return 0;
    }
    return 0;
  }
  bool new_paragraph(std::uint32_t s) const {
    const std::uint32_t end = t_.sentences[s - 1].span.end;
    const std::string_view gap = t_.source.substr(end, t_.sentences[s].span.begin - end);
    return std::count(gap.begin(), gap.end(), '\n') > 1;
  }
  /// 0 if a sentence in plain past tells no year; -1 if it may tell of now.
  int told_in(TokenRange s) const {
    int last = 0;
    bool past = false, relative = false;
    for (std::uint32_t t = s.first; t < s.last; ++t) {
      const Tag tag = t_.tokens[t].tag;
      if (const int y = year(t); y != 0) {
        const bool in = t - s.first < 4 || begins_date(t, s.first);
        if (!in || (relative && last == 0)) return -1;  // "Acme, which was founded IN 1950"
        last = std::max(last, y);
      }
      if (long_past(t, s.first)) last = std::max(last, undated);
      if (tag == Tag::VBZ || tag == Tag::VBP || tag == Tag::MD) return -1;
      relative = relative || tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS;
      if (tag == Tag::VBD && t_.tokens[t].classes.has(k_.reporting)) return -1;
      past = past || tag == Tag::VBD;
      const std::string_view word = t_.text(t);
      if (word == "founded" || word == "born" || word == "since" || word == "now") return -1;
    }
    return past ? last : -1;
  }
  /// "ELEVEN years AGO", "a DECADE AGO"
  bool long_past(std::uint32_t t, std::uint32_t first) const {
    if (t_.text(t) != "ago") return false;
    for (std::uint32_t k = t; k > first && t - k < 2;)
      if (t_.tokens[--k].classes.has(k_.many_years)) return true;
    return false;
  }
  /// "IN 2004", "IN May 2004", "ON 3 May 2004"
  bool begins_date(std::uint32_t year, std::uint32_t first) const {
    for (std::uint32_t t = year; t > first && year - t < 4;) {
      const Token& x = t_.tokens[--t];
      if (x.tag == Tag::IN) return one_of(t_.text(t), {"in", "on"});
      if (x.tag != Tag::CD && x.tag != Tag::comma && !is_proper_noun(x.tag)) return false;
    }
    return false;
  }
  /// "brought it in AS MINISTER IN 2004": the year; 0 if the post is told otherwise.
  int as_post_in(const RawFact& f) const {
    const TokenRange s = t_.sentences[f.sentence].tokens;
    const TokenRange role = f.role;
    if (role.first < s.first + 2 || role.last + 1 >= s.last || !s.contains(role.last)) return 0;
    std::uint32_t as = role.first - 1;
    for (int k = 0; k < 3 && as > s.first; ++k) {  // "as NORWAY'S health minister"
      const Tag tag = t_.tokens[as].tag;
      if (tag != Tag::PRPS && tag != Tag::POS && tag != Tag::NNP && tag != Tag::DT) break;
      --as;
    }
    if (t_.text(as) != "as" || t_.text(role.last) != "in" || appoints(as, s.first) ||
        !role.contains(f.trigger.first))  // not "JOINED Acme as its chief in 2004"
      return 0;
    for (std::uint32_t t = as; t > s.first && as - t < 6;)
      if (begins_with_one_of(t_.text(--t), {"join", "return", "start", "began"})) return 0;
    const int when = year(role.last + 1);  // "in May 2004"
    return when != 0 || role.last + 2 >= s.last ? when : year(role.last + 2);
  }
  /// "Ann Lee, its chief", "its chief, Ann Lee"; not "became its chief"
  bool in_passing(const RawFact& f, TokenRange s) const {
    const TokenRange who = m_.mentions[index(f.subject)].tokens;
    if (!s.contains(who.first)) return false;
    const std::uint32_t from = std::min(who.last, f.trigger.last);
    const std::uint32_t to = std::max(who.first, f.trigger.first);
    if (to - from > 14) return false;
    for (std::uint32_t t = from; t < to; ++t)
      if (is_verb(t_.tokens[t].tag)) return false;
    return f.trigger.first < 1 || !appoints(f.trigger.first, s.first);
  }
  /// "APPOINTED Ann Lee chief"
  bool appoints(std::uint32_t trigger, std::uint32_t first) const {
    for (std::uint32_t t = trigger; t > first && trigger - t < 8;) {
      const Token& x = t_.tokens[--t];
      if (x.classes.has(k_.appoint) || x.classes.has(k_.become)) return true;
      if (is_verb(x.tag)) return x.classes.has(k_.be);
    }
    return false;
  }

  const Text& t_;
  const Mentions& m_;
  const Ontology& o_;
  const KnownClasses& k_;
  int latest_ = 0;  ///< 0 before it is needed
};

}  // namespace

void settle_old_posts(std::vector<RawFact>& facts, const Text& text, const Mentions& mentions,
                      const Ontology& ontology, const KnownClasses& classes) {
  OldPosts reader(text, mentions, ontology, classes);
  for (RawFact& f : facts) {
    if (!reader.is_old(f, facts)) continue;
    const bool held_yet = std::any_of(facts.begin(), facts.end(), [&](const RawFact& other) {
      return other.sentence != f.sentence && other.relation == f.relation &&
             other.status == Status::asserted && same_ends(mentions, other, f);
    });
    if (!held_yet) f.status = Status::former;
  }
}

}  // namespace factloom
