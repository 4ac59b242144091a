// SPDX-License-Identifier: Apache-2.0
// The records of a graph file, as writer and reader share them; graph_file.h tells of the whole.
// A field is only ever added at the end of a record (it reads as zero in older files).
#pragma once
#include <bit>
#include <cstdint>
#include <string_view>

namespace factloom::graph_file {

static_assert(std::endian::native == std::endian::little, "graph files are used where they lie");

constexpr std::string_view magic(
    "\x89"
    "FLGRAPH",
    8);
constexpr std::string_view closing("FLGRAPH\n", 8);
constexpr std::uint32_t version = 1;

struct Head {
  char magic[8];
  std::uint32_t version, reserved;
};
struct Section {
  char name[16];
  std::uint64_t offset, size, stride, checksum;
};
struct Foot {
  std::uint64_t sections, checksum;  ///< where the table of sections begins; its checksum
  std::uint32_t count, version;
  char closing[8];
};

/// Text fields are numbers in the table of texts; lists are a first index and a count.
struct EntityRecord {
  std::uint32_t id, name, type, mentions, documents, first_date, last_date;
  std::uint32_t first_alias, aliases, first_property, properties;
  std::uint32_t first_id, ids;
};
struct PropertyRecord {
  std::uint32_t relation, value, type, first_evidence, evidence, documents, contradicted;
};
struct RelationRecord {
  double confidence;
  std::uint32_t subject, object, relation, status, weight, first_evidence, evidence, contradicted;
  std::uint32_t first_date, last_date;
};
/// See NameMerge.
struct MergeRecord {
  double score;
  std::uint32_t entity, other_entity, a, b, a_type, b_type, merged, first_reason, reasons, reserved;
};
/// See NearDuplicate.
struct DuplicateRecord {
  double similarity;
  std::uint32_t document, original;
};

}  // namespace factloom::graph_file
