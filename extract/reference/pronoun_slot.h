// SPDX-License-Identifier: Apache-2.0
// A pronoun and what its place asks of who it is.
#pragma once
#include "extract/reference/discourse.h"

namespace factloom {

struct PronounSlot {
  static constexpr std::uint32_t no_token = UINT32_MAX;
  ClassSet classes;  ///< of the pronoun
  ReferencePlace place;
  bool possessive = false;
  bool reflexive = false;
  bool kin = false;       ///< "HIS parents"
  bool somebody = false;  ///< is its clause's subject a person that is named?
  bool apart = false;  ///< behind a preposition that asks for another than the subject: "under HER"
  bool talk = false;   ///< in a conversation, where a name calls whom "you" means
  bool life = false;   ///< its birth or parents: "HE was born", "HIS father was a baker"
  bool acts = false;   ///< it does, or has, what only a body or country does or has
  bool fronted = false;         ///< a description opens the sentence: "A lawyer from Leeds, HE …"
  bool follows = false;         ///< "Ann Lee took over after HIS death"
  bool introduces = false;      ///< "Ann Lee, ITS chairman, left": it opens the sentence
  bool quoted = false;          ///< between quotation marks
  TypeSet kinds = 0;            ///< "it is a CITY": what it can be; 0 for anything
  bool thing = false;           ///< what is done to it is done to things: "IT was built"
  bool measure = false;         ///< as only a measure can be meant: "signed IT"
  std::uint32_t paragraph = 0;  ///< the first sentence of its paragraph
  std::uint32_t subject = no_token;  ///< head of its clause's subject
  std::uint32_t above = no_token;    ///< head of the subject of the clause above its own
  std::uint32_t whole = no_token;    ///< head of what it is said of: "the founder of ITS unit"
  std::uint32_t speaker = no_token;  ///< head of the subject of the verb of speech: "ACME said IT"
  EntityId ahead = EntityId::none;   ///< "When HE left, ANN LEE": the subject that it comes before

  /// Is the referent the subject of its clause?
  bool own_subject(const Referent& r) const {
    if (r.last.sentence != place.sentence) return false;
    return r.last.token == subject ||
           (r.last.role == GrammaticalRole::subject && r.last.clause == place.clause);
  }
};

inline constexpr std::uint32_t talk_goes_on = 10;  ///< sentences after "you"
/// "you"
inline bool is_you(const ClassSet& s, const KnownClasses& k) {
  return !s.has(k.masculine) && !s.has(k.feminine) && !s.has(k.neuter) && !s.has(k.plural) &&
         !s.has(k.narrator) && !s.has(k.narrators);
}

}  // namespace factloom
