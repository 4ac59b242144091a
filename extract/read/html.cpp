// SPDX-License-Identifier: Apache-2.0
#include "extract/read/html.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "extract/read/charset.h"
#include "extract/read/html_metadata.h"
#include "extract/read/html_page.h"
#include "extract/read/html_thin.h"

namespace factloom {
namespace {

/// Chooses the blocks of a page that are its article.
class ArticleFinder {
 public:
  ArticleFinder(const Page& page, const HtmlRules& rules) : page_(page), rules_(rules) {
    find_dropped();
    weigh();
    choose();
  }

  std::string text() const {
    std::string out;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (!kept(i)) continue;
      if (!out.empty()) out += "\n\n";
      out += page_.blocks[i].text;
    }
    return out;
  }

 private:
  using Sums = std::vector<double>;

  /// Adds what was counted for each element to all above it.
  void add_up(Sums& sums) const {
    for (std::size_t i = page_.elements.size(); --i > 0;) sums[page_.elements[i].parent] += sums[i];
  }

  /// An element that holds most of the page's prose is not dropped, whatever its name.
  void find_dropped() {
    Sums prose(page_.elements.size());
    for (const PageBlock& b : page_.blocks)
      if (b.prose) prose[b.inner] += static_cast<double>(b.text.size());
    add_up(prose);
    dropped_.resize(page_.elements.size());
    for (std::size_t i = 1; i < page_.elements.size(); ++i) {
      const PageElement& e = page_.elements[i];
      dropped_[i] = dropped_[e.parent] || (e.drops && prose[i] < 0.45 * prose[0]);
    }
  }

  /// What speaks for each element: the prose below it; and against it: what else is there.
  void weigh() {
    weight_.resize(page_.elements.size());
    rest_.resize(page_.elements.size());
    for (const PageBlock& b : page_.blocks) {
      const auto size = static_cast<double>(b.text.size());
      if (b.prose && !dropped_[b.inner])
        weight_[b.element] += size * (1 - b.density());
      else
        rest_[b.element] += size + 20;
    }
    add_up(weight_);
    add_up(rest_);
  }

  /// The element that holds the article.
  void choose() {
    const double total = weight_[0];
    double best = 0;
    for (std::uint32_t i = 1; i < page_.elements.size(); ++i) {
      if (weight_[i] <= 0 || 1.6 * weight_[i] < best * total) continue;
      const double score =
          weight_[i] / (total + 1) * named(page_.elements[i]) - 0.05 * rest_[i] / (total + 1000);
      if (score < best || score <= 0) continue;
      best = score;
      body_ = i;
    }
  }

  /// How much an element's name speaks for it.
  double named(const PageElement& e) const {
    const GumboNode* n = e.node;
    if (attribute(n, "itemprop") == "articleBody" || attribute(n, "property") == "articleBody")
      return 1.6;
    const int body = std::max(rules_.body(attribute(n, "class")), rules_.body(attribute(n, "id")));
    if (body == 2) return 1.45;
    if (e.tag == GUMBO_TAG_ARTICLE) return 1.3;
    if (body == 1 || e.tag == GUMBO_TAG_MAIN || attribute(n, "role") == "main") return 1.15;
    return e.tag == GUMBO_TAG_P || e.tag == GUMBO_TAG_LI || e.tag == GUMBO_TAG_BLOCKQUOTE ? 0.8 : 1;
  }

  bool kept(std::size_t i) const {
    const PageBlock& b = page_.blocks[i];
    if (body_ == 0 || dropped_[b.inner] || !page_.below(b.element, body_) || b.density() > 0.5)
      return false;
    const GumboTag tag = page_.elements[b.element].tag;
    if (tag == GUMBO_TAG_H1) return false;
    if (tag >= GUMBO_TAG_H2 && tag <= GUMBO_TAG_H6) return prose_follows(i);
    if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TD) return b.text.size() > 25;
    if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_BLOCKQUOTE) return b.text.size() > 3;
    return b.text.size() > 60 || sentence(b.text);
  }

  bool prose_follows(std::size_t i) const {
    for (std::size_t k = i + 1; k < page_.blocks.size() && k < i + 3; ++k) {
      const PageBlock& b = page_.blocks[k];
      if (b.prose && !dropped_[b.inner] && page_.below(b.element, body_)) return true;
    }
    return false;
  }

  static bool sentence(std::string_view s) {
    return s.size() > 25 &&
           (s.back() == '.' || s.back() == '!' || s.back() == '?' || s.back() == '"');
  }

  const Page& page_;
  const HtmlRules& rules_;
  std::vector<bool> dropped_;
  Sums weight_, rest_;
  std::uint32_t body_ = 0;
};

struct Free {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

}  // namespace

Document read_html(std::string_view page, const HtmlRules& rules) {
  const ThinPage thinned = thin(page);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, Free> parsed(
      gumbo_parse_with_options(&options, thinned.html.data(), thinned.html.size()));
  Document document = html_metadata(parsed->root, thinned.linked_data);
  const Page flat = flatten(parsed->document, rules);
  document.text = clean(ArticleFinder(flat, rules).text());
  return document;
}

}  // namespace factloom
