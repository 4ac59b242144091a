// SPDX-License-Identifier: Apache-2.0
// A rule pack as the parser makes it and the checker completes it: names resolved to ids of the
// Ontology and the Lexicon, patterns compiled. A Frame says once that a verb, noun or adjective
// with its arguments asserts a relation; the engine finds the arguments in every English
// construction. A pattern matches cells in order. `schemas/README.md` is the manual.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/base/ids.h"
#include "extract/base/result.h"
#include "extract/fact.h"
#include "extract/lexicon/ontology.h"

namespace factloom {

/// What a frame's trigger is.
enum class TriggerKind : std::uint8_t {
  verb,       ///< an act or state: "found", "set up" (the particle may stand apart)
  noun,       ///< a role noun that describes its holder: "founder", "chief executive", "subsidiary"
  event,      ///< a noun for an act: "acquisition", "visit"
  adjective,  ///< "based", "critical", "opposed"
};

/// How an argument hangs on its trigger.
enum class Function : std::uint8_t {
  subject,     ///< verb: who does it (the by-phrase of a passive)
  object,      ///< verb: whom it is done to (the subject of a passive)
  object2,     ///< verb: second object ("granted THE FIRM a licence": object2 is the receiver)
  complement,  ///< verb: noun after object or copula ("named him CHAIRMAN", "became CHAIRMAN")
  infinitive,  ///< verb: object of the infinitive that it governs ("plans to buy X")
  holder,   ///< noun: the one it describes (apposition, copula, title before the name); adjective:
            ///< what it modifies
  of,       ///< noun: whose ("X's founder", "the founder of X", "X founder", "its founder")
  agent,    ///< event: who does it ("X's acquisition of Y", "the acquisition of Y by X")
  patient,  ///< event: whom it is done to
  owner,    ///< event: whose it is, said by possession alone ("X's ban", "the X ban", "a ban by X")
  when,     ///< any: date in the same clause
  compound,     ///< adjective, noun: the word before a hyphen or in front ("Boston-based", "Nvidia
                ///< chips")
  asker,        ///< verb: who wants it done by another ("X urged Y TO ACT", "X said Y SHOULD ACT")
  announcer,    ///< verb: who says that it will be done ("taxes WILL BE CUT, X said")
  preposition,  ///< any: the noun after one of `prepositions`; two slots of one preposition take
                ///< two conjuncts ("between A and B")
  self,  ///< noun, event: the phrase that the trigger heads, itself an entity ("tight EXPORT CURBS
         ///< on chips")
};

/// The bit of a function in a set of functions.
constexpr std::uint32_t bit_of(Function function) {
  return std::uint32_t{1} << static_cast<unsigned>(function);
}

/// A preposition as a bit, which it shares with others.
constexpr std::uint32_t preposition_mark(WordId preposition) {
  return std::uint32_t{1} << index(preposition) % 32u;
}

/// One argument's place beside one trigger.
struct Slot {
  Function function = Function::subject;
  std::vector<WordId> prepositions;  ///< for Function::preposition
  std::uint8_t argument = 0;         ///< index into Rule::arguments
  TypeSet types = 0;                 ///< what may fill it here, subtypes included
  bool optional = false;
};

/// A trigger: one word, or several ("set up", "chief executive officer").
struct TriggerWord {
  std::vector<WordId> lemmas;  ///< in order; the head is the first of a verb, the last of a noun
  ClassId semantic_class = ClassId::none;  ///< or every word of a semantic class: <position>
};

/// Triggers that take their arguments in the same way.
struct TriggerBlock {
  TriggerKind kind = TriggerKind::verb;
  std::vector<TriggerWord> words;
  std::vector<Slot> slots;
  bool alone = false;          ///< the verb has no object
  bool named = false;          ///< a name that the trigger stands in tells it
  std::uint32_t vital = 0;     ///< functions without which nothing is said, as bits: of slots that
                               ///< alone fill an argument that must be filled
  std::uint8_t decisive = 0;   ///< the slot that is searched first, being most often in vain
  bool of_each_other = false;  ///< two subjects: "Ann Lee and Bob Roy met"
};

/// Is the slot the second of two of one preposition, which takes the conjuncts after the first?
inline bool takes_conjuncts(const TriggerBlock& block, std::size_t slot) {
  const Slot& s = block.slots[slot];
  return slot > 0 && s.function == Function::preposition &&
         block.slots[slot - 1].function == s.function &&
         block.slots[slot - 1].prepositions == s.prepositions;
}

struct ArgumentSpec {
  std::string name;
  TypeSet types = 0;  ///< what it may be anywhere in the rule, subtypes included
};

/// A fact that the rule asserts when it matches.
struct Emission {
  RelationId relation = RelationId::none;
  std::uint8_t subject = 0, object = 0;  ///< indices into Rule::arguments
  std::optional<Status> status;          ///< says more than the verb group: `status former`
  bool role_is_trigger =
      false;              ///< `role trigger`: the trigger with its modifiers is the job title
  std::int8_t role = -1;  ///< `role NAME`: an argument is the job title
  std::int8_t date = -1;  ///< `date NAME`
};

enum class ConditionKind : std::uint8_t { differ, is_type, is_not_type, in_full };

/// `where a != b`, `where a is Company`, `where a is not Country`, `where a is named in full`.
struct Condition {
  ConditionKind kind = ConditionKind::differ;
  std::uint8_t left = 0, right = 0;
  TypeSet types = 0;
};

/// Does it ask for types?
inline bool of_type(ConditionKind kind) {
  return kind == ConditionKind::is_type || kind == ConditionKind::is_not_type;
}

/// A fact named in an example: `foundedBy(DeepSeek, Liang Wenfeng) former`; asserted where no
/// status is written.
struct ExpectedFact {
  std::string relation, subject, object;
  Status status = Status::asserted;
  bool symmetric = false;  ///< the ends may be the other way round
};

/// The status of a fact whose words stand as `found`. What is emitted as asserted holds also where
/// the act is planned, possible or asked for, but not where it is denied. Who only plans to leave,
/// or did not, is still there. What does not last (`lasting`: the relation's) has happened for
/// good.
inline Status said_status(const Emission& e, Status found, bool lasting) {
  if (e.status == Status::planned && found == Status::former)
    return Status::negated;  // "is NO LONGER a bidder"
  if (!lasting && found == Status::former) found = Status::asserted;
  if (!e.status) return found;
  if (*e.status == Status::former && (found == Status::planned || found == Status::negated))
    return Status::asserted;
  if (found == Status::negated)  // "is NOT EXEMPT from it": so
    return lasting && *e.status == Status::negated ? Status::asserted : found;
  return *e.status == Status::asserted || found == Status::asserted ? *e.status : found;
}

/// A sentence the rule must read (yes) or must not fire on (no).
struct Example {
  std::string text;
  std::vector<ExpectedFact> facts;  ///< empty for a `no`
  bool yes = true;
  std::uint32_t line = 0;
};

struct Rule {
  std::string name;
  std::string file;
  std::uint32_t line = 0;
  Diagnostic head;  ///< where its name stands, for messages about the whole rule
  bool is_frame = true;
  std::vector<ArgumentSpec> arguments;
  std::vector<TriggerBlock> blocks;  ///< frames only
  std::vector<std::uint32_t>
      patterns;  ///< patterns only: indices into the pack's compiled patterns
  std::vector<Emission> emissions;
  std::vector<Condition> conditions;
  std::vector<RuleId> unless;  ///< it is silent where one of these says the relation of its subject
  std::vector<Example> examples;
  float confidence = 0.8f;
};

}  // namespace factloom
