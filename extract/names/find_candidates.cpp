// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/base/words.h"
#include "extract/names/aliases.h"
#include "extract/names/candidate.h"
#include "extract/names/name_row.h"
#include "extract/names/titles.h"

namespace factloom {
namespace {

/// Cuts one sentence into candidates.
class Cutter {
 public:
  Cutter(const NameText& names, const Sentence& sentence, std::vector<Candidate>& out)
      : n_(names),
        last_(sentence.tokens.last),
        first_(sentence.tokens.first),
        out_(out),
        heading_(is_heading(names, sentence)),
        row_(names, sentence.tokens, heading_) {}

  void cut() {
    for (auto i = over_plain(first_); i < last_; i = over_plain(i)) {
      if (const auto title = work(i); title != i) {
        make(i, title).work = true;
        i = title;
      } else if (const auto angle = row_.angled(i); angle != i) {
        make(i, angle).add(Family::organization, n_.rules.types().company, 6);
        i = angle;
      } else if (heading_) {
        i = cut_heading(i);
      } else if (const auto end = election(i)) {
        i = end;
      } else if (starts(i)) {
        i = cut_run(i, row_.run_end(i));
      } else if (may_be_odd(i) && row_.odd_firm(i)) {
        i = extend(i, row_.run_end(i));
      } else if (const auto foreign = ascii(i) ? i : foreign_name_end(n_, i, last_); foreign != i) {
        make(i, foreign);
        i = foreign;
      } else {
        ++i;
      }
    }
  }

 private:
  std::uint32_t work(std::uint32_t i) const {
    const bool quoted = i > first_ && n_.token(i - 1).tag == Tag::open_quote;
    return quoted ? quoted_title(n_, {first_, last_}, i) : i;
  }
  /// Behind known words in small letters and marks, with which no name begins.
  std::uint32_t over_plain(std::uint32_t i) const {
    constexpr unsigned special = shape_upper_first | shape_all_upper | shape_mixed | shape_digit |
                                 shape_number | shape_hyphen;
    const Token* const tokens = n_.text.tokens.data();
    for (; i < last_; ++i) {
      const Token& t = tokens[i];
      const bool plain = (t.shape & special) == 0 &&
                         (t.word != WordId::none || !t.is(shape_lower)) && ascii(i) &&
                         !n_.is(i, Role::month);
      if (!plain) break;
    }
    return i;
  }
  bool ascii(std::uint32_t i) const {
    return static_cast<unsigned char>(n_.text.source[n_.token(i).span.begin]) < 0x80;
  }
  /// In a heading capitals say nothing: only entries, and words that are no English, may be names.
  std::uint32_t cut_heading(std::uint32_t i) {
    if (!n_.capital(i) || n_.value[i] || n_.is(i, Role::function_word)) return i + 1;
    const auto hit = n_.longest(i, last_);
    const bool entry = std::any_of(hit.senses.begin(), hit.senses.end(), [&](const Sense& s) {
      return s.kind == SenseKind::adjective || s.kind == SenseKind::metonym ||
             (s.kind == SenseKind::name && (s.weight >= 6 || !n_.common(i)));
    });
    auto end = i + hit.tokens;
    if (!entry || hit.tokens == 0) {
      end = i;
      while (end < last_ && n_.capital(end) && !n_.common(end) && !n_.value[end]) ++end;
      if (end == i) return i + 1;
    }
    auto& made = make(i, end);
    made.weak = end - i == 1 && n_.common(i);
    if (row_.adjective(hit) && hit.tokens == end - i) made.kind = MentionKind::adjective;
    return end;
  }

