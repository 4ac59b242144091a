// SPDX-License-Identifier: Apache-2.0
// What a text calls those that it names: "Acme, a FRENCH BANK", "the airline Bolt", "Prime Minister
// Ann Lee", "EDF of France"; with what their names say ("Spirit AIRLINES") and the gazetteer knows,
// it tells what a later description ("the bank", "the French firm") can mean.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/groups/group.h"
#include "extract/lexicon/gazetteer.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/owners.h"

namespace factloom {

/// The noun that says of what trade a firm is ("the FOOD maker", "an OIL company"), given the noun
/// that ends the description and where that begins; none if there is none.
WordId trade_of(const Text& text, std::uint32_t head, std::uint32_t first,
                const KnownClasses& classes);

/// What is known of a question about an entity.
enum class Known : std::uint8_t { no, open, yes };

class Epithets {
 public:
  Epithets(const Text& text, const Mentions& mentions, const std::vector<MentionId>& mention_at,
           const EntityKinds& kinds, const Gazetteer& gazetteer)
      : text_(text),
        m_(mentions),
        at_(mention_at),
        kinds_(kinds),
        k_(kinds.classes),
        gazetteer_(gazetteer) {}

  /// Remembers what the group at i is called beside its name.
  void remember(const std::vector<Group>& row, std::size_t i);
  /// Remembers that the group describes the entity: "Acme is A FRENCH BANK".
  void remember_described(const Group& description, EntityId entity);
  /// Remembers of what kind, trade and place it is, as a description says that was taken for it.
  void learn(const Group& description, EntityId entity);

  /// A noun that described an entity: "minister" of John Howard; of whom, when it was said.
  struct CalledBy {
    WordId lemma = WordId::none;
    EntityId entity = EntityId::none;
    EntityId of = EntityId::none;
    auto operator<=>(const CalledBy&) const = default;
  };
  /// Whom the text called by the noun; until somebody is called by another one.
  std::span<const CalledBy> called(WordId noun) const;
  /// Can it be one of these kinds of bodies (`EntityKinds::bodies` of a noun): a bank, an airline?
  /// No if it is another kind, open if none is asked for or nothing is known.
  Known is_kind(EntityId who, const ClassSet& kinds) const;
  /// Is it of the place: "the FRENCH firm", "the LEEDS firm"?
  Known is_of(EntityId who, EntityId place);
  /// "the CHICAGO group": may it be one that is there?
  bool named_as_place(EntityId body) const;
  /// Is the government at i, though the text's own state would be meant, "the government IN THE
  /// HAGUE", another one's?
  bool seated_elsewhere(const std::vector<Group>& row, std::size_t i, EntityId home);
  /// Was it said to be of the trade: "a FOOD company", "the FOOD maker"? No if only of others.
  Known is_in(EntityId who, WordId trade) const;
  /// The code of the country that it is, or lies in; empty when that is not known.
  const std::string& country_code(EntityId e) { return country_of(e); }
  /// Is it known to be of the country that the place lies in?
  bool in_country(EntityId who, EntityId place) {
    const std::string& home = country_of(who);
    return !home.empty() && home == country_of(place);
  }

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  const Entity& entity(EntityId e) const { return m_.entities[index(e)]; }
  bool is_named(const Group& g) const;
  bool acts_itself(const std::vector<Group>& row, std::size_t name, std::size_t noun) const;
  EntityId at(std::uint32_t token) const { return entity_at(m_, at_, token); }
  bool is_town(EntityId place) const;
  bool named_for_another(EntityId who, EntityId place) const;
  void call(std::uint32_t token, EntityId entity, EntityId of);
  void tie(EntityId body, EntityId place);
  void learn_trade(std::uint32_t head, std::uint32_t first, EntityId body);
  void read_name(MentionId name);
  ClassSet& bodies_of(EntityId e) {
    if (index(e) >= bodies_.size()) bodies_.resize(m_.entities.size());
    return bodies_[index(e)];
  }
  /// The code of the country that it is, or lies in; empty when that is not known.
  const std::string& country_of(EntityId e);
  std::string look_up(const Entity& e) const;

  const Text& text_;
  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  const Gazetteer& gazetteer_;
  std::vector<CalledBy> called_;                  ///< in order
  std::set<std::pair<EntityId, EntityId>> ties_;  ///< a body and a place that it is of
  std::set<std::pair<EntityId, WordId>> trades_;  ///< "a FOOD company"
  std::vector<ClassSet> bodies_;                  ///< by entity: the kinds of bodies that it is
  std::map<EntityId, std::string> countries_;
};

}  // namespace factloom
