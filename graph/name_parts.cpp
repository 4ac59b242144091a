// SPDX-License-Identifier: Apache-2.0
#include "graph/name_parts.h"

#include <algorithm>
#include <cctype>

#include "extract/base/ascii.h"
#include "extract/base/table.h"

namespace factloom {
namespace {

constexpr unsigned char first_of_han = 0xE3;  // of UTF-8

std::string short_letters(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (is_ascii_upper(c))
      letters += ascii_lower(c);
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
  const auto behind = comma == std::string::npos ? std::vector<std::string>{}
                                                 : words_of(std::string_view(text).substr(comma));
  if (!behind.empty() && !t.is(behind.front(), WordKind::maiden) &&
      text.find('.', comma) != text.size() - 1)
    text = text.substr(comma + 2) + " " + text.substr(0, comma);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool initial = text[i] == '.' && i > 0 && is_ascii_upper(text[i - 1]) &&
                         (i == 1 || !std::isalpha(static_cast<unsigned char>(text[i - 2])));
    if (initial)
      out += ' ';
    else if (text[i] != '-')
      out += text[i];
    else if (const auto words = words_of(std::string_view(out).substr(out.rfind(' ') + 1));
             !words.empty() && t.is(words.back(), WordKind::particle) &&
             t.is(words.back(), WordKind::arabic))
      out += ' ';
  }
  return out;
}

/// The characters of a word that is written in Han alone; empty for others.
std::vector<std::string> han_characters(const std::string& word, const NameTables& t) {
  std::vector<std::string> all;
  if (word.size() % 3 != 0) return all;
  for (std::size_t at = 0; at < word.size(); at += 3) {
    all.push_back(word.substr(at, 3));
    if (t.han.count(all.back()) == 0) return {};
  }
  return all;
}

/// A name in Han as it is written in Latin: of a person the surname first (two characters of four),
/// then the given name; of others all syllables together.
std::vector<std::string> romanised(const std::string& word, bool person, const NameTables& t) {
  const std::vector<std::string> characters = han_characters(word, t);
  if (characters.empty()) return {word};
  const std::size_t surname = !person || characters.size() < 2 ? 0 : characters.size() > 3 ? 2 : 1;
  std::string family, rest;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto special = t.han_surname.find(characters[i]);
    const bool other = i == 0 && person && special != t.han_surname.end();
    (i < surname ? family : rest) += other ? special->second : t.han.at(characters[i]);
  }
  if (family.empty()) return {rest};
  return {family, rest};
}

/// A person's name in Korean letters, which writes no blank behind the surname, cut there.
std::vector<std::string> behind_surname(const std::string& word) {
  constexpr std::string_view first_sound = "\xE1\x84";  // of a syllable, in letters taken apart
  if (!word.starts_with(first_sound)) return {};
  std::vector<std::size_t> syllables;
  for (auto at = word.find(first_sound); at != std::string::npos;
       at = word.find(first_sound, at + 3))
    syllables.push_back(at);
  if (syllables.size() < 2 || syllables.size() > 4) return {};
  const std::size_t cut = syllables[syllables.size() == 4 ? 2 : 1];
  return {word.substr(0, cut), word.substr(cut)};
}

/// A word of a name in plain Latin letters.
struct LatinWord {
  std::string text;
  bool vowelless = false, shortened = false;
};

/// Hebrew or Arabic: the lead bytes of UTF-8.
bool is_vowelless(const std::string& word) {
  const auto lead = static_cast<unsigned char>(word.front());
  return lead >= 0xD6 && lead <= 0xDB;
}

/// Words that end with a full stop and are no initials: "tel" of "Deutsche Tel.".
std::vector<std::string> shortened_words(std::string_view name) {
  std::vector<std::string> words;
  for (auto stop = name.find('.'); stop != std::string_view::npos;
       stop = name.find('.', stop + 1)) {
    if (stop + 1 < name.size() && name[stop + 1] != ' ' && name[stop + 1] != ',') continue;
    const auto before = name.substr(0, stop).find_last_of(" .,");
    const auto first = before == std::string_view::npos ? 0 : before + 1;
    if (stop - first < 2 || (first > 0 && name[first - 1] == '.')) continue;
    const auto word = words_of(name.substr(first, stop - first));
    if (word.size() == 1) words.push_back(word.front());
  }
  return words;
}

/// A surname of one vowel as Koreans write it: "Yi", no initial.
std::string korean(const std::string& word, const NameTables& t) {
  const std::string text = t.latin(word);
  return text == "i" ? "yi" : text == "o" ? "oh" : text == "u" ? "woo" : text;
}

