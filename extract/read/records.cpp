// SPDX-License-Identifier: Apache-2.0
#include "extract/read/records.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "extract/read/charset.h"
#include "extract/read/markdown.h"

namespace factloom {
namespace {

using Json = rapidjson::Value;

bool blank(std::string_view text) {
  return text.find_first_not_of(" \n\t") == std::string_view::npos;
}

std::string member(const Json& record, const char* name) {
  const auto found = record.FindMember(name);
  if (found == record.MemberEnd()) return "";
  if (found->value.IsInt64()) return std::to_string(found->value.GetInt64());
  return found->value.IsString()
             ? std::string(found->value.GetString(), found->value.GetStringLength())
             : "";
}

/// What the record says itself goes before what its page says.
void take(const Json& record, const char* name, std::string& field) {
  std::string value = member(record, name);
  if (!value.empty()) field = std::move(value);
}

Result<Document> from_json(const Json& record, const std::string& place, const HtmlRules* html) {
  if (!record.IsObject())
    return trouble(place, "not a record: an object with \"text\" is expected");
  Document document;
  const std::string page = member(record, "html");
  if (!page.empty() && html != nullptr && !record.HasMember("text"))
    document = read_html(page, *html);
  document.id = member(record, "id");
  if (document.id.empty()) document.id = place;
  take(record, "title", document.title);
  take(record, "date", document.date);
  take(record, "publisher", document.publisher);
  take(record, "author", document.author);
  take(record, "url", document.url);
  if (!record.HasMember("text") && page.empty())
    return trouble(place, "not a record: \"text\" or \"html\" is expected");
  Result<std::string> text = to_utf8(page.empty() ? member(record, "text") : document.text, place);
  if (!text) return text.errors();
  if (blank(*text)) return trouble(place, "no text");
  document.text = std::move(*text);
  return document;
}

Diagnostic mistake(const rapidjson::Document& parsed, const std::string& place) {
  return trouble(
      place, std::string("not valid JSON: ") + rapidjson::GetParseError_En(parsed.GetParseError()));
}

constexpr unsigned flags = rapidjson::kParseIterativeFlag;  // the text is checked by to_utf8

}  // namespace

Result<Document> read_article(std::string_view bytes, const std::string& path, Markup markup,
                              const HtmlRules* html) {
  Result<std::string> text = to_utf8(bytes, path);
  if (!text) return text.errors();
  Document document;
  if (markup == Markup::markdown)
    document = read_markdown(*text);
  else if (markup == Markup::html && html != nullptr)
    document = read_html(*text, *html);
  else
    document.text = std::move(*text);
  if (blank(document.text))
    return trouble(path, markup == Markup::html ? "no article found in the page" : "no text");
  document.id = path;
  return document;
}

Result<Document> read_record(std::string_view json, const std::string& path, std::uint32_t line,
                             const HtmlRules* html) {
  const std::string place = path + ":" + std::to_string(line);
  rapidjson::Document parsed;
  parsed.Parse<flags>(json.data(), json.size());
  if (parsed.HasParseError()) return mistake(parsed, place);
  return from_json(parsed, place, html);
}

std::vector<Result<Document>> read_records(std::string_view json, const std::string& path,
                                           const HtmlRules* html) {
  rapidjson::Document parsed;
  parsed.Parse<flags>(json.data(), json.size());
  std::vector<Result<Document>> records;
  if (parsed.HasParseError()) {
    records.emplace_back(mistake(parsed, path));
  } else if (parsed.IsArray()) {
    for (rapidjson::SizeType i = 0; i < parsed.Size(); ++i) {
      records.push_back(from_json(parsed[i], path + ":" + std::to_string(i + 1), html));
    }
  } else {
    records.push_back(from_json(parsed, path, html));
  }
  return records;
}

}  // namespace factloom
