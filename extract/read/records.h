// SPDX-License-Identifier: Apache-2.0
// One Document from the bytes of one record: plain text, Markdown, a web page, or a JSON object
// {"id", "url", "title", "date", "publisher", "author", "text" or "html"}. Bytes of any charset
// become UTF-8 (charset.h). Records do not depend on each other, so that threads can read them side
// by side.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/base/result.h"
#include "extract/read/html.h"
#include "extract/text/document.h"

namespace factloom {

/// What an input holds.
enum class InputFormat : std::uint8_t { none, text, markdown, html, json, ndjson };

/// The format of a name that a user gives ("html") or of a file's suffix (".htm"); none if unknown.
InputFormat find_input_format(std::string_view name_or_suffix);
/// The format that a path's suffix tells (".html.gz"); none if it does not.
InputFormat format_of(const std::string& path);
/// The format that the first bytes of an input show.
InputFormat sniff_format(std::string_view head);

/// A record that is not read yet, and where it stands.
struct Record {
  InputFormat format = InputFormat::text;
  std::string bytes;
  std::string path;
  std::string id;            ///< if it has none of its own
  std::uint32_t line = 1;    ///< of its first byte
  std::uint32_t column = 1;  ///< of its first byte
};

/// Reads a record; a Diagnostic that points at the mistake when it holds no document.
Result<Document> read_record(Record record, const HtmlRules& html);

}  // namespace factloom
