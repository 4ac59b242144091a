// SPDX-License-Identifier: Apache-2.0
// What is new, gone or changed between two graphs: entities by their ids, relations and properties
// by the ids of their ends. Changed is what has another status, another number of documents, or is
// contradicted now and was not. What it leaves out: an entity that was split or merged shows as
// others that are new or gone.
#pragma once
#include <string>
#include <vector>

#include "graph/knowledge_graph.h"

namespace factloom {

/// "new", "gone" or "changed", and what it is that differs.
struct GraphChange {
  const char* kind = "";
  std::string subject, relation, object;  ///< names; an entity alone has no relation
  std::string detail;                     ///< "status planned -> asserted; documents 1 -> 3"
};

/// Entities first, then what is said of them; by kind (new, gone, changed), then by id.
std::vector<GraphChange> differences(const KnowledgeGraph& before, const KnowledgeGraph& after);

}  // namespace factloom
