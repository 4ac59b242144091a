// SPDX-License-Identifier: Apache-2.0
// Bytes of any charset to the UTF-8 that Documents hold: by byte order mark, by what the page
// declares, as UTF-8 if they are valid, else by detection (uchardet); conversion by iconv. What
// cannot be converted becomes U+FFFD.
#pragma once
#include <string>
#include <string_view>

#include "extract/base/result.h"

namespace factloom {

/// Text in UTF-8 with line feeds as line ends and no control characters but tab and line feed; a
/// Diagnostic for bytes that are no text.
Result<std::string> to_utf8(std::string_view bytes, const std::string& path);

/// The charset that an HTML page or an XML declaration names in its first kilobyte; empty if none.
std::string declared_charset(std::string_view bytes);

}  // namespace factloom