  /// May a name begin here?
  bool starts(std::uint32_t i) const {
    if (!n_.capital(i) || n_.value[i] || n_.token(i).is(shape_url)) return false;
    if (called_after_month(i)) return true;
    if (creed(i)) return false;
    const bool no_name = n_.is(i, Role::no_name) && !row_.surname_of_letters(i);
    const bool special = n_.is(i, Role::article) || no_name || n_.is(i, Role::weekday) ||
                         n_.is(i, Role::function_word);
    if (special && n_.longest(i, last_).tokens > 1 && !row_.land_of_noun(i)) return true;
    if (row_.acts_as_surname(i)) return true;
    if (n_.is(i, Role::article)) return row_.foreign_article(i);
    if (n_.is(i, Role::weekday)) return false;
    if (no_name && row_.bracketed(i)) return n_.token(i).is(shape_all_upper);
    if (no_name) {
      if (i + 1 >= last_ || !row_.word_of_name(i + 1)) return false;
      return !n_.token(i).is(shape_all_upper) || row_.head_follows(i);
    }
    if (n_.is(i, Role::function_word) && row_.known_letters(i)) return true;
    if (n_.is(i, Role::function_word) &&
        (n_.token(i).is(shape_all_upper) || n_.is(i, Role::place_preposition) ||
         n_.is(i, Role::move_preposition) || n_.is(i, Role::of) || n_.is(i, Role::and_))) {
      return false;
    }
    if (n_.is(i, Role::function_word))
      return (!row_.weak_position(i) || may_begin_firm(i)) && i + 1 < last_ &&
             row_.word_of_name(i + 1);
    return true;
  }

  /// "the ISLAMIST president", "a MAOIST mayor": what he believes, in no list of parties.
  bool creed(std::uint32_t i) const {
    if (i + 1 >= last_ || !n_.text.text(i).ends_with("ist") || n_.longest(i, last_).tokens > 0)
      return false;
    return is_noun(n_.token(i + 1).tag) && !is_proper_noun(n_.token(i + 1).tag) &&
           n_.token(i + 1).is(shape_lower);
  }

  /// "May said", "May's": somebody called after a month, where it is no date.
  bool called_after_month(std::uint32_t i) const {
    if (!n_.is(i, Role::month) || i + 1 >= last_) return false;
    const Tag next = n_.token(i + 1).tag;
    return next == Tag::POS || next == Tag::VBD || next == Tag::VBZ ||
           (next == Tag::MD && is_proper_noun(n_.token(i).tag));
  }

  /// An unknown word in small letters, or one with a digit: such a one may begin a firm's name.
  bool may_be_odd(std::uint32_t i) const {
    const Token& t = n_.token(i);
    return t.is(shape_digit) || (t.word == WordId::none && t.is(shape_lower));
  }

  /// "2001 Italian general election"; 0 if there is none here.
  std::uint32_t election(std::uint32_t i) {
    if (!n_.token(i).is(shape_number) && !n_.is(i, Role::month)) return 0;
    const auto end = row_.election_end(i);
    if (end == 0) return 0;
    auto& made = make(i, end);
    made.add(Family::event, n_.rules.types().event, 9);
    made.certain = true;
    return end;
  }

  Candidate& make(std::uint32_t begin, std::uint32_t end) {
    auto& made = out_.emplace_back();
    made.tokens = {begin, end};
    made.heading = heading_;
    const auto hit = n_.longest(begin, end);
    if (hit.tokens == end - begin) made.hit = hit;
    return made;
  }

