// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace factloom {

/// One article as read: its text in UTF-8 (valid, no control characters but tab and line feed) and
/// what its source says of it.
struct Document {
  std::string id;  ///< the record's id, or the path
  std::string title;
  std::string
      date;  ///< ISO 8601, as precise as known ("2026-03-01", "2026-03"); empty when unknown
  std::string publisher;
  std::string author;
  std::string url;
  std::string text;  ///< paragraphs are separated by a blank line
};

}  // namespace factloom
