// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "extract/text/document.h"

namespace factloom {

/// A text as it stands. Its first line is its title too when it looks like one: short, without a
/// full stop at its end, a blank line after it and more text after that.
Document read_plain_text(std::string text);

}  // namespace factloom