  /// Cuts the row [begin, end) into names; returns where the search goes on.
  std::uint32_t cut_run(std::uint32_t begin, std::uint32_t end) {
    if (prefixed(begin) && begin + 1 < end)
      ++begin;
    else if (row_.weak_position(begin) && !heading_) {
      const auto first = begin;
      begin = skip_common_start(begin, end);
      if (begin == first + 1 && begin < end && row_.trade(first) &&
          !n_.noun_class(first, n_.rules.classes().company))  // "Grocer Kroger"
        title_ = begin;
    }
    const bool opens = heading_ || (begin > first_ && n_.is_mark(begin - 1, ':'));
    if (opens && begin + 1 < end && n_.is(begin, Role::function_word) &&
        n_.longest(begin, last_).tokens < 2)
      ++begin;  // "WHAT Norway wants"
    if (one_of_two_fields(begin, end)) return end;
    while (begin < end) {
      const auto hit = n_.longest(begin, last_);
      const bool adjective = row_.adjective(hit);
      if (hit.tokens > 1 && begin + hit.tokens >= end && !adjective &&
          !row_.small_post(begin + hit.tokens - 1)) {
        return extend(begin, behind_listed(begin + hit.tokens, end));
      }
      if (hit.tokens > 0 && begin + hit.tokens < end && two_names(hit, begin + hit.tokens, end)) {
        make(begin, begin + hit.tokens);
        begin += hit.tokens;
        continue;
      }
      if (const auto head = person_after_head(begin, end); head != 0) {
        make(begin, head);
        title_ = head;
        begin = head;
        continue;
      }
      if (n_.word(end - 1).last != TypeId::none && end - begin > 1 &&
          !row_.person_end(begin, end)) {
        return extend(begin, end);
      }
      if (const auto next = cut_title(begin, end); next != begin) {
        begin = next;
        continue;
      }
      if (const auto team = adjective ? row_.team_of_two(begin, end) : end; team != end)
        return extend(begin, team);
      if (adjective && begin + hit.tokens == end && row_.language_label(begin, end)) return end;
      if (adjective && begin + hit.tokens <= end &&
          (!lower_head_follows(begin + hit.tokens) || of_country(hit)) &&
          adjective_apart(begin + hit.tokens, end)) {
        make(begin, begin + hit.tokens).kind = MentionKind::adjective;
        begin += hit.tokens;
        if (begin < end && n_.is_mark(begin, '-')) ++begin;
        continue;
      }
      return extend(begin, end);
    }
    return std::max(begin, end);
  }

  /// "Food and Drug Administration MODERNIZATION ACT": an entry that reaches beyond the row, and
  /// what its name is the beginning of.
  std::uint32_t behind_listed(std::uint32_t at, std::uint32_t row) const {
    if (at <= row || at >= last_ || !row_.word_of_name(at)) return at;
    const auto end = row_.run_end(at);
    const auto hit = n_.longest(at, end);  // "Friends of the Earth FRANCE"
    const bool branch = at + hit.tokens == end && n_.lists(hit, n_.rules.types().country);
    const bool whole = branch || (n_.word(end - 1).last != TypeId::none && row_.plain(at, end));
    for (auto i = at; i < end; ++i)
      if (row_.any_title(i)) return at;
    return whole ? end : at;
  }

  /// Is the entry at the beginning a name of its own, and what follows it another one?
  bool two_names(const Gazetteer::Hit& hit, std::uint32_t rest, std::uint32_t end) const {
    const auto& sense = hit.senses[0];
    if (sense.kind != SenseKind::name || n_.token(rest).tag == Tag::POS) return false;
    if (hit.tokens > 1 && n_.is(rest - 1, Role::post) && row_.person_word(rest))
      return false;  // "U.S. Trade Representative Ann Lee"
    const auto after = n_.longest(rest, end);
    if (row_.field_in(rest - hit.tokens, end)) return false;  // "Rugby Australia"
    if (row_.adjective(after) && rest + after.tokens == end)
      return !((rest - hit.tokens == first_ || n_.is(rest - hit.tokens - 1, Role::article)) &&
               land_party(hit, after));
    const auto family = n_.rules.family(n_.rules.type(hit, sense));
    const auto at = rest - hit.tokens;  // "At Hoffenheim Dietmar Hopp"
    const bool apart = hit.tokens > 1 || (at > first_ && n_.token(at - 1).tag == Tag::IN);
    if (apart && family == Family::organization && row_.person_word(rest) && end - rest > 1)
      return true;
    if (hit.tokens > 1 && n_.rules.type(hit, sense) == n_.rules.types().country &&
        row_.given_name(rest) && !n_.common(rest) && end - rest > 1 && row_.person_word(rest + 1))
      return true;  // "the ambassador to the United States Hamid Roy"
    if (family == Family::place && place_at_end(rest, end) && !row_.person_word(rest - hit.tokens))
      return true;
    if (family != Family::place || sense.weight < 7 || n_.is_mark(rest, '-')) return false;
    const std::uint32_t begin = rest - hit.tokens;
    if (begin == first_ + 1 && n_.token(first_).tag == Tag::IN && end - rest == 1 &&
        n_.rules.type(hit, sense) == n_.rules.types().country && end < last_ &&
        is_finite_verb(n_.token(end).tag))
      return true;  // "In Portugal Acme bought …"
    if (begin > first_ && n_.token(begin - 1).tag == Tag::IN && end - rest >= 2 &&
        n_.word(end - 1).last == TypeId::none && row_.given_name(rest))
      return true;  // "in Denmark ANN LEE …"
    const auto next = n_.longest(rest, last_);
    const auto party = n_.rules.types().party;
    if (next.tokens > 1 &&
        (n_.rules.type(next, next.senses[0]) == party || n_.word(end - 1).last == party))
      return false;  // "California Republican Party": a branch
    if (another_land(hit, next)) return false;
    return next.tokens > 1 && rest + next.tokens >= end && next.senses[0].kind == SenseKind::name &&
           n_.rules.family(n_.rules.type(next, next.senses[0])) != Family::place;
  }

