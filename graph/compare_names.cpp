// SPDX-License-Identifier: Apache-2.0
#include "graph/compare_names.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace factloom {
namespace {

/// A letter more or less, or one vowel for another; another consonant makes another name, of a
/// person one more consonant as well.
bool one_edit(const std::string& a, const std::string& b, bool person) {
  const std::string &s = a.size() <= b.size() ? a : b, &l = a.size() <= b.size() ? b : a;
  if (l.size() - s.size() > 1) return false;
  std::size_t head = 0, tail = 0;
  while (head < s.size() && s[head] == l[head]) ++head;
  while (tail < s.size() - head && s[s.size() - 1 - tail] == l[l.size() - 1 - tail]) ++tail;
  const auto vowel = [](char c) { return std::string_view("aeiouvh").find(c) < 7; };
  if (person && s.size() == l.size() && head < s.size() && !vowel(s[head]) && !vowel(l[head]))
    return false;
  if (person && s.size() < l.size() && !vowel(l[head])) return false;
  // A change at the end makes another name: Daniel and Daniela.
  return head + tail >= l.size() - 1 && tail > 0 && head > 0;
}

bool share_group(const std::set<int>* a, const std::set<int>* b) {
  if (a == nullptr || b == nullptr) return false;
  return std::any_of(a->begin(), a->end(), [&](int g) { return b->count(g) != 0; });
}

/// "Soleimani" and "Suleymani": of Arabic names consonants alone are sure.
bool same_consonants(const NameParts& a, const NamePart& p, const NameParts& b, const NamePart& q) {
  if (!(a.arabic || b.arabic) || (p.given() != nullptr && q.given() != nullptr)) return false;
  const auto vowel = [](char c) { return std::string_view("aeiou").find(c) < 5; };
  if (vowel(p.sound().front()) != vowel(q.sound().front()) ||
      vowel(p.sound().back()) != vowel(q.sound().back()))
    return false;
  const std::string left = consonants_of(p);
  return left.size() >= 3 && left == consonants_of(q);
}

/// Is a part one half of a double surname?
bool half_name(const NamePart& whole, const std::string& part) {
  const std::string_view text = whole.text();
  return whole.half != 0 && (text.substr(0, whole.half) == part || text.substr(whole.half) == part);
}

/// How well a part answers to another: fully, or with a feature that costs something.
using Answer = std::uint8_t;
constexpr Answer fully = 0xFE, not_at_all = 0xFF;
constexpr Answer by(NameFeature feature) {
  return static_cast<Answer>(feature);
}

Answer answer_of(const NameParts& a, std::size_t i, const NameParts& b, std::size_t j) {
  const NamePart &p = a.parts[i], &q = b.parts[j];
  const std::string &x = p.text(), &y = q.text();
  if (p.word == q.word || x == y) return fully;
  if (x.front() == '@' || y.front() == '@') return not_at_all;
  if (a.person && (x.size() == 1 || y.size() == 1))
    return x.front() == y.front() ? by(NameFeature::initial) : not_at_all;
  if (p.apart() != nullptr && q.apart() != nullptr && !share_group(p.apart(), q.apart()))
    return not_at_all;
  if (share_group(p.given(), q.given())) return by(NameFeature::nickname);
  if (share_group(p.family(), q.family())) return by(NameFeature::romanised);
  if (p.vowelless != q.vowelless) {
    const std::string left = consonants_of(p);
    return left.size() >= 2 && left == consonants_of(q) ? by(NameFeature::romanised) : not_at_all;
  }
  if (half_name(p, y) || half_name(q, x)) return by(NameFeature::double_name);
  if (a.person && same_consonants(a, p, b, q)) return by(NameFeature::romanised);
  if (p.shortened != q.shortened && (p.shortened ? y.starts_with(x) : x.starts_with(y)))
    return by(NameFeature::initial);
  const std::size_t least = std::min(x.size(), y.size());
  if (least >= 5 && p.sound() == q.sound()) return by(NameFeature::romanised);
  if (least >= 5 && a.person && a.parts[i == 0 ? a.parts.size() - 1 : 0].family() != nullptr &&
      p.syllables() == q.syllables())
    return by(NameFeature::romanised);
  // Of the short names of East Asia a letter is no slip: Lee Jae-myung and Lee Jae-yong are two.
  const bool short_names =
      a.person && (a.parts.front().family() != nullptr || a.parts.back().family() != nullptr);
  return least >= (a.person ? 6u : 7u) && !short_names && one_edit(p.sound(), q.sound(), a.person)
             ? by(NameFeature::misspelt)
             : not_at_all;
}

double cost(Answer answer, const NameTables& t) {
  return answer == fully ? 0 : -t.weights[answer];
}

/// Names of more parts are compared as a whole.
constexpr std::size_t most_parts = 32;

/// Which part of the longer name each part of the shorter answers to.
struct Matching {
  std::array<std::int8_t, most_parts> partner;  ///< for each part of the shorter; -1: none
  std::array<Answer, most_parts> how;
  std::uint32_t taken = 0;  ///< a bit for each part of the longer
  int unmatched = 0;
  bool crossed = false;
  bool is_taken(std::size_t j) const { return (taken >> j & 1u) != 0; }
};

/// How each part of the shorter answers to each of the longer, row by row.
using Answers = std::array<Answer, most_parts * most_parts>;

/// False where a part answers to none.
bool find_answers(const NameParts& s, const NameParts& l, Answers& all) {
  for (std::size_t i = 0; i < s.parts.size(); ++i) {
    bool some = false;
    for (std::size_t j = 0; j < l.parts.size(); ++j) {
      all[i * l.parts.size() + j] = answer_of(s, i, l, j);
      some = some || all[i * l.parts.size() + j] != not_at_all;
    }
    if (!some) return false;
  }
  return true;
}

Matching match(const NameParts& s, const NameParts& l, const NameTables& t) {
  Matching m;
  Answers all;
  m.partner.fill(-1);
  m.how.fill(fully);
  if (l.parts.size() > most_parts || !find_answers(s, l, all)) {
    m.unmatched = 1;
    return m;
  }
  for (double most = 0; most < 0.25; most += 0.05)  // the surest first
    for (std::size_t i = 0; i < s.parts.size(); ++i)
      for (std::size_t j = 0; j < l.parts.size() && m.partner[i] < 0; ++j) {
        const Answer how = all[i * l.parts.size() + j];
        if (m.is_taken(j) || how == not_at_all || cost(how, t) > most + 0.001) continue;
        m.partner[i] = static_cast<std::int8_t>(j);
        m.how[i] = how;
        m.taken |= 1u << j;
      }
  int last = -1;
  for (std::size_t i = 0; i < s.parts.size(); ++i) {
    const int p = m.partner[i];
    if (p < 0) {
      ++m.unmatched;
      continue;
    }
    m.crossed = m.crossed || p < last;
    last = p;
  }
  return m;
}

/// "Yoon Suk Yeol" and "Suk-yeol Yoon", "Tsai Ing-wen" and "Cai Yingwen": one family name, and the
/// other parts together sound like one Chinese or Korean name.
bool same_syllables(const NameParts& a, const NameParts& b) {
  if (!a.person || !b.person) return false;
  for (const GivenSyllables& x : a.given_syllables)
    for (const GivenSyllables& y : b.given_syllables)
      if (x.rest == y.rest && share_group(x.family, y.family)) return true;
  return false;
}

/// Do two names that sound alike have parts at one place that are never taken for one another?
bool kept_apart(const NameParts& a, const NameParts& b) {
  for (std::size_t i = 0; i < std::min(a.parts.size(), b.parts.size()); ++i) {
    const NamePart &p = a.parts[i], &q = b.parts[i];
    if (p.text() != q.text() && p.apart() != nullptr && q.apart() != nullptr &&
        !share_group(p.apart(), q.apart()))
      return true;
  }
  return false;
}

bool is_number(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "George W. Bush" is not "George H. W. Bush".
bool has_middle_initial(const NameParts& n) {
  return n.person && n.parts.size() > 2 && n.parts.front().text().size() > 1 &&
         std::any_of(n.parts.begin() + 1, n.parts.end() - 1,
                     [](const NamePart& p) { return p.text().size() == 1; });
}

void add_extras(const NameParts& s, const NameParts& l, const Matching& m, const NameForms& forms,
                NameScore& score) {
  const NameTables& t = forms.tables();
  if (has_middle_initial(s)) score.add(t.weights, NameFeature::other_middle);
  for (std::size_t j = 0; j < l.parts.size(); ++j) {
    if (m.is_taken(j)) continue;
    score.add(t.weights, is_number(l.parts[j].text()) ? NameFeature::extra_number
                         : l.person                   ? NameFeature::extra_part
                         : l.parts[j].generic() || forms.is_legal_form(l.parts[j].text())
                             ? NameFeature::extra_generic
                             : NameFeature::extra_word);
  }
}

void add_order(const NameParts& s, const NameParts& l, const Matching& m, const NameTables& t,
               NameScore& score) {
  if (m.crossed && s.regional && l.regional) score.add(t.weights, NameFeature::college_order);
  if (!m.crossed || !s.person) return;  // bodies: "Oxford University", "University of Oxford"
  score.add(t.weights, NameFeature::order);
  const auto all = [&](const auto& test) {
    return std::all_of(s.parts.begin(), s.parts.end(), test);
  };
  if (s.patronymic && l.patronymic) score.add(t.weights, NameFeature::father_order);
  if (all([](const NamePart& p) { return p.given() != nullptr; }))
    score.add(t.weights, NameFeature::given_order);
  if (std::any_of(s.parts.begin(), s.parts.end(),
                  [](const NamePart& p) { return p.text().size() == 1; }))
    score.add(t.weights, NameFeature::given_order);
}

bool add_acronym(const NameParts& a, const NameParts& b, const NameTables& t, NameScore& score) {
  if (a.acronym.empty() || (b.initials.empty() && b.acronym.empty())) return false;
  const bool letters = a.acronym == b.acronym && !a.word_acronym && !b.word_acronym;
  if (!letters && std::find(b.initials.begin(), b.initials.end(), a.acronym) == b.initials.end())
    return false;
  score.add(t.weights, a.word_acronym         ? NameFeature::word_acronym
                       : a.acronym.size() > 2 ? NameFeature::acronym
                                              : NameFeature::short_acronym);
  return true;
}

void add_particulars(const NameParts& a, const NameParts& b, const NameTables& t,
                     NameScore& score) {
  if (!a.generation.empty() && !b.generation.empty() && a.generation != b.generation)
    score.add(t.weights, NameFeature::other_generation);
  if (a.sex != 0 && b.sex != 0 && a.sex != b.sex) score.add(t.weights, NameFeature::other_sex);
}

void add_matching(const NameParts& s, const NameParts& l, const NameForms& forms,
                  NameScore& score) {
  const NameTables& t = forms.tables();
  const Matching m = match(s, l, t);
  const auto core = [&](const NamePart& p) {
    return s.person ? p.text().size() > 1
                    : !p.generic() && p.text().front() != '@' && !is_number(p.text());
  };
  bool common = false;
  for (std::size_t i = 0; i < s.parts.size(); ++i)
    common =
        common || (m.partner[i] >= 0 && core(s.parts[i]) && m.how[i] != by(NameFeature::initial));
  const bool whole = s.parts.size() == l.parts.size();
  if (m.unmatched > 0 || !common) return score.add(t.weights, NameFeature::conflict);
  score.add(t.weights, whole                             ? NameFeature::same_words
                       : s.person && s.parts.size() == 1 ? NameFeature::surname_alone
                                                         : NameFeature::subset);
  int initials = 0;  // a third one speaks for the name as much as against it
  for (std::size_t i = 0; i < s.parts.size(); ++i)
    if (m.how[i] != fully && (m.how[i] != by(NameFeature::initial) || ++initials <= 2))
      score.add(t.weights, static_cast<NameFeature>(m.how[i]));
  add_order(s, l, m, t, score);
  if (!whole && !(s.person && s.parts.size() == 1)) add_extras(s, l, m, forms, score);
}

}  // namespace

bool is_acronym_of(std::string_view mention, std::string_view name, const NameForms& forms) {
  if (mention.size() > 12 || mention == name) return false;
  const std::string letters = acronym_of(mention, forms);
  const std::vector<std::string> words = words_of(name);
  return !letters.empty() && words.size() > 1 && words.front()[0] == letters[0] &&
         std::find(words.begin(), words.end(), letters) == words.end();
}

NameScore compare_names(const NameParts& a, const NameParts& b, const NameForms& forms) {
  const NameTables& t = forms.tables();
  NameScore score;
  const NameParts &s = a.parts.size() <= b.parts.size() ? a : b, &l = &s == &a ? b : a;
  if (a.form == b.form) {
    score.add(t.weights, NameFeature::same_form);
    if (a.person && a.parts.size() == 1) score.add(t.weights, NameFeature::one_word);
  } else if (s.parts.empty()) {
    score.add(t.weights, NameFeature::conflict);
  } else if (same_letters(a, b) ||
             (a.solid_size > 6 && a.solid_sound == b.solid_sound && !kept_apart(a, b))) {
    score.add(t.weights, NameFeature::same_letters);
  } else if (same_syllables(a, b)) {
    score.add(t.weights, NameFeature::same_words);
    score.add(t.weights, NameFeature::romanised);
  } else if (add_acronym(a, b, t, score) || add_acronym(b, a, t, score)) {
  } else {
    add_matching(s, l, forms, score);
  }
  add_particulars(a, b, t, score);
  return score;
}

}  // namespace factloom
