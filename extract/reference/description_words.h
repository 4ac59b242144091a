// SPDX-License-Identifier: Apache-2.0
// What the words of a definite description ask of who it means: "the FRENCH firm", "the president
// OF ACME", "the bank, BASED IN RIYADH", "the INTERIOR ministry".
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "extract/groups/group.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/epithets.h"
#include "extract/reference/name_beginnings.h"
#include "extract/reference/owners.h"

namespace factloom {

/// "the STATE": a region, or a country.
inline bool names_state(const ClassSet& noun, const KnownClasses& k) {
  return noun.has(k.region) && noun.has(k.state_adjunct);
}

/// What is asked of who a description means.
struct Wanted {
  const Group& group;
  TypeSet types = 0;                           ///< that its noun describes
  EntityId of = EntityId::none;                ///< "the president of ACME"
  std::string_view word;                       ///< its noun
  ClassSet bodies;                             ///< the kinds of bodies that its noun names
  bool names_body = false;                     ///< does it name one?
  std::span<const Epithets::CalledBy> called;  ///< whom the text called by the noun
  bool opens = false;              ///< does it stand in the first sentence of a paragraph?
  bool placed = false;             ///< does a place stand before the noun?
  WordId trade = WordId::none;     ///< "the FOOD maker"
  bool any_firm = false;           ///< is its noun said of any firm: "the company", "the group"?
  bool named = false;              ///< does another name stand before the noun: "the iPhone maker"?
  EntityId seat = EntityId::none;  ///< "the bank, based in RIYADH"
  std::string_view ministry;       ///< "the INTERIOR ministry"
  std::string_view field;          ///< "the PENSION fund"
  bool same = false;               ///< "the SAME bank"
  bool more = false;               ///< does it say more than its noun and an article?
  WordId lemma = WordId::none;     ///< of its noun
  bool public_body = false;        ///< "the CENTRAL bank"
  bool part = false;               ///< "the unit", "the MARGARINE BUSINESS"
  NameBeginnings::Bits begins = 0;  ///< how its noun begins
  bool untold = false;  ///< may it be one of whom neither name nor type nor kind tells that?

  /// Did the text call it so: "the president OF ACME"?
  bool is_called(EntityId who) const {
    for (const Epithets::CalledBy& c : called)
      if (c.entity == who && (of == EntityId::none || c.of == of)) return true;
    return false;
  }
};

class DescriptionWords {
 public:
  DescriptionWords(const Text& text, const Mentions& mentions,
                   const std::vector<MentionId>& mention_at, const EntityKinds& kinds,
                   const Epithets& epithets)
      : text_(text),
        m_(mentions),
        at_(mention_at),
        kinds_(kinds),
        k_(kinds.classes),
        epithets_(epithets) {}

  Wanted read(const std::vector<Group>& row, std::size_t i) const;
  /// Do modifiers say that another one is meant ("the NEW company", "the LARGEST bank")?
  bool contrasted(const Group& g) const;
  /// Is it picked out by what follows ("the company THAT he founded", "the university IN LEEDS")?
  bool picked_out(const std::vector<Group>& row, std::size_t i) const;
  /// "the unit", "the MARGARINE BUSINESS": a part of a firm, not the firm.
  bool a_part(const Group& g) const;
  bool public_body(const Group& g) const;

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  const Entity& entity(EntityId e) const { return m_.entities[index(e)]; }
  EntityId at(std::uint32_t token) const { return entity_at(m_, at_, token); }
  TypeSet types(const Group& g) const;
  EntityId seat_behind(const std::vector<Group>& row, std::size_t i) const;
  EntityId owner_behind(const std::vector<Group>& row, std::size_t i) const;
  std::string_view ministry_of(const Group& g) const;
  std::string_view field_of(const Group& g) const;
  /// Does the group say more than its noun and an article?
  bool modified(const Group& g) const;
  /// Does a place or people stand before the noun?
  bool of_place(const Group& g) const;
  /// Does a name of anything else?
  bool of_named(const Group& g) const;

  const Text& text_;
  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  const Epithets& epithets_;
};

}  // namespace factloom
