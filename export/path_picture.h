// SPDX-License-Identifier: Apache-2.0
// Paths between two entities as a picture: SVG with the two ends left and right, the entities
// between them in columns by their distance from the left one, every relation an arrow with its
// name. What it leaves out: crossings are not minimised; it is for the few paths that a person
// reads.
#pragma once
#include <span>
#include <string>

#include "extract/lexicon/ontology.h"
#include "graph/paths.h"

namespace factloom {

/// SVG 1.1.
std::string path_picture(const KnowledgeGraph& graph, std::span<const GraphPath> paths,
                         const Ontology& ontology);

/// An HTML page of its own with the picture and the sentences behind every arrow.
std::string path_page(const KnowledgeGraph& graph, std::span<const GraphPath> paths,
                      const Ontology& ontology);

}  // namespace factloom
