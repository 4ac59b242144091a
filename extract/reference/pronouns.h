// SPDX-License-Identifier: Apache-2.0
// Who "he", "its" or "they" is: of what the text spoke of before, named or not, the most salient
// that agrees in number, gender and kind and that binding allows; nobody when something unnamed
// fits better, or two fit about equally well.
#pragma once
#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

/// A pronoun and what its place asks of who it is.
struct PronounSlot {
  static constexpr std::uint32_t no_token = UINT32_MAX;
  ClassSet classes;  ///< of the pronoun
  ReferencePlace place;
  bool possessive = false;
  bool reflexive = false;
  bool apart = false;  ///< behind a preposition that asks for another than the subject: "under HER"
  bool talk = false;   ///< in a conversation, where a name calls whom "you" means
  bool acts = false;   ///< it does, or has, what only a body or country does or has
  TypeSet kinds = 0;   ///< "it is a CITY": what it can be; 0 for anything
  std::uint32_t paragraph = 0;       ///< the first sentence of its paragraph
  std::uint32_t subject = no_token;  ///< head of its clause's subject
  std::uint32_t whole = no_token;    ///< head of what it is said of: "the founder of ITS unit"
};

class PronounResolver {
 public:
  static constexpr int nobody = -1;
  PronounResolver(const Mentions& mentions, const EntityKinds& kinds)
      : m_(mentions), kinds_(kinds), k_(kinds.classes) {}

  struct Antecedent {
    int referent = nobody;  ///< index in the discourse: the best candidate
    bool sure = false;      ///< it is clearly better than all others
    float lead = 0;         ///< by how much it is
  };
  Antecedent find(const Discourse& discourse, const PronounSlot& slot) const;

 private:
  /// A slot, and which pronoun stands there: asked of all candidates.
  struct Asked;
  const Entity& entity(const Referent& r) const { return m_.entities[index(r.entity)]; }
  bool agrees(const Referent& r, const Asked& asked) const;
  bool agrees_named(const Referent& r, const Asked& asked) const;
  bool agrees_unnamed(const Referent& r, const Asked& asked) const;
  bool bound(const Referent& r, const PronounSlot& slot) const;
  bool own_subject(const Referent& r, const PronounSlot& slot) const;
  float likelihood(const Referent& r, const Asked& asked) const;
  int only_recent(const Discourse& discourse, const Asked& asked) const;
  bool leans_otherwise(const Referent& r, bool he) const;
  float doubts(const Referent& r, const PronounSlot& slot) const;
  float of_kind(const Referent& r, const Asked& asked) const;

  const Mentions& m_;
  const EntityKinds& kinds_;
  const KnownClasses& k_;
};

}  // namespace factloom
