// SPDX-License-Identifier: Apache-2.0
// "The latter": of two persons, or of two bodies, the one that was named last.
#pragma once
#include <vector>

#include "extract/groups/group.h"
#include "extract/names/mention.h"
#include "extract/reference/discourse.h"
#include "extract/reference/entity_kinds.h"

namespace factloom {

/// Does the group before i that is "the former" tell that two are meant, whatever was named last?
bool after_the_former(const Text& text, const std::vector<Group>& row, std::size_t i);

/// Whom "the latter" at the place means; none if nobody, or if something unnamed may be meant.
/// `doer` is its clause's subject, which is another one.
EntityId the_latter(const Discourse& discourse, const Mentions& mentions, const EntityKinds& kinds,
                    const ReferencePlace& place, EntityId doer);

}  // namespace factloom
