// SPDX-License-Identifier: Apache-2.0
#include "extract/read/records.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <utf8proc.h>

namespace factloom {
namespace {

using Json = rapidjson::Value;

bool is_utf8(std::string_view bytes) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
  auto left = static_cast<utf8proc_ssize_t>(bytes.size());
  while (left > 0) {
    utf8proc_int32_t point = 0;
    const utf8proc_ssize_t size = *at < 0x80 ? 1 : utf8proc_iterate(at, left, &point);
    if (size <= 0) return false;
    at += size;
    left -= size;
  }
  return true;
}

/// The text as Document wants it, or what is wrong with it.
Result<std::string> clean(std::string_view bytes, const std::string& place) {
  if (bytes.find('\0') != std::string_view::npos) return trouble(place, "binary, not text");
  if (!is_utf8(bytes)) return trouble(place, "not UTF-8");
  std::string text(bytes);
  bool blank = true;
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) c = ' ';
    blank = blank && (c == ' ' || c == '\n' || c == '\t');
  }
  if (blank) return trouble(place, "no text");
  return text;
}

std::string member(const Json& record, const char* name) {
  const auto found = record.FindMember(name);
  if (found == record.MemberEnd()) return "";
  if (found->value.IsInt64()) return std::to_string(found->value.GetInt64());
  return found->value.IsString()
             ? std::string(found->value.GetString(), found->value.GetStringLength())
             : "";
}

Result<Document> from_json(const Json& record, const std::string& place) {
  if (!record.IsObject())
    return trouble(place, "not a record: an object with \"text\" is expected");
  Document document;
  document.id = member(record, "id");
  if (document.id.empty()) document.id = place;
  document.title = member(record, "title");
  document.date = member(record, "date");
  document.publisher = member(record, "publisher");
  document.author = member(record, "author");
  document.url = member(record, "url");
  Result<std::string> text = clean(member(record, "text"), place);
  if (!text) return text.errors();
  document.text = std::move(*text);
  return document;
}

Diagnostic mistake(const rapidjson::Document& parsed, const std::string& place) {
  return trouble(
      place, std::string("not valid JSON: ") + rapidjson::GetParseError_En(parsed.GetParseError()));
}

constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

}  // namespace

Result<Document> read_text(std::string_view bytes, const std::string& path) {
  Result<std::string> text = clean(bytes, path);
  if (!text) return text.errors();
  Document document;
  document.id = path;
  document.text = std::move(*text);
  return document;
}

Result<Document> read_record(std::string_view json, const std::string& path, std::uint32_t line) {
  const std::string place = path + ":" + std::to_string(line);
  rapidjson::Document parsed;
  parsed.Parse<flags>(json.data(), json.size());
  if (parsed.HasParseError()) return mistake(parsed, place);
  return from_json(parsed, place);
}

std::vector<Result<Document>> read_records(std::string_view json, const std::string& path) {
  rapidjson::Document parsed;
  parsed.Parse<flags>(json.data(), json.size());
  std::vector<Result<Document>> records;
  if (parsed.HasParseError()) {
    records.emplace_back(mistake(parsed, path));
  } else if (parsed.IsArray()) {
    for (rapidjson::SizeType i = 0; i < parsed.Size(); ++i) {
      records.push_back(from_json(parsed[i], path + ":" + std::to_string(i + 1)));
    }
  } else {
    records.push_back(from_json(parsed, path));
  }
  return records;
}

}  // namespace factloom
