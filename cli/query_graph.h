// SPDX-License-Identifier: Apache-2.0
// The graph that a verb asks, with what is needed to ask it, and the evidence that a user wants to
// count.
#pragma once
#include <optional>
#include <string>

#include "cli/graph_input.h"
#include "graph/find_entity.h"
#include "graph/trust.h"

namespace factloom {

/// A graph and what it was read with.
struct QueryGraph {
  Ontology ontology;
  NameForms forms;
  KnowledgeGraph graph;
  bool whole = true;  ///< false: some of its lines were bad, and were reported
};

/// A graph, or how the run ends without one; what is wrong was reported.
struct OpenedGraph {
  std::optional<QueryGraph> graph;
  ExitCode code = ExitCode::fine;
};

OpenedGraph open_graph(const std::string& path, const Options& options, Console& console);

/// The filter that the flags give, or which relation is not known.
Result<EvidenceFilter> evidence_filter(const Options& options, const QueryGraph& query);

/// The one entity that a name means; else why none, or which ones.
Result<std::uint32_t> one_entity(const std::string& name, const QueryGraph& query,
                                 const EntityFinder& finder);

}  // namespace factloom
