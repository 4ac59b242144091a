// SPDX-License-Identifier: Apache-2.0
// The types of things and of relations that a graph may hold, read from `schemas/types/*.json`:
// entity types with their parents, relations with domain, range and flags. Users add files of their
// own; nothing here is known to the C++ code but the names that a stage asks for.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/ids.h"
#include "extract/base/result.h"

namespace factloom {

/// Set of entity types; bit i is TypeId(i).
using TypeSet = std::uint64_t;

constexpr TypeSet only(TypeId t) {
  return t == TypeId::none ? 0 : TypeSet{1} << index(t);
}

/// One entity type.
struct EntityType {
  std::string name;              ///< "Company"
  TypeId parent = TypeId::none;  ///< "Organization"; none for a root
  std::string iri;               ///< "http://schema.org/Corporation"
  std::string wikidata;          ///< "Q783794"; empty when there is none
  std::string description;
  std::string color;        ///< "#1f77b4", for pictures
  bool literal = false;     ///< a value on a fact (Date, Money), no entity of the graph
  TypeSet ancestors = 0;    ///< itself and all above it
  TypeSet descendants = 0;  ///< itself and all below it
  TypeSet disjoint = 0;     ///< types that nothing of this type can have
  TypeSet holds = 0;        ///< types whose things may lie inside one of this: places in a country
  Diagnostic declared;      ///< the file; in users' own files also the place
};

/// What a relation tells of a person's life: the years it began and ended, family, what else makes
/// a biography, a post held, or a meeting, which is private or public by what the others tell.
enum class LifeEvent : std::uint8_t { none, birth, death, family, life, post, meeting };

/// "first" leads from a subject to a thing whose name has one of the words, "second" from the thing
/// to an object: then the relation holds between the two. "enacts" sanctions which "targets"
/// somebody.
struct RelationsThrough {
  std::string first, second;       ///< names of relations; empty: nothing leads through a thing
  std::vector<std::string> named;  ///< in small letters
};

/// One relation.
struct RelationType {
  std::string name;               ///< "foundedBy"
  TypeSet domain = 0, range = 0;  ///< types a subject and an object may have, descendants included
  std::string inverse;            ///< IRI or name of the inverse, if it has a name
  bool symmetric = false;         ///< holds both ways; written with its ends in canonical order
  bool functional =
      false;  ///< a subject has at most one object: two that differ contradict each other
  bool lasting = false;  ///< a state that can end, and is former then
  bool once = false;     ///< an act that is planned first, then done or given up: a takeover
  LifeEvent tells = LifeEvent::none;
  std::string iri;       ///< "http://schema.org/founder", or our own
  std::string wikidata;  ///< "P112"
  RelationsThrough through;
  std::string broader;  ///< name of the relation it is a special case of ("worksFor" of "headOf")
  std::string description;
  Diagnostic declared;  ///< the file; in users' own files also the place
};

class Ontology {
 public:
  /// Reads every *.json in a folder, checked by `../json/ontology.json` beside it, and further
  /// files of the same form; all errors of all files at once.
  static Result<Ontology> load(const std::string& folder,
                               const std::vector<std::string>& more_files = {});

  TypeId find_type(std::string_view name) const;          ///< none if unknown
  RelationId find_relation(std::string_view name) const;  ///< none if unknown
  /// Is a relation the other one, or narrower? By names, as graphs have relations of other
  /// ontologies, too.
  bool is_below(std::string_view relation, std::string_view broader) const;
  const EntityType& type(TypeId t) const { return types_[index(t)]; }
  const RelationType& relation(RelationId r) const { return relations_[index(r)]; }
  const std::vector<EntityType>& types() const { return types_; }
  const std::vector<RelationType>& relations() const { return relations_; }
  /// Is `t` the type `ancestor` or below it?
  bool is_a(TypeId t, TypeId ancestor) const {
    return (ancestors_[index(t)] & only(ancestor)) != 0;
  }
  /// Can one thing be of both types: one above the other, or of one root and not disjoint?
  bool can_be_same(TypeId a, TypeId b) const;
  /// Is `t` in the set (which holds descendants already)?
  static bool in(TypeId t, TypeSet set) { return (only(t) & set) != 0; }

  /// Types that the stages ask for at every turn; none where the ontology lacks one.
  struct KnownTypes {
    TypeId person = TypeId::none, organization = TypeId::none, place = TypeId::none,
           region = TypeId::none, country = TypeId::none, policy = TypeId::none,
           date = TypeId::none, money = TypeId::none, company = TypeId::none,
           government = TypeId::none, intergovernmental = TypeId::none, party = TypeId::none,
           team = TypeId::none, school = TypeId::none, product = TypeId::none, event = TypeId::none,
           quantity = TypeId::none;
  };
  const KnownTypes& known() const { return known_; }

 private:
  void index_types();

  std::vector<EntityType> types_;          // at most 63
  std::array<TypeSet, 256> ancestors_{};   // theirs, by TypeId: small enough for the cache
  std::array<std::uint8_t, 256> slots_{};  // of types by their names: number + 1, 0 is empty
  std::vector<RelationType> relations_;
  KnownTypes known_;
};

}  // namespace factloom
