// SPDX-License-Identifier: Apache-2.0
// When two spellings name the same thing: names are compared by their normal form.
#pragma once
#include <string>
#include <string_view>
#include <unordered_set>

#include "extract/base/result.h"

namespace factloom {

/// What is left out of names of organisations; read from `schemas/graph/legal-forms.tsv`.
class NameForms {
 public:
  static Result<NameForms> load(const std::string& folder);

  /// Lower case, without accents, marks, a leading article and legal forms at the end: "The Nestlé,
  /// S.A." -> "nestle".
  std::string normal_form(std::string_view name) const;

 private:
  std::unordered_set<std::string> legal_forms_;
};

/// A name in letters, digits and underscores of ASCII, for ids; a hash where nothing is left.
std::string slug(std::string_view name);

/// A stable 64-bit hash in hexadecimal (FNV-1a).
std::string hash_text(std::string_view bytes);

}  // namespace factloom
