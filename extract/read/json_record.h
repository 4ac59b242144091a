// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "extract/read/records.h"

namespace factloom {

/// Reads a JSON object with an article. Half of a surrogate pair in an escape becomes U+FFFD; all
/// other mistakes are told with their line and column.
Result<Document> read_json_record(Record record, const HtmlRules& html);

}  // namespace factloom
