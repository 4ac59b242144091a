// SPDX-License-Identifier: Apache-2.0
// Who "he", "its" or "they" is: of what the text spoke of before, named or not, the most salient
// that agrees in number, gender and kind and that binding allows; nobody when something unnamed
// fits better, or two fit about equally well.
#pragma once
#include "extract/reference/entity_kinds.h"
#include "extract/reference/person_model.h"
#include "extract/reference/pronoun_slot.h"
#include "extract/reference/thing_model.h"

namespace factloom {

class PronounResolver {
 public:
  static constexpr int nobody = -1;
  PronounResolver(const Mentions& mentions, const EntityKinds& kinds,
                  const ReferenceWeights& weights, const ReferenceWatcher* watcher)
      : m_(mentions),
        kinds_(kinds),
        k_(kinds.classes),
        named_(kinds),
        persons_(mentions, kinds.classes, weights.person),
        things_(mentions, kinds, weights.thing),
        watcher_(watcher) {}

  struct Antecedent {
    int referent = nobody;  ///< index in the discourse: the best candidate
    bool sure = false;      ///< it is clearly better than all others
    float lead = 0;         ///< by how much it is; of "it", how likely it is
    float likelihood = 0;   ///< 0 to 1, as a model tells; 0: by a rule
  };
  Antecedent find(const Discourse& discourse, const PronounSlot& slot) const;

 private:
  /// A slot, and which pronoun stands there: asked of all candidates.
  struct Asked;
  /// The types of what is named that pronouns tell apart.
  struct Kinds {
    explicit Kinds(const EntityKinds& kinds);
    TypeSet persons = 0, firms = 0, actors = 0, things = 0;
    TypeSet several = 0;  ///< may be "they" though one: a club, some body of people
  };
  const Entity& entity(const Referent& r) const { return m_.entities[index(r.entity)]; }
  std::vector<std::uint32_t> candidates(const Discourse& discourse, const Asked& asked) const;
  Antecedent guess(const Discourse& discourse, const PronounSlot& slot) const;
  Antecedent corrected(Antecedent guess, const Discourse& discourse, std::uint32_t token) const;
  Antecedent find_person(const Discourse& discourse, const Asked& asked) const;
  Antecedent find_thing(const Discourse& discourse, const Asked& asked) const;
  bool agrees(const Referent& r, const Asked& asked) const;
  bool several(const Referent& r) const;
  bool agrees_named(const Referent& r, const Asked& asked) const;
  bool agrees_unnamed(const Referent& r, const Asked& asked) const;
  bool bound(const Referent& r, const PronounSlot& slot) const;
  float likelihood(const Referent& r, const Asked& asked) const;
  int misjudged(const Discourse& discourse, const Asked& asked) const;
  Gender gender(const Referent& r) const;
  float of_kind(const Referent& r, const Asked& asked) const;

  const Mentions& m_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
  const Kinds named_;
  PersonModel persons_;
  ThingModel things_;
  const ReferenceWatcher* watcher_;  ///< none but where weights are fitted
};

}  // namespace factloom
