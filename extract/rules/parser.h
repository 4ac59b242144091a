// SPDX-License-Identifier: Apache-2.0
// Reads a rule file into its syntax. Each statement that is wrong gives one message and is left
// out; the statements after it are read on.
#pragma once
#include "extract/rules/syntax.h"

namespace factloom {

/// The syntax of a rule file, as far as it is right. `source` must outlive it.
RuleFileNode parse_rules(const RuleSource& source, Diagnostics& errors);

}  // namespace factloom
