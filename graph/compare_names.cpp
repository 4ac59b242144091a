// SPDX-License-Identifier: Apache-2.0
#include "graph/compare_names.h"

#include <algorithm>
#include <cctype>

namespace factloom {
namespace {

bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// The letters of a name that is nothing but an acronym: "IMF", "U.S.", "P&G".
std::string acronym_of(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (upper(c))
      letters += static_cast<char>(c - 'A' + 'a');
    else if (c != '.' && c != '&')
      return "";
  }
  return letters.size() >= 2 && letters.size() <= 6 ? letters : "";
}

/// A person's name as it is spoken: "Obama, Barack" -> "Barack Obama"; single letters apart, parts
/// with hyphens together.
std::string spoken(std::string_view name, const NameTables& t) {
  std::string text(name);
  const auto comma = text.find(", ");
  if (comma != std::string::npos && text.find('.', comma) != text.size() - 1)
    text = text.substr(comma + 2) + " " + text.substr(0, comma);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool initial = text[i] == '.' && i > 0 && upper(text[i - 1]) &&
                         (i == 1 || !std::isalpha(static_cast<unsigned char>(text[i - 2])));
    if (initial)
      out += ' ';
    else if (text[i] != '-')
      out += text[i];
    else if (const auto words = words_of(std::string_view(out).substr(out.rfind(' ') + 1));
             !words.empty() && t.is(words.back(), "particle"))
      out += ' ';
  }
  return out;
}

std::vector<std::string> latin_words(std::string_view name, const NameTables& t) {
  std::vector<std::string> words = words_of(name);
  for (std::string& w : words) w = t.latin(w);
  return words;
}

void add_part(NameParts& n, const std::string& part, const NameTables& t) {
  n.parts.push_back(part);
  n.sounds.push_back(NameTables::sound(part, t.sounds));
}

NameParts person_parts(std::string_view name, const NameForms& forms) {
  const NameTables& t = forms.tables();
  NameParts n;
  n.person = true;
  n.form = forms.normal_form(name);
  std::vector<std::string> words = latin_words(spoken(name, t), t);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& w = words[i];
    const bool last = i + 1 == words.size(), first = n.parts.empty();
    if (first && !last && t.is(w, "title")) continue;
    if (first && !last && (t.is(w, "male") || t.is(w, "female"))) {
      n.sex = t.is(w, "male") ? 'm' : 'f';
    } else if (!first && last && t.is(w, "generation")) {
      n.generation = w;
    } else if (!first && last && t.is(w, "degree")) {
      continue;
    } else if (!last && w.size() > 1 && !(first && w.size() > 3) && t.is(w, "particle")) {
      n.patronymic = n.patronymic || t.is(w, "patronymic");
    } else if (w.size() == 2 &&
               name.find(std::string{static_cast<char>(w[0] - 32), static_cast<char>(w[1] - 32)}) !=
                   std::string_view::npos) {
      add_part(n, w.substr(0, 1), t);  // initials written together: "JK Rowling"
      add_part(n, w.substr(1), t);
    } else {
      add_part(n, w, t);
    }
  }
  return n;
}

/// Countries and other words of one or two parts by one name.
std::vector<std::string> spelled(const std::vector<std::string>& words, const NameTables& t) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t n = std::min<std::size_t>(3, words.size() - i);
    for (; n > 0; --n) {
      std::string text;
      for (std::size_t k = i; k < i + n; ++k) text += (k > i ? " " : "") + words[k];
      if (const auto c = t.countries.find(text); c != t.countries.end()) {
        out.push_back("@" + c->second);
        break;
      }
      if (const auto s = t.spelling.find(text); s != t.spelling.end()) {
        out.push_back(s->second);
        break;
      }
    }
    if (n == 0) out.push_back(words[i]);
    i += std::max<std::size_t>(n, 1);
  }
  return out;
}

NameParts body_parts(std::string_view name, const NameForms& forms) {
  const NameTables& t = forms.tables();
  NameParts n;
  n.form = forms.normal_form(name);
  n.acronym = acronym_of(name);
  if (forms.is_legal_form(n.acronym)) n.acronym.clear();  // "AG" names no one
  const std::vector<std::string> all = latin_words(name, t);
  std::string with_legal, bare;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (t.is(all[i], "link")) continue;
    with_legal += all[i].substr(0, 1);
    if (forms.is_legal_form(all[i]))
      n.initials.push_back(with_legal);  // "Co." may count and a "Ltd." behind it not
    else
      bare += all[i].substr(0, 1);
  }
  std::string solid(name);
  solid.erase(std::remove(solid.begin(), solid.end(), '-'), solid.end());
  std::string hyphens;
  for (const std::string& w : words_of(solid))
    if (!t.is(w, "link")) hyphens += w.substr(0, 1);
  n.initials.insert(n.initials.end(), {with_legal, bare, hyphens});
  for (const std::string& w : spelled(all, t)) {
    if (t.is(w, "link") || (forms.is_legal_form(w) && !n.parts.empty())) continue;
    add_part(n, w, t);
  }
  if (n.parts.empty()) add_part(n, n.form, t);
  return n;
}

