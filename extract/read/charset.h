// SPDX-License-Identifier: Apache-2.0
// Bytes of any charset to the UTF-8 that Documents hold: by byte order mark, as UTF-8 if they are
// valid (but for a few places), by what the page declares, else by detection (uchardet); converted
// by iconv. What cannot be converted becomes U+FFFD.
#pragma once
#include <string>
#include <string_view>

#include "extract/base/result.h"

namespace factloom {

/// Text as a Document holds it: valid UTF-8 (else U+FFFD), line feeds as line ends, no control
/// characters but tab and line feed.
std::string clean(std::string text);

/// Text in UTF-8, cleaned; a Diagnostic for bytes that are no text.
Result<std::string> to_utf8(std::string_view bytes, const std::string& path);

/// The charset that an HTML page or an XML declaration names in its first kilobytes; empty if none.
std::string declared_charset(std::string_view bytes);

/// Is there nothing but blanks?
bool is_blank(std::string_view text);

}  // namespace factloom
