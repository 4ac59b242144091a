// SPDX-License-Identifier: Apache-2.0
// Graphs back from files: our own graph file, and facts one a line, which are merged. What `links`,
// `check`, `stats`, `diff`, `convert` and `merge` take. The suffix says what a file is; a file of
// another suffix is known by its first bytes, or taken for lines of facts.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "extract/base/result.h"
#include "extract/lexicon/ontology.h"
#include "graph/knowledge_graph.h"
#include "graph/normal_form.h"

namespace factloom {

/// A graph and what was wrong with parts of its file (bad lines of facts) that were left out.
struct GraphRead {
  KnowledgeGraph graph;
  Diagnostics problems;
};

/// The graph of a file; "-" is standard input, as lines of facts. No graph if nothing of it could
/// be read.
Result<GraphRead> read_graph(const std::string& path, const Ontology& ontology,
                             const NameForms& forms);

/// Suffixes that read_graph knows, for --help and messages: ".factloom, .ndjson".
std::string readable_suffixes();

/// Hands on every fact of a file of any readable kind; what is wrong with the file or with lines
/// comes back.
Diagnostics read_facts(const std::string& path, const Ontology& ontology,
                       const std::function<void(Fact)>& add);

}  // namespace factloom
