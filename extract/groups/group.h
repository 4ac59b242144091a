// SPDX-License-Identifier: Apache-2.0
// Noun and verb groups: the second pass of the cascade (FASTUS, Hobbs et al. 1997). A sentence
// becomes a row of groups: noun groups (determiner to head, names whole), verb groups (auxiliaries,
// adverbs, main verb, particle) and the single words between them. Knows word classes and mentions
// only; the words behind them are the Lexicon's.
#pragma once
#include <cstdint>
#include <vector>

#include "extract/lexicon/known_classes.h"
#include "extract/names/mention.h"
#include "extract/text/token.h"

namespace factloom {

enum class GroupKind : std::uint8_t {
  noun,
  verb,
  adjective,
  adverb,
  preposition,
  possessive,
  coordinator,
  subordinator,
  relative,
  comma,
  open,
  close,
  quote,
  colon,
  stop,
  other,
};

/// How a verb group stands in its clause.
enum class VerbForm : std::uint8_t { finite, infinitive, gerund, participle };

struct Group {
  GroupKind kind = GroupKind::other;
  VerbForm form = VerbForm::finite;  ///< verb groups
  bool date : 1 = false;             ///< noun groups: a point or span of time
  bool pronoun : 1 = false;          ///< noun groups: a pronoun alone
  bool passive = false;
  TokenRange tokens;
  std::uint32_t head = 0;               ///< main noun or main verb
  std::uint32_t modal = UINT32_MAX;     ///< token of the modal verb, if any
  MentionId mention = MentionId::none;  ///< noun groups: the mention that holds the head
  bool perfect = false;
  bool progressive = false;
  bool negated = false;
  bool copula = false;  ///< the main verb is a form of "be"
  bool past = false;
  bool hedged = false;       ///< a hedging adverb stands in it
  bool ended = false;        ///< "no LONGER works", "FORMERLY worked", "was THEN led"
  bool conditional = false;  ///< verb groups: in a clause with "if" or "whether"
};
static_assert(sizeof(Group) == 32);  // rows of groups are walked at every turn

/// What the grouping needs to know beside the text.
struct GroupContext {
  const Text& text;
  const Mentions& mentions;
  const std::vector<MentionId>&
      mention_at;  ///< for each token the outermost mention that covers it
  const KnownClasses& classes;
  const Lexicon& lexicon;
  TypeId date_type = TypeId::none;
  TypeId person_type = TypeId::none;
  TypeId money_type = TypeId::none;
  TypeId quantity_type = TypeId::none;

  bool amount(TypeId type) const { return type == money_type || type == quantity_type; }
};

/// The groups of a sentence whose `classes` are known, in order; every token belongs to one.
std::vector<Group> find_groups(const Sentence& sentence, const GroupContext& context);

}  // namespace factloom
