// SPDX-License-Identifier: Apache-2.0
#include "extract/read/record_stream.h"

#include <algorithm>
#include <cstring>

namespace factloom {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 18;
constexpr std::size_t padding = 32;  // for the wide loads of the JSON parser

bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool blank(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return blank(c); });
}

}  // namespace

RecordStream::RecordStream(ByteSource source, RecordCut cut, std::size_t longest)
    : source_(std::move(source)), cut_(cut), longest_(longest), block_(block_size) {}

/// Makes bytes available; false at the end.
bool RecordStream::fill() {
  if (at_ < size_) return true;
  at_ = 0;
  size_ = source_.read(block_.data(), block_.size());
  return size_ > 0;
}

std::string_view RecordStream::peek() {
  if (!fill()) return {};
  return {block_.data() + at_, size_ - at_};
}

/// Moves bytes from the block to the record, as far as the limit allows, and counts lines.
void RecordStream::take(RecordBytes& record, std::size_t count) {
  const std::string_view piece(block_.data() + at_, count);
  if (cut_ == RecordCut::values) {
    line_ += static_cast<std::uint32_t>(std::count(piece.begin(), piece.end(), '\n'));
    const auto last = piece.rfind('\n');
    column_ =
        static_cast<std::uint32_t>(last == std::string_view::npos ? column_ + count : count - last);
  }
  const std::size_t room = longest_ > record.bytes.size() ? longest_ - record.bytes.size() : 0;
  if (count > room) record.too_long = true;
  record.bytes.append(piece.substr(0, room));
  at_ += count;
}

std::optional<RecordBytes> RecordStream::next() {
  if (!begun_) {
    begun_ = true;
    if (cut_ != RecordCut::whole && peek().substr(0, 3) == "\xEF\xBB\xBF") at_ += 3;
  }
  std::optional<RecordBytes> record;
  switch (cut_) {
    case RecordCut::lines:
      record = next_line();
      break;
    case RecordCut::values:
      record = next_value();
      break;
    case RecordCut::whole:
      record = next_whole();
      break;
  }
  if (record) record->bytes.reserve(record->bytes.size() + padding);
  return record;
}

std::optional<RecordBytes> RecordStream::next_whole() {
  if (ended_) return std::nullopt;
  ended_ = true;
  RecordBytes record;
  while (fill() && !record.too_long) take(record, size_ - at_);
  return record;
}

std::optional<RecordBytes> RecordStream::next_line() {
  while (fill()) {
    RecordBytes record;
    record.line = line_++;
    bool whole = false;
    while (!whole && fill()) {
      const char* start = block_.data() + at_;
      const auto* end = static_cast<const char*>(std::memchr(start, '\n', size_ - at_));
      whole = end != nullptr;
      take(record, whole ? static_cast<std::size_t>(end - start) : size_ - at_);
      if (whole) ++at_;
    }
    if (!blank(record.bytes)) return record;
  }
  return std::nullopt;
}

/// The next character that is no blank, without taking it.
std::optional<char> RecordStream::next_sign() {
  while (fill()) {
    const char c = block_[at_];
    if (!blank(c)) return c;
    column_ = c == '\n' ? 1 : column_ + 1;
    line_ += c == '\n';
    ++at_;
  }
  return std::nullopt;
}

std::optional<RecordBytes> RecordStream::bad(std::string problem) {
  ended_ = true;
  RecordBytes record;
  record.line = line_;
  record.column = column_;
  record.problem = std::move(problem);
  return record;
}

std::optional<RecordBytes> RecordStream::next_value() {
  if (ended_) return std::nullopt;
  auto c = next_sign();
  if (!in_list_ && !after_value_ && c == '[') {
    in_list_ = true;
    ++at_;
    ++column_;
    c = next_sign();
    if (c == ']') after_value_ = true;
  }
  if (in_list_ && after_value_ && c && *c != ']') {
    if (*c != ',') return bad("not valid JSON: a comma or ] is expected after a record");
    ++at_;
    ++column_;
    c = next_sign();
    if (c == ']') return bad("not valid JSON: a record is expected after a comma");
  } else if (in_list_ && c == ']') {
    ++at_;
    ++column_;
    if (next_sign()) return bad("not valid JSON: nothing may follow the list");
    ended_ = true;
    return std::nullopt;
  }
  if (!c) {
    ended_ = true;
    return in_list_ ? bad("not valid JSON: the list is not closed by ]") : std::nullopt;
  }
  RecordBytes record;
  record.line = line_;
  record.column = column_;
  take_value(record);
  ++values_;
  after_value_ = true;
  if (!in_list_ && *c != '{') ended_ = true;  // not JSON at all: one message is enough
  return record;
}

/// Takes one JSON value: to the bracket that closes it, or to the end of a number or word.
void RecordStream::take_value(RecordBytes& record) {
  nesting_ = {};
  while (!nesting_.done && fill()) {
    const std::size_t end = value_end({block_.data() + at_, size_ - at_});
    take(record, end);
  }
}

std::size_t RecordStream::value_end(std::string_view have) {
  Nesting& n = nesting_;
  for (std::size_t i = 0; i < have.size(); ++i) {
    if (n.in_string && !n.escaped) {
      while (i < have.size() && have[i] != '"' && have[i] != '\\') ++i;
      if (i == have.size()) break;
    }
    const char c = have[i];
    if (n.in_string) {
      if (n.escaped)
        n.escaped = false;
      else if (c == '\\')
        n.escaped = true;
      else if (c == '"')
        n.in_string = false;
      n.done = !n.in_string && n.depth == 0;
    } else if (c == '"') {
      n.in_string = true;
    } else if (c == '{' || c == '[') {
      ++n.depth;
    } else if (c == '}' || c == ']') {
      if (n.depth == 0) {
        n.done = true;
        return std::max<std::size_t>(i, n.scalar ? 0 : 1);
      }
      n.done = --n.depth == 0;
    } else if (n.depth == 0 && (c == ',' || c == '\n')) {
      n.done = true;
      return std::max<std::size_t>(i, n.scalar ? 0 : 1);
    } else {
      n.scalar = true;
    }
    if (n.done) return i + 1;
  }
  return have.size();
}

}  // namespace factloom
