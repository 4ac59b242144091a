// SPDX-License-Identifier: Apache-2.0
// Ids are what stages hand to each other instead of pointers. Each is an index into one table.
#pragma once
#include <cstdint>

namespace factloom {

enum class WordId : std::uint32_t {
  none = 0xFFFFFFFFu
};                                                 ///< a word form of the Lexicon (lower case)
enum class TypeId : std::uint8_t { none = 0xFF };  ///< an entity type of the Ontology, at most 64
enum class RelationId : std::uint16_t { none = 0xFFFF };      ///< a relation of the Ontology
enum class RuleId : std::uint32_t { none = 0xFFFFFFFFu };     ///< a rule of the RulePack
enum class EntityId : std::uint32_t { none = 0xFFFFFFFFu };   ///< an entity of one document
enum class MentionId : std::uint32_t { none = 0xFFFFFFFFu };  ///< a mention of one document
enum class ClassId : std::uint16_t {
  none = 319
};  ///< a semantic class of the Lexicon, at most ClassSet::capacity

template <class Id>
constexpr std::uint32_t index(Id id) {
  return static_cast<std::uint32_t>(id);
}

}  // namespace factloom
