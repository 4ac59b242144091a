// SPDX-License-Identifier: Apache-2.0
// Persons of one name in many documents: documents that link the name to the same thing mean the
// same person; those that have nothing in common are told apart, and compared like other names.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace factloom {

/// A document links a person's name to something. All three are numbers.
struct PersonLink {
  std::uint32_t name = 0, document = 0;
  std::int64_t thing = -1;  ///< -1: it says nothing but the name
  auto operator<=>(const PersonLink&) const = default;
};

/// Name and document -> the first document of its strand; of names in several documents alone.
using Strands = std::unordered_map<std::uint64_t, std::uint32_t>;
inline std::uint64_t strand_key(std::uint32_t name, std::uint32_t document) {
  return std::uint64_t{name} << 32 | document;
}

Strands find_strands(std::vector<PersonLink> links);

}  // namespace factloom
