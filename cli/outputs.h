// SPDX-License-Identifier: Apache-2.0
// Where a graph goes: each -o with the format that its suffix names. Unknown suffixes are told
// before any work is done; a file that cannot be written does not stop the others.
#pragma once
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/options.h"
#include "export/format.h"

namespace factloom {

/// One -o.
struct Target {
  Format format;
  std::string path;
};

Result<std::vector<Target>> find_targets(const Options& options);

/// The folder of types, rules and words that the options name, or the program's own.
std::string schemas_folder(const Options& options);

/// Writes every target and tells which were written. False if a file could not be written.
bool write_graph(const KnowledgeGraph& graph, const std::vector<Target>& targets,
                 const Ontology& ontology, const Options& options, Console& console);

}  // namespace factloom
