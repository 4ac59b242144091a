// SPDX-License-Identifier: Apache-2.0
#include "extract/read/records.h"

#include <algorithm>

#include "extract/base/ascii.h"
#include "extract/read/charset.h"
#include "extract/read/json_record.h"
#include "extract/read/markdown.h"
#include "extract/read/plain_text.h"

namespace factloom {
namespace {

struct NamedFormat {
  std::string_view name;
  InputFormat format;
};

constexpr NamedFormat formats[] = {
    {"text", InputFormat::text},         {".txt", InputFormat::text},
    {"markdown", InputFormat::markdown}, {".md", InputFormat::markdown},
    {"html", InputFormat::html},         {".markdown", InputFormat::markdown},
    {".html", InputFormat::html},        {".htm", InputFormat::html},
    {".xhtml", InputFormat::html},       {"json", InputFormat::json},
    {".json", InputFormat::json},        {"ndjson", InputFormat::ndjson},
    {".ndjson", InputFormat::ndjson},    {".jsonl", InputFormat::ndjson},
};

bool contains(std::string_view head, std::string_view word) {
  return std::search(head.begin(), head.end(), word.begin(), word.end(),
                     [](char a, char b) { return ascii_lower(a) == b; }) != head.end();
}

Result<Document> read_article(Record record, const HtmlRules& html) {
  Result<std::string> text = to_utf8(record.bytes, record.path);
  if (!text) return text.errors();
  Document document;
  if (record.format == InputFormat::markdown)
    document = read_markdown(*text);
  else if (record.format == InputFormat::html)
    document = read_html(*text, html);
  else
    document = read_plain_text(std::move(*text));
  if (is_blank(document.text))
    return trouble(record.path, record.format == InputFormat::html
                                    ? "no text: no article found in the page"
                                    : "no text");
  document.id = std::move(record.id);
  return document;
}

}  // namespace

InputFormat find_input_format(std::string_view name) {
  for (const NamedFormat& known : formats) {
    if (known.name == name) return known.format;
  }
  return InputFormat::none;
}

InputFormat format_of(const std::string& path) {
  std::string name = path.substr(path.rfind('/') + 1);
  for (const std::string_view compressed : {".gz", ".zst"}) {
    if (name.size() > compressed.size() &&
        name.compare(name.size() - compressed.size(), name.npos, compressed) == 0)
      name.resize(name.size() - compressed.size());
  }
  const auto dot = name.rfind('.');
  if (dot == std::string::npos) return InputFormat::none;
  std::string suffix = name.substr(dot);
  for (char& c : suffix) c = ascii_lower(c);
  return find_input_format(suffix);
}

InputFormat sniff_format(std::string_view head) {
  const auto start = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (start == std::string_view::npos) return InputFormat::text;
  head.remove_prefix(start);
  if (head[0] == '{') {
    const auto line_end = head.find('\n');
    if (line_end == std::string_view::npos) return InputFormat::ndjson;  // a long line
    const auto last = head.find_last_not_of(" \t\r\n", line_end);
    return head[last] == '}' ? InputFormat::ndjson : InputFormat::json;
  }
  if (head[0] == '[') {
    const auto next = head.find_first_not_of(" \t\r\n", 1);
    if (next != std::string_view::npos && (head[next] == '{' || head[next] == ']'))
      return InputFormat::json;
  }
  const std::string_view top = head.substr(0, 1024);
  if (head[0] == '<' && (contains(top, "<!doctype html") || contains(top, "<html") ||
                         contains(top, "<head") || contains(top, "<body") || contains(top, "<p")))
    return InputFormat::html;
  if (head.substr(0, 4) == "---\n" || head.substr(0, 2) == "# ") return InputFormat::markdown;
  return InputFormat::text;
}

Result<Document> read_record(Record record, const HtmlRules& html) {
  const bool json = record.format == InputFormat::json || record.format == InputFormat::ndjson;
  return json ? read_json_record(std::move(record), html) : read_article(std::move(record), html);
}

}  // namespace factloom
