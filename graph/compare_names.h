// SPDX-License-Identifier: Apache-2.0
// Are two names names of one thing? Names are cut into parts (titles, legal forms and small words
// set aside), the parts of one are matched with those of the other (by letters, sound, short form,
// initial), and what is found speaks for or against with the weights of
// `schemas/graph/features.tsv`. Names alone are looked at here; what is known of their bearers is
// looked at in canonicalise.h.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "graph/normal_form.h"

namespace factloom {

/// From here on two names are one thing if no third claims the same; from 1 on, anyway.
constexpr double alike = 0.6999;  // the weights have two digits; their sums a little less

/// A name in its parts.
struct NameParts {
  std::string form;                   ///< normal form
  std::vector<std::string> parts;     ///< what is compared, in order
  std::vector<std::string> sounds;    ///< of the parts
  std::string acronym;                ///< letters, if the whole name is one
  std::vector<std::string> initials;  ///< what acronyms of it could be
  std::string generation;             ///< "jr"
  char sex = 0;                       ///< 'm', 'f', or 0
  bool person = false, patronymic = false;
};

NameParts parts_of(std::string_view name, bool person, const NameForms& forms);

/// What speaks for and against, and the sum of it.
struct NameScore {
  double sum = 0;
  std::vector<std::string> reasons;
  void add(const NameTables& tables, const char* feature) {
    const auto it = tables.weights.find(feature);
    if (it == tables.weights.end()) return;
    sum += it->second;
    reasons.emplace_back(feature);
  }
};

/// Compares two names of persons, or two names of other things.
NameScore compare_names(const NameParts& a, const NameParts& b, const NameForms& forms);

/// May letters that a document uses for a thing be another name of it? "SPD" for the Social
/// Democratic Party of Germany, whatever they stand for, but not "EU" for the EU Commission.
bool is_acronym_of(std::string_view mention, std::string_view name, const NameForms& forms);

}  // namespace factloom
