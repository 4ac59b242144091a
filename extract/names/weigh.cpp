// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/names/candidate.h"
#include "extract/names/syllables.h"

namespace factloom {
namespace {

/// Collects the evidence for one candidate.
class Scale {
 public:
  Scale(const NameText& names, TokenRange sentence, Candidate& candidate)
      : n_(names),
        t_(names.rules.types()),
        s_(sentence),
        c_(candidate),
        b_(candidate.tokens.first),
        e_(candidate.tokens.last) {}

  void weigh() {
    gazetteer();
    shape();
    heads();
    person();
    if (size() == 1 && !n_.common(b_) && c_.kind == MentionKind::name &&
        !n_.token(b_).is(shape_mixed))
      c_.add(Family::person, t_.person, 0.5F);
    const auto listed = [&](Family f) { return listed_[static_cast<std::size_t>(f)] > 0; };
    if (c_.heading) return;
    const OwnWords own{headed_, listed(Family::organization), listed(Family::place)};
    weigh_surroundings(n_, s_, c_, own);
    weigh_introduced(n_, s_, c_, own);
    const bool open = c_.kind == MentionKind::name && !headed_ && !own.listed_place && size() <= 3;
    if (open) weigh_telltales(n_, s_, c_, own);
    if (open && !own.listed_group) weigh_bargains(n_, s_, c_, own);
    weigh_deeds(n_, s_, c_, own);
    place_listed();
  }

 private:
  std::uint32_t size() const { return e_ - b_; }

  void gazetteer() {
    for (const auto& sense : c_.hit.senses) {
      const auto weight = static_cast<float>(sense.weight);
      switch (sense.kind) {
        case SenseKind::name: {
          const auto type = n_.rules.type(c_.hit, sense);
          if (type == TypeId::none) break;
          const bool sure = (sense.flags & sense_user) != 0;
          const bool proper =  // "Vesuvius" is in dictionaries as well
              type == t_.place && !c_.weak && is_proper_noun(n_.token(b_).tag);
          const bool word = size() == 1 && n_.common(b_) && type != t_.country && !proper &&
                            !(n_.token(b_).is(shape_all_upper) &&
                              n_.rules.family(type) == Family::organization);  // not "EU"
          if (type == t_.facility && size() == 1 && !sure && c_.hit.has(SenseKind::surname)) {
            c_.add(Family::place, type, weight * 0.15F);  // "Tilbury": a fort, or a firm's name
            break;
          }
          listed(type, sure ? 20 : weight * (size() > 1 ? 1.1F : word ? 0.2F : 0.45F));
          if (sure && c_.listed.empty()) c_.listed = n_.gazetteer.text(c_.hit, sense.name);
          if (type == t_.country) c_.canonical = n_.gazetteer.text(c_.hit, sense.name);
          if (type == t_.country) c_.add(Family::place, type, 3);
          break;
        }
        case SenseKind::first_name:
        case SenseKind::surname: {
          const bool word = size() == 1 && n_.common(b_);  // "House", "Hope"
          c_.add(Family::person, t_.person, weight * (word ? 0.06F : 0.16F));
          break;
        }
        case SenseKind::metonym:
          c_.metonym = true;
          c_.canonical = n_.gazetteer.text(c_.hit, sense.name);
          if (c_.hit.senses.size() == 1) c_.add(Family::place, t_.country, 4);
          break;
        case SenseKind::adjective:
        case SenseKind::person_noun:
        case SenseKind::plural_noun:
          if (c_.canonical.empty()) c_.canonical = n_.gazetteer.text(c_.hit, sense.name);
          if (c_.kind == MentionKind::adjective) {
            const auto type = n_.rules.type(c_.hit, sense);
            c_.add(n_.rules.family(type), type, size() > 2 ? 8 : 4);  // "R-TX" is no firm
          }
          break;
        case SenseKind::state_code:
          if (b_ > s_.first + 1 && n_.is_mark(b_ - 1, ',') && n_.capital(b_ - 2)) {
            c_.add(Family::place, t_.region, 6);
          }
          break;
      }
    }
  }

