// SPDX-License-Identifier: Apache-2.0
#include "extract/base/json_file.h"

#include <rapidjson/error/en.h>
#include <rapidjson/schema.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "extract/base/closest.h"

namespace factloom {
namespace {

using Json = rapidjson::Value;
constexpr unsigned parse_flags = rapidjson::kParseCommentsFlag | rapidjson::kParseIterativeFlag |
                                 rapidjson::kParseValidateEncodingFlag |
                                 rapidjson::kParseTrailingCommasFlag;

/// What a file that is no JSON lacks.
std::string parse_message(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "the file is empty";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "nothing may follow the last '}'";
    case rapidjson::kParseErrorValueInvalid:
      return "expected a value: a text in \"quotes\", a list in [ ], an object in { }, a number, "
             "true "
             "or false";
    case rapidjson::kParseErrorObjectMissName:
      return "expected the name of a member in \"quotes\"";
    case rapidjson::kParseErrorObjectMissColon:
      return "expected ':' behind the name of the member";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "expected ',' before the next member, or '}' after the last";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "expected ',' before the next entry, or ']' after the last";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "the closing quote of this text is missing";
    default:
      return rapidjson::GetParseError_En(code);
  }
}

/// Walks over the text of valid JSON to find where a value stands.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) { skip_blanks(); }

  std::size_t find(const std::vector<std::string>& path, bool at_key) {
    std::size_t key = at_;
    for (const std::string& step : path) {
      key = at_;
      if (!(now() == '{' ? enter_object(step, key) : now() == '[' && enter_array(step, key))) break;
    }
    return at_key ? key : at_;
  }

 private:
  char now() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_blanks() {
    while (at_ < text_.size()) {
      if (text_.substr(at_, 2) == "//")
        at_ = std::min(text_.find('\n', at_), text_.size());
      else if (text_.substr(at_, 2) == "/*")
        at_ = std::min(text_.find("*/", at_ + 2), text_.size() - 2) + 2;
      else if (now() == ' ' || now() == '\n' || now() == '\r' || now() == '\t')
        ++at_;
      else
        return;
    }
  }
  void skip_string() {
    for (++at_; at_ < text_.size() && now() != '"'; ++at_)
      if (now() == '\\') ++at_;
    ++at_;
  }
  void skip_value() {
    int depth = 0;
    do {
      skip_blanks();
      if (now() == '"') {
        skip_string();
      } else {
        if (now() == '{' || now() == '[') ++depth;
        if (now() == '}' || now() == ']') --depth;
        ++at_;
      }
      skip_blanks();
    } while (at_ < text_.size() && (depth > 0 || (now() != ',' && now() != '}' && now() != ']')));
  }

  bool enter_object(const std::string& name, std::size_t& key) {
    const std::size_t start = at_;
    for (++at_; at_ < text_.size(); ++at_) {
      skip_blanks();
      if (now() != '"') break;
      key = at_;
      skip_string();
      const std::string_view found = text_.substr(key + 1, at_ - key - 2);
      skip_blanks();
      ++at_;  // the colon
      skip_blanks();
      if (found == name) return true;
      skip_value();
      if (now() != ',') break;
    }
    at_ = key = start;
    return false;
  }
  bool enter_array(const std::string& number, std::size_t& key) {
    const std::size_t start = at_;
    std::size_t left = std::stoul(number);
    for (++at_; at_ < text_.size(); ++at_, --left) {
      skip_blanks();
      key = at_;
      if (left == 0) return true;
      skip_value();
      if (now() != ',') break;
    }
    at_ = key = start;
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// A Diagnostic at a byte of a text.
Diagnostic place(const std::string& file, const std::string& text, std::size_t at,
                 std::string message) {
  Diagnostic d = trouble(file, std::move(message));
  at = std::min(at, text.size());
  const std::size_t before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  const std::size_t start = before == std::string::npos ? 0 : before + 1;
  d.line = 1 + static_cast<std::uint32_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  d.column = static_cast<std::uint32_t>(at - start) + 1;
  d.source_line = text.substr(start, text.find('\n', start) - start);
  return d;
}

std::vector<std::string> member_names(const Json& object) {
  std::vector<std::string> names;
  for (const auto& member : object.GetObject()) names.emplace_back(member.name.GetString());
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& n : names) out += (out.empty() ? "" : ", ") + n;
  return out;
}

}  // namespace

