// SPDX-License-Identifier: Apache-2.0
// The evidence of a graph as it is read: views of facts, whose texts lie elsewhere. A graph that
// was just built keeps whole Facts; a graph from a file keeps records of fixed size and one table
// of texts, both used where they lie in the mapped file, so that a million facts cost no memory of
// their own. An EvidenceRange hides which of the two it is. Views are valid as long as the graph.
#pragma once
#include <compare>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <span>
#include <string_view>

#include "extract/fact.h"

namespace factloom {

/// One end of a fact; see FactEnd.
struct EndView {
  std::int64_t entity = -1;
  std::string_view name, type, mention;
  std::uint32_t start = 0, end = 0;
  bool literal = false;
  std::string_view id, also;
  auto operator<=>(const EndView&) const = default;
  operator FactEnd() const;  // NOLINT: implicit on purpose
};

struct PlaceView {
  std::string_view text;
  std::uint32_t start = 0, end = 0;
  auto operator<=>(const PlaceView&) const = default;
  operator TextPlace() const;  // NOLINT
};

/// What is known of a fact's document; see Source.
struct SourceView {
  std::string_view title, date, publisher, url;
  auto operator<=>(const SourceView&) const = default;
  operator Source() const;  // NOLINT
};

/// A fact; see Fact, which it turns into where one is wanted.
struct FactView {
  std::string_view document, relation;
  EndView subject, object;
  std::string_view role, date;
  Status status = Status::asserted;
  std::string_view attributed_to;
  double confidence = 0;
  std::string_view rule;
  PlaceView trigger, sentence;
  SourceView source;
  auto operator<=>(const FactView&) const = default;
  operator Fact() const;  // NOLINT
};

FactView view_of(const Fact& fact);

/// Texts one after the other, told apart by their ends; text 0 is the empty one.
struct TextTable {
  std::string_view bytes;
  std::span<const std::uint64_t> ends;  ///< ends[i]: where text i ends in bytes; never falling
  /// The text of a number; empty for a number that there is not.
  std::string_view operator[](std::uint32_t i) const {
    if (i >= ends.size()) return {};
    const std::uint64_t begin = i == 0 ? 0 : ends[i - 1];
    return bytes.substr(begin, ends[i] - begin);
  }
};

/// Records of one kind, one after the other, as a file has them. A file may have longer records
/// (fields that this program does not know) or shorter ones (fields that were not yet known: zero).
template <class Record>
struct RecordTable {
  std::string_view bytes;
  std::size_t stride = sizeof(Record);
  std::size_t size() const { return bytes.size() / stride; }
  Record operator[](std::size_t i) const {
    Record record{};
    std::memcpy(&record, bytes.data() + i * stride,
                stride < sizeof record ? stride : sizeof record);
    return record;
  }
};

/// A fact as a file holds it; texts are numbers in a TextTable.
struct EvidenceRecord {
  std::int64_t subject_entity, object_entity;
  double confidence;
  std::uint32_t document, relation;
  std::uint32_t subject_name, subject_type, subject_mention, subject_start, subject_end;
  std::uint32_t object_name, object_type, object_mention, object_start, object_end;
  std::uint32_t role, date, attributed_to, rule;
  std::uint32_t trigger, trigger_start, trigger_end;
  std::uint32_t sentence, sentence_start, sentence_end;
  std::uint32_t status;    ///< of enum Status
  std::uint32_t literals;  ///< bit 0: the object is a literal, bit 1: the subject
  std::uint32_t subject_id, object_id;
  std::uint32_t title, document_date, publisher, url;
  std::uint32_t subject_also, object_also;
};

/// Facts that lie in a file.
struct EvidenceTable {
  RecordTable<EvidenceRecord> records;
  TextTable texts;
  FactView operator[](std::size_t i) const;
};

/// Some facts of a graph, in order.
class EvidenceRange {
 public:
  EvidenceRange() = default;
  explicit EvidenceRange(std::span<const Fact> facts) : facts_(facts), size_(facts.size()) {}
  explicit EvidenceRange(const EvidenceTable& table) : table_(table), size_(table.records.size()) {}

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  FactView operator[](std::size_t i) const {
    return facts_.empty() ? table_[first_ + i] : view_of(facts_[i]);
  }
  FactView front() const { return (*this)[0]; }
  EvidenceRange subspan(std::size_t first, std::size_t count) const {
    EvidenceRange part = *this;
    if (!facts_.empty()) part.facts_ = facts_.subspan(first, count);
    part.first_ += first;
    part.size_ = count;
    return part;
  }

  class Iterator;
  Iterator begin() const;
  Iterator end() const;

 private:
  std::span<const Fact> facts_;
  EvidenceTable table_;
  std::size_t first_ = 0, size_ = 0;
};

class EvidenceRange::Iterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = FactView;
  using difference_type = std::ptrdiff_t;
  using reference = FactView;
  using pointer = void;

  Iterator() = default;
  Iterator(const EvidenceRange& range, std::size_t place) : range_(range), place_(place) {}
  FactView operator*() const { return range_[place_]; }
  Iterator& operator++() {
    ++place_;
    return *this;
  }
  Iterator operator++(int) {
    Iterator old = *this;
    ++place_;
    return old;
  }
  bool operator==(const Iterator& other) const { return place_ == other.place_; }

 private:
  EvidenceRange range_;
  std::size_t place_ = 0;
};

inline EvidenceRange::Iterator EvidenceRange::begin() const {
  return {*this, 0};
}
inline EvidenceRange::Iterator EvidenceRange::end() const {
  return {*this, size_};
}

}  // namespace factloom
