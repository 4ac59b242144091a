// SPDX-License-Identifier: Apache-2.0
#include "graph/normal_form.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "extract/base/table.h"

namespace factloom {
namespace {

/// Case folded, accents and marks taken off.
std::string folded(std::string_view s) {
  if (std::all_of(s.begin(), s.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::string text(s);  // which takes a tenth of the time
    for (char& c : text)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
  }
  utf8proc_uint8_t* out = nullptr;
  const bool marks_matter = std::any_of(s.begin(), s.end(), [](char c) {
    return c == '\xE0' || c == '\xE3';  // vowels of Indian scripts, voiced sounds of Japanese
  });
  const auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_IGNORE |
      (marks_matter ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK));
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(s.data()),
                                 static_cast<utf8proc_ssize_t>(s.size()), &out, options);
  if (size < 0) return std::string(s);
  std::string text(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  std::free(out);
  return text;
}

bool ascii_mark(char c) {
  const auto b = static_cast<unsigned char>(c);
  return b < 0x80 && !((b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z'));
}

/// Bytes of a dash or a quotation mark outside ASCII at the beginning of a text; 0 if it is none.
std::size_t wide_mark(std::string_view text) {
  if (text.starts_with("\xC2\xAB") || text.starts_with("\xC2\xBB")) return 2;
  if (!text.starts_with("\xE2\x80") || text.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(text[2]);
  const bool mark = (last >= 0x90 && last <= 0x95) || (last >= 0x98 && last <= 0x9F);
  return mark && last != 0x99 ? 3 : 0;  // 0x99: an apostrophe
}

}  // namespace

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const std::string text = folded(name);
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (c == '.' || c == '\'') continue;
    if (c == '/' && word.size() == 1) continue;  // "A/S"
    if (text.compare(i, 3, "\xE2\x80\x99") == 0) {
      i += 2;
      continue;
    }
    const std::size_t mark = wide_mark(std::string_view(text).substr(i));
    if (mark > 0) i += mark - 1;
    if (mark == 0 && !ascii_mark(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

Result<NameForms> NameForms::load(const std::string& folder) {
  const auto rows = read_table(folder + "/legal-forms.tsv", 1, 1);
  if (!rows) return rows.errors();
  NameForms forms;
  for (const TableRow& row : *rows) {
    const bool latin = static_cast<unsigned char>(row.fields[0].front()) < 0x80;
    if (row.fields[0].front() == '.')
      forms.domains_.push_back(row.fields[0]);
    else if (latin)
      forms.legal_forms_.insert(row.fields[0]);
    else
      forms.affixes_.push_back(row.fields[0]);
  }
  Result<NameTables> tables = NameTables::load(folder);
  if (!tables) return tables.errors();
  forms.tables_ = std::move(*tables);
  const auto second = read_table(folder + "/second-names.tsv", 2, 2);
  if (!second) return second.errors();
  for (const TableRow& row : *second) {
    std::vector<std::string> names{row.fields[0]};
    for (const std::string_view other : split(row.fields[1], ';')) names.emplace_back(other);
    for (const std::string& name : names) {
      const std::string& form = forms.second_forms_.emplace_back(forms.normal_form(name));
      auto& others = forms.second_names_[form];
      std::copy_if(names.begin(), names.end(), std::back_inserter(others),
                   [&](const std::string& other) { return other != name; });
    }
  }
  return forms;
}

const std::vector<std::string>& NameForms::second_names(std::string_view form) const {
  static const std::vector<std::string> none;
  const auto it = second_names_.find(form);
  return it == second_names_.end() ? none : it->second;
}

/// "Amazon.com, Inc." -> "Amazon, Inc.": without what of its ends of domains stands at the end of
/// the first word that has a full stop inside.
static std::string without_domain(std::string_view name, const std::vector<std::string>& domains) {
  std::string text(name);
  const std::size_t stop = name.find('.', std::min<std::size_t>(name.size(), 3));
  if (stop == std::string_view::npos || stop + 1 >= name.size() || name[stop + 1] == ' ')
    return text;
  const std::size_t end = std::min(name.find_first_of(" ,", stop), name.size());
  for (const std::string& domain : domains)
    if (name.substr(stop, end - stop) == domain) return text.erase(stop, domain.size());
  return text;
}

std::string NameForms::without_affixes(std::string_view name) const {
  std::string text = without_domain(name, domains_);
  for (const std::string& affix : affixes_) {
    if (text.size() <= affix.size()) continue;
    if (text.ends_with(affix))
      text.resize(text.size() - affix.size());
    else if (text.starts_with(affix))
      text.erase(0, affix.size());
  }
  return text;
}

std::string NameForms::normal_form(std::string_view name) const {
  std::vector<std::string> words = words_of(without_affixes(name));
  constexpr std::string_view article =
      "the";  // titles of works and bodies are indexed without it (ISO 999)
  if (words.size() > 1 && words.front() == article) words.erase(words.begin());
  while (words.size() > 1 && legal_forms_.count(words.back()) != 0) words.pop_back();
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out.empty() ? folded(name) : out;
}

std::string hash_text(std::string_view bytes) {
  std::uint64_t h = 0xCBF29CE484222325u;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  constexpr std::array digits = {'0', '1', '2', '3', '4', '5', '6', '7',
                                 '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
  std::string out(16, '0');
  for (std::size_t i = 0; i < 16; ++i) out[15 - i] = digits[h >> (4 * i) & 15u];
  return out;
}

std::string slug(std::string_view name) {
  std::string out;
  bool lost = false;
  for (const std::string& word : words_of(name)) {
    std::string plain;
    for (const char c : word) {
      if (static_cast<unsigned char>(c) < 0x80)
        plain += c;
      else
        lost = true;
    }
    if (!plain.empty()) out += (out.empty() ? "" : "_") + plain;
  }
  if (out.size() > 48) {
    out.resize(48);
    lost = true;
  }
  if (out.empty() || lost) out += (out.empty() ? "x" : "_") + hash_text(name).substr(8);
  return out;
}

std::string id_of(std::string_view type, std::string_view name) {
  std::string id;
  for (const char c : type) id += ascii_mark(c) || static_cast<unsigned char>(c) >= 0x80 ? '_' : c;
  return id + "." + slug(name);
}

}  // namespace factloom
