// SPDX-License-Identifier: Apache-2.0
// Graphs back from our own GraphML and JSON-LD. Entities, relations, weights, dates and quotations
// come back; what a format does not hold is left empty: GraphML has no words of mentions and one
// status, role and rule for all evidence of a relation. What is no graph of ours, or cut short, is
// told with its place.
#pragma once
#include <string>

#include "extract/base/result.h"
#include "graph/knowledge_graph.h"

namespace factloom {

Result<KnowledgeGraph> read_graphml(const std::string& path);
Result<KnowledgeGraph> read_jsonld(const std::string& path);

}  // namespace factloom
