// SPDX-License-Identifier: Apache-2.0
// What several formats call the same thing: kinds of edges, labels of nodes, colours, and what the
// evidence of one relation says together.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/ontology.h"
#include "graph/knowledge_graph.h"

namespace factloom {

/// A relation as programs for graphs write kinds of edges: foundedBy is FOUNDED_BY. ASCII that is
/// neither letter nor digit becomes _; never empty.
std::string edge_kind(std::string_view relation);

/// Labels of a node, the most general first: "Entity", "Organization", "Company".
std::vector<std::string> node_labels(std::string_view type, const Ontology& ontology);

/// "#rrggbb" of a type or of the nearest type above it that has a colour; grey if none has.
std::string color_of(std::string_view type, const Ontology& ontology);

/// The value of a literal relation that most documents give; the smallest of several; or none.
const Property* best_property(const GraphEntity& entity, std::string_view relation);

/// "r7": the name of a relation by its index, the same in every format.
std::string relation_uid(std::size_t index);

/// What the evidence of one relation says; views into the graph.
struct Claim {
  std::vector<std::string_view> sentences;  ///< one for each fact
  std::vector<std::string> sources;         ///< "document#char=start,end" of each (RFC 5147)
  std::vector<std::string_view> rules, speakers, urls, publishers;  ///< each once
  std::string_view role;
};

/// All documents of the evidence, each once, sorted, with what is known of them.
std::map<std::string_view, SourceView> documents_of(const KnowledgeGraph& graph);

/// Collects claims one after the other in the same memory.
class ClaimReader {
 public:
  /// Valid until the next call.
  const Claim& read(const EvidenceRange& facts);

 private:
  Claim claim_;
};

/// Is it an ISO date: YYYY, YYYY-MM or YYYY-MM-DD?
bool is_iso_date(std::string_view text);

}  // namespace factloom