std::vector<LatinWord> latin_words(std::string_view name, bool person, const NameTables& t) {
  constexpr std::string_view article = "\xD8\xA7\xD9\x84";  // Arabic, written with the word
  const std::vector<std::string> shortened = shortened_words(name);
  std::vector<LatinWord> words;
  for (const std::string& w : words_of(name)) {
    const auto lead = static_cast<unsigned char>(w.front());
    if (is_vowelless(w)) {
      const bool with_article = w.starts_with(article) && w.size() > article.size() + 4;
      words.push_back({t.latin(with_article ? w.substr(article.size()) : w), true, false});
    } else if (const auto parts = person ? behind_surname(w) : std::vector<std::string>();
               !parts.empty()) {
      for (const std::string& part : parts) words.push_back({korean(part, t), false, false});
    } else if (lead < first_of_han) {
      words.push_back(
          {t.latin(w), false, std::find(shortened.begin(), shortened.end(), w) != shortened.end()});
    } else {
      for (const std::string& part : romanised(w, person, t))
        words.push_back({t.latin(part), false, false});
    }
    if (words.back().text.empty()) words.pop_back();  // a sign that is no letter
  }
  return words;
}

void add_part(NameParts& n, const LatinWord& word, PartWords& words) {
  const PartWord& known = words.word(word.text, n.person);
  n.arabic = n.arabic || known.arabic;
  n.parts.push_back({&known, word.shortened, word.vowelless, 0});
}

/// Letters of the first half of a double surname with a hyphen, which ends a name; 0 if none does.
std::uint8_t half_of(std::string_view name, std::string_view last, const NameTables& t) {
  if (last.size() < 8 || last.size() > 60 || name.find('-') == std::string_view::npos) return 0;
  for (const std::string_view word : split(name, ' ')) {
    std::vector<std::string> halves =
        word.find('-') == std::string_view::npos ? std::vector<std::string>{} : words_of(word);
    for (std::string& half : halves) half = t.latin(half);
    if (halves.size() == 2 && std::min(halves[0].size(), halves[1].size()) >= 4 &&
        halves[0] + halves[1] == last)
      return static_cast<std::uint8_t>(halves[0].size());
  }
  return 0;
}

/// "John Paul II", but not "LEE XI".
bool ends_in_capitals(std::string_view name, std::string_view word) {
  if (name.size() <= word.size() || name[name.size() - word.size() - 1] != ' ') return false;
  const std::string_view end = name.substr(name.size() - word.size());
  return std::all_of(end.begin(), end.end(), is_ascii_upper) &&
         std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void add_person_parts(std::string_view name, const NameForms& forms, PartWords& known,
                      NameParts& n) {
  const NameTables& t = forms.tables();
  n.person = true;
  const std::vector<LatinWord> words = latin_words(spoken(name, t), true, t);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& w = words[i].text;
    const std::uint32_t kinds = t.kinds_of(w);
    const auto is = [&](WordKind kind) { return NameTables::has(kinds, kind); };
    const bool last = i + 1 == words.size(), first = n.parts.empty();
    const bool sexed = is(WordKind::male) || is(WordKind::female);
    if (first && !last && (sexed || is(WordKind::title))) {
      if (sexed) n.sex = is(WordKind::male) ? 'm' : 'f';
    } else if (!first && i > 0 && is(WordKind::ending) &&
               t.is(words[i - 1].text, WordKind::particle)) {
      n.parts.back().word = &known.word(n.parts.back().text() + "ed" + w, true);
    } else if (!first && last &&
               (is(WordKind::generation) || (is(WordKind::numeral) && ends_in_capitals(name, w)))) {
      const auto spelt = t.spelling.find(w);  // "junior" is "jr"
      n.generation = known.keep(spelt == t.spelling.end() ? w : spelt->second);
    } else if (!first && ((last && is(WordKind::degree)) || (!last && is(WordKind::maiden)))) {
      continue;
    } else if (!last && w.size() > 1 && !(first && w.size() > 3) && is(WordKind::particle)) {
      n.patronymic = n.patronymic || is(WordKind::patronymic);
      n.arabic = n.arabic || is(WordKind::arabic);
    } else if (w.size() == 2 &&
               name.find(std::string{static_cast<char>(w[0] - 32), static_cast<char>(w[1] - 32)}) !=
                   std::string_view::npos) {
      add_part(n, {w.substr(0, 1)}, known);  // initials written together: "JK Rowling"
      add_part(n, {w.substr(1)}, known);
    } else {
      add_part(n, words[i], known);
    }
  }
  if (n.parts.size() > 1) n.parts.back().half = half_of(name, n.parts.back().text(), t);
  if (n.parts.size() == 1) n.acronym = short_letters(name);
  if (n.acronym.size() < 3) n.acronym.clear();
  if (n.parts.size() < 3) return;
  std::string all, bare;
  for (const LatinWord& w : words) all += w.text.front();
  for (const NamePart& p : n.parts) bare += p.text().front();
  n.initials = {all, bare};
}

