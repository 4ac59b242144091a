// SPDX-License-Identifier: Apache-2.0
// "Acme moved its plant, then sold IT to Bolt": whom a verb's subject does something to, said by a
// pronoun, is somebody else. The walk over the groups does not see which verbs share a subject;
// the links do.
#pragma once
#include "extract/clauses/links.h"

namespace factloom {

/// Forgets who the pronouns are that are objects of verbs whose subject is the same.
void unbind_objects(Links& links, const Text& text, const Mentions& mentions,
                    std::vector<MentionId>& mention_at, const KnownClasses& classes);

}  // namespace factloom
