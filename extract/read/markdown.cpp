// SPDX-License-Identifier: Apache-2.0
#include "extract/read/markdown.h"

#include <cmark.h>

#include <algorithm>
#include <string>

#include "extract/read/charset.h"

namespace factloom {
namespace {

std::string_view trimmed(std::string_view s) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!s.empty() && blank(s.front())) s.remove_prefix(1);
  while (!s.empty() && blank(s.back())) s.remove_suffix(1);
  return s;
}

/// A value of the front matter without its quotes.
std::string_view unquoted(std::string_view s) {
  s = trimmed(s);
  if (s.size() > 1 && (s.front() == '"' || s.front() == '\'') && s.back() == s.front())
    s = s.substr(1, s.size() - 2);
  return s;
}

/// Takes the front matter off; what is left is Markdown.
std::string_view front_matter(std::string_view text, Document& d) {
  if (text.substr(0, 4) != "---\n") return text;
  const auto end = text.find("\n---", 3);
  if (end == std::string_view::npos) return text;
  std::string_view head = text.substr(4, end - 3);
  while (!head.empty()) {
    const auto line_end = head.find('\n');
    const std::string_view line = head.substr(0, line_end);
    head.remove_prefix(line_end == std::string_view::npos ? head.size() : line_end + 1);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view key = trimmed(line.substr(0, colon));
    const std::string value(unquoted(line.substr(colon + 1)));
    if (key == "title")
      d.title = value;
    else if (key == "date")
      d.date = value;
    else if (key == "author")
      d.author = value;
    else if (key == "publisher" || key == "source")
      d.publisher = value;
    else if (key == "url" || key == "link")
      d.url = value;
  }
  const auto rest = text.find('\n', end + 1);
  return rest == std::string_view::npos ? std::string_view() : text.substr(rest + 1);
}

/// The text of a paragraph or heading, line by line.
std::string inlines(cmark_node* block) {
  std::string out;
  cmark_iter* walk = cmark_iter_new(block);
  for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* n = cmark_iter_get_node(walk);
    switch (cmark_node_get_type(n)) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
        out += cmark_node_get_literal(n);
        break;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        out += '\n';
        break;
      case CMARK_NODE_IMAGE:
        cmark_iter_reset(walk, n, CMARK_EVENT_EXIT);
        break;
      default:
        break;
    }
  }
  cmark_iter_free(walk);
  return out;
}

void add_paragraph(std::string_view paragraph, Document& d) {
  if (trimmed(paragraph).empty()) return;
  if (!d.text.empty()) d.text += "\n\n";
  for (const char c : trimmed(paragraph)) d.text += c == '\n' ? ' ' : c;
}

/// A table is a paragraph to CommonMark; its second line gives it away: bars, dashes and colons.
bool is_table(std::string_view block) {
  const auto first = block.find('\n');
  if (first == std::string_view::npos || block.substr(0, first).find('|') == std::string_view::npos)
    return false;
  const std::string_view rule = block.substr(first + 1, block.find('\n', first + 1) - first - 1);
  return rule.find("--") != std::string_view::npos &&
         rule.find_first_not_of("|-: ") == std::string_view::npos;
}

/// Each cell is a paragraph.
void add_table(std::string_view table, Document& d) {
  for (std::size_t line = 0; !table.empty(); ++line) {
    std::string_view row = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), row.size() + 1));
    if (line == 1) continue;
    while (!row.empty()) {
      const std::string_view cell = row.substr(0, row.find('|'));
      row.remove_prefix(std::min(row.size(), cell.size() + 1));
      add_paragraph(cell, d);
    }
  }
}

}  // namespace

Document read_markdown(std::string_view text) {
  Document d;
  const std::string_view body = front_matter(text, d);
  cmark_node* root = cmark_parse_document(body.data(), body.size(), CMARK_OPT_DEFAULT);
  cmark_iter* walk = cmark_iter_new(root);
  for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;) {
    cmark_node* n = cmark_iter_get_node(walk);
    const cmark_node_type type = cmark_node_get_type(n);
    if (event != CMARK_EVENT_ENTER || (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING))
      continue;
    const std::string block = inlines(n);
    if (type == CMARK_NODE_HEADING && d.title.empty()) d.title = trimmed(block);
    if (is_table(block))
      add_table(block, d);
    else
      add_paragraph(block, d);
  }
  cmark_iter_free(walk);
  cmark_node_free(root);
  d.text = clean(std::move(d.text));
  return d;
}

}  // namespace factloom
