// SPDX-License-Identifier: Apache-2.0
// Completion scripts for shells, made from the declarations of verbs and flags; files are completed
// wherever a value is asked for.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace factloom {

/// The script for `bash`, `zsh` or `fish`.
std::string completion_script(std::string_view shell, const std::vector<VerbSummary>& verbs);

}  // namespace factloom
