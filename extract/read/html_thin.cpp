// SPDX-License-Identifier: Apache-2.0
#include "extract/read/html_thin.h"

#include <algorithm>
#include <array>

#include "extract/base/ascii.h"

namespace factloom {
namespace {

constexpr std::string_view raw_tags[] = {"script",   "style",    "svg",
                                         "noscript", "template", "iframe"};
constexpr std::string_view void_tags[] = {"area",   "base",  "br",    "col",  "embed",
                                          "hr",     "img",   "input", "link", "meta",
                                          "source", "track", "param", "wbr"};
constexpr std::size_t deepest = 400;

bool letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/// Does `s` start with a word in lower case, in any case?
bool starts(std::string_view s, std::string_view word) {
  return s.size() >= word.size() && std::equal(word.begin(), word.end(), s.begin(),
                                               [](char a, char b) { return a == ascii_lower(b); });
}

/// The name after `<` or `</`, as it stands.
std::string_view name_at(std::string_view s) {
  std::size_t n = 0;
  while (n < s.size() && (letter(s[n]) || (n > 0 && s[n] >= '0' && s[n] <= '9'))) ++n;
  return s.substr(0, n);
}

template <std::size_t N>
bool among(std::string_view name, const std::string_view (&names)[N]) {
  return std::any_of(std::begin(names), std::end(names), [&](std::string_view known) {
    return name.size() == known.size() && starts(name, known);
  });
}

/// One past the `>` that ends the tag at `at`; quotes may hold others.
std::size_t tag_end(std::string_view s, std::size_t at) {
  for (char quote = 0; at < s.size(); ++at) {
    const char c = s[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && s[at - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return s.size();
}

/// Where `</name` stands, from `at`; the end of the page if it does not.
std::size_t closing(std::string_view s, std::size_t at, std::string_view name) {
  while ((at = s.find("</", at)) != std::string_view::npos) {
    const std::string_view found = name_at(s.substr(at + 2));
    if (found.size() == name.size() &&
        std::equal(name.begin(), name.end(), found.begin(),
                   [](char a, char b) { return ascii_lower(a) == ascii_lower(b); }))
      return at;
    at += 2;
  }
  return s.size();
}

class Thinner {
 public:
  explicit Thinner(std::string_view page) : page_(page) { out_.html.reserve(page.size() / 2); }

  ThinPage run() {
    std::size_t at = 0;
    while (at < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at), page_.size());
      out_.html.append(page_.substr(at, open - at));
      if (open == page_.size()) break;
      at = markup(open);
    }
    return std::move(out_);
  }

 private:
  /// Passes over what starts at `<`; the end of it.
  std::size_t markup(std::size_t at) {
    const std::string_view rest = page_.substr(at);
    if (starts(rest, "<!--")) {
      const std::size_t end = page_.find("-->", at + 4);
      if (end != std::string_view::npos) return end + 3;
      return std::min(page_.find('>', at), page_.size() - 1) +
             1;  // never closed: not the whole page
    }
    const bool closes = rest.size() > 1 && rest[1] == '/';
    const std::string_view name = name_at(rest.substr(closes ? 2 : 1));
    const std::size_t end = tag_end(page_, at + 1);
    if (name.empty()) {
      out_.html.append(page_.substr(at, 1));
      return at + 1;
    }
    if (!closes && among(name, raw_tags)) return raw(at, end, name);
    if (!among(name, void_tags) && !nest(closes)) return end;
    out_.html.append(page_.substr(at, end - at));
    return end;
  }

  /// Keeps count of how deep tags are nested; false for one that goes too deep.
  bool nest(bool closes) {
    if (!closes) return ++depth_ <= deepest;
    if (depth_ == 0) return true;
    return depth_-- <= deepest;
  }

  std::size_t raw(std::size_t at, std::size_t end, std::string_view name) {
    if (page_[end - 1] == '>' && end >= 2 && page_[end - 2] == '/' && starts(name, "svg"))
      return end;
    const std::size_t close = closing(page_, end, name);
    const std::string_view head = page_.substr(at, end - at);
    if (starts(name, "script") && head.find("ld+json") != std::string_view::npos)
      out_.linked_data.push_back(page_.substr(end, close - end));
    if (close == page_.size() && !starts(name, "script") && !starts(name, "style")) return end;
    out_.html += ' ';
    return close == page_.size() ? close : tag_end(page_, close + 1);
  }

  std::string_view page_;
  ThinPage out_;
  std::size_t depth_ = 0;
};

}  // namespace

ThinPage thin(std::string_view page) {
  return Thinner(page).run();
}

}  // namespace factloom