  /// Several entries of one family say no more than the best of them.
  void listed(TypeId type, float amount) {
    const auto family = n_.rules.family(type);
    auto& best = listed_[static_cast<std::size_t>(family)];
    if (amount <= best) return;
    if (type == t_.city || type == t_.country) listed_place_ = type;
    const auto i = static_cast<std::size_t>(family);
    c_.score[i] += amount - best;
    best = amount;
    if (amount > c_.strength[i]) {
      c_.type[i] = type;
      c_.strength[i] = amount;
    }
  }

  /// "MONTREAL-based", "born in LEEDS": the words around say that it is a place, a list of what
  /// kind.
  void place_listed() {
    TypeId& type = c_.type[static_cast<std::size_t>(Family::place)];
    const bool based = e_ < s_.last && n_.is_mark(e_, '-');
    const bool the = b_ > s_.first && n_.is(b_ - 1, Role::article) && !based;
    if (type == t_.place && listed_place_ != TypeId::none && !the) type = listed_place_;
  }

  void shape() {
    const auto& last = n_.token(e_ - 1);
    if (dateline()) {  // "SINGAPORE, May 3 -" is the state as well
      const bool state = c_.type[static_cast<std::size_t>(Family::place)] == t_.country;
      c_.add(Family::place, state ? t_.country : t_.city, 6);
    } else if (size() == 1 && last.is(shape_all_upper) && last.span.size() <= 7 && !c_.heading) {
      c_.add(Family::organization, t_.organization, 1.6F);
    }
    if (size() == 1 && last.is(shape_mixed)) c_.add(Family::organization, t_.company, 1.7F);
    if (size() == 1 && last.is(shape_period) && !last.is(shape_all_upper) &&
        n_.text.text(e_ - 1).back() != '.') {
      c_.add(Family::organization, t_.company, 1.5F);  // "Amazon.com"
    }
    if (size() > 1 && !c_.heading) company_letters();
    if (size() == 4 && hyphenated_given_name(n_, b_, b_ + 2)) c_.add(Family::person, t_.person, 3);
    if (c_.work) {
      c_.add(Family::product, t_.product, 8.0F);
      for (const Family f : {Family::person, Family::place, Family::organization}) c_.add(f, -3.0F);
    } else if (quoted()) {
      const auto mark = b_ - 1 - (n_.token(b_ - 1).tag != Tag::open_quote);
      const bool the = n_.is(b_ - 1, Role::article);
      const bool work = (the && size() > 1) ||  // ""The Salt of the Earth"", "her film "X""
                        (mark > s_.first && n_.is(mark - 1, Role::work_noun));
      c_.add(Family::product, t_.product, work ? 4.0F : 1.6F);
      c_.add(Family::person, -2.5F);
    }
    if (model()) {
      c_.add(Family::product, t_.product, 3.5F);
      c_.add(Family::person, -2.0F);
    }
    if (designation()) {
      c_.add(Family::product, t_.product, 3.0F);
      c_.add(Family::organization, -1.5F);
    }
    if (seats()) c_.add(Family::place, t_.region, 6);
    if (nickname()) {
      c_.add(Family::organization, t_.team, 3.0F);
      c_.add(Family::person, -2.0F);
    }
    const auto family = n_.rules.ending(n_.text.text(e_ - 1));
    if (family == Family::person) c_.add(family, t_.person, 1.2F);
    if (family == Family::place) c_.add(family, t_.place, size() == 1 ? 1.2F : 0.2F);
    if (family == Family::product && size() == 1) c_.add(family, t_.product, 2.6F);
  }

  /// "ABUJA, May 3 -", "NEW YORK (Reuters) -": where an article was written
  bool dateline() const {
    if (b_ != s_.first || !n_.token(b_).is(shape_all_upper) || n_.token(b_).span.size() < 3 ||
        e_ + 1 >= s_.last)
      return false;
    if (n_.is_mark(e_, '-') && !n_.glued(e_) && !n_.glued(e_ + 1)) return true;  // "MAPUTO - The"
    if (!n_.is_mark(e_, ',') && !n_.is_mark(e_, '(')) return false;
    for (auto i = e_ + 1; i + 1 < s_.last && i < e_ + 10; ++i) {
      if (n_.is_mark(i, '-') && !n_.glued(i) && !n_.glued(i + 1)) return true;
      if (!n_.value[i] && !n_.capital(i) && !n_.token(i).is(shape_punctuation)) return false;
    }
    return false;
  }

