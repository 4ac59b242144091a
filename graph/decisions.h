// SPDX-License-Identifier: Apache-2.0
// What a user has decided of names: rows `same,A,B` and `different,A,B` (CSV). They stand above all
// evidence. Decisions that contradict each other, also by way of others, are told with their lines.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/result.h"
#include "graph/normal_form.h"

namespace factloom {

/// One row: the normal forms of two names.
struct Decision {
  bool same = false;
  std::string a, b;
  std::uint32_t line = 0;
};

/// All rows of a file, free of contradictions.
using Decisions = std::vector<Decision>;

/// Reads a file of decisions; every bad row gives a diagnostic with its line and what to do.
Result<Decisions> read_decisions(const std::string& path, const NameForms& forms);

}  // namespace factloom