  /// "the ZORVANIA Democrats": a country and a party's people, which together are another party's.
  bool land_party(const Gazetteer::Hit& land, const Gazetteer::Hit& people) const {
    return n_.rules.type(land, land.senses[0]) == n_.rules.types().country &&
           n_.rules.type(people, people.senses[0]) == n_.rules.types().party;
  }

  /// "KOREA Centers for Disease Control": the listed ones are another country's.
  bool another_land(const Gazetteer::Hit& land, const Gazetteer::Hit& body) const {
    const Sense& own = land.senses[0];
    if (body.tokens == 0 || body.senses[0].of == 0 || own.id == 0 ||
        n_.rules.type(land, own) != n_.rules.types().country ||
        n_.rules.type(body, body.senses[0]) != n_.rules.types().government)
      return false;
    const auto of = n_.gazetteer.text(body, body.senses[0].of);
    return of.size() == 2 && of != n_.gazetteer.text(land, own.id);
  }

  /// "Tulsa Oklahoma": is the rest a country or region?
  bool place_at_end(std::uint32_t rest, std::uint32_t end) const {
    const auto hit = n_.longest(rest, end);
    if (hit.tokens == 0 || rest + hit.tokens != end) return false;
    return std::any_of(hit.senses.begin(), hit.senses.end(), [&](const Sense& s) {
      const auto type = n_.rules.type(hit, s);
      return s.kind == SenseKind::name && s.weight >= 7 &&
             (type == n_.rules.types().country || type == n_.rules.types().region);
    });
  }

  /// "New Democratic Party Jim Wiseman": where the person begins; 0 if there is none.
  std::uint32_t person_after_head(std::uint32_t begin, std::uint32_t end) const {
    for (auto i = begin + 2; i + 1 < end; ++i) {
      if (n_.word(i - 1).last != TypeId::none &&
          n_.rules.family(n_.word(i - 1).last) == Family::organization && row_.person_word(i) &&
          !n_.common(i) && n_.word(end - 1).last == TypeId::none)
        return i;
    }
    return 0;
  }

  /// Is the adjective at the beginning no part of the name that follows?
  bool adjective_apart(std::uint32_t rest, std::uint32_t end) const {
    if (rest >= end) return true;
    if (n_.is_mark(rest, '-')) return true;
    if (row_.any_title(rest) || n_.is(rest, Role::post_modifier) || row_.person_word(rest))
      return true;
    if (end - rest == 2 && rest > first_ + 1 && n_.is(rest - 2, Role::article) &&
        !n_.common(rest) && !n_.common(rest + 1))
      return true;  // "the Brazilian Stelleo Tolda"
    const auto hit = n_.longest(rest, last_);
    return hit.tokens > 0 && rest + hit.tokens >= end && hit.senses[0].kind == SenseKind::name;
  }

  /// "EX-MINISTER Ann Lee", "PRO-BEIJING DAB", at the beginning of a sentence: no name's first
  /// word.
  bool prefixed(std::uint32_t i) const {
    return row_.weak_position(i) && n_.token(i).is(shape_hyphen) &&
           n_.token(i).word == WordId::none && n_.longest(i, last_).tokens == 0 &&
           begins_with_one_of(n_.text.text(i), {"Ex-", "Pro-", "Anti-", "Pan-", "Non-", "Then-"});
  }

