// SPDX-License-Identifier: Apache-2.0
// Who "the company", "the French club" or "the president" is: of those named before, the most
// salient that is known as such, whose name holds the noun, or whose type it describes; nobody when
// the words around it pick out another one, or when two fit about equally well.
#pragma once
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

class DescriptionResolver {
 public:
  DescriptionResolver(const Text& text, const Mentions& mentions,
                      const std::vector<MentionId>& mention_at, const EntityKinds& kinds)
      : text_(text), m_(mentions), at_(mention_at), kinds_(kinds), k_(kinds.classes) {}

  /// Remembers what the group at i is called beside its name: "Prime Minister John Howard", "Acme,
  /// a French bank".
  void remember(const std::vector<Group>& row, std::size_t i);
  /// Remembers that the group at i describes the entity: "Acme is A FRENCH BANK".
  void remember_described(const Group& description, EntityId entity);
  /// Who the definite singular description at i is; none if that is not clear.
  EntityId find(const Discourse& discourse, const std::vector<Group>& row, std::size_t i,
                std::uint32_t sentence) const;

 private:
  /// A noun that described an entity: "minister" of John Howard; of whom, when it was said.
  struct CalledBy {
    WordId lemma = WordId::none;
    EntityId entity = EntityId::none;
    EntityId of = EntityId::none;
    auto operator<=>(const CalledBy&) const = default;
  };
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  const Entity& entity(EntityId e) const { return m_.entities[index(e)]; }
  bool is_named(const Group& g) const;
  EntityId entity_at(std::uint32_t token) const;
  void call(std::uint32_t token, EntityId entity, EntityId of);
  /// A description, as it is asked of all candidates.
  struct Sought {
    const Token& head;
    std::string_view word;  ///< of the head
    TypeSet wanted = 0;
    EntityId of = EntityId::none;
    bool called = false;  ///< was anybody called by its lemma?
  };
  /// How well the words fit, 0 to 1, 0 for not at all.
  float fit(const Referent& r, const Sought& sought) const;
  /// Was anybody called by the lemma?
  bool somebody_called(WordId lemma) const;
  bool known_as(EntityId who, WordId lemma, EntityId of) const;
  bool tied(EntityId who, EntityId place) const;
  /// Do modifiers say that another one is meant ("the NEW company", "the LARGEST bank")?
  bool contrasted(const Group& g) const;
  /// "the unit", "the MARGARINE BUSINESS": a part of a firm, not the firm.
  bool a_part(const Group& g) const;
  /// Is it picked out by what follows ("the company THAT he founded", "the university IN LEEDS")?
  bool picked_out(const std::vector<Group>& row, std::size_t i) const;
  EntityId owner_behind(const std::vector<Group>& row, std::size_t i) const;
  bool called_otherwise(const Entity& entity, const Token& head) const;
  bool ties_known(const Group& g, EntityId who) const;

  const Text& text_;
  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  std::set<CalledBy> called_;
  std::set<std::pair<EntityId, EntityId>> ties_;  ///< a body and a place that it is of
};

}  // namespace factloom