  /// "the Florida Marlins": a town or region, and what its players are called
  bool nickname() const {
    const Tag tag = n_.token(e_ - 1).tag;
    const bool many = tag == Tag::NNS || tag == Tag::NNPS ||
                      (!n_.common(e_ - 1) && n_.text.text(e_ - 1).back() == 's');
    if (size() < 2 || b_ == s_.first || !n_.is(b_ - 1, Role::article) || c_.hit.tokens > 0 ||
        !many || n_.word(e_ - 1).last != TypeId::none)
      return false;
    const auto hit = n_.longest(b_, e_ - 1);
    return n_.lists(hit, t_.city) || n_.lists(hit, t_.region);
  }

  /// The title of a game, a book, a song: "Candy Crush" in quotation marks of its own.
  bool quoted() const {
    const bool the = b_ > s_.first + 1 && n_.is(b_ - 1, Role::article) && n_.capital(b_ - 1);
    const auto open = the ? b_ - 2 : b_ - 1;  // "The Salt Road"
    return (size() > 1 || the) && b_ > s_.first && e_ < s_.last &&
           n_.token(open).tag == Tag::open_quote && n_.token(e_).tag == Tag::close_quote;
  }

  /// "Windows 95", "the Boeing 737 MAX"; "the iPhone"
  bool model() const {
    const bool product = n_.rules.family(n_.word(b_).first) == Family::product;
    if (n_.is_mark(e_ - 1, '+')) return true;  // "Disney+"
    if (size() == 1) return product && n_.token(b_).is(shape_mixed);
    for (auto i = b_ + 1; i < e_; ++i)
      if (n_.token(i).is(shape_number) && n_.token(i).span.size() < 4 && !n_.glued(i) &&
          n_.capital(i - 1) && (product || n_.word(b_).first == TypeId::none))
        return true;
    return false;
  }

  /// "F-35", "S-400", "Vega-C": capitals, a hyphen and a number or a letter, in no list
  bool designation() const {
    if (c_.hit.tokens > 0) return false;
    const std::string_view name = n_.text.span(c_.tokens).of(n_.text.source);
    const auto hyphen = name.find('-');
    if (hyphen == name.npos || hyphen == 0) return false;
    if (size() <= 3 && hyphen > 2 && hyphen + 2 == name.size() && name[1] >= 'a')
      return true;  // "Vega-C"
    if (hyphen > 3) return false;
    const auto in = [](char c, char from, char to) { return c >= from && c <= to; };
    const auto capital = [&](char c) { return in(c, 'A', 'Z'); };
    const auto digit = [&](char c) { return in(c, '0', '9'); };
    const auto number = name.substr(hyphen + 1);
    return !number.empty() &&
           std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(hyphen), capital) &&
           std::all_of(number.begin(), number.end(), digit);
  }

  /// "Saskatoon - Rosetown": an electoral district
  bool seats() const {
    for (auto i = b_ + 1; i + 1 < e_; ++i) {
      if (n_.word(i).roles.none() && n_.token(i).is(shape_punctuation) && !n_.glued(i) &&
          !n_.glued(i + 1) && n_.is_mark(i, '-'))
        return true;
    }
    return false;
  }

