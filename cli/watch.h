// SPDX-License-Identifier: Apache-2.0
// `check --watch`: who of a list occurs in the graph, and who of those that occur is near to whom,
// through which links.
#pragma once
#include <vector>

#include "cli/claim_input.h"
#include "cli/query_graph.h"

namespace factloom {

/// Prints the answer in the format that the options name.
void watch(const std::vector<WatchedName>& names, const QueryGraph& query,
           const EntityFinder& finder, const EvidenceFilter& filter, const Options& options);

}  // namespace factloom
