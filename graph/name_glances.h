// SPDX-License-Identifier: Apache-2.0
// A look at two names that tells most pairs apart before they are compared: a few numbers of each
// part of each name, close together in memory.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "graph/name_parts.h"

namespace factloom {

class NameGlances {
 public:
  explicit NameGlances(const std::vector<NameParts>& names);

  /// Has what is known of a name brought into the cache.
  void expect(std::uint32_t name) const { __builtin_prefetch(&names_[name]); }

  /// Would compare_names find that two names conflict, if both are of persons or neither is? Where
  /// it says no, it may yet.
  bool conflict(std::uint32_t a, std::uint32_t b) const;

 private:
  /// Hashes and sizes; groups as bits of which two groups may share one.
  struct PartGlance {
    std::uint32_t text = 0, sound = 0, syllables = 0;
    std::uint32_t given = 0, family = 0;
    char first = 0, sound_first = 0, sound_last = 0;
    std::uint8_t sound_size = 0;
    bool single = false;  ///< one letter of a person's name
    bool open = false;    ///< vowels or an end left out, or two names in one
  };
  struct NameGlance {
    std::uint32_t form = 0, solid = 0;
    std::uint32_t syllables[2] = {0, 0};  ///< of the rest where a family name of East Asia is
    std::uint32_t first_part = 0;
    std::uint16_t parts = 0;
    bool acronym = false;
  };
  static bool may_answer(const PartGlance& p, const PartGlance& q);
  std::span<const PartGlance> parts_of_name(const NameGlance& name) const {
    return {parts_.data() + name.first_part, name.parts};
  }

  std::vector<NameGlance> names_;
  std::vector<PartGlance> parts_;
};

}  // namespace factloom
