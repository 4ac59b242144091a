// SPDX-License-Identifier: Apache-2.0
// JSON files that people write: read, then checked by a JSON Schema (draft-04, RapidJSON's
// validator), and every mistake told with its place. RapidJSON's validator stops at the first
// mistake and knows no places; so each member of each entry is validated by its own part of the
// schema, and the place is looked up in the text.
#pragma once
#include <rapidjson/document.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/base/result.h"

namespace factloom {

/// A parsed file and its text, which knows where things stand.
struct JsonFile {
  std::string path, text;
  rapidjson::Document json;

  /// Reads and parses; `//` comments are allowed.
  static Result<JsonFile> read(const std::string& path);
  /// A Diagnostic at the value that a path of member names and list indices leads to, or at its
  /// key.
  Diagnostic trouble_at(const std::vector<std::string>& path, std::string message,
                        bool at_key = false) const;
};

/// Checks entries of lists by `#/definitions/LIST` of a schema.
class JsonSchema {
 public:
  static Result<JsonSchema> load(const std::string& path);

  /// All mistakes in the entries of a file: what is no list, no object, an unknown or missing
  /// member, a bad value.
  Diagnostics check(const JsonFile& file) const;

 private:
  Diagnostics check_entry(const JsonFile& file, const char* list, std::size_t number) const;
  JsonFile schema_;
};

}  // namespace factloom
