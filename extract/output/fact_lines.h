// SPDX-License-Identifier: Apache-2.0
// Facts as lines of JSON, one object a line: what `extract` prints and `merge` reads, so that
// anyone can write, filter or correct them in between. Reading is forgiving where meaning is not
// lost: members that are not known are passed over, and so are lines of another kind (documents,
// tokens, mentions).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/base/result.h"
#include "extract/fact.h"

namespace factloom {

/// Appends {"document", "relation", "subject", "object", "role", "date", "status", "attributedTo",
/// "confidence", "rule", "trigger", "sentence"} and a line feed; "source" {"title", "date",
/// "publisher", "url"} and the "id" of an end where they are known.
void append_fact_line(std::string& out, const Fact& fact);

/// The fact of a line; nothing if the line is blank or of another kind; a diagnostic if it is no
/// JSON or no whole fact.
Result<std::optional<Fact>> read_fact_line(std::string_view line, const std::string& file,
                                           std::uint32_t number);

}  // namespace factloom
