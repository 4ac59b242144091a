// SPDX-License-Identifier: Apache-2.0
// What hangs on a word, whether or not a rule asks for it: every function that the table of
// constructions reaches from there, with the mentions that fill it. The matcher of frames looks for
// the functions of its rules alone and is quicker; this is for learning rules. Leaves out what is
// rare: names before a hyphen, speakers, requests.
#pragma once
#include <string>
#include <vector>

#include "extract/clauses/links.h"
#include "extract/rules/constructions.h"

namespace factloom {

/// A mention that hangs on a trigger.
struct Argument {
  std::string function;   ///< as a rule names it: "subject", a preposition
  std::size_t order = 0;  ///< of the construction: a rule takes the first that fills
  MentionId mention = MentionId::none;
};

/// All that hangs on a node of the sentence.
std::vector<Argument> arguments_of(TriggerKind kind, std::uint16_t trigger, const Links& links,
                                   const GroupContext& context, const Constructions& table);

/// What fills each function with one of the types, as a rule would find it.
std::vector<Argument> fillers(const std::vector<Argument>& all, TypeSet types,
                              const Mentions& mentions);

}  // namespace factloom
