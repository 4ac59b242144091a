// SPDX-License-Identifier: Apache-2.0
// The -o of `links`: a picture of the paths (.svg, or .html with the sentences below it), or the
// paths as a graph of their own in any format that a graph can be written in.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "cli/outputs.h"
#include "graph/paths.h"

namespace factloom {

struct LinkFiles {
  std::vector<Target> graphs;
  std::vector<std::string> pictures;
};

/// Sorts the outputs by suffix; unknown ones are told.
Result<LinkFiles> find_link_files(const Options& options);

/// Writes all files and tells which were written. False if one could not be written.
bool write_links(const KnowledgeGraph& graph, std::span<const GraphPath> paths,
                 const LinkFiles& files, const Ontology& ontology, const Options& options,
                 Console& console);

}  // namespace factloom
