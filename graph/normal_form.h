// SPDX-License-Identifier: Apache-2.0
// When two spellings name the same thing: names are compared by their normal form.
#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/base/result.h"
#include "graph/name_tables.h"

namespace factloom {

/// What is left out of names of organisations; read from `schemas/graph/legal-forms.tsv`.
class NameForms {
 public:
  static Result<NameForms> load(const std::string& folder);

  /// Lower case, without accents, marks, a leading article and legal forms at the end: "The Nestlé,
  /// S.A." -> "nestle".
  std::string normal_form(std::string_view name) const;

  /// Is a folded word the name of a legal form?
  bool is_legal_form(const std::string& word) const { return legal_forms_.count(word) != 0; }
  const NameTables& tables() const { return tables_; }
  /// The other names of who is well known by two, of one of them in normal form; empty if there are
  /// none.
  const std::vector<std::string>& second_names(std::string_view form) const;

  /// Without the legal forms of scripts that write no blanks, and the ends of web domains:
  /// "腾讯控股有限公司" -> "腾讯控股", "Amazon.com" -> "Amazon".
  std::string without_affixes(std::string_view name) const;

 private:
  std::unordered_set<std::string> legal_forms_;
  std::vector<std::string> affixes_;  // legal forms of scripts that write no blanks
  std::vector<std::string> domains_;  // ".com"
  std::unordered_map<std::string_view, std::vector<std::string>> second_names_;
  std::deque<std::string> second_forms_;  // normal forms that it is asked by
  NameTables tables_;
};

/// Words of a name, lower case and without accents: full stops and apostrophes vanish, other marks
/// separate.
std::vector<std::string> words_of(std::string_view name);

/// A name in letters, digits and underscores of ASCII, for ids; a hash where nothing is left.
std::string slug(std::string_view name);

/// The id of an entity, without the number that it gets where two are alike: "Person.ann_lee".
std::string id_of(std::string_view type, std::string_view name);

/// A stable 64-bit hash in hexadecimal (FNV-1a).
std::string hash_text(std::string_view bytes);

}  // namespace factloom
