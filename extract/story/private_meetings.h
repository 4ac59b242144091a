// SPDX-License-Identifier: Apache-2.0
// Meetings and visits that are no talks: in somebody's life ("met her husband at school"), and of a
// minister with officials of his own country.
#pragma once
#include <vector>

#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/rules/frames.h"

namespace factloom {

/// Drops facts of relations that tell a meeting where an end is a person whose life the document
/// tells (birth, parents, marriage, schools) and who holds no post in a state, firm or body in it,
/// where the ends are of one family, or where the one serves the other.
void drop_private_meetings(std::vector<RawFact>& raw, const Mentions& mentions,
                           const Ontology& ontology);

}  // namespace factloom
