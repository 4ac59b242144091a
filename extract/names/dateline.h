// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "extract/names/mention.h"
#include "extract/names/name_rules.h"
#include "extract/text/token.h"

namespace factloom {

/// The day that an article gives itself at its beginning, as ISO 8601 ("2019-03-12"): in a line
/// that says little else ("By Ann Lee, March 12, 2019", "Published 12 March 2019") or in the
/// dateline of its first paragraph ("LONDON, 12 March 2019 (Reuters) – …"). Empty when there is
/// none.
std::string dateline_date(const Text& text, const Mentions& mentions, const NameRules& rules);

}  // namespace factloom
