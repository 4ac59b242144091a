// SPDX-License-Identifier: Apache-2.0
// Which things the ends of facts name. Ends of the same normal form whose types can be the same are
// one thing; persons of one name whom different documents link to nothing in common are told apart;
// then names of one thing are joined (canonicalise.h). Free of the order of the facts.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "extract/lexicon/ontology.h"
#include "graph/decisions.h"
#include "graph/knowledge_graph.h"

namespace factloom {

constexpr std::uint32_t no_entity = UINT32_MAX;  ///< a literal is none

/// The entities of a fact's two ends, as indices.
struct EntityEnds {
  std::uint32_t subject = 0, object = 0;
};

/// Entities, as yet without ids, documents, dates and properties.
struct NamedEntities {
  std::vector<GraphEntity> entities;
  std::vector<NameMerge> merges;
  std::vector<EntityEnds> ends;  ///< of each fact
};

/// The facts are sorted and no two are the same.
NamedEntities name_entities(std::span<const Fact> facts, const Ontology& ontology,
                            const NameForms& forms, const Decisions& decisions);

}  // namespace factloom
