// SPDX-License-Identifier: Apache-2.0
#include "extract/read/json_record.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <optional>

#include "extract/read/charset.h"

namespace factloom {
namespace {

enum Field : std::size_t { id, url, title, date, publisher, author, text, html, field_count };
constexpr std::array<std::string_view, field_count> field_names = {
    "id", "url", "title", "date", "publisher", "author", "text", "html"};

/// What is wrong with a record, and at which of its bytes.
struct Mistake {
  std::string message;
  std::size_t offset = 0;
  std::size_t length = 1;
};

/// Takes the strings of a record's own fields as the parser comes by them, passes over all others.
class FieldTaker {
 public:
  explicit FieldTaker(const rapidjson::StringStream& stream) : stream_(stream) {}

  using Size = rapidjson::SizeType;
  bool Null() { return value_passed(); }
  bool Bool(bool) { return no_string(); }
  bool Int(int) { return true; }
  bool Uint(unsigned) { return true; }
  bool Int64(std::int64_t) { return true; }
  bool Uint64(std::uint64_t) { return true; }
  bool Double(double) { return true; }
  bool RawNumber(const char* digits, Size length, bool) {
    return field_ == id ? String(digits, length, true) : no_string();
  }
  bool String(const char* s, Size length, bool) {
    if (depth_ == 0) return no_object();
    if (depth_ == 1 && field_) {
      values_[*field_].assign(s, length);
      given_[*field_] = true;
    }
    return value_passed();
  }
  bool Key(const char* s, Size length, bool) {
    if (depth_ != 1) return true;
    const auto known =
        std::find(field_names.begin(), field_names.end(), std::string_view(s, length));
    if (known != field_names.end())
      field_ = static_cast<std::size_t>(known - field_names.begin());
    else
      field_.reset();
    key_ = stream_.Tell();
    return true;
  }
  bool StartObject() { return start(true); }
  bool StartArray() { return start(false); }
  bool EndObject(Size) { return end(); }
  bool EndArray(Size) { return end(); }

  std::string& value(Field field) { return values_[field]; }
  bool given(Field field) const { return given_[field]; }
  const Mistake& mistake() const { return mistake_; }

 private:
  bool start(bool object) {
    if (depth_ == 0 && !object) return no_object();
    if (depth_ == 1 && field_) return no_string();
    ++depth_;
    return true;
  }
  bool end() {
    --depth_;
    return value_passed();
  }
  bool value_passed() {
    if (depth_ == 1) field_.reset();
    return true;
  }
  bool no_object() {
    mistake_ = {"not a record: an object with \"text\" or \"html\" is expected", 0, 1};
    return false;
  }
  bool no_string() {
    if (depth_ == 0) return no_object();
    if (depth_ > 1 || !field_) return true;
    const std::string name(field_names[*field_]);
    mistake_ = {"not a record: \"" + name + "\" must be a string", key_, name.size() + 2};
    return false;
  }

  const rapidjson::StringStream& stream_;
  std::array<std::string, field_count> values_;
  std::array<bool, field_count> given_{};
  std::optional<std::size_t> field_;
  std::size_t depth_ = 0, key_ = 0;
  Mistake mistake_;
};

/// The code of an escape like \uD83D at i; 0 if none stands there.
unsigned escape_at(const std::string& json, std::size_t i) {
  if (i + 6 > json.size() || json[i] != '\\' || json[i + 1] != 'u') return 0;
  unsigned code = 0;
  for (std::size_t k = i + 2; k < i + 6; ++k) {
    const char c = json[k];
    const int digit = c >= '0' && c <= '9'                 ? c - '0'
                      : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                           : -1;
    if (digit < 0) return 0;
    code = code * 16 + static_cast<unsigned>(digit);
  }
  return code;
}

/// Halves of surrogate pairs become U+FFFD; nothing moves.
void mend_surrogates(std::string& json) {
  for (std::size_t i = json.find('\\'); i != std::string::npos; i = json.find('\\', i)) {
    const unsigned code = escape_at(json, i);
    if (code < 0xD800 || code > 0xDFFF) {
      i += 2;
      continue;
    }
    const unsigned next = escape_at(json, i + 6);
    if (code < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) {
      i += 12;
      continue;
    }
    json.replace(i + 2, 4, "FFFD");
    i += 6;
  }
}

/// A Diagnostic with the place in the file; the line is shown when it is short enough to be looked
/// at.
Diagnostic point(const Record& record, const Mistake& mistake) {
  const std::string_view bytes = record.bytes;
  const std::size_t offset = std::min(mistake.offset, bytes.size());
  const auto before = bytes.substr(0, offset);
  const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  Diagnostic d = trouble(record.path, mistake.message);
  d.line = record.line + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  d.column =
      static_cast<std::uint32_t>(offset - line_start) + (line_start == 0 ? record.column : 1);
  d.length = static_cast<std::uint32_t>(mistake.length);
  const std::string_view line = bytes.substr(line_start, bytes.find('\n', line_start) - line_start);
  const bool from_its_start = line_start > 0 || record.column == 1;
  if (line.size() < 200 && from_its_start) d.source_line = clean(std::string(line));
  return d;
}

constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;

std::optional<Mistake> parse(const Record& record, FieldTaker& fields,
                             rapidjson::StringStream& stream) {
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, fields);
  if (!result.IsError()) {
    if (result.Offset() == 0 || record.bytes.find('\0') == std::string::npos) return std::nullopt;
    return Mistake{"not valid JSON: a zero byte", record.bytes.find('\0'), 1};
  }
  if (!fields.mistake().message.empty()) return fields.mistake();
  return Mistake{std::string("not valid JSON: ") + rapidjson::GetParseError_En(result.Code()),
                 result.Offset(), 1};
}

}  // namespace

Result<Document> read_json_record(Record record, const HtmlRules& rules) {
  if (record.bytes.find("\\u") != std::string::npos) mend_surrogates(record.bytes);
  rapidjson::StringStream stream(record.bytes.c_str());
  FieldTaker fields(stream);
  if (const auto mistake = parse(record, fields, stream)) return point(record, *mistake);
  const auto missing = [&](const char* message) { return point(record, {message, 0, 1}); };
  if (!fields.given(text) && !fields.given(html))
    return missing("not a record: \"text\" or \"html\" is expected");
  Document document;
  if (fields.given(text))
    document.text = clean(std::move(fields.value(text)));
  else
    document = read_html(clean(std::move(fields.value(html))), rules);
  if (is_blank(document.text))
    return missing(fields.given(text) ? "no text" : "no text: no article found in the page");
  document.id = fields.value(id).empty() ? record.id : clean(std::move(fields.value(id)));
  const auto take = [&](Field from, std::string& to) {
    if (!fields.value(from).empty()) to = clean(std::move(fields.value(from)));
  };
  take(title, document.title);
  take(date, document.date);
  take(publisher, document.publisher);
  take(author, document.author);
  take(url, document.url);
  return document;
}

}  // namespace factloom
