// SPDX-License-Identifier: Apache-2.0
#include "extract/read/html_metadata.h"

#include <rapidjson/document.h>

#include <array>
#include <string>
#include <string_view>

namespace factloom {
namespace {

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* a = gumbo_get_attribute(&node->v.element.attributes, name);
  return a == nullptr ? std::string_view() : std::string_view(a->value);
}

std::string text_below(const GumboNode* n) {
  if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_CDATA) return n->v.text.text;
  if (n->type == GUMBO_NODE_WHITESPACE) return " ";
  std::string out;
  if (n->type == GUMBO_NODE_ELEMENT)
    for (unsigned i = 0; i < n->v.element.children.length; ++i)
      out += text_below(static_cast<const GumboNode*>(n->v.element.children.data[i]));
  return out;
}

void fill(std::string& field, std::string_view value) {
  if (!field.empty() || value.empty()) return;
  for (const char c : value) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space)
      field += c;
    else if (!field.empty() && field.back() != ' ')
      field += ' ';
  }
  while (!field.empty() && field.back() == ' ') field.pop_back();
}

/// The date of an ISO date and time; empty if it is none.
std::string_view iso_date(std::string_view s) {
  const auto digit = [&](std::size_t i) { return s[i] >= '0' && s[i] <= '9'; };
  if (s.size() < 10) return {};
  for (const std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u})
    if (!digit(i)) return {};
  return s[4] == '-' && s[7] == '-' ? s.substr(0, 10) : std::string_view();
}

using Json = rapidjson::Value;

std::string name_in(const Json& v) {
  if (v.IsString()) return v.GetString();
  if (v.IsArray()) {
    std::string all;
    for (const Json& x : v.GetArray()) {
      const std::string one = name_in(x);
      if (!one.empty()) all += (all.empty() ? "" : ", ") + one;
    }
    return all;
  }
  if (v.IsObject() && v.HasMember("name")) return name_in(v["name"]);
  return {};
}

/// An article in JSON-LD, wherever it is nested.
void from_json_ld(const Json& v, Document& d, int depth) {
  if (depth > 4) return;
  if (v.IsArray())
    for (const Json& x : v.GetArray()) from_json_ld(x, d, depth + 1);
  if (!v.IsObject()) return;
  if (v.HasMember("@graph")) from_json_ld(v["@graph"], d, depth + 1);
  if (!v.HasMember("headline") && !v.HasMember("datePublished")) return;
  if (v.HasMember("headline")) fill(d.title, name_in(v["headline"]));
  if (v.HasMember("datePublished") && v["datePublished"].IsString())
    fill(d.date, iso_date(v["datePublished"].GetString()));
  if (v.HasMember("author")) fill(d.author, name_in(v["author"]));
  if (v.HasMember("publisher")) fill(d.publisher, name_in(v["publisher"]));
  if (v.HasMember("url") && v["url"].IsString()) fill(d.url, v["url"].GetString());
}

/// What less certain elements say, used where JSON-LD is silent.
struct Fallback {
  Document meta, page;
};

void from_meta(const GumboNode* n, Document& d) {
  std::string_view key = attribute(n, "property");
  if (key.empty()) key = attribute(n, "name");
  if (key.empty()) key = attribute(n, "itemprop");
  const std::string_view value = attribute(n, "content");
  constexpr std::array titles = {"og:title", "twitter:title", "dc.title", "DC.title", "headline"};
  constexpr std::array dates = {
      "article:published_time", "datePublished", "date",         "dc.date",
      "DC.date.issued",         "pubdate",       "publish-date", "parsely-pub-date",
      "sailthru.date"};
  constexpr std::array authors = {"author", "article:author", "dc.creator", "parsely-author",
                                  "byl"};
  constexpr std::array publishers = {"og:site_name", "application-name", "dc.publisher"};
  for (const std::string_view k : titles)
    if (k == key) fill(d.title, value);
  for (const std::string_view k : dates)
    if (k == key) fill(d.date, iso_date(value));
  for (const std::string_view k : authors)
    if (k == key && value.find("://") == std::string_view::npos) fill(d.author, value);
  for (const std::string_view k : publishers)
    if (k == key) fill(d.publisher, value);
  if (key == "og:url") fill(d.url, value);
}

void visit(const GumboNode* n, Document& d, Fallback& other) {
  if (n->type == GUMBO_NODE_DOCUMENT)
    for (unsigned i = 0; i < n->v.document.children.length; ++i)
      visit(static_cast<const GumboNode*>(n->v.document.children.data[i]), d, other);
  if (n->type != GUMBO_NODE_ELEMENT) return;
  switch (n->v.element.tag) {
    case GUMBO_TAG_META:
      from_meta(n, other.meta);
      break;
    case GUMBO_TAG_TITLE:
      fill(other.page.title, text_below(n));
      break;
    case GUMBO_TAG_H1:
      fill(other.page.title, text_below(n));
      break;
    case GUMBO_TAG_TIME:
      fill(other.page.date, iso_date(attribute(n, "datetime")));
      break;
    case GUMBO_TAG_LINK:
      if (attribute(n, "rel") == "canonical") fill(other.page.url, attribute(n, "href"));
      break;
    default:
      break;
  }
  for (unsigned i = 0; i < n->v.element.children.length; ++i)
    visit(static_cast<const GumboNode*>(n->v.element.children.data[i]), d, other);
}

}  // namespace

Document html_metadata(const GumboNode* root, const std::vector<std::string_view>& linked_data) {
  Document d;
  for (const std::string_view text : linked_data) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
    if (!json.HasParseError()) from_json_ld(json, d, 0);
  }
  Fallback other;
  visit(root, d, other);
  for (const Document& x : {other.meta, other.page}) {
    fill(d.title, x.title);
    fill(d.date, x.date);
    fill(d.author, x.author);
    fill(d.publisher, x.publisher);
    fill(d.url, x.url);
  }
  return d;
}

}  // namespace factloom