/// Countries and other words of one or more parts by one name.
std::vector<LatinWord> spelled(const std::vector<LatinWord>& words, const NameTables& t) {
  std::vector<LatinWord> out;
  const auto add = [&](std::string_view word) {
    const auto country = t.countries.find(std::string(word));
    out.push_back({country == t.countries.end() ? std::string(word) : "@" + country->second});
  };
  for (std::size_t i = 0; i < words.size();) {
    const auto longest = t.phrases.find(words[i].text);
    std::size_t n = longest == t.phrases.end() ? 0 : std::min(longest->second, words.size() - i);
    for (; n > 0; --n) {
      std::string text = words[i].text;
      for (std::size_t k = i + 1; k < i + n; ++k) text += " " + words[k].text;
      if (t.countries.count(text) != 0) {
        add(text);
        break;
      }
      if (const auto s = t.spelling.find(text); s != t.spelling.end()) {
        for (const std::string_view word : split(s->second, ' ')) add(word);
        break;
      }
    }
    const std::string& word = words[i].text;
    if (n == 0 && word.size() > 4 && word.back() == 's' &&
        t.countries.count(word.substr(0, word.size() - 1)) != 0)
      add(std::string_view(word).substr(0, word.size() - 1));  // "France's"
    else if (n == 0)
      out.push_back(words[i]);
    i += std::max<std::size_t>(n, 1);
  }
  return out;
}

/// What acronyms of a body could be: with its legal form or without, with small words or without,
/// of words with hyphens by one letter, of "GlaxoSmithKline" by its capitals.
void add_initials(std::string_view name, const std::vector<LatinWord>& all, const NameForms& forms,
                  NameParts& n) {
  const NameTables& t = forms.tables();
  std::string with_legal, bare, with_links, hyphens, humps;
  for (const LatinWord& word : all) {
    const std::string letter = word.text.substr(0, 1);
    with_links += letter;
    if (t.is(word.text, WordKind::link)) continue;
    with_legal += letter;
    if (forms.is_legal_form(word.text))
      n.initials.push_back(with_legal);  // "Co." may count and a "Ltd." behind it not
    else
      bare += letter;
  }
  if (name.find('-') != std::string_view::npos) {
    std::string solid(name);
    solid.erase(std::remove(solid.begin(), solid.end(), '-'), solid.end());
    for (const std::string& w : words_of(solid))
      if (!t.is(w, WordKind::link)) hyphens += w.substr(0, 1);
  }
  for (const char c : all.size() == 1 ? name : std::string_view())
    if (is_ascii_upper(c)) humps += ascii_lower(c);
  if (humps.size() < 3 || humps.size() * 2 > name.size()) humps.clear();
  for (const std::string& letters : {with_legal, bare, with_links, hyphens, humps})
    if (letters.size() > 1 &&
        std::find(n.initials.begin(), n.initials.end(), letters) == n.initials.end())
      n.initials.push_back(letters);
}

/// The letters of a body whose only word that tells it from others is an acronym: "HSBC Holdings",
/// "U.S. FDA", "Nato", "MoD".
void add_acronym_word(std::string_view name, const NameForms& forms, NameParts& n) {
  n.acronym = acronym_of(name, forms);
  if (!n.acronym.empty()) return;
  const auto tells = [](const NamePart& p) { return !p.generic() && p.text().front() != '@'; };
  if (std::count_if(n.parts.begin(), n.parts.end(), tells) != 1) return;
  const std::string& core = std::find_if(n.parts.begin(), n.parts.end(), tells)->text();
  if (core.size() < 2 || core.size() > 6) return;
  for (const std::string_view word : split(name, ' ')) {
    if (word.size() > 12 || words_of(word) != std::vector<std::string>{core}) continue;
    n.acronym = acronym_of(word, forms);
    if (!n.acronym.empty() || !is_ascii_upper(word.front())) return;
    const auto capitals =
        static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_ascii_upper));
    n.word_acronym = capitals == 1;
    if (capitals == 1 ? core.size() >= 4 : capitals * 2 >= core.size()) n.acronym = core;
    return;
  }
}

/// "World Health Organization (WHO)": what stands before letters in brackets, and the letters.
std::pair<std::string_view, std::string> without_letters(std::string_view name,
                                                         const NameForms& forms) {
  const auto open = name.rfind(" (");
  if (open == std::string_view::npos || open == 0 || !name.ends_with(')')) return {name, ""};
  std::string letters = acronym_of(name.substr(open + 2, name.size() - open - 3), forms);
  if (letters.empty() || forms.tables().countries.count(letters) != 0) return {name, ""};
  return {name.substr(0, open), letters};
}

