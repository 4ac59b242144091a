// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gumbo.h>

#include <string_view>
#include <vector>

#include "extract/text/document.h"

namespace factloom {

/// Title, date, author, publisher and address from a page's JSON-LD, Open Graph and meta elements,
/// its `time` and title.
Document html_metadata(const GumboNode* root, const std::vector<std::string_view>& linked_data);

}  // namespace factloom
