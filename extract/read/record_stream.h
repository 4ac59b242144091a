// SPDX-License-Identifier: Apache-2.0
// Cuts a stream of bytes into records without reading it whole: the lines of NDJSON, the objects of
// a JSON list, or everything as one record. Memory holds one record and one block. A record that is
// longer than the limit is passed over and told.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/read/byte_source.h"

namespace factloom {

/// Where a stream is cut.
enum class RecordCut : std::uint8_t { lines, values, whole };

/// A record as it stands in its file.
struct RecordBytes {
  std::string bytes;         ///< followed by room for the wide loads of the JSON parser
  std::uint32_t line = 1;    ///< where it starts
  std::uint32_t column = 1;  ///< in bytes, from 1
  bool too_long = false;     ///< then `bytes` are cut short
  std::string problem;  ///< what keeps the stream from going on after this; `bytes` may be empty
};

class RecordStream {
 public:
  RecordStream(ByteSource source, RecordCut cut, std::size_t longest);

  /// The first bytes, without taking them.
  std::string_view peek();
  void set_cut(RecordCut cut) { cut_ = cut; }
  /// The next record that is not blank; nothing at the end.
  std::optional<RecordBytes> next();
  /// Was the last value the first one, and no part of a list?
  bool single() const { return !in_list_ && values_ == 1; }
  /// Why the bytes ended before their time; empty when they did not.
  const std::string& problem() const { return source_.problem(); }

 private:
  bool fill();
  void take(RecordBytes& record, std::size_t count);
  void start_at_mark(RecordBytes& record) const;
  std::optional<RecordBytes> next_line();
  std::optional<RecordBytes> next_value();
  std::optional<RecordBytes> next_whole();
  std::optional<char> next_sign();
  std::optional<RecordBytes> bad(std::string problem);
  void take_value(RecordBytes& record);
  std::size_t value_end(std::string_view have);

  /// What the bytes of a value have said so far.
  struct Nesting {
    std::size_t depth = 0;
    bool in_string = false, escaped = false, done = false, scalar = false;
  };

  ByteSource source_;
  RecordCut cut_;
  std::size_t longest_;
  std::vector<char> block_;
  std::size_t at_ = 0, size_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  bool begun_ = false, ended_ = false, in_list_ = false, after_value_ = false;
  std::size_t values_ = 0;
  Nesting nesting_;
};

}  // namespace factloom
