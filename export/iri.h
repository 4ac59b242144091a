// SPDX-License-Identifier: Apache-2.0
// IRIs of the things of a graph, the same in JSON-LD, Turtle and N-Quads.
#pragma once
#include <string>
#include <string_view>

#include "extract/lexicon/ontology.h"
#include "graph/knowledge_graph.h"

namespace factloom {

/// Text as a part of an IRI: all but letters, digits and - . _ ~ / is percent-encoded.
std::string iri_part(std::string_view text);

std::string entity_iri(const GraphEntity& entity);
std::string document_iri(std::string_view document);
/// What the ontology gives, else one in factloom's own namespace.
std::string type_iri(std::string_view type, const Ontology& ontology);
std::string relation_iri(std::string_view relation, const Ontology& ontology);

/// "xsd:date", "xsd:gYearMonth" or "xsd:gYear" for an ISO date, "" for any other text.
std::string_view date_type(std::string_view value);

}  // namespace factloom
