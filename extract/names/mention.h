// SPDX-License-Identifier: Apache-2.0
// Where a text names something, and which of these places name the same thing. Names are found
// first, then groups are built over them, then pronouns and descriptions are resolved to the same
// entities.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
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
  float certainty = 1;  ///< how likely it is that the entity is meant, 0 to 1
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
  /// Whose the post at a token is, where the words beside it do not say it; who else is meant by a
  /// pronoun ("their son").
  struct Owner {
    std::uint32_t post = 0;  ///< the token
    MentionId whose = MentionId::none;
  };
  std::vector<Mention> mentions;
  std::vector<Entity> entities;
  std::vector<Owner> owners;  ///< in text order

  /// A new entity, of which the next mention is the first.
  EntityId add_entity(std::string name, TypeId type, bool plural = false) {
    Entity& e = entities.emplace_back();
    e.name = std::move(name);
    e.type = type;
    e.plural = plural;
    e.first = static_cast<MentionId>(mentions.size());
    return static_cast<EntityId>(entities.size() - 1);
  }

  /// Those of posts from a token on.
  std::vector<Owner>::const_iterator owners_from(std::uint32_t token) const {
    return std::lower_bound(owners.begin(), owners.end(), token,
                            [](const Owner& o, std::uint32_t t) { return o.post < t; });
  }
  /// The owner noted for the post at a token; none if none is.
  MentionId owner_of(std::uint32_t post) const {
    const auto at = owners_from(post);
    return at != owners.end() && at->post == post ? at->whose : MentionId::none;
  }
};

/// Do two mentions name the same thing?
inline bool same_entity(const Mentions& all, MentionId a, MentionId b) {
  const EntityId x = all.mentions[index(a)].entity;
  return a == b || (x != EntityId::none && x == all.mentions[index(b)].entity);
}

/// What a mention names; none for no mention.
inline EntityId entity_of(const Mentions& all, MentionId m) {
  return m == MentionId::none ? EntityId::none : all.mentions[index(m)].entity;
}

/// The type of a mention: its entity's, else its own.
inline TypeId type_of(const Mentions& all, MentionId m) {
  const Mention& mention = all.mentions[index(m)];
  if (mention.entity == EntityId::none) return mention.type;
  const TypeId type = all.entities[index(mention.entity)].type;
  return type == TypeId::none ? mention.type : type;
}

/// Is it called by more than one word somewhere in the document, or by one that a title or a first
/// name stands for? Else its type is a guess.
inline bool named_in_full(const Mentions& all, MentionId m) {
  const EntityId entity = entity_of(all, m);
  if (entity == EntityId::none) return false;
  const Entity& e = all.entities[index(entity)];
  return e.gender != Gender::unknown || e.name.find(' ') != std::string::npos;
}

}  // namespace factloom