  /// A sentence begins with capitals for no reason: how much of the row is no name?
  std::uint32_t skip_common_start(std::uint32_t begin, std::uint32_t end) const {
    while (begin < end) {
      const auto hit = n_.longest(begin, last_);
      if (hit.tokens > 1 || row_.known_letters(begin) || row_.any_title(begin) ||
          called_after_month(begin) || of_party(begin))
        return begin;
      if (begins_ministry(begin, end)) return begin;
      if ((n_.is(begin, Role::function_word) || n_.is(begin, Role::post_modifier)) &&
          !begins_firm(begin, end)) {
        ++begin;
        continue;
      }
      if (!n_.common(begin) || end - begin == 1 || n_.token(begin).is(shape_all_upper))
        return begin;
      if (row_.trade(begin)) return begin + 1;  // "Architect Zaha Hadid"
      if (hit.tokens == 1 && hit.senses[0].weight >= 6) return begin;
      if (row_.storm(begin)) return begin;
      if (n_.word(end - 1).last != TypeId::none || n_.is(end - 1, Role::legal)) return begin;
      if (n_.is_mark(begin + 1, '&') || row_.field_in(begin, end)) return begin;
      const auto tag = n_.token(begin).tag;
      if (is_proper_noun(tag) && n_.words[begin] == 0 && row_.named(begin) && !n_.common(begin + 1))
        return begin;  // "Mo Farah"
      const bool nominal = is_noun(tag) || is_adjective(tag);
      const auto next = n_.longest(begin + 1, last_);
      const bool row = end - begin > 2 && next.tokens == 1 && n_.common(begin + 1);
      if (nominal && !row_.person_word(begin + 1) && (next.tokens == 0 || row)) return begin;
      ++begin;
    }
    return begin;
  }

  /// "FOREIGN Ministry spokesman", "FINANCE Department"
  bool begins_ministry(std::uint32_t begin, std::uint32_t end) const {
    return begin + 1 < end && n_.is(begin, Role::post_modifier) &&
           !n_.is(begin, Role::function_word) &&
           n_.word(begin + 1).last == n_.rules.types().government;
  }

  /// "LABOUR MP Ann Lee", "Democratic Senator Bob Roy": does the word name a party?
  bool party(std::uint32_t i) const {
    const auto hit = n_.longest(i, i + 1);
    return std::any_of(hit.senses.begin(), hit.senses.end(), [&](const Sense& s) {
      const bool named = s.kind != SenseKind::first_name && s.kind != SenseKind::surname;
      return named && n_.rules.type(hit, s) == n_.rules.types().party;
    });
  }

  /// "LABOUR Minister Ann Lee": who is in charge of work, not the party's.
  bool ministry(std::uint32_t i, std::uint32_t post) const {
    return n_.is(i, Role::department) && n_.capital(post) && n_.is(post, Role::department_head);
  }

  /// "TRADE and Industry Secretary Ann Lee"
  bool one_of_two_fields(std::uint32_t begin, std::uint32_t end) const {
    if (end != begin + 1 || !n_.is(begin, Role::department) || end + 2 >= last_ ||
        !n_.is(end, Role::and_))
      return false;
    auto post = end + 1;
    while (post + 1 < last_ && n_.is(post, Role::department) && n_.capital(post)) ++post;
    return post > end + 1 && ministry(post - 1, post);
  }

  /// "Labour leader Ann Lee", "Labour's Ann Lee": a party's name before one of its people.
  bool of_party(std::uint32_t i) const {
    const auto next = i + 1;
    if (next + 1 >= last_ || !party(i)) return false;
    const bool ministry =  // "Labor Secretary"
        n_.is(i, Role::post_modifier) && !n_.is(next, Role::seat_noun) && n_.capital(next);
    return (row_.any_title(next) && !ministry) ||
           (n_.possessive(next) && row_.person_word(next + 1));
  }

  /// Does a row of two words or more end with a company form?
  bool legal_end(std::uint32_t begin, std::uint32_t end) const {
    return end - begin > 1 && n_.is(end - 1, Role::legal);
  }

