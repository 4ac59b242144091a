// SPDX-License-Identifier: Apache-2.0
// A graph that a verb is asked about: read from any readable file (see export/read_graph.h), with
// the types and name forms it was read by.
#pragma once
#include <optional>
#include <string>

#include "cli/console.h"
#include "cli/options.h"
#include "export/read_graph.h"

namespace factloom {

/// What reading and writing graphs needs to know.
struct GraphKnowledge {
  Ontology ontology;
  NameForms forms;
};

/// Loads types and name forms from the folder that the options name; mistakes are reported.
std::optional<GraphKnowledge> load_graph_knowledge(const Options& options, Console& console);

/// Reads a graph; what is wrong is reported. Nothing if no graph could be read; `problems` of the
/// result are told already.
std::optional<GraphRead> load_graph(const std::string& path, const GraphKnowledge& knowledge,
                                    Console& console);

}  // namespace factloom
