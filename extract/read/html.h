// SPDX-License-Identifier: Apache-2.0
// The article in a web page. The page is parsed (gumbo); elements that never belong to an article
// are left out by tag and by the words in their class and id; of the elements that may hold the
// article (by their names, or by the paragraphs below them, as readability does) the smallest that
// holds most of the text is taken, and its paragraphs become the Document's text. Title, date,
// author, publisher and address come from the page's own metadata: JSON-LD, Open Graph, meta and
// time elements.
#pragma once
#include <string>
#include <string_view>
#include <unordered_set>

#include "extract/base/result.h"
#include "extract/text/document.h"

namespace factloom {

/// The words that say what an element holds; read from `schemas/html`.
class HtmlRules {
 public:
  static Result<HtmlRules> load(const std::string& folder);
  /// Does the class or id name something that is never part of an article?
  bool drops(std::string_view names) const;
  /// Does the class or id name the body of an article? 2 for a sure name, 1 for a usual one, 0 for
  /// none.
  int body(std::string_view names) const;

 private:
  std::unordered_set<std::string> drop_, body_;
};

/// The article of a page (UTF-8). The text is empty when the page has none.
Document read_html(std::string_view page, const HtmlRules& rules);

}  // namespace factloom
