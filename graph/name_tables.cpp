// SPDX-License-Identifier: Apache-2.0
#include "graph/name_tables.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "extract/base/table.h"
#include "graph/normal_form.h"

namespace factloom {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Of short texts, which this is called with most, faster than a comparison of the library.
bool begins_with(std::string_view text, std::string_view beginning) {
  if (text.size() < beginning.size()) return false;
  for (std::size_t i = 0; i < beginning.size(); ++i)
    if (text[i] != beginning[i]) return false;
  return true;
}

/// Does a word of an Indian script end in a consonant behind a vowel? Its own vowel is not spoken.
bool silent_end(std::string_view word, std::string_view latin) {
  constexpr std::string_view devanagari = "\xE0\xA4", dot_below = "\xE0\xA4\xBC";
  if (word.ends_with(dot_below)) word.remove_suffix(dot_below.size());
  if (word.size() < 6 || word.substr(word.size() - 3, 2) != devanagari) return false;
  const auto last = static_cast<unsigned char>(word.back());
  const auto vowel = [](char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
  };
  const std::size_t consonant = latin.find_last_not_of("aeiou");
  return last >= 0x95 && last <= 0xB9 && latin.ends_with('a') &&
         consonant != std::string_view::npos && consonant + 2 == latin.size() && consonant > 1 &&
         vowel(
             latin[consonant - (latin[consonant] == 'h' && !vowel(latin[consonant - 1]) ? 2 : 1)]);
}

SoundRule rule_of(std::string from, std::string to) {
  SoundRule r{std::move(from), std::move(to), false, false};
  if (r.from.front() == '^') {
    r.at_start = true;
    r.from.erase(0, 1);
  }
  if (r.from.back() == '$') {
    r.at_end = true;
    r.from.pop_back();
  }
  return r;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

/// A word of a table as names have it: folded, without a hyphen.
std::string solid(std::string_view word) {
  std::string text;
  for (const std::string& part : words_of(word)) text += part;
  return text;
}

void add_words(const std::vector<TableRow>& rows, NameTables& t) {
  int group = 0;
  for (const TableRow& row : rows) {
    if (row.fields[0] == "spelling") {
      t.spelling[row.fields[2]] = row.fields[1];
      continue;
    }
    auto& table = row.fields[0] == "family"  ? t.family
                  : row.fields[0] == "apart" ? t.apart
                                             : t.given;
    ++group;
    for (const std::string_view word : split(row.fields[1], ' ')) {
      table[solid(word)].insert(group);
      if (row.fields[0] == "apart") ++group;  // each is another
    }
  }
}

void add_countries(const std::vector<TableRow>& rows, NameTables& t) {
  for (const TableRow& row : rows) {
    if (row.fields.size() < 2) continue;
    t.countries[joined(words_of(row.fields[0]))] = row.fields[1];
    for (const std::size_t column : {std::size_t{2}, std::size_t{3}}) {
      if (column >= row.fields.size()) continue;
      for (const std::string_view name : split(row.fields[column], ';'))
        t.countries[joined(words_of(name))] = row.fields[1];
    }
  }
}

/// A bit for each kind of a word; a kind that there is not gives a Diagnostic.
void add_kinds(const std::string& file, const std::vector<TableRow>& rows, NameTables& t,
               Diagnostics& errors) {
  constexpr std::array names = {"title",  "male",      "female",     "generation", "numeral",
                                "degree", "particle",  "patronymic", "link",       "generic",
                                "common", "belonging", "maiden",     "arabic",     "american",
                                "ending", "regional"};
  for (const TableRow& row : rows) {
    const auto kind = std::find(names.begin(), names.end(), row.fields[1]);
    if (kind == names.end())
      errors.push_back(row.trouble(file, 1, "there is no kind of words '" + row.fields[1] + "'"));
    else
      t.kinds[row.fields[0]] |= 1u << (kind - names.begin());
  }
}

void add_weights(const std::string& file, const std::vector<TableRow>& rows, NameTables& t,
                 Diagnostics& errors) {
  for (const TableRow& row : rows) {
    const auto name = std::find(feature_names.begin(), feature_names.end(), row.fields[0]);
    if (name == feature_names.end())
      errors.push_back(row.trouble(file, 0, "nothing looks for a feature '" + row.fields[0] + "'"));
    else
      t.weights[static_cast<std::size_t>(name - feature_names.begin())] =
          std::strtod(row.fields[1].c_str(), nullptr);
  }
}

}  // namespace

Result<NameTables> NameTables::load(const std::string& folder) {
  const auto kinds = read_table(folder + "/name-words.tsv", 2, 2);
  const auto same = read_table(folder + "/same-words.tsv", 2, 3);
  const auto sounds = read_table(folder + "/sounds.tsv", 3, 3);
  const auto letters = read_table(folder + "/letters.tsv", 2, 2);
  const auto features = read_table(folder + "/features.tsv", 3, 3);
  Diagnostics errors;
  for (const auto* rows : {&kinds, &same, &sounds, &letters, &features})
    if (!*rows) errors.insert(errors.end(), rows->errors().begin(), rows->errors().end());
  if (!errors.empty()) return errors;
  NameTables t;
  add_kinds(folder + "/name-words.tsv", *kinds, t, errors);
  add_weights(folder + "/features.tsv", *features, t, errors);
  if (!errors.empty()) return errors;
  add_words(*same, t);
  for (const TableRow& row : *sounds)
    (row.fields[0] == "sound" ? t.sounds : t.syllables).add(rule_of(row.fields[1], row.fields[2]));
  for (const TableRow& row : *letters)
    t.letters[row.fields[0]] = row.fields[1] == "-" ? "" : row.fields[1];
  const std::string han = folder + "/../../han.tsv";  // made when factloom is built
  if (std::filesystem::exists(han)) {
    const auto rows = read_table(han, 2, 3);
    if (!rows) return rows.errors();
    for (const TableRow& row : *rows) {
      t.han[row.fields[0]] = row.fields[1];
      if (row.fields.size() > 2) t.han_surname[row.fields[0]] = row.fields[2];
    }
  }
  const std::string countries = folder + "/../gazetteers/countries.tsv";
  if (std::filesystem::exists(countries)) {
    const auto rows = read_table(countries, 1, 12);
    if (!rows) return rows.errors();
    add_countries(*rows, t);
  }
  for (const auto* names : {&t.spelling, &t.countries})
    for (const auto& [name, meaning] : *names) {
      std::size_t& longest = t.phrases[name.substr(0, name.find(' '))];
      longest = std::max(longest,
                         static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1);
    }
  return t;
}

std::string NameTables::latin(const std::string& word) const {
  if (is_ascii(word)) return word;
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const auto lead = static_cast<unsigned char>(word[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string letter = word.substr(at, size);
    auto it = size == 1 ? letters.end() : letters.find(letter);
    at += size;
    const bool greek = lead == 0xCE || lead == 0xCF;  // which writes "ev" and "b" with two letters
    if (const auto two = greek ? letters.find(word.substr(at - size, 4)) : letters.end();
        two != letters.end()) {
      it = two;
      at += size;
    }
    if (it == letters.end()) {
      out += letter;
    } else if (it->second.starts_with(
                   '<')) {  // a vowel in place of the one that goes without saying
      if (out.ends_with('a')) out.pop_back();
      out += it->second.substr(1);
    } else {
      out += it->second;
    }
  }
  return silent_end(word, out) ? out.substr(0, out.size() - 1) : out;
}

void SoundRules::add(SoundRule rule) {
  auto& rules = by_first_[static_cast<unsigned char>(rule.from.front())];
  const auto place = std::find_if(rules.begin(), rules.end(), [&](const SoundRule& r) {
    return r.from.size() < rule.from.size();
  });
  rules.insert(place, std::move(rule));
}

std::string SoundRules::sound(std::string_view word) const {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const auto& rules = by_first_[static_cast<unsigned char>(word[at])];
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const SoundRule& r) {
      return (!r.at_start || at == 0) && (!r.at_end || at + r.from.size() == word.size()) &&
             begins_with(word.substr(at), r.from);
    });
    const std::string_view piece = rule == rules.end() ? word.substr(at, 1) : rule->to;
    at += rule == rules.end() ? 1 : rule->from.size();
    for (const char c : piece)
      if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

}  // namespace factloom