  /// "First Capital Corp.", "First Zorvan Minerals"; not "Former Acme Corp."
  bool begins_firm(std::uint32_t begin, std::uint32_t end) const {
    const bool firm = end - begin > 2 && !n_.common(begin + 1) &&
                      n_.word(end - 1).last == n_.rules.types().company;
    return may_begin_firm(begin) && (firm || legal_end(begin, end));
  }
  bool may_begin_firm(std::uint32_t i) const {
    return n_.is(i, Role::post_modifier) && n_.word(i).number > 0;
  }

  /// "Microsoft Chief Executive Satya Nadella": the part before the title is a name of its own, the
  /// title is skipped.
  std::uint32_t cut_title(std::uint32_t begin, std::uint32_t end) {
    for (auto i = begin; i < end; ++i) {
      if (!row_.any_title(i) || surname_title(begin, i, end)) continue;
      if (i == begin && !n_.is(i, Role::post) &&
          (legal_end(begin, end) || row_.named_like_title(begin, end)))
        continue;  // "General … Inc"
      if (i + 1 < end && (n_.is_mark(i + 1, '-') || n_.is(i + 1, Role::legal)))
        continue;  // "RKO GENERAL Inc"
      auto title = i;
      while (title > begin &&
             (n_.is(title - 1, Role::post_modifier) || row_.any_title(title - 1) ||
              n_.is_mark(title - 1, '-') || ministry(title - 1, i)) &&
             !(title - 1 == begin && party(begin) && !ministry(begin, i)))
        --title;
      if (title > begin) {
        auto from = begin;
        const auto hit = n_.longest(begin, title);
        if (row_.adjective(hit)) make(from, from + hit.tokens).kind = MentionKind::adjective;
        if (row_.adjective(hit)) from += hit.tokens;
        const auto body = wing(from, title) ? title - 1 : title;
        if (from < title) make(from, body);
        if (body < title) make(body, title).kind = MentionKind::adjective;
      }
      auto next = i + 1;
      while (next < end && (row_.any_title(next) || n_.is(next, Role::post_modifier)) &&
             next + 1 < end)
        ++next;
      if (next >= end) return title_of(end);
      title_ = next;
      return next;
    }
    return begin;
  }

  /// "Senate REPUBLICAN Leader Bob Roy": a party's people within a listed body.
  bool wing(std::uint32_t begin, std::uint32_t end) const {
    if (end < begin + 2 || !party(end - 1) || n_.longest(begin, end).tokens == end - begin)
      return false;
    const auto body = n_.longest(begin, end - 1);
    return row_.adjective(n_.longest(end - 1, end)) && begin + body.tokens == end - 1 &&
           n_.lists(body, n_.rules.types().government);
  }

  /// "Rufus King", "Nina Pope", "Don Thompson": is the word part of the person's name?
  bool surname_title(std::uint32_t begin, std::uint32_t i, std::uint32_t end) const {
    if (n_.is(i, Role::post)) return false;
    const auto hit = n_.longest(i, i + 1);
    if (i > begin && i + 1 < end && row_.given_name(begin) && row_.person_word(i + 1) &&
        n_.is(i, Role::title_male) && hit.has(SenseKind::surname) &&
        !n_.lists(n_.longest(begin, begin + 1), n_.rules.types().country))
      return true;  // "Hassan SHEIKH Mohamud"
    if (i + 1 == end && i > begin && hit.has(SenseKind::surname, 7)) {
      const bool initial = i > begin + 1 && n_.token(i - 1).is(shape_period);
      return row_.person_word(i - 1) || (initial && row_.person_word(i - 2));
    }
    return false;
  }

  /// A title at the end of a row: "Secretary of State Antony Blinken" goes on, "the President"
  /// ends.
  std::uint32_t title_of(std::uint32_t end) {
    if (end + 1 >= last_ || !n_.is(end, Role::of) || !row_.word_of_name(end + 1)) return end;
    auto next = end + 1;
    while (next < last_ && row_.word_of_name(next) && !row_.person_word(next)) ++next;
    if (next < last_ && row_.word_of_name(next) && next + 1 < last_ &&
        row_.word_of_name(next + 1) && next > end + 1) {
      const auto hit = n_.longest(end + 1, next);
      const bool body = next > end + 2 &&
                        (n_.word(next - 1).last != TypeId::none || n_.is(next - 1, Role::legal));
      if (body || hit.tokens == next - end - 1) make(end + 1, next);
      title_ = next;
      return next;
    }
    return end;
  }

