// SPDX-License-Identifier: Apache-2.0
// A name cut into the parts that are compared: titles, legal forms and small words set aside, other
// scripts in Latin letters.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/normal_form.h"

namespace factloom {

/// A part of a name, and what it is compared by.
struct NamePart {
  std::string text;                       ///< folded, in Latin letters
  std::string sound;                      ///< of all words
  std::string syllables;                  ///< of persons' names: its sound as a Chinese one
  const std::set<int>* given = nullptr;   ///< groups of given names that it belongs to
  const std::set<int>* family = nullptr;  ///< groups of family names
  bool common = false;                    ///< very many persons bear it
  bool generic = false;                   ///< says only what sort of firm it is
  bool shortened = false;                 ///< "Tel." for Telekom
  bool vowelless = false;                 ///< written in a script that leaves vowels out
  std::uint8_t half = 0;                  ///< of a double surname: letters before its hyphen
  const std::set<int>* apart = nullptr;   ///< those that it is not taken for
};

/// An East Asian family name at the beginning or end of a name, and the syllables of the rest.
struct GivenSyllables {
  const std::set<int>* family = nullptr;
  std::string rest;
};

/// A name in its parts.
struct NameParts {
  std::string form;                   ///< normal form
  std::vector<NamePart> parts;        ///< what is compared, in order
  std::string solid, solid_sound;     ///< the parts run together
  std::string acronym;                ///< letters, if the whole name is one
  std::vector<std::string> initials;  ///< what acronyms of it could be
  std::string generation;             ///< "jr"
  char sex = 0;                       ///< 'm', 'f', or 0
  bool person = false, patronymic = false;
  bool arabic = false;        ///< its vowels may be written otherwise
  bool regional = false;      ///< a university called after a region
  bool word_acronym = false;  ///< the letters are written like a word: "Nato"
  std::vector<GivenSyllables> given_syllables;
};

NameParts parts_of(std::string_view name, bool person, const NameForms& forms);

/// What is left of the sound of a part if vowels, and what is written as they are, are left out.
std::string consonants_of(const NamePart& part);

/// The same where the normal form of the name is known.
NameParts parts_of(std::string_view name, bool person, const NameForms& forms, std::string form);

/// The letters of a name that is nothing but an acronym, and no legal form: "IMF", "U.S.", "P&G".
std::string acronym_of(std::string_view name, const NameForms& forms);

}  // namespace factloom
