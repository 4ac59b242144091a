// SPDX-License-Identifier: Apache-2.0
// One Document from bytes in memory: plain text, or a JSON record {"id", "title", "date",
// "publisher", "author", "url", "text"}. Bytes must be UTF-8; control characters other than tab and
// line feed become blanks, so that offsets stay what they were.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/result.h"
#include "extract/text/document.h"

namespace factloom {

/// A text file; its id is the path.
Result<Document> read_text(std::string_view bytes, const std::string& path);
/// One record of NDJSON, which stands in this line; without an id it is "path:line".
Result<Document> read_record(std::string_view json, const std::string& path, std::uint32_t line);
/// A JSON file that holds a record or a list of records; a single one without an id is named by the
/// path.
std::vector<Result<Document>> read_records(std::string_view json, const std::string& path);

}  // namespace factloom