  /// "CSL Behring", "Deloitte UK": letters or a place beside a name that is no person's.
  void company_letters() {
    for (auto i = b_; i < e_; ++i) {
      const auto& t = n_.token(i);
      if (n_.is_mark(i, '&')) c_.add(Family::organization, t_.company, 3.0F);
      if (t.is(shape_all_upper) && t.span.size() > 1 && !t.is(shape_period) &&
          !n_.is(i, Role::suffix)) {
        c_.add(Family::organization, t_.organization, 2.0F);
        c_.add(Family::person, -1.0F);
        return;
      }
    }
    const auto hit = n_.longest(e_ - 1, e_);
    c_.two_firms = size() == 2 && firm(n_.longest(b_, b_ + 1)) && firm(hit);
    if (c_.two_firms) c_.add(Family::organization, t_.company, 4.0F);
    if (!surname_end() && std::any_of(&n_.token(b_), &n_.token(b_) + size(), [&](const Token& t) {
          return t.is(shape_mixed) && written_together(t.span.of(n_.text.source));
        })) {
      c_.add(Family::organization, t_.company, 2.5F);
      c_.add(Family::person, -2.0F);
    }
    if (!c_.two_firms && firm(n_.longest(b_, b_ + 1))) {  // "Sanofi Pasteur"
      c_.add(Family::organization, t_.company, 2.5F);
      c_.add(Family::person, -1.0F);
    }
    if (land(hit, true)) {
      c_.add(Family::organization, t_.organization, 2.0F);
    } else if (size() == 2 && land(n_.longest(b_, b_ + 1), firm(hit)) &&
               (firm(hit) || hit.senses.empty())) {
      c_.add(Family::organization, t_.organization, 2.0F);  // "China Minmetals"
      c_.add(Family::person, -2.0F);
    }
  }

  /// Is it the name of a country, and, unless `given`, nobody's first name?
  bool land(const Gazetteer::Hit& hit, bool given) const {
    bool found = false;
    for (const Sense& s : hit.senses) {
      if (s.kind == SenseKind::first_name && !given) return false;
      found = found ||
              (s.kind == SenseKind::name && s.weight == 9 && n_.rules.type(hit, s) == t_.country);
    }
    return found;
  }

  /// "CropScience": two words as one; not "MacAllister", "FitzGerald"
  static bool written_together(std::string_view word) {
    constexpr std::size_t shortest = 4;  // letters of the first word
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    for (std::size_t i = shortest; i + 2 < word.size(); ++i)
      if (word[i] >= 'A' && word[i] <= 'Z' && lower(word[i - 1]) && lower(word[i + 1]))
        return !word.starts_with("Fitz");
    return false;
  }

  /// Is the best that the lists know of a word a firm, and no given name?
  bool firm(const Gazetteer::Hit& hit) const {
    return hit.tokens == 1 && hit.senses[0].kind == SenseKind::name &&
           n_.rules.type(hit, hit.senses[0]) == t_.company && !hit.has(SenseKind::first_name);
  }

  /// "New Zealand Rugby", "Netball New Zealand", "World Aquatics"
  void sport_body() {
    const bool behind = size() > 1 && n_.is(e_ - 1, Role::sport);
    const bool before =
        size() > 1 && n_.is(b_, Role::sport) && n_.longest(b_ + 1, e_).tokens + 1 == size();
    if (!behind && !before) return;
    c_.add(Family::organization, t_.organization, 4.5F);
    c_.add(Family::place, -3.0F);
    c_.add(Family::event, -2.0F);
  }

