// SPDX-License-Identifier: Apache-2.0
// A web page as two flat tables: its elements in the order of the page, and the blocks of text
// (paragraphs, headings, list elements, cells) between the tags that break lines. What is below an
// element is a range of the table, so that choosing the article takes sums instead of walks.
#pragma once
#include <gumbo.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/read/html.h"

namespace factloom {

/// An element; the first is the page itself.
struct PageElement {
  const GumboNode* node = nullptr;
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  ///< one past the last element below it
  bool drops = false;     ///< its tag or name says that it is no part of an article
};

/// A piece of text that stands by itself.
struct PageBlock {
  std::string text;
  std::uint32_t element = 0;  ///< the innermost element that breaks lines
  std::uint32_t inner = 0;    ///< the element that its first letter stands in
  std::uint32_t linked = 0;   ///< how many of its bytes are links
  bool prose = false;         ///< long enough, and not mostly links

  /// The share of its bytes that are links.
  double density() const {
    return text.empty() ? 1 : static_cast<double>(linked) / static_cast<double>(text.size());
  }
};

/// All elements and blocks of a page.
struct Page {
  std::vector<PageElement> elements;
  std::vector<PageBlock> blocks;

  /// Is it below an element, or the element itself?
  bool below(std::uint32_t element, std::uint32_t ancestor) const {
    return ancestor <= element && element < elements[ancestor].end;
  }
};

/// The value of an attribute; empty when there is none.
std::string_view attribute(const GumboNode* node, const char* name);

/// Flattens a parsed page, which must outlive the result.
Page flatten(const GumboNode* root, const HtmlRules& rules);

}  // namespace factloom
