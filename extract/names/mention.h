// SPDX-License-Identifier: Apache-2.0
// Where a text names something, and which of these places name the same thing. Names are found
// first, then groups are built over them, then pronouns and descriptions are resolved to the same
// entities.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "extract/base/ids.h"
#include "extract/base/span.h"

namespace factloom {

enum class MentionKind : std::uint8_t { name, description, pronoun, adjective };
enum class Gender : std::uint8_t { unknown, male, female, neuter };

/// One place where the text names an entity.
struct Mention {
  TokenRange tokens;
  std::uint32_t head = 0;  ///< the token that decides number and kind (the last one of a name)
  TypeId type =
      TypeId::none;  ///< as this place says; the entity's type is what the whole document says
  EntityId entity = EntityId::none;
  MentionKind kind = MentionKind::name;
  bool inside = false;  ///< lies inside a larger mention ("Sydney" in "University of Technology
                        ///< Sydney"): kept out of cells
};

/// One thing that the document speaks of.
struct Entity {
  std::string name;  ///< its fullest name in the document, as written
  TypeId type = TypeId::none;
  Gender gender = Gender::unknown;
  bool plural = false;
  MentionId first = MentionId::none;  ///< its first mention
  std::vector<std::string> also;      ///< other names that the text says it bears
};

/// All mentions of a document in text order (a larger one before those inside it), and the entities
/// they name.
struct Mentions {
  std::vector<Mention> mentions;
  std::vector<Entity> entities;
};

/// Do two mentions name the same thing?
inline bool same_entity(const Mentions& all, MentionId a, MentionId b) {
  const EntityId x = all.mentions[index(a)].entity;
  return a == b || (x != EntityId::none && x == all.mentions[index(b)].entity);
}

}  // namespace factloom