  void heads() {
    if (size() > 1 && (n_.is(b_, Role::direction) || n_.is(e_ - 1, Role::direction)) &&
        n_.word(e_ - 1).last == TypeId::none) {
      c_.add(Family::place, t_.place, n_.is(e_ - 1, Role::direction) ? 3.5F : 2.4F);
    }
    sport_body();
    if (size() > 2 && n_.is(e_ - 1, Role::model_word) && n_.token(e_ - 2).is(shape_number))
      c_.add(Family::product, t_.product, 5);  // "the Mate 60 Pro"
    headed_ = size() > 1 && (n_.is(e_ - 1, Role::legal) ||
                             (size() > 3 && n_.is_mark(e_ - 2, '/')));  // "Acme A/S"
    if (headed_) c_.add(Family::organization, t_.company, 7);
    if (headed_ && n_.word(e_ - 1).last == TypeId::none) return;
    // The head is the last word before "of …", else the last of all.
    auto head = e_ - 1;
    bool of = false;
    for (auto i = b_ + 1; i < e_; ++i) {
      if (!n_.capital(i) && !(i == b_ + 1 && n_.is(i, Role::particle) && given_name()) &&
          (n_.is(i, Role::of) || n_.is(i, Role::for_) || n_.is(i, Role::foreign) ||
           (n_.is_mark(i, ',') && !n_.is(i + 1, Role::legal)))) {
        head = i - 1;
        of = true;
        break;
      }
    }
    const auto& last = n_.word(head);
    const auto& first = n_.word(b_);
    const auto end = n_.word(e_ - 1).last;
    const bool named = n_.capital(head) || n_.is(head, Role::lower_head);  // not "French capital"
    if (last.last != TypeId::none && named && (size() > 1 || !n_.common(head))) {
      c_.add(n_.rules.family(last.last), last.last, size() > 1 ? 5.0F : 1.5F);
      headed_ = size() > 1;
    } else if (of && head == b_ && first.first != TypeId::none) {
      c_.add(n_.rules.family(first.first), first.first, 5);
      headed_ = true;
    } else if (of && end != TypeId::none) {
      c_.add(n_.rules.family(end), end, 4);
      headed_ = true;
    } else if (size() > 1 && first.first != TypeId::none) {
      c_.add(n_.rules.family(first.first), first.first,
             n_.common(b_) && !n_.is(b_, Role::storm_noun) ? 2.0F : 4.0F);
    }
    if (size() > 1) {
      std::uint32_t common = 0, words = 0;
      for (auto i = b_; i < e_; ++i) {
        if (!n_.capital(i)) continue;
        ++words;
        common += n_.common(i);
      }
      if (common == words) c_.add(Family::organization, t_.organization, 1.5F);
      if (common == words && !given_name()) c_.add(Family::person, -1.0F);  // "Sun Cable"
      if (common == words && !headed_ &&
          n_.noun_class(e_ - 1, n_.rules.classes().academic_field))  // "Theoretical Physics"
        c_.add(Family::organization, -4.0F);
      if (size() > 2 && !of && !headed_ && n_.common(e_ - 1) && !surname_end()) {
        c_.add(Family::organization, t_.organization, 1.0F);  // "Thales Alenia Space"
        c_.add(Family::person, -1.5F);
      }
      if (of) c_.add(Family::organization, t_.organization, 1.0F);
    }
  }

  /// The brackets, quotes and commas around a nickname or a suffix do not count.
  std::uint32_t words_of_name() const {
    std::uint32_t words = 0;
    for (auto i = b_; i < e_; ++i) words += !n_.token(i).is(shape_punctuation);
    return words;
  }

  bool surname_end() const {
    return n_.is(e_ - 1, Role::suffix) || n_.longest(e_ - 1, e_).has(SenseKind::surname, 4);
  }

  /// "Bill de Blasio"
  bool given_name() const { return n_.longest(b_, b_ + 1).has(SenseKind::first_name); }

  /// "C.C. Wei"; not "U.S. Steel"
  bool initials(std::uint32_t i) const {
    const auto& t = n_.token(i);
    return i == b_ && size() > 1 && t.is(shape_all_upper) && t.is(shape_period) &&
           t.span.size() >= 4 && t.span.size() <= 6 && n_.longest(i, i + 1).tokens == 0 &&
           !n_.is_mark(i + 1, '-') && !n_.is(e_ - 1, Role::legal);
  }

  /// "Dark Realm III", "Zorvan VI": a numeral behind what is nobody's name.
  bool sequel(std::uint32_t i) {
    const std::string_view numeral = n_.text.text(i);
    if (numeral.find_first_not_of("IVX") != numeral.npos || given_name() || title_before())
      return false;
    if (size() > 2) c_.add(Family::product, t_.product, 1.5F);
    return size() > 2 || n_.common(b_);
  }
  bool title_before() const {
    return c_.honour || (b_ > s_.first &&
                         (n_.is(b_ - 1, Role::title_male) || n_.is(b_ - 1, Role::title_female)));
  }

