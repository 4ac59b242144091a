// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "extract/text/document.h"

namespace factloom {

/// The text of a Markdown file (CommonMark, by cmark) without its marks: a paragraph for each
/// block, code and pictures left out. Front matter between lines of `---` (key: value) gives title,
/// date, author, publisher and url; else the first heading is the title.
Document read_markdown(std::string_view text);

}  // namespace factloom
