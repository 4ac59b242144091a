// SPDX-License-Identifier: Apache-2.0
// Text as XML holds it, for GraphML and GEXF: marks are escaped, what XML 1.0 cannot hold (control
// characters, half pairs, U+FFFE, U+FFFF) is left out, line ends are line feeds.
#pragma once
#include <string>
#include <string_view>

namespace factloom {

enum class XmlPlace { content, attribute };

/// Appends text, escaped for its place.
void append_xml(std::string& out, std::string_view text, XmlPlace place = XmlPlace::content);

/// The text without what XML 1.0 cannot hold, not escaped; other formats that end in the same
/// programs use it too, so that every way in gives the same texts.
std::string printable(std::string_view text);

}  // namespace factloom