Result<JsonFile> JsonFile::read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return trouble(path, "cannot be opened");
  std::ostringstream bytes;
  bytes << in.rdbuf();
  JsonFile file{path, bytes.str(), {}};
  file.json.Parse<parse_flags>(file.text.data(), file.text.size());
  if (file.json.HasParseError())
    return place(path, file.text, file.json.GetErrorOffset(),
                 parse_message(file.json.GetParseError()));
  return file;
}

Diagnostic JsonFile::trouble_at(const std::vector<std::string>& where, std::string message,
                                bool at_key) const {
  Diagnostic d = place(path, text, Walker(text).find(where, at_key), std::move(message));
  const std::size_t first = d.column - 1;
  const bool quoted = first < d.source_line.size() && d.source_line[first] == '"';
  const std::size_t last = quoted ? d.source_line.find('"', first + 1) : std::string::npos;
  if (last != std::string::npos) d.length = static_cast<std::uint32_t>(last - first + 1);
  return d;
}

Result<JsonSchema> JsonSchema::load(const std::string& path) {
  Result<JsonFile> file = JsonFile::read(path);
  if (!file) return file.errors();
  if (!file->json.IsObject() || !file->json.HasMember("definitions"))
    return trouble(path, "is no JSON Schema with definitions");
  JsonSchema schema;
  schema.schema_ = std::move(*file);
  return schema;
}

Diagnostics JsonSchema::check(const JsonFile& file) const {
  Diagnostics errors;
  const std::vector<std::string> known = member_names(schema_.json["definitions"]);
  if (!file.json.IsObject())
    return {file.trouble_at({}, "expected an object with " + listed(known))};
  for (const auto& member : file.json.GetObject()) {
    const std::string name = member.name.GetString();
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      errors.push_back(file.trouble_at({name},
                                       "unknown member '" + name + "'" + did_you_mean(name, known) +
                                           " (known: " + listed(known) + ")",
                                       true));
    } else if (!member.value.IsArray()) {
      errors.push_back(file.trouble_at({name}, "'" + name + "' must be a list"));
    } else {
      for (std::size_t i = 0; i < member.value.Size(); ++i) {
        Diagnostics found = check_entry(file, name.c_str(), i);
        std::move(found.begin(), found.end(), std::back_inserter(errors));
      }
    }
  }
  return errors;
}

Diagnostics JsonSchema::check_entry(const JsonFile& file, const char* list,
                                    std::size_t number) const {
  Diagnostics errors;
  const Json& schema = schema_.json["definitions"][list];
  const Json& entry = file.json[list][static_cast<rapidjson::SizeType>(number)];
  const std::vector<std::string> place = {list, std::to_string(number)};
  if (!entry.IsObject())
    return {file.trouble_at(place, std::string("every entry of '") + list + "' is an object")};
  for (const Json& name : schema["required"].GetArray())
    if (!entry.HasMember(name.GetString()))
      errors.push_back(
          file.trouble_at(place, std::string("needs a member '") + name.GetString() + "'"));
  const std::vector<std::string> known = member_names(schema["properties"]);
  for (const auto& member : entry.GetObject()) {
    const std::string name = member.name.GetString();
    std::vector<std::string> here = place;
    here.push_back(name);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      errors.push_back(
          file.trouble_at(here, "unknown member '" + name + "'" + did_you_mean(name, known), true));
      continue;
    }
    const Json& rule = schema["properties"][name.c_str()];
    const rapidjson::SchemaDocument compiled(rule);
    rapidjson::SchemaValidator validator(compiled);
    if (member.value.Accept(validator)) continue;
    errors.push_back(
        file.trouble_at(here, "'" + name + "' must be " + rule["description"].GetString()));
  }
  return errors;
}

}  // namespace factloom
