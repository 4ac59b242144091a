// SPDX-License-Identifier: Apache-2.0
#include "extract/read/html.h"

#include <gumbo.h>

#include <algorithm>
#include <vector>

#include "extract/read/html_metadata.h"

namespace factloom {
namespace {

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* a = gumbo_get_attribute(&node->v.element.attributes, name);
  return a == nullptr ? std::string_view() : std::string_view(a->value);
}
bool element(const GumboNode* n) { return n->type == GUMBO_NODE_ELEMENT || n->type == GUMBO_NODE_TEMPLATE; }
GumboTag tag_of(const GumboNode* n) { return element(n) ? n->v.element.tag : GUMBO_TAG_LAST; }

template <class F>
void each_child(const GumboNode* n, F f) {
  if (!element(n)) return;
  for (unsigned i = 0; i < n->v.element.children.length; ++i)
    f(static_cast<const GumboNode*>(n->v.element.children.data[i]));
}

bool block(GumboTag t) {
  switch (t) {
    case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4:
    case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_LI: case GUMBO_TAG_UL: case GUMBO_TAG_OL:
    case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_PRE: case GUMBO_TAG_TD: case GUMBO_TAG_TH: case GUMBO_TAG_TR:
    case GUMBO_TAG_TABLE: case GUMBO_TAG_SECTION: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_MAIN: case GUMBO_TAG_DD:
    case GUMBO_TAG_DT: case GUMBO_TAG_DL: case GUMBO_TAG_BODY: case GUMBO_TAG_TBODY: case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_CENTER: case GUMBO_TAG_HEADER: return true;
    default: return false;
  }
}

bool never(GumboTag t) {
  switch (t) {
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_NAV: case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER: case GUMBO_TAG_FORM: case GUMBO_TAG_BUTTON: case GUMBO_TAG_SELECT: case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG: case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LABEL: case GUMBO_TAG_VIDEO: case GUMBO_TAG_AUDIO: case GUMBO_TAG_OBJECT: case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_TIME: return true;
    default: return false;
  }
}

/// One paragraph, heading or list element of the page.
struct Block {
  const GumboNode* node = nullptr;
  GumboTag tag = GUMBO_TAG_P;
  std::string text;
  std::size_t linked = 0;          ///< bytes of it that are links
  bool dropped = false;            ///< below an element whose name says that it is no article
  std::vector<const GumboNode*> droppers;  ///< those elements
  double density() const { return text.empty() ? 1 : static_cast<double>(linked) / static_cast<double>(text.size()); }
  bool prose() const { return !dropped && density() < 0.4 && text.size() > 60; }
};

class Page {
 public:
  Page(const GumboNode* root, const HtmlRules& rules) : rules_(rules) {
    walk(root, nullptr, false);
    close();
    forgive();
  }

  std::string article() const {
    const GumboNode* body = best_container();
    std::string out;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& b = blocks_[i];
      if (!kept(i, body)) continue;
      if (!out.empty()) out += "\n\n";
      out += b.text;
    }
    return out;
  }

 private:
  void close() {
    while (!open_.text.empty() && (open_.text.back() == ' ' || open_.text.back() == '\n')) open_.text.pop_back();
    if (!open_.text.empty()) blocks_.push_back(open_);
    open_.text.clear();
    open_.linked = 0;
  }

  bool named_drop(const GumboNode* n) const {
    const std::string_view style = attribute(n, "style");
    if (style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos) return true;
    if (attribute(n, "aria-hidden") == "true" || !attribute(n, "hidden").empty()) return true;
    const GumboTag t = tag_of(n);
    if (t == GUMBO_TAG_BODY || t == GUMBO_TAG_ARTICLE || t == GUMBO_TAG_MAIN || t == GUMBO_TAG_HTML) return false;
    if (rules_.body(attribute(n, "class")) == 2 || rules_.body(attribute(n, "id")) == 2) return false;
    return rules_.drops(attribute(n, "class")) || rules_.drops(attribute(n, "id")) || attribute(n, "role") == "navigation" ||
           attribute(n, "role") == "complementary";
  }

  /// An element that holds most of the page's prose is not dropped, whatever its name.
  void forgive() {
    double total = 0;
    std::vector<std::pair<const GumboNode*, double>> sums;
    for (const Block& b : blocks_) {
      if (b.density() >= 0.4 || b.text.size() <= 60) continue;
      total += static_cast<double>(b.text.size());
      for (const GumboNode* n : b.droppers) {
        const auto it = std::find_if(sums.begin(), sums.end(), [&](const auto& x) { return x.first == n; });
        if (it == sums.end()) sums.emplace_back(n, static_cast<double>(b.text.size()));
        else it->second += static_cast<double>(b.text.size());
      }
    }
    for (Block& b : blocks_) {
      b.dropped = false;
      for (const GumboNode* n : b.droppers) {
        const auto it = std::find_if(sums.begin(), sums.end(), [&](const auto& x) { return x.first == n; });
        if (it == sums.end() || it->second < 0.45 * total) b.dropped = true;
      }
    }
  }

