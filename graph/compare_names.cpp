// SPDX-License-Identifier: Apache-2.0
#include "graph/compare_names.h"

#include <algorithm>
#include <cctype>

namespace factloom {
namespace {

bool one_edit(const std::string& a, const std::string& b) {
  const std::string &s = a.size() <= b.size() ? a : b, &l = a.size() <= b.size() ? b : a;
  if (l.size() - s.size() > 1) return false;
  std::size_t head = 0, tail = 0;
  while (head < s.size() && s[head] == l[head]) ++head;
  while (tail < s.size() - head && s[s.size() - 1 - tail] == l[l.size() - 1 - tail]) ++tail;
  // A change at the end makes another name: Daniel and Daniela.
  return head + tail >= l.size() - 1 && tail > 0 && head > 0;
}

bool share_group(const std::set<int>* a, const std::set<int>* b) {
  if (a == nullptr || b == nullptr) return false;
  return std::any_of(a->begin(), a->end(), [&](int g) { return b->count(g) != 0; });
}

/// How a part answers to another: the feature that costs something, "" for fully, null for not.
const char* answers(const NameParts& a, std::size_t i, const NameParts& b, std::size_t j,
                    const NameTables& t) {
  const NamePart &p = a.parts[i], &q = b.parts[j];
  const std::string &x = p.text, &y = q.text;
  if (x == y) return "";
  if (x.front() == '@' || y.front() == '@') return nullptr;
  if (a.person && (x.size() == 1 || y.size() == 1))
    return x.front() == y.front() ? "initial" : nullptr;
  if (share_group(p.given, q.given)) return "nickname";
  if (share_group(p.family, q.family)) return "romanised";
  const std::size_t least = std::min(x.size(), y.size());
  if (least >= 5 && p.sound == q.sound) return "romanised";
  if (least >= 5 && a.person && a.parts[i == 0 ? a.parts.size() - 1 : 0].family != nullptr &&
      t.syllables.sound(x) == t.syllables.sound(y))
    return "romanised";
  // Of the short names of East Asia a letter is no slip: Lee Jae-myung and Lee Jae-yong are two.
  const bool short_names =
      a.person && (a.parts.front().family != nullptr || a.parts.back().family != nullptr);
  if (least >= (a.person ? 6u : 7u) && !short_names && one_edit(p.sound, q.sound))
    return "misspelt";
  return nullptr;
}

double cost(const char* feature, const NameTables& t) {
  return feature[0] == 0 ? 0 : -t.weights.find(feature)->second;
}

/// Which part of the longer name each part of the shorter answers to.
struct Matching {
  std::vector<int> partner;      ///< for each part of the shorter; -1: none
  std::vector<const char*> how;  ///< feature, or ""
  std::vector<bool> taken;       ///< for each part of the longer
  int unmatched = 0;
  bool crossed = false;
};

/// How each part of the shorter answers to each of the longer, row by row; nothing at all where one
/// answers to none.
std::vector<const char*> answers_of(const NameParts& s, const NameParts& l, const NameTables& t) {
  std::vector<const char*> all(s.parts.size() * l.parts.size());
  for (std::size_t i = 0; i < s.parts.size(); ++i) {
    bool some = false;
    for (std::size_t j = 0; j < l.parts.size(); ++j) {
      all[i * l.parts.size() + j] = answers(s, i, l, j, t);
      some = some || all[i * l.parts.size() + j] != nullptr;
    }
    if (!some) return {};
  }
  return all;
}

Matching match(const NameParts& s, const NameParts& l, const NameTables& t) {
  Matching m{std::vector<int>(s.parts.size(), -1), std::vector<const char*>(s.parts.size(), ""),
             std::vector<bool>(l.parts.size(), false), 0, false};
  const std::vector<const char*> all = answers_of(s, l, t);
  if (all.empty()) {
    m.unmatched = 1;
    return m;
  }
  for (double most = 0; most < 0.25; most += 0.05)  // the surest first
    for (std::size_t i = 0; i < s.parts.size(); ++i)
      for (std::size_t j = 0; j < l.parts.size() && m.partner[i] < 0; ++j) {
        const char* how = all[i * l.parts.size() + j];
        if (m.taken[j] || how == nullptr || cost(how, t) > most + 0.001) continue;
        m.partner[i] = static_cast<int>(j);
        m.how[i] = how;
        m.taken[j] = true;
      }
  int last = -1;
  for (const int p : m.partner) {
    if (p < 0) {
      ++m.unmatched;
      continue;
    }
    m.crossed = m.crossed || p < last;
    last = p;
  }
  return m;
}

bool is_number(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_extras(const NameParts& l, const Matching& m, const NameForms& forms, NameScore& score) {
  const NameTables& t = forms.tables();
  for (std::size_t j = 0; j < l.parts.size(); ++j) {
    if (m.taken[j]) continue;
    score.add(t, is_number(l.parts[j].text)                                   ? "extra-number"
                 : l.person                                                   ? "extra-part"
                 : l.parts[j].generic || forms.is_legal_form(l.parts[j].text) ? "extra-generic"
                                                                              : "extra-word");
  }
}

void add_order(const NameParts& s, const NameParts& l, const Matching& m, const NameTables& t,
               NameScore& score) {
  if (!m.crossed || !s.person) return;  // bodies: "Oxford University", "University of Oxford"
  score.add(t, "order");
  const auto all = [&](const auto& test) {
    return std::all_of(s.parts.begin(), s.parts.end(), test);
  };
  if (s.patronymic && l.patronymic) score.add(t, "father-order");
  if (all([](const NamePart& p) { return p.given != nullptr; })) score.add(t, "given-order");
  if (std::any_of(s.parts.begin(), s.parts.end(),
                  [](const NamePart& p) { return p.text.size() == 1; }))
    score.add(t, "given-order");
}

bool add_acronym(const NameParts& a, const NameParts& b, const NameTables& t, NameScore& score) {
  if (a.acronym.empty() || b.parts.size() < 2) return false;
  if (std::find(b.initials.begin(), b.initials.end(), a.acronym) == b.initials.end()) return false;
  score.add(t, a.acronym.size() > 2 ? "acronym" : "short-acronym");
  return true;
}

void add_particulars(const NameParts& a, const NameParts& b, const NameTables& t,
                     NameScore& score) {
  if (!a.generation.empty() && !b.generation.empty() && a.generation != b.generation)
    score.add(t, "other-generation");
  if (a.sex != 0 && b.sex != 0 && a.sex != b.sex) score.add(t, "other-sex");
}

void add_matching(const NameParts& s, const NameParts& l, const NameForms& forms,
                  NameScore& score) {
  const NameTables& t = forms.tables();
  const Matching m = match(s, l, t);
  const auto core = [&](const NamePart& p) {
    return s.person ? p.text.size() > 1 : !p.generic && p.text.front() != '@' && !is_number(p.text);
  };
  bool common = false;
  for (std::size_t i = 0; i < s.parts.size(); ++i)
    common = common ||
             (m.partner[i] >= 0 && core(s.parts[i]) && std::string_view(m.how[i]) != "initial");
  const bool whole = s.parts.size() == l.parts.size();
  if (m.unmatched > 0 || !common) return score.add(t, "conflict");
  score.add(t, whole ? "same-words" : s.person && s.parts.size() == 1 ? "surname-alone" : "subset");
  for (const char* how : m.how)
    if (how[0] != 0) score.add(t, how);
  add_order(s, l, m, t, score);
  if (!whole && !(s.person && s.parts.size() == 1)) add_extras(l, m, forms, score);
}

}  // namespace

bool is_acronym_of(std::string_view mention, std::string_view name, const NameForms& forms) {
  if (mention.size() > 12 || mention == name) return false;
  const std::string letters = parts_of(mention, false, forms).acronym;
  const std::vector<std::string> words = words_of(name);
  return !letters.empty() && words.size() > 1 && words.front()[0] == letters[0] &&
         std::find(words.begin(), words.end(), letters) == words.end();
}

NameScore compare_names(const NameParts& a, const NameParts& b, const NameForms& forms) {
  const NameTables& t = forms.tables();
  NameScore score;
  const NameParts &s = a.parts.size() <= b.parts.size() ? a : b, &l = &s == &a ? b : a;
  if (a.form == b.form) {
    score.add(t, "same-form");
    if (a.person && a.parts.size() == 1) score.add(t, "one-word");
  } else if (s.parts.empty()) {
    score.add(t, "conflict");
  } else if (a.solid == b.solid || (a.solid.size() > 6 && a.solid_sound == b.solid_sound)) {
    score.add(t, "same-letters");
  } else if (!a.person && (add_acronym(a, b, t, score) || add_acronym(b, a, t, score))) {
  } else {
    add_matching(s, l, forms, score);
  }
  add_particulars(a, b, t, score);
  return score;
}

}  // namespace factloom
