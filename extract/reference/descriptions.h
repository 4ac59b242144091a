// SPDX-License-Identifier: Apache-2.0
// Who "the company", "the French club" or "the president" is: of those named before, the most
// salient that is known as such, whose name holds the noun, or whose type it describes; nobody when
// the words around it pick out another one, when two fit about equally well, or when it would be
// another argument of the same verb ("Acme sued THE COMPANY").
#pragma once
#include <string_view>
#include <vector>

#include "extract/reference/discourse.h"
#include "extract/reference/epithets.h"

namespace factloom {

/// A definite description and what its place asks of who it is.
struct DescriptionSlot {
  ReferencePlace place;
  static constexpr std::uint32_t no_token = UINT32_MAX;
  std::uint32_t subject = no_token;   ///< head of its clause's subject
  EntityId doer = EntityId::none;     ///< who that subject is
  EntityId other = EntityId::none;    ///< who it is said to be called like, and so called otherwise
  std::uint32_t explains = no_token;  ///< head of the name that it stands beside: "Acme, THE FIRM"
  std::uint32_t verb = 0;             ///< the last verb before it in the sentence; 0 if none
};

class DescriptionResolver {
 public:
  DescriptionResolver(const Text& text, const Mentions& mentions,
                      const std::vector<MentionId>& mention_at, const EntityKinds& kinds,
                      Epithets& epithets)
      : text_(text),
        m_(mentions),
        at_(mention_at),
        kinds_(kinds),
        k_(kinds.classes),
        epithets_(epithets) {}

  /// Who the definite singular description at i is; none if that is not clear.
  EntityId find(const Discourse& discourse, const std::vector<Group>& row, std::size_t i,
                const DescriptionSlot& slot);

 private:
  /// What is asked of who a description means.
  struct Wanted {
    const Group& group;
    TypeSet types = 0;             ///< that its noun describes
    EntityId of = EntityId::none;  ///< "the president of ACME"
    std::string_view word;         ///< its noun
    ClassSet bodies;               ///< the kinds of bodies that its noun names
    bool called = false;           ///< was anybody called by the noun?
    bool opens = false;            ///< does it stand in the first sentence of a paragraph?
    bool placed = false;           ///< does a place stand before the noun?
    WordId trade = WordId::none;   ///< "the FOOD maker"
    bool any_firm = false;         ///< is its noun said of any firm: "the company", "the group"?
    bool named = false;            ///< does another name stand before the noun: "the iPhone maker"?
    EntityId seat = EntityId::none;  ///< "the bank, based in RIYADH"
    std::string_view ministry;       ///< "the INTERIOR ministry"
    std::string_view field;          ///< "the PENSION fund"
  };
  struct Candidate {
    const Referent* referent;
    float fit;    ///< how well the words fit, above 0
    float score;  ///< how well it fits altogether
    Known of;     ///< is it of the places that the description names?
    bool doubt;   ///< does the description say more than is known of it?
    bool opens;   ///< is it what the text is about, and does a paragraph begin here?
  };
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  const Entity& entity(EntityId e) const { return m_.entities[index(e)]; }
  EntityId at(std::uint32_t token) const { return entity_at(m_, at_, token); }
  TypeSet types(const Group& g) const;
  /// Is it clear that the best candidate is meant, and none that fits about as well?
  bool is_clear(const Discourse& discourse, const Candidate& best,
                const std::vector<Candidate>& all, const Wanted& wanted,
                const DescriptionSlot& slot) const;
  /// Did the text turn from what its heading names to another one, of which it told just before?
  bool turned(const std::vector<Candidate>& all, const Wanted& wanted,
              std::uint32_t sentence) const;
  bool in_country(EntityId who, const Group& g) const;
  static bool continues(const Candidate& candidate, std::uint32_t sentence);
  std::vector<Candidate> candidates(const Discourse& discourse, const Wanted& wanted,
                                    const DescriptionSlot& slot);
  /// How well the words fit, 0 to 1, 0 for not at all.
  float fit(const Referent& r, const Wanted& wanted);
  bool body_since(const Discourse& discourse, const Referent& body,
                  const DescriptionSlot& slot) const;
  bool person_since(const Discourse& discourse, const Referent& person) const;
  float fit_unnamed(const Referent& r, const Wanted& wanted) const;
  /// Is it of the places and peoples that are named before the noun? Open if none are.
  Known tie(EntityId who, const Wanted& wanted);
  bool elsewhere(EntityId who) const;
  std::string_view field_of(const Group& g) const;
  bool of_field(const Entity& e, const Wanted& wanted) const;
  bool other_name(std::uint32_t token, EntityId who) const;
  /// Does the group say more than its noun and an article?
  bool modified(const Group& g) const;
  /// Does a place or people stand before the noun?
  bool of_place(const Group& g) const;
  /// Does a name of anything else?
  bool of_named(const Group& g) const;
  /// Is it another argument of the same clause?
  bool apart(const Referent& r, const DescriptionSlot& slot) const;
  /// Do modifiers say that another one is meant ("the NEW company", "the LARGEST bank")?
  bool contrasted(const Group& g) const;
  /// "the unit", "the MARGARINE BUSINESS": a part of a firm, not the firm.
  bool a_part(const Group& g) const;
  std::string_view ministry_of(const Group& g) const;
  static bool other_ministry(const Wanted& wanted, const Entity& e);
  bool public_body(const Group& g) const;
  /// Is it picked out by what follows ("the company THAT he founded", "the university IN LEEDS")?
  bool picked_out(const std::vector<Group>& row, std::size_t i) const;
  bool names_it(const Referent& r, const Group& g) const;
  EntityId seat_behind(const std::vector<Group>& row, std::size_t i) const;
  EntityId owner_behind(const std::vector<Group>& row, std::size_t i) const;
  bool called_otherwise(const Entity& entity, const Token& head) const;

  const Text& text_;
  const Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  Epithets& epithets_;
};

}  // namespace factloom
