// SPDX-License-Identifier: Apache-2.0
// What is new, gone or changed between two graphs. Entities are the same if they have the same id;
// of the others, those of one type with the same normal name; then those that gazetteers or users
// call the same; then those of one type that share an alias; then those of one name whose type
// changed. Each of these decides only where it names one entity on either side. Relations are the
// same if their ends and names are, properties if their entity, name and value are.
#pragma once
#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/normal_form.h"

namespace factloom {

/// An index that is not there: the old place of what is new, the new place of what is gone.
constexpr std::uint32_t nowhere = UINT32_MAX;

/// Places in the old and in the new graph's entities() or relations().
struct Pairing {
  std::uint32_t before = nowhere, after = nowhere;
  bool operator==(const Pairing&) const = default;
};

/// Places of a property: an entity, and which of its properties.
struct PropertyPairing {
  Pairing entity, property;
  bool operator==(const PropertyPairing&) const = default;
};

/// New ones have no `before`, gone ones no `after`, changed ones have both; what is the same is
/// left out. Each list has the new ones first, then the gone, then the changed, in the order of
/// the graphs.
struct Comparison {
  std::vector<Pairing> entities;            ///< changed: another name or type
  std::vector<Pairing> relations;           ///< changed: weight, status, contradicted
  std::vector<PropertyPairing> properties;  ///< changed: documents, contradicted
  bool empty() const { return entities.empty() && relations.empty() && properties.empty(); }
};

Comparison compare(const KnowledgeGraph& before, const KnowledgeGraph& after,
                   const NameForms& forms);

}  // namespace factloom
