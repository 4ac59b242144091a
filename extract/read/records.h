// SPDX-License-Identifier: Apache-2.0
// One Document from bytes in memory: plain text, Markdown, a web page, or a JSON record {"id",
// "title", "date", "publisher", "author", "url", "text" or "html"}. Any charset is converted to
// UTF-8 (charset.h).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/result.h"
#include "extract/read/html.h"
#include "extract/text/document.h"

namespace factloom {

/// What the bytes of a whole file are.
enum class Markup : std::uint8_t { plain, markdown, html };

/// A file with one article; its id is the path. `html` may be null if no page is to be read.
Result<Document> read_article(std::string_view bytes, const std::string& path, Markup markup,
                              const HtmlRules* html);
/// One record of NDJSON, which stands in this line; without an id it is "path:line".
Result<Document> read_record(std::string_view json, const std::string& path, std::uint32_t line,
                             const HtmlRules* html);
/// A JSON file that holds a record or a list of records; a single one without an id is named by the
/// path.
std::vector<Result<Document>> read_records(std::string_view json, const std::string& path,
                                           const HtmlRules* html);

}  // namespace factloom
