// SPDX-License-Identifier: Apache-2.0
// Who left a post, and who died, as single sentences tell it: "she resigned", "the board sacked
// HIM", "SHE was succeeded by Bob Roy", "Ann Lee left ACME", "he died". What post it was, the rest
// of the text tells (`settle_posts`). Also who is still to leave, who came back, and who is still
// to begin ("SHE will take office in May").
#pragma once
#include <vector>

#include "extract/clauses/links.h"
#include "extract/lexicon/ontology.h"

namespace factloom {

struct Departure {
  enum class Kind : std::uint8_t { left, to_leave, died, returned, to_start };
  Kind kind = Kind::left;
  EntityId who = EntityId::none;
  EntityId from = EntityId::none;   ///< the body that was left; none where the sentence names none
  EntityId to = EntityId::none;     ///< the body to which somebody left
  bool before = false;              ///< told as long past: "HAD left"
  bool party = false;               ///< "left HIS PARTY"
  bool by_state = false;            ///< a court or parliament removed who left
  bool by_noun = false;             ///< a death: "after HER DEATH", "the LATE Ann Lee"
  bool as_told = false;             ///< `from` is where the text told before that who left was
  bool elsewhere = false;           ///< what was left is no body that has a name: "the cabinet"
  std::uint32_t post = UINT32_MAX;  ///< token of the post that was given up; UINT32_MAX if not told
  std::uint32_t token = 0;          ///< the verb
  std::uint32_t sentence = 0;
};

/// Can a sentence tell of a departure? Cheap: most cannot.
bool may_tell_departure(const std::vector<Group>& groups, const GroupContext& context);

/// Adds what a linked sentence tells of departures.
void note_departures(const Links& links, std::uint32_t sentence, const GroupContext& context,
                     const Ontology& ontology, std::vector<Departure>& out);

}  // namespace factloom
