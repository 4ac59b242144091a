// SPDX-License-Identifier: Apache-2.0
// From what the user names (files, folders, patterns, `-` for standard input) to Documents, one by
// one, sorted by path. The suffix says what a file is; where it does not, the first bytes do.
// Inputs are read as a stream, so that memory does not grow with them. What cannot be read is
// handed out as a Diagnostic in its turn, and the reading goes on.
//
// Finding the article in a page is most of the work of reading one; who has several threads takes
// Records with `next_record` (one thread at a time) and reads each with `read_record` (records.h).
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extract/base/result.h"
#include "extract/read/html.h"
#include "extract/read/records.h"
#include "extract/text/document.h"

namespace factloom {

/// How to read.
struct ReadOptions {
  std::string format;  ///< "text", "ndjson", "html" …: of standard input, and of files whose suffix
                       ///< says nothing
  const HtmlRules* html = nullptr;  ///< how to find the article in a page; must outlive the reader
  std::size_t longest_record = std::size_t{64}
                               << 20;  ///< bytes; what is longer is reported and passed over
};

class DocumentReader {
 public:
  DocumentReader(const std::vector<std::string>& inputs, ReadOptions options);
  DocumentReader(DocumentReader&&) noexcept;
  DocumentReader& operator=(DocumentReader&&) noexcept;
  ~DocumentReader();

  /// The next document, or why an input or a record gives none (a warning when it was skipped on
  /// purpose: a file in a folder that is no article). Nothing at the end. A diagnostic's message
  /// begins with its kind, then `:` and the details, if there are any.
  std::optional<Result<Document>> next();

  /// The next record, not read yet, or why an input gives none; nothing at the end.
  std::optional<Result<Record>> next_record();

  /// Is this a format that `ReadOptions` may name?
  static bool knows(const std::string& format);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace factloom
