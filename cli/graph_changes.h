// SPDX-License-Identifier: Apache-2.0
// How `diff` and `stats --since-graph` print what differs between two graphs.
#pragma once
#include <string>
#include <vector>

#include "graph/difference.h"

namespace factloom {

/// "3 new, 1 gone, 0 changed" and a line for each.
std::string changes_text(const std::vector<GraphChange>& changes);

/// Appends a list of objects.
void append_changes(std::string& out, const std::vector<GraphChange>& changes);

}  // namespace factloom
