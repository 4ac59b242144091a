// SPDX-License-Identifier: Apache-2.0
// What keeps two fillers of a frame from being the ends of one fact.
#pragma once
#include <vector>

#include "extract/rules/argument_search.h"

namespace factloom {

/// "A, B and C were given": who stands in one list does not act on the others of it, unless the
/// words take both ends from one list ("A and B merged").
bool listed_together(const Links& links, const Filler& subject, const Filler& object);

/// "a tax on A and a duty on B", "sold A to B and C to D": where a member of the list that begins
/// first has fillers of its own before the next member, the others' are not its.
bool paired_elsewhere(const Links& links, const Filler& subject, const Filler& object,
                      const std::vector<Filler>& subjects, const std::vector<Filler>& objects);

/// "Acme's president OF GLOBAL AFFAIRS", "chief OF STAFF at Acme", "head OF Acme's cloud BUSINESS":
/// the noun at `trigger` has an office within the object, not over all of it.
bool narrowed_elsewhere(const Links& links, const GroupContext& context, const Ontology& ontology,
                        std::uint16_t trigger, const Filler& object);

/// "Acme's DESIGN chief", "the ministry's ANTITRUST head", "the paper's BUREAU chief": the post at
/// `trigger`, inside a noun group, is over a field within a body or a part of it, not over the
/// body.
bool of_a_field(const GroupContext& context, TokenRange group, TokenRange trigger);

/// "head of Acme IN GERMANY", "FOR ASIA": over a firm's business there.
bool in_one_country(const Links& links, const Filler& object, const GroupContext& context,
                    const Ontology& ontology);

/// "joined the LABOUR GOVERNMENT": is it the government that is told of, and not the party?
bool of_government(const Links& links, const GroupContext& context, std::uint16_t verb,
                   const Filler& party);

/// "DIRECTED the SERVICE": she was its head, and made no work.
bool only_heads(const Links& links, const GroupContext& context, std::uint16_t verb,
                const Filler& product);

/// "Norway MEET Chad on Friday", "Norway met Chad in the FINAL": is the land a team that plays?
bool plays(const Links& links, const GroupContext& context, const Ontology& ontology,
           std::uint16_t verb, const Filler& side);

}  // namespace factloom
