// SPDX-License-Identifier: Apache-2.0
// Makes the image of a Gazetteer out of tables (TSV or CSV). A table's first line that is no
// comment names its columns:
//   name, type, id, aliases (separated by ";"), flags, of          one entry a line, or
//   country, id, aliases, adjective, person, plural, capital, metonym   a country with all that is
//   said for it
// Flags: m f mf (gender), w1 … w9 (how well known), context, family-first. Types `first-name`,
// `surname`, `adjective`, `state-code` are parts of names, all others are entity types.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/base/result.h"
#include "extract/lexicon/gazetteer.h"

namespace factloom {

class GazetteerBuilder {
 public:
  GazetteerBuilder();

  /// Adds the entries of a table; returns its mistakes. `known_type` may be empty: then every type
  /// is taken.
  Diagnostics add_table(const std::string& path, std::string_view content, bool users_own,
                        const std::function<bool(std::string_view)>& known_type);
  /// The image, to be written or used; the builder is empty afterwards.
  std::vector<std::uint64_t> build();

 private:
  struct Phrase {
    std::vector<Sense> senses;
    bool prefix = false;
  };
  struct Row;

  /// The column that is wrong and what is wrong with it; an empty message if the row is good.
  static std::pair<std::uint8_t, std::string> complaint(
      const Row& row, const std::function<bool(std::string_view)>& known_type);
  std::uint32_t string(std::string_view s);
  std::uint8_t type(std::string_view s);
  void add(std::string_view phrase, Sense sense);
  void add_entry(const Row& row, bool users_own);
  void add_country(const Row& row);

  std::unordered_map<std::uint64_t, Phrase> phrases_;
  std::unordered_map<std::string, std::uint32_t> string_offsets_;
  std::string strings_;
  std::vector<std::string> types_;
};

/// What the image of a Gazetteer begins with.
struct GazetteerHeader {
  char magic[8] = {'F', 'L', 'G', 'A', 'Z', '0', '0', '3'};
  std::uint64_t slot_count = 0;  ///< a power of two
  std::uint64_t sense_count = 0;
  std::uint64_t string_bytes = 0;
  std::uint64_t type_count = 0;  ///< the types are the strings at the offsets behind the senses
  std::uint64_t unused[3] = {};  ///< so that the slots begin at a line of the cache
};
static_assert(sizeof(GazetteerHeader) == 64);

}  // namespace factloom