bool one_edit(const std::string& a, const std::string& b) {
  const std::string &s = a.size() <= b.size() ? a : b, &l = a.size() <= b.size() ? b : a;
  if (l.size() - s.size() > 1) return false;
  std::size_t head = 0, tail = 0;
  while (head < s.size() && s[head] == l[head]) ++head;
  while (tail < s.size() - head && s[s.size() - 1 - tail] == l[l.size() - 1 - tail]) ++tail;
  // A change at the end makes another name: Daniel and Daniela.
  return head + tail >= l.size() - 1 && tail > 0 && head > 0;
}

bool share_group(const std::unordered_map<std::string, std::set<int>>& table, const std::string& a,
                 const std::string& b) {
  const auto x = table.find(a), y = table.find(b);
  if (x == table.end() || y == table.end()) return false;
  return std::any_of(x->second.begin(), x->second.end(),
                     [&](int g) { return y->second.count(g) != 0; });
}

/// How a part answers to another: the feature that costs something, "" for fully, null for not.
const char* answers(const NameParts& a, std::size_t i, const NameParts& b, std::size_t j,
                    const NameTables& t) {
  const std::string &x = a.parts[i], &y = b.parts[j];
  if (x == y) return "";
  if (x.front() == '@' || y.front() == '@') return nullptr;
  if (a.person && (x.size() == 1 || y.size() == 1))
    return x.front() == y.front() ? "initial" : nullptr;
  if (a.person && share_group(t.given, x, y)) return "nickname";
  if (a.person && share_group(t.family, x, y)) return "romanised";
  const std::size_t least = std::min(x.size(), y.size());
  if (least >= 5 && a.sounds[i] == b.sounds[j]) return "romanised";
  if (least >= 5 && a.person && t.family.count(a.parts[i == 0 ? a.parts.size() - 1 : 0]) != 0 &&
      NameTables::sound(x, t.syllables) == NameTables::sound(y, t.syllables))
    return "romanised";
  if (least >= (a.person ? 6u : 7u) && one_edit(a.sounds[i], b.sounds[j])) return "misspelt";
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

Matching match(const NameParts& s, const NameParts& l, const NameTables& t) {
  Matching m{std::vector<int>(s.parts.size(), -1), std::vector<const char*>(s.parts.size(), ""),
             std::vector<bool>(l.parts.size(), false), 0, false};
  for (double most = 0; most < 0.25; most += 0.05)  // the surest first
    for (std::size_t i = 0; i < s.parts.size(); ++i)
      for (std::size_t j = 0; j < l.parts.size() && m.partner[i] < 0; ++j) {
        if (m.taken[j]) continue;
        const char* how = answers(s, i, l, j, t);
        if (how == nullptr || cost(how, t) > most + 0.001) continue;
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

std::string run_together(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& p : parts) out += p;
  return out;
}

bool is_number(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_extras(const NameParts& l, const Matching& m, const NameForms& forms, NameScore& score) {
  const NameTables& t = forms.tables();
  for (std::size_t j = 0; j < l.parts.size(); ++j) {
    if (m.taken[j]) continue;
    score.add(t, is_number(l.parts[j])                                            ? "extra-number"
                 : l.person                                                       ? "extra-part"
                 : t.is(l.parts[j], "generic") || forms.is_legal_form(l.parts[j]) ? "extra-generic"
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
  if (all([&](const std::string& p) { return t.given.count(p) != 0; })) score.add(t, "given-order");
  if (std::any_of(s.parts.begin(), s.parts.end(),
                  [](const std::string& part) { return part.size() == 1; }))
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
  const auto core = [&](const std::string& p) {
    return s.person ? p.size() > 1 : !t.is(p, "generic") && p.front() != '@' && !is_number(p);
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

NameParts parts_of(std::string_view name, bool person, const NameForms& forms) {
  return person ? person_parts(name, forms) : body_parts(name, forms);
}

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
  const std::string x = run_together(a.parts), y = run_together(b.parts);
  if (a.form == b.form) {
    score.add(t, "same-form");
    if (a.person && a.parts.size() == 1) score.add(t, "one-word");
  } else if (s.parts.empty()) {
    score.add(t, "conflict");
  } else if (x == y ||
             (x.size() > 6 && NameTables::sound(x, t.sounds) == NameTables::sound(y, t.sounds))) {
    score.add(t, "same-letters");
  } else if (!a.person && (add_acronym(a, b, t, score) || add_acronym(b, a, t, score))) {
  } else {
    add_matching(s, l, forms, score);
  }
  add_particulars(a, b, t, score);
  return score;
}

}  // namespace factloom
