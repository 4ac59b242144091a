// SPDX-License-Identifier: Apache-2.0
#include "extract/read/html_page.h"

#include <array>

namespace factloom {
namespace {

/// What a tag does with the text below it.
enum class Role : std::uint8_t { inline_text, block, never, doubtful, line_break };

constexpr GumboTag blocks[] = {
    GUMBO_TAG_P,      GUMBO_TAG_DIV,        GUMBO_TAG_H1,      GUMBO_TAG_H2,      GUMBO_TAG_H3,
    GUMBO_TAG_H4,     GUMBO_TAG_H5,         GUMBO_TAG_H6,      GUMBO_TAG_LI,      GUMBO_TAG_UL,
    GUMBO_TAG_OL,     GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,     GUMBO_TAG_TD,      GUMBO_TAG_TH,
    GUMBO_TAG_TR,     GUMBO_TAG_TABLE,      GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,
    GUMBO_TAG_DD,     GUMBO_TAG_DT,         GUMBO_TAG_DL,      GUMBO_TAG_BODY,    GUMBO_TAG_TBODY,
    GUMBO_TAG_CENTER, GUMBO_TAG_HEADER,     GUMBO_TAG_HR,      GUMBO_TAG_ADDRESS};
constexpr GumboTag never[] = {
    GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT,   GUMBO_TAG_BUTTON,   GUMBO_TAG_SELECT,
    GUMBO_TAG_IFRAME,   GUMBO_TAG_SVG,   GUMBO_TAG_FIGCAPTION, GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT,
    GUMBO_TAG_LABEL,    GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO,      GUMBO_TAG_OBJECT,   GUMBO_TAG_HEAD,
    GUMBO_TAG_TEMPLATE, GUMBO_TAG_TIME};
constexpr GumboTag doubtful[] = {GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_FORM,
                                 GUMBO_TAG_FIGURE};

constexpr std::array<Role, GUMBO_TAG_LAST + 1> roles = [] {
  std::array<Role, GUMBO_TAG_LAST + 1> all{};
  for (const GumboTag tag : blocks) all[tag] = Role::block;
  for (const GumboTag tag : never) all[tag] = Role::never;
  for (const GumboTag tag : doubtful) all[tag] = Role::doubtful;
  all[GUMBO_TAG_BR] = Role::line_break;
  return all;
}();

bool is_element(const GumboNode* n) {
  return n->type == GUMBO_NODE_ELEMENT || n->type == GUMBO_NODE_TEMPLATE;
}

const GumboVector& children(const GumboNode* n) {
  return n->type == GUMBO_NODE_DOCUMENT ? n->v.document.children : n->v.element.children;
}

/// Does the element's name (or style) say that it is no part of an article?
bool named_drop(const GumboNode* n, GumboTag tag, const HtmlRules& rules) {
  if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN ||
      tag == GUMBO_TAG_HTML)
    return false;
  bool drops = false, body = false, hidden = false;
  const GumboVector& all = n->v.element.attributes;
  for (unsigned i = 0; i < all.length; ++i) {
    const auto* a = static_cast<const GumboAttribute*>(all.data[i]);
    const std::string_view name = a->name, value = a->value;
    if (name == "class" || name == "id") {
      const bool found = rules.drops(value);
      drops = drops || found;
      if (found) body = body || rules.body(value) == 2;
    } else if (name == "style") {
      hidden = hidden || value.find("display:none") != std::string_view::npos ||
               value.find("display: none") != std::string_view::npos;
    } else if (name == "aria-hidden") {
      hidden = hidden || value == "true";
    } else if (name == "hidden") {
      hidden = true;
    } else if (name == "role") {
      drops = drops || value == "navigation" || value == "complementary";
    }
  }
  return hidden || (drops && !body);
}

class Flattener {
 public:
  explicit Flattener(const HtmlRules& rules) : rules_(rules) {}

  Page run(const GumboNode* root) {
    page_.elements.push_back({root, GUMBO_TAG_UNKNOWN, 0, 0, false});
    open_.push_back({root, 0, 0, false, false});
    while (!open_.empty()) {
      Open& top = open_.back();
      const GumboVector& below = children(top.node);
      if (top.next == below.length) {
        leave();
        continue;
      }
      enter(static_cast<const GumboNode*>(below.data[top.next++]));
    }
    return std::move(page_);
  }

 private:
  /// An element that is being walked through.
  struct Open {
    const GumboNode* node;
    std::uint32_t element;
    unsigned next;            // child
    bool breaks;              // lines
    bool linked;              // inside a link
    std::uint32_t block = 0;  // the innermost element that breaks lines
  };

  void enter(const GumboNode* n) {
    if (!is_element(n)) {
      if (n->type != GUMBO_NODE_COMMENT) add(n->v.text.text);
      return;
    }
    const GumboTag tag = n->v.element.tag;
    const Role role = roles[tag];
    if (role == Role::never) return;
    if (role == Role::line_break) {
      if (++line_breaks_ > 1)
        close();
      else
        add(" ");
      return;
    }
    const auto number = static_cast<std::uint32_t>(page_.elements.size());
    const bool drops = role == Role::doubtful || named_drop(n, tag, rules_);
    const Open& parent = open_.back();
    Open here{n,
              number,
              0,
              role != Role::inline_text || drops,
              parent.linked || tag == GUMBO_TAG_A,
              parent.block};
    page_.elements.push_back({n, tag, parent.element, number + 1, drops});
    if (here.breaks) close();
    if (role != Role::inline_text) here.block = number;
    open_.push_back(here);
  }

  void leave() {
    if (open_.back().breaks) close();
    page_.elements[open_.back().element].end = static_cast<std::uint32_t>(page_.elements.size());
    open_.pop_back();
  }

  void close() {
    while (!block_.text.empty() && block_.text.back() == ' ') block_.text.pop_back();
    if (block_.text.empty()) return;
    block_.prose = block_.density() < 0.4 && block_.text.size() > 60;
    page_.blocks.push_back(std::move(block_));
    block_ = {};
  }

  void add(std::string_view s) {
    const Open& here = open_.back();
    for (std::size_t i = 0; i < s.size(); ++i) {
      char c = s[i];
      if (const std::size_t extra = invisible(s, i); extra != 0) {
        i += extra - 1;
        continue;
      }
      if (c == '\xC2' && i + 1 < s.size() && s[i + 1] == '\xA0') {
        c = ' ';
        ++i;
      }
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (space && (block_.text.empty() || block_.text.back() == ' ')) continue;
      if (!space) line_breaks_ = 0;
      if (block_.text.empty()) {
        block_.element = here.block;
        block_.inner = here.element;
      }
      block_.text += space ? ' ' : c;
      if (here.linked) ++block_.linked;
    }
  }

  /// Bytes of a soft hyphen, zero width space or byte order mark; 0 for all else.
  static std::size_t invisible(std::string_view s, std::size_t i) {
    if (s[i] == '\xC2') return s.substr(i, 2) == "\xC2\xAD" ? 2 : 0;
    if (s[i] == '\xE2') return s.substr(i, 3) == "\xE2\x80\x8B" ? 3 : 0;
    if (s[i] == '\xEF') return s.substr(i, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    return 0;
  }

  const HtmlRules& rules_;
  Page page_;
  std::vector<Open> open_;
  PageBlock block_;
  int line_breaks_ = 0;
};

}  // namespace

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* a = gumbo_get_attribute(&node->v.element.attributes, name);
  return a == nullptr ? std::string_view() : std::string_view(a->value);
}

Page flatten(const GumboNode* root, const HtmlRules& rules) {
  return Flattener(rules).run(root);
}

}  // namespace factloom
