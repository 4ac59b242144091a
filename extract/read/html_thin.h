// SPDX-License-Identifier: Apache-2.0
// Two thirds of a news page are scripts, styles, drawings and comments, which the HTML parser would
// read letter by letter. They are cut out first, at the speed of a search for `<`; data for search
// engines (JSON-LD) is kept aside. A page nested deeper than any honest one loses its innermost
// tags, not its text, so that no walk over its tree can run away.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace factloom {

/// A page without what holds no text.
struct ThinPage {
  std::string html;
  std::vector<std::string_view> linked_data;  ///< JSON-LD, as it stood in the page that was thinned
};

/// The page, which must outlive the result.
ThinPage thin(std::string_view page);

}  // namespace factloom
