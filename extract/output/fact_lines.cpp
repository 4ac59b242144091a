// SPDX-License-Identifier: Apache-2.0
#include "extract/output/fact_lines.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>

#include "extract/output/json.h"
#include "extract/output/json_pen.h"

namespace factloom {
namespace {

using Json = rapidjson::Value;

void write_known(JsonPen& pen, const JsonKey& key, std::string_view value) {
  if (!value.empty()) pen.member(key, value);
}

void write_or_null(JsonPen& pen, const JsonKey& key, std::string_view value) {
  if (!value.empty()) return pen.member(key, value);
  pen.key(key);
  pen.raw("null");
}

/// Names, one a line, as an array.
void write_names(JsonPen& pen, const JsonKey& key, std::string_view lines) {
  std::string array = "[";
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    if (at > 0) array += ',';
    append_json(array, lines.substr(at, end - at));
    at = end + 1;
  }
  pen.key(key);
  pen.more(array + "]");
}

void write_end(JsonPen& pen, const JsonKey& key, const FactEnd& end) {
  pen.key(key);
  pen.open();
  if (!end.literal) pen.member("entity", static_cast<std::uint32_t>(end.entity));
  if (end.literal)
    pen.member("value", end.name);
  else
    pen.member("name", end.name);
  pen.member("type", end.type);
  pen.member("mention", end.mention);
  pen.member("start", end.start);
  pen.member("end", end.end);
  write_known(pen, "id", end.id);
  if (!end.also.empty()) write_names(pen, "also", end.also);
  pen.close();
}

void write_source(JsonPen& pen, const Source& source) {
  if (source == Source()) return;
  pen.key("source");
  pen.open();
  write_known(pen, "title", source.title);
  write_known(pen, "date", source.date);
  write_known(pen, "publisher", source.publisher);
  write_known(pen, "url", source.url);
  pen.close();
}

void write_place(JsonPen& pen, const JsonKey& key, const TextPlace& place) {
  pen.key(key);
  pen.open();
  pen.member("text", place.text);
  pen.member("start", place.start);
  pen.member("end", place.end);
  pen.close();
}

/// Of the line of a fact, in bytes, at most.
std::size_t line_size(const Fact& f) {
  constexpr std::size_t keys_and_numbers = 1024;
  const auto of_end = [](const FactEnd& end) {
    return end.name.size() + end.type.size() + end.mention.size() + end.id.size();
  };
  return JsonPen::slack + keys_and_numbers + f.document.size() + f.relation.size() +
         of_end(f.subject) + of_end(f.object) + f.role.size() + f.date.size() +
         f.attributed_to.size() + f.rule.size() + f.trigger.text.size() + f.sentence.text.size() +
         f.source.title.size() + f.source.date.size() + f.source.publisher.size() +
         f.source.url.size();
}

const Json* find(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

/// JSON can escape half a pair (\udc00), which no UTF-8 holds: U+FFFD stands for it.
std::string whole_characters(std::string text) {
  for (std::size_t i = text.find('\xED'); i != std::string::npos; i = text.find('\xED', i + 3))
    if (i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0xA0)
      text.replace(i, 3, "\xEF\xBF\xBD");
  return text;
}

std::string text_of(const Json& object, const char* key) {
  const Json* value = find(object, key);
  if (value == nullptr) return "";
  if (value->IsInt64()) return std::to_string(value->GetInt64());
  if (!value->IsString()) return "";
  return whole_characters(std::string(value->GetString(), value->GetStringLength()));
}

/// The texts of an array, one a line.
std::string lines_of(const Json& object, const char* key) {
  const Json* array = find(object, key);
  std::string lines;
  if (array == nullptr || !array->IsArray()) return lines;
  for (const Json& value : array->GetArray()) {
    if (!value.IsString()) continue;
    std::string name = whole_characters({value.GetString(), value.GetStringLength()});
    std::replace(name.begin(), name.end(), '\n', ' ');
    lines += (lines.empty() ? "" : "\n") + name;
  }
  return lines;
}

std::uint32_t number_of(const Json& object, const char* key) {
  const Json* value = find(object, key);
  return value != nullptr && value->IsUint() ? value->GetUint() : 0;
}

FactEnd end_of(const Json& fact, const char* key) {
  FactEnd end;
  const Json* object = find(fact, key);
  if (object == nullptr || !object->IsObject()) return end;
  const Json* entity = find(*object, "entity");
  end.literal = find(*object, "name") == nullptr;
  end.entity = !end.literal && entity != nullptr && entity->IsInt64() ? entity->GetInt64() : -1;
  end.name = text_of(*object, end.literal ? "value" : "name");
  end.type = text_of(*object, "type");
  end.mention = text_of(*object, "mention");
  end.start = number_of(*object, "start");
  end.end = number_of(*object, "end");
  end.id = text_of(*object, "id");
  end.also = lines_of(*object, "also");
  return end;
}

TextPlace place_of(const Json& fact, const char* key) {
  const Json* object = find(fact, key);
  if (object == nullptr || !object->IsObject()) return {};
  return {text_of(*object, "text"), number_of(*object, "start"), number_of(*object, "end")};
}

Source source_of(const Json& fact) {
  const Json* object = find(fact, "source");
  if (object == nullptr || !object->IsObject()) return {};
  return {text_of(*object, "title"), text_of(*object, "date"), text_of(*object, "publisher"),
          text_of(*object, "url")};
}

/// The status of that name; asserted when the name is empty, none when it is not known.
std::optional<Status> status_of(std::string_view name) {
  return name.empty() ? Status::asserted : status_named(name);
}

Diagnostic mistake(const std::string& file, std::uint32_t line, std::string message) {
  Diagnostic d = trouble(file, std::move(message));
  d.line = line;
  return d;
}

/// What a fact must have and this one has not; empty when it is whole.
std::string missing_part(const Fact& fact, const Json& object) {
  if (fact.document.empty()) return "document";
  if (fact.relation.empty()) return "relation";
  if (fact.subject.name.empty() || fact.subject.type.empty()) return "subject with name and type";
  if (fact.object.name.empty() || fact.object.type.empty())
    return "object with name or value, and type";
  const Json* confidence = find(object, "confidence");
  const bool whole =
      confidence == nullptr ||
      (confidence->IsNumber() && confidence->GetDouble() >= 0 && confidence->GetDouble() <= 1);
  return whole ? "" : "confidence between 0 and 1";
}

}  // namespace

void append_fact_line(std::string& out, const Fact& fact) {
  JsonPen pen(out, line_size(fact));
  pen.open();
  pen.member("document", fact.document);
  pen.member("relation", fact.relation);
  write_end(pen, "subject", fact.subject);
  write_end(pen, "object", fact.object);
  write_or_null(pen, "role", fact.role);
  write_or_null(pen, "date", fact.date);
  pen.member("status", std::string_view(status_name(fact.status)));
  write_or_null(pen, "attributedTo", fact.attributed_to);
  pen.key("confidence");
  pen.fraction(fact.confidence);
  pen.member("rule", fact.rule);
  write_place(pen, "trigger", fact.trigger);
  write_place(pen, "sentence", fact.sentence);
  write_source(pen, fact.source);
  pen.close("}\n");
}

Result<std::optional<Fact>> read_fact_line(std::string_view line, const std::string& file,
                                           std::uint32_t number) {
  if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) return std::optional<Fact>();
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
             rapidjson::kParseFullPrecisionFlag>(line.data(), line.size());
  if (json.HasParseError()) {
    return mistake(
        file, number,
        std::string("not valid JSON: ") + rapidjson::GetParseError_En(json.GetParseError()));
  }
  if (!json.IsObject()) return mistake(file, number, "not a fact: a JSON object is expected");
  if (find(json, "relation") == nullptr) return std::optional<Fact>();
  const std::optional<Status> status = status_of(text_of(json, "status"));
  if (!status)
    return mistake(file, number,
                   "not a fact: status '" + text_of(json, "status") + "' is not known");
  Fact fact;
  fact.document = text_of(json, "document");
  fact.relation = text_of(json, "relation");
  fact.subject = end_of(json, "subject");
  fact.object = end_of(json, "object");
  fact.role = text_of(json, "role");
  fact.date = text_of(json, "date");
  fact.status = *status;
  fact.attributed_to = text_of(json, "attributedTo");
  const Json* confidence = find(json, "confidence");
  fact.confidence = confidence != nullptr && confidence->IsNumber() ? confidence->GetDouble() : 1;
  fact.rule = text_of(json, "rule");
  fact.trigger = place_of(json, "trigger");
  fact.sentence = place_of(json, "sentence");
  fact.source = source_of(json);
  const std::string missing = missing_part(fact, json);
  if (!missing.empty()) return mistake(file, number, "not a fact: it needs a " + missing);
  return std::optional<Fact>(std::move(fact));
}

}  // namespace factloom
