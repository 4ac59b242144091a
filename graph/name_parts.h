// SPDX-License-Identifier: Apache-2.0
// A name cut into the parts that are compared: titles, legal forms and small words set aside, other
// scripts in Latin letters.
#pragma once
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/normal_form.h"

namespace factloom {

/// A word of names, and what it is compared by.
struct PartWord {
  std::string text;                       ///< folded, in Latin letters
  std::string sound;                      ///< of all words
  std::string syllables;                  ///< of persons' names: its sound as a Chinese one
  const std::set<int>* given = nullptr;   ///< groups of given names that it belongs to
  const std::set<int>* family = nullptr;  ///< groups of family names
  const std::set<int>* apart = nullptr;   ///< those that it is not taken for
  bool common = false;                    ///< very many persons bear it
  bool generic = false;                   ///< says only what sort of firm it is
  bool arabic = false;                    ///< a given name of Arabic
};

/// The words of names: each is looked up once, however many names have it. Parts of names point
/// into it.
class PartWords {
 public:
  explicit PartWords(const NameTables& tables) : t_(tables) {}
  /// The word of a person's name, or of another.
  const PartWord& word(const std::string& text, bool person);
  /// Keeps a text for as long as this lives.
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

 private:
  const NameTables& t_;
  std::unordered_map<std::string, PartWord> persons_, bodies_;
  std::deque<std::string> texts_;
};

/// A part of a name: a word as it stands there.
struct NamePart {
  const PartWord* word = nullptr;  ///< never null
  bool shortened = false;          ///< "Tel." for Telekom
  bool vowelless = false;          ///< written in a script that leaves vowels out
  std::uint8_t half = 0;           ///< of a double surname: letters before its hyphen

  const std::string& text() const { return word->text; }
  const std::string& sound() const { return word->sound; }
  const std::string& syllables() const { return word->syllables; }
  const std::set<int>* given() const { return word->given; }
  const std::set<int>* family() const { return word->family; }
  const std::set<int>* apart() const { return word->apart; }
  bool common() const { return word->common; }
  bool generic() const { return word->generic; }
};

/// An East Asian family name at the beginning or end of a name, and the syllables of the rest.
struct GivenSyllables {
  const std::set<int>* family = nullptr;
  std::string rest;
};

/// A name in its parts.
struct NameParts {
  std::string_view form;              ///< normal form
  std::vector<NamePart> parts;        ///< what is compared, in order
  std::uint64_t solid_sound = 0;      ///< hash of the sound of the parts run together
  std::uint32_t solid_size = 0;       ///< letters of the parts
  std::string acronym;                ///< letters, if the whole name is one
  std::vector<std::string> initials;  ///< what acronyms of it could be
  std::string_view generation;        ///< "jr"
  char sex = 0;                       ///< 'm', 'f', or 0
  bool person = false, patronymic = false;
  bool arabic = false;        ///< its vowels may be written otherwise
  bool regional = false;      ///< a university called after a region
  bool word_acronym = false;  ///< the letters are written like a word: "Nato"
  std::vector<GivenSyllables> given_syllables;
};

/// Cuts a name into parts, whose words and texts are kept in `words`.
NameParts parts_of(std::string_view name, bool person, const NameForms& forms, PartWords& words);

/// The same where the normal form of the name is known and lives as long.
NameParts parts_of(std::string_view name, bool person, const NameForms& forms, PartWords& words,
                   std::string_view form);

/// Do two names have the same letters, however they are parted?
bool same_letters(const NameParts& a, const NameParts& b);

/// What is left of the sound of a part if vowels, and what is written as they are, are left out.
std::string consonants_of(const NamePart& part);

/// The letters of a name that is nothing but an acronym, and no legal form: "IMF", "U.S.", "P&G".
std::string acronym_of(std::string_view name, const NameForms& forms);

}  // namespace factloom
