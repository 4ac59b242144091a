// SPDX-License-Identifier: Apache-2.0
// What a user has decided of names: rows `same,A,B` and `different,A,B` (CSV). They stand above all
// evidence. A and B are names ("Ann Lee"), names with type and a part of the document's path,
// either of which may be empty ("Ann Lee|Person|2024/07"), or the ids that `factloom entities`
// prints
// ("Person.ann_lee"). Decisions that contradict each other, also by way of others, are told with
// their lines.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/result.h"
#include "graph/normal_form.h"

namespace factloom {

/// Whom a decision speaks of.
struct DecisionEnd {
  std::string form;      ///< normal form of the name; empty where there is an id
  std::string type;      ///< empty: any
  std::string document;  ///< a part of its path; empty: any
  std::string id;        ///< empty where there is a name
  auto operator<=>(const DecisionEnd&) const = default;
};

/// One row.
struct Decision {
  bool same = false;
  DecisionEnd a, b;
  std::uint32_t line = 0;
};

/// All rows of a file, free of contradictions.
using Decisions = std::vector<Decision>;

/// Reads a file of decisions; every bad row gives a diagnostic with its line and what to do.
Result<Decisions> read_decisions(const std::string& path, const NameForms& forms);

}  // namespace factloom