  void walk(const GumboNode* n, const GumboNode* container, bool link) {
    if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE || n->type == GUMBO_NODE_CDATA)
      return add_text(n->v.text.text, container, link);
    if (!element(n) && n->type != GUMBO_NODE_DOCUMENT) return;
    const GumboTag t = tag_of(n);
    if (never(t)) return;
    if (t == GUMBO_TAG_BR) return add_text(++breaks_ > 1 ? "\n" : " ", container, link);
    const bool is_block = block(t);
    if (is_block) {
      close();
      container = n;
    }
    const bool drops = element(n) && named_drop(n);
    if (drops) {
      close();
      droppers_.push_back(n);
    }
    if (n->type == GUMBO_NODE_DOCUMENT) {
      for (unsigned i = 0; i < n->v.document.children.length; ++i)
        walk(static_cast<const GumboNode*>(n->v.document.children.data[i]), container, link);
    }
    each_child(n, [&](const GumboNode* c) { walk(c, container, link || t == GUMBO_TAG_A); });
    if (is_block || drops) close();
    if (drops) droppers_.pop_back();
  }

  void add_text(std::string_view s, const GumboNode* container, bool link) {
    if (s == "\n" && breaks_ > 1) {
      close();
      return;
    }
    if (open_.text.empty()) {
      open_.node = container;
      open_.tag = container == nullptr ? GUMBO_TAG_BODY : tag_of(container);
      open_.droppers = droppers_;
    }
    for (std::size_t i = 0; i < s.size(); ++i) {
      char c = s[i];
      if (c == '\xC2' && i + 1 < s.size() && s[i + 1] == '\xA0') {
        c = ' ';
        ++i;
      }
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (space && (open_.text.empty() || open_.text.back() == ' ')) continue;
      if (!space) breaks_ = 0;
      open_.text += space ? ' ' : c;
      if (link) ++open_.linked;
    }
  }

  static bool below(const GumboNode* n, const GumboNode* ancestor) {
    for (; n != nullptr; n = n->parent)
      if (n == ancestor) return true;
    return false;
  }

  /// The element that holds the article.
  const GumboNode* best_container() const {
    std::vector<std::pair<const GumboNode*, double>> scores;
    const auto add = [&](const GumboNode* n, double score) {
      for (auto& [node, sum] : scores)
        if (node == n) {
          sum += score;
          return;
        }
      scores.emplace_back(n, score);
    };
    double total = 0;
    for (const Block& b : blocks_) {
      if (!b.prose() || b.node == nullptr) continue;
      const double weight = static_cast<double>(b.text.size()) * (1 - b.density());
      total += weight;
      for (const GumboNode* n = b.node; n != nullptr && element(n); n = n->parent) add(n, weight);
    }
    const GumboNode* best = nullptr;
    double best_score = 0;
    for (const auto& [node, sum] : scores) {
      const double score = sum / (total + 1) * named(node) - 0.05 * static_cast<double>(size(node)) / (total + 1000);
      if (score > best_score) {
        best_score = score;
        best = node;
      }
    }
    return best;
  }
  /// How much an element's name speaks for it.
  double named(const GumboNode* n) const {
    if (attribute(n, "itemprop") == "articleBody" || attribute(n, "property") == "articleBody") return 1.6;
    const int body = std::max(rules_.body(attribute(n, "class")), rules_.body(attribute(n, "id")));
    if (body == 2) return 1.45;
    if (tag_of(n) == GUMBO_TAG_ARTICLE) return 1.3;
    if (body == 1 || tag_of(n) == GUMBO_TAG_MAIN || attribute(n, "role") == "main") return 1.15;
    return tag_of(n) == GUMBO_TAG_P || tag_of(n) == GUMBO_TAG_LI || tag_of(n) == GUMBO_TAG_BLOCKQUOTE ? 0.8 : 1;
  }
  /// Bytes of text of all blocks below an element that are no prose.
  std::size_t size(const GumboNode* n) const {
    std::size_t sum = 0;
    for (const Block& b : blocks_)
      if (!b.prose() && below(b.node, n)) sum += b.text.size() + 20;
    return sum;
  }

  bool kept(std::size_t i, const GumboNode* body) const {
    const Block& b = blocks_[i];
    if (b.dropped || body == nullptr || !below(b.node, body)) return false;
    if (b.density() > 0.5) return false;
    const bool heading = b.tag >= GUMBO_TAG_H1 && b.tag <= GUMBO_TAG_H6;
    if (heading) return b.tag != GUMBO_TAG_H1 && next_is_prose(i, body);
    const bool item = b.tag == GUMBO_TAG_LI || b.tag == GUMBO_TAG_TD;
    if (item) return b.text.size() > 25;
    if (b.tag == GUMBO_TAG_P || b.tag == GUMBO_TAG_BLOCKQUOTE) return b.text.size() > 3;
    return b.text.size() > 60 || sentence(b.text);
  }
  bool next_is_prose(std::size_t i, const GumboNode* body) const {
    for (std::size_t k = i + 1; k < blocks_.size() && k < i + 3; ++k)
      if (blocks_[k].prose() && below(blocks_[k].node, body)) return true;
    return false;
  }
  static bool sentence(std::string_view s) {
    return s.size() > 25 && (s.back() == '.' || s.back() == '!' || s.back() == '?' || s.back() == '"');
  }

  const HtmlRules& rules_;
  std::vector<Block> blocks_;
  Block open_;
  std::vector<const GumboNode*> droppers_;
  int breaks_ = 0;
};

}  // namespace

Document read_html(std::string_view page, const HtmlRules& rules) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  Document document = html_metadata(output->root);
  document.text = Page(output->root, rules).article();
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return document;
}

}  // namespace factloom