void add_body_parts(std::string_view whole, const NameForms& forms, PartWords& known,
                    NameParts& n) {
  const NameTables& t = forms.tables();
  const auto [name, letters] = without_letters(whole, forms);
  const std::vector<LatinWord> all = latin_words(forms.without_affixes(name), false, t);
  add_initials(name, all, forms, n);
  for (const LatinWord& w : spelled(all, t)) {
    if (t.is(w.text, WordKind::link) || (forms.is_legal_form(w.text) && !n.parts.empty())) continue;
    add_part(n, w, known);
  }
  if (std::any_of(n.parts.begin(), n.parts.end(),
                  [&](const NamePart& p) { return t.is(p.text(), WordKind::american); }))
    std::erase_if(n.parts, [](const NamePart& p) { return p.text() == "@US"; });
  if (n.parts.empty()) add_part(n, {std::string(n.form)}, known);
  n.acronym = letters;
  if (letters.empty()) add_acronym_word(name, forms, n);
  const auto college = [&](const NamePart& p) { return p.text() == "university"; };
  n.regional = n.parts.size() == 2 && std::any_of(n.parts.begin(), n.parts.end(), college) &&
               std::any_of(n.parts.begin(), n.parts.end(),
                           [&](const NamePart& p) { return t.is(p.text(), WordKind::regional); });
}

}  // namespace

std::string acronym_of(std::string_view name, const NameForms& forms) {
  std::string letters = short_letters(name);
  if (forms.is_legal_form(letters)) letters.clear();  // "AG" names no one
  return letters;
}

namespace {

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t h = 0xCBF29CE484222325u;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return h ^ (h >> 29);
}

void add_given_syllables(NameParts& n, const NameTables& t) {
  const std::size_t size = n.parts.size();
  for (const std::size_t at : {std::size_t{0}, size - 1}) {
    if (size < 2 || n.parts[at].family() == nullptr) continue;
    std::string rest;
    for (std::size_t i = 0; i < size; ++i)
      if (i != at) rest += n.parts[i].text();
    if (rest.size() >= 4)
      n.given_syllables.push_back({n.parts[at].family(), t.syllables.sound(rest)});
  }
}

}  // namespace

std::string consonants_of(const NamePart& part) {
  std::string left;
  for (const char c : part.sound()) {
    if (std::string_view("aeiouyvw").find(c) != std::string_view::npos) continue;
    const char same = c == 'f' ? 'p' : c;  // one letter in Hebrew
    if (left.empty() || left.back() != same) left += same;
  }
  return left;
}

const PartWord& PartWords::word(const std::string& text, bool person) {
  const auto [it, fresh] = (person ? persons_ : bodies_).try_emplace(text);
  PartWord& w = it->second;
  if (!fresh) return w;
  const auto groups = [&](const auto& table) {
    const auto found = table.find(text);
    return found == table.end() ? nullptr : &found->second;
  };
  w.text = text;
  w.sound = t_.sounds.sound(text);
  if (person) {
    w.syllables = t_.syllables.sound(text);
    w.given = groups(t_.given);
    w.family = groups(t_.family);
    w.apart = groups(t_.apart);
    w.common = t_.is(text, WordKind::common);
    w.arabic = t_.is(text, WordKind::arabic);
  } else {
    w.generic = t_.is(text, WordKind::generic);
  }
  return w;
}

bool same_letters(const NameParts& a, const NameParts& b) {
  if (a.solid_size != b.solid_size) return false;
  std::size_t part = 0, at = 0;  // in b
  for (const NamePart& p : a.parts)
    for (const char c : p.text()) {
      while (at == b.parts[part].text().size()) ++part, at = 0;
      if (b.parts[part].text()[at++] != c) return false;
    }
  return true;
}

NameParts parts_of(std::string_view name, bool person, const NameForms& forms, PartWords& words) {
  return parts_of(name, person, forms, words, words.keep(forms.normal_form(name)));
}

NameParts parts_of(std::string_view name, bool person, const NameForms& forms, PartWords& words,
                   std::string_view form) {
  NameParts n;
  n.form = form;
  person ? add_person_parts(name, forms, words, n) : add_body_parts(name, forms, words, n);
  std::string solid;
  for (const NamePart& p : n.parts) solid += p.text();
  n.solid_size = static_cast<std::uint32_t>(solid.size());
  n.solid_sound = hash_of(forms.tables().sounds.sound(solid));
  if (person) add_given_syllables(n, forms.tables());
  return n;
}

}  // namespace factloom
