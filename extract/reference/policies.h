// SPDX-License-Identifier: Apache-2.0
// Noun groups that name no proper name and yet are things of the graph: "the tariffs on steel", "a
// new drug". Each is one that was spoken of before or becomes an entity of its own.
#pragma once
#include <vector>

#include "extract/lexicon/noun_senses.h"
#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"
#include "extract/reference/name_beginnings.h"
#include "extract/reference/told_measures.h"

namespace factloom {

class PolicyResolver {
 public:
  PolicyResolver(const Text& text, Mentions& mentions, const std::vector<MentionId>& mention_at,
                 const EntityKinds& kinds, const NounSenses& senses, const ToldMeasures& told,
                 NameBeginnings& names)
      : text_(text),
        m_(mentions),
        at_(mention_at),
        kinds_(kinds),
        k_(kinds.classes),
        senses_(senses),
        told_(told),
        names_(names) {
    for (const ClassId c : {k_.state_of, k_.letter_of, k_.policy, k_.order, k_.measure_change,
                            k_.deal_act, k_.any_measure})
      of_policies_.add(c);
  }

  /// The policy that the group at i names, whose `kind` is not empty: one known, or a new one; none
  /// if it is no policy. `definite`: it says "the" or "their".
  EntityId find(const Discourse& discourse, const std::vector<Group>& row, std::size_t i,
                const ClassSet& kind, bool definite);
  /// The classes of the noun that says what kind of policy the group at i names: its head, or the
  /// noun before it ("TARIFF cuts", "BUDGET increase"), or both ("EXECUTIVE ORDER"); empty if it
  /// names none.
  ClassSet kind(const std::vector<Group>& row, std::size_t i);
  /// The types of what the pronoun at i stands for where only a measure can: "repealed IT", "voted
  /// against IT"; 0 for anything.
  TypeSet asked_for(const std::vector<Group>& row, std::size_t i) const;
  /// A new entity called by the words of a group, up to the token `last` when that is farther.
  EntityId make(const Group& g, TypeId type, std::uint32_t last = 0);
  /// A new entity called by some tokens.
  EntityId make_called(TokenRange name, TypeId type, bool plural);
  /// Does the group say more than its head and an article?
  bool modified(const Group& g) const;
  /// Does it say of a thing which one it is? Not "ANY other vaccine", "its LAST aircraft", "the
  /// SECOND vaccine", "TWENTY books", which are told from others by their rank or number alone.
  bool told_apart(const Group& g) const;

  /// Is the group what a tariff, ban or quota is on?
  bool struck_goods(const std::vector<Group>& row, std::size_t i) const;
  /// Does the token within the group of a measure say what it is on?
  bool named_goods(const Group& g, std::uint32_t t) const;

 private:
  const Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  /// Does the group speak of a measure, not of "no plans", "such a deal" or of law at large?
  bool particular(const std::vector<Group>& row, std::size_t i) const;
  bool idle_talk(const Group& g) const;
  bool headline_law(const std::vector<Group>& row, std::size_t i) const;
  /// May the group, which says "the" and no more, mean a measure that was called otherwise?
  bool takes_up(const Entity& old, const Group& g, TypeId type) const;
  /// Is it another state that lifts or eases it?
  bool changed_by_other(EntityId maker, const std::vector<Group>& row, std::size_t i) const;
  /// Is it told apart from what "the" and its noun alone means?
  bool apart(const Entity& old, const Group& g, bool plain) const;
  /// In the group's own sentence or the one before?
  bool spoken_of_near(const Referent& r, const Group& g) const;
  /// Is there, beside the one at `best`, another that the group may mean, spoken of as lately?
  bool doubtful(Referents all, std::size_t best, const Group& g, TypeId type) const;
  /// Whose measure the group says it is: "CHINA's duties", "the EUROPEAN duties".
  EntityId said_maker(const std::vector<Group>& row, std::size_t i) const;
  /// Does the name at a token say against whom the group's measure is: "the IRAN sanctions"?
  bool aimed_at(std::uint32_t t, const Group& g) const;
  /// The country or body that is the subject of the verb before the group.
  EntityId doer(const std::vector<Group>& row, std::size_t i) const;
  bool is_state(EntityId e) const;
  /// Who made it, as far as the text told where it first spoke of it.
  EntityId maker(EntityId policy) const;
  bool same_nouns(const Entity& old, const Group& g, bool his) const;
  /// Is the measure that was told before on the same, or nothing said of that? `object`: the group
  /// that says it of the new one.
  bool same_object(const Entity& old, const std::vector<Group>& row, std::size_t object) const;
  bool same_head_word(const Entity& e, const Group& g) const;
  /// "a levy ON VEGETABLE OILS", "a tariff of 25 percent ON STEEL": what a measure is on belongs to
  /// its name. The group's place in the row; 0 if there is none.
  std::size_t object_of(const std::vector<Group>& row, std::size_t i) const;
  std::size_t end_of_list(const std::vector<Group>& row, std::size_t object) const;
  std::size_t end_of_aim(const std::vector<Group>& row, std::size_t i) const;
  std::size_t end_of_party(const std::vector<Group>& row, std::size_t i) const;
  /// The group that ends what is told of a measure behind it; `i` if nothing is.
  std::size_t end_of_tail(const std::vector<Group>& row, std::size_t i) const;
  bool goes_with(const Group& preposition) const;
  /// A measure known by its noun alone is called by what is told of it now: "the plan TO CLOSE THE
  /// CAMP". Returns it.
  EntityId told_more(EntityId known, const std::vector<Group>& row, std::size_t i);
  bool figure(const Group& g) const;
  bool has_article(const Group& g) const;
  bool sums_up_act(const Group& g) const;
  ClassSet kind_by_act(const Group& g) const;
  void note_decider(const Group& g);
  ClassSet kind_by_of(const std::vector<Group>& row, std::size_t i) const;
  bool own_task(const Group& g) const;
  bool sold_by_name(const Group& g) const;
  bool ordered_to(const std::vector<Group>& row, std::size_t i) const;
  bool own_duties(const std::vector<Group>& row, std::size_t i) const;
  bool in_stock(const std::vector<Group>& row, std::size_t i) const;
  bool largest_there(const std::vector<Group>& row, std::size_t i) const;
  /// Do the words around the head say that it is something else than a measure?
  bool no_measure(const std::vector<Group>& row, std::size_t i) const;
  /// Did the text use its noun of something else?
  bool otherwise(const Group& g) const;
  bool done_otherwise(const std::vector<Group>& row, std::size_t i) const;
  bool half_of_name(const std::vector<Group>& row, std::size_t i) const;

  const Text& text_;
  Mentions& m_;
  const std::vector<MentionId>& at_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  const NounSenses& senses_;
  const ToldMeasures& told_;
  NameBeginnings& names_;
  struct Made {
    EntityId policy, maker;
  };
  ClassSet of_policies_;             ///< classes of which the noun of each policy has one
  std::vector<Made> made_;           ///< whose measures are
  std::vector<WordId> otherwise_{};  ///< nouns that the text used of something else
};

}  // namespace factloom
