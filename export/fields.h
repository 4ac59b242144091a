// SPDX-License-Identifier: Apache-2.0
// What is told of an entity and of a relation, by name and kind, once for all formats that are
// tables of attributes: GraphML, GEXF, CSV, Neo4j's tables and Cypher. Where a program wants a
// name, an id, a label or a weight in a place of its own, the format says so itself.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "export/names.h"

namespace factloom {

enum class FieldKind : std::uint8_t { text, list, whole, number, truth };

/// A view into the graph or a Claim; empty texts and lists and what is not true are nothing to
/// tell.
using FieldValue = std::variant<std::string_view, const std::vector<std::string>*,
                                const std::vector<std::string_view>*, std::uint32_t, double, bool>;

struct EntityField {
  std::string_view name;
  FieldKind kind;
  FieldValue (*of)(const GraphEntity&);
};

struct RelationField {
  std::string_view name;
  FieldKind kind;
  FieldValue (*of)(const GraphRelation&, const Claim&);
};

extern const std::array<EntityField, 11> entity_fields;
/// What is said; when; and by what evidence.
extern const std::array<RelationField, 4> claim_fields;
extern const std::array<RelationField, 3> time_fields;
extern const std::array<RelationField, 3> evidence_fields;

/// All fields of relations in the order of columns (CSV, Neo4j, Cypher).
template <class Take>
void each_column(Take take) {
  for (const RelationField& field : claim_fields) take(field);
  for (const RelationField& field : time_fields) take(field);
  for (const RelationField& field : evidence_fields) take(field);
}

/// The same in the order of attributes (GraphML, GEXF).
template <class Take>
void each_attribute(Take take) {
  for (const RelationField& field : claim_fields) take(field);
  for (const RelationField& field : evidence_fields) take(field);
  for (const RelationField& field : time_fields) take(field);
}

/// "string", "long", "double" or "boolean", as GraphML and GEXF call types.
std::string_view attribute_type(FieldKind kind);

/// How a list of texts becomes one text.
enum class ListItems : std::uint8_t { as_they_are, printable };

/// A value as a text, as the formats of XML have it: lists as JSON; empty if there is nothing to
/// tell. What had to be made is kept in `made`.
std::string_view field_text(const FieldValue& value, ListItems items, std::string& made);

}  // namespace factloom