  /// Takes "of …", "for …", "and …" into the name [begin, end) where its words ask for it; returns
  /// its end.
  std::uint32_t extend(std::uint32_t begin, std::uint32_t end) {
    const bool prince = end + 1 < last_ && n_.is(end, Role::of) && row_.word_of_name(end + 1) &&
                        row_.prince(begin, end, end + 1);
    while (end + 1 < last_) {
      const auto longer = row_.extended(begin, end);
      if (longer == end) break;
      end = longer;
    }
    if (end < last_ && !n_.capital(end)) {
      const bool head = n_.is(end, Role::lower_head) && lower_head(begin, end);
      if (head || n_.is(end, Role::lower_legal)) ++end;
    }
    while (end > begin + 1 && n_.is_mark(end - 1, '-')) --end;
    if (end - begin == 1 && n_.is(begin, Role::direction) && n_.common(begin)) return end;
    const auto letters = row_.postnominals(begin, end);
    end -= letters;
    auto& made = make(begin, end);
    made.weak = row_.weak_position(begin) && end - begin == 1 && n_.common(begin) &&
                (heading_ || !n_.token(begin).is(shape_all_upper)) && !of_party(begin);
    if (begin > first_ + 1 && !n_.is_mark(begin - 2, ':') &&
        n_.token(begin - 2).tag != Tag::open_quote)
      made.article = n_.is(begin - 1, Role::article) && n_.capital(begin - 1) &&
                     !row_.weak_position(begin - 1);
    if (begin > first_) made.honour = row_.any_title(begin - 1) && n_.word(begin - 1).number > 0;
    if (prince) made.add(Family::person, n_.rules.types().person, 6);
    if (title_ == begin) made.gender = title_gender(begin);
    if (title_ == begin) made.add(Family::person, n_.rules.types().person, 5);
    const auto behind = std::max(end + letters, row_.honours_end(begin, end));
    made.honours = behind - end;
    if (behind > end) made.add(Family::person, n_.rules.types().person, letters > 0 ? 5.0F : 3.0F);
    return behind;
  }

  /// "the Irish party" is no name, "the Liberal party" is one.
  bool of_country(const Gazetteer::Hit& hit) const {
    for (const auto& sense : hit.senses)
      if (sense.kind == SenseKind::adjective &&
          n_.rules.family(n_.rules.type(hit, sense)) == Family::place)
        return true;
    return false;
  }
  bool lower_head_follows(std::uint32_t i) const {
    return i < last_ && n_.is(i, Role::lower_head) && !n_.capital(i);
  }

  /// "Green party", "Ontario legislature": the head has no capital.
  bool lower_head(std::uint32_t begin, std::uint32_t end) const {
    const auto hit = n_.longest(begin, end);
    return end - begin <= 2 && n_.word(end - 1).last == TypeId::none &&
           (row_.plain(begin, end) || hit.tokens == end - begin ||
            (end - begin == 1 && !n_.common(begin) && n_.token(begin).word == WordId::none));
  }

  Gender title_gender(std::uint32_t name) const {
    for (auto i = name; i-- > first_ && (row_.any_title(i) || n_.is(i, Role::post_modifier));) {
      if (n_.is(i, Role::title_male)) return Gender::male;
      if (n_.is(i, Role::title_female)) return Gender::female;
    }
    return Gender::unknown;
  }

  const NameText& n_;
  const std::uint32_t last_, first_;
  std::vector<Candidate>& out_;
  const bool heading_;
  const NameRow row_;
  std::uint32_t title_ = 0xFFFFFFFF;  // token before which a title stands
};

}  // namespace

std::vector<Candidate> find_candidates(const NameText& names) {
  std::vector<Candidate> result;
  result.reserve(names.hits.size() / 2 + 8);  // words with capitals
  for (const auto& sentence : names.text.sentences) Cutter(names, sentence, result).cut();
  return result;
}

}  // namespace factloom