  /// Does the name end with a given name of two parts, or two of them: "Yong-hyun", "Keon Hee"?
  bool given_last(bool family) const {
    for (auto i = b_ + 1; i < e_; ++i)
      if (n_.is_mark(i, '-') || n_.token(i).is(shape_hyphen)) return true;
    return size() == 3 && !family;
  }
  void person() {
    if (words_of_name() > 5) return;
    float evidence = 0;
    bool marks = false;
    const auto first = n_.longest(b_, b_ + 1);
    const auto last = n_.longest(e_ - 1, e_);
    for (auto i = b_; i < e_; ++i) {
      if (i > b_ && i + 1 < e_ && !n_.capital(i) && n_.is(i, Role::particle)) evidence += 1.5F;
      if (n_.is(i, Role::suffix) && i > b_) evidence += sequel(i) ? 0.0F : 4.0F;
      const auto& t = n_.token(i);
      if (size() > 1 && i + 1 < e_ && t.is(shape_upper_first) &&
          (t.span.size() == 1 || (t.span.size() == 2 && t.is(shape_period))))
        evidence += 2;
      if (initials(i)) evidence += 2.5F;
      const bool joins =
          n_.is(i, Role::and_) && !(n_.is(i, Role::particle) && n_.token(i).span.size() == 1);
      marks |= n_.is_mark(i, '&') || joins || n_.is(i, Role::of);
    }
    if (size() == 1 || marks) {
      if (!marks) c_.add(Family::person, t_.person, evidence);
      return;
    }
    bool given = false, family = false, family_first = false;
    const Gender told = c_.gender;
    const bool words = size() == 2 && n_.common(b_) && n_.common(e_ - 1);  // "Sun Cable"
    const bool usual = last.has(SenseKind::surname, 9);                    // "Rob HILL"
    for (const auto& sense : first.senses) {
      if (words && sense.weight < (usual ? 6 : 7)) continue;
      if (sense.kind == SenseKind::first_name) {
        evidence += n_.common(b_) ? 1.5F : static_cast<float>(sense.weight) * 0.4F;
        given = true;
        const bool m = (sense.flags & sense_male) != 0, f = (sense.flags & sense_female) != 0;
        if (c_.gender == Gender::unknown && m != f) c_.gender = m ? Gender::male : Gender::female;
      }
      if (sense.kind != SenseKind::surname || (sense.flags & sense_family_first) == 0) continue;
      family_first = true;
      if (size() <= 3 && !n_.common(b_ + 1)) evidence += 2.5F;
    }
    for (const auto& sense : last.senses) {
      if (sense.kind == SenseKind::surname) {
        evidence += static_cast<float>(sense.weight) * 0.15F;
        family = true;
      }
    }
    if (family_first && given_last(family)) c_.gender = told;  // "KIM Yong-hyun" is no Kim
    if (given && (family || !n_.common(e_ - 1))) evidence += 1;
    bool any_common = false;
    for (auto i = b_; i < e_; ++i) any_common |= n_.capital(i) && n_.common(i);
    if (!any_common && size() <= 3) evidence += 1;
    if (c_.hit.tokens == size() && listed_[static_cast<std::size_t>(Family::organization)] > 6)
      evidence *= 0.8F;  // "formerly of Morgan Stanley"
    c_.add(Family::person, t_.person, evidence);
  }

  const NameText& n_;
  const NameTypes& t_;
  const TokenRange s_;
  Candidate& c_;
  const std::uint32_t b_, e_;
  std::array<float, family_count> listed_{};  // what the gazetteer gave each family
  TypeId listed_place_ = TypeId::none;        // city or country that the gazetteer has
  bool headed_ = false;  // its own words say what it is: the context does not make it a person
};

}  // namespace

void weigh(const NameText& names, TokenRange sentence, Candidate& candidate) {
  Scale(names, sentence, candidate).weigh();
}

TypeId decide(const NameRules& rules, const Candidate& candidate) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < family_count; ++i) {
    if (candidate.score[i] > candidate.score[best]) best = i;
  }
  if (candidate.score[best] < 0.8F) return TypeId::none;
  const auto& t = rules.types();
  const std::array<TypeId, family_count> roots = {t.person, t.organization, t.place,     t.event,
                                                  t.policy, t.product,      TypeId::none};
  return candidate.type[best] == TypeId::none ? roots[best] : candidate.type[best];
}

}  // namespace factloom
