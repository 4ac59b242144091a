// SPDX-License-Identifier: Apache-2.0
// Facts of many documents as one graph: ends that name the same thing are one Entity, facts that
// say the same one Relation (or Property) with all its Evidence. Order-free: the same facts in any
// order give the same graph, sorted and with the same ids.
#pragma once
#include <vector>

#include "extract/lexicon/ontology.h"
#include "graph/decisions.h"
#include "graph/knowledge_graph.h"
#include "graph/normal_form.h"

namespace factloom {

/// Collects facts, then builds the graph.
class GraphBuilder {
 public:
  GraphBuilder(const Ontology& ontology, const NameForms& forms)
      : ontology_(ontology), forms_(forms) {}
  /// What the user decided of names; stands above what the builder finds.
  void decide(Decisions decisions) { decisions_ = std::move(decisions); }
  void add(Fact fact) { facts_.push_back(std::move(fact)); }
  std::size_t size() const { return facts_.size(); }
  /// Merges, sorts and freezes; the builder is empty afterwards.
  KnowledgeGraph build();

 private:
  const Ontology& ontology_;
  const NameForms& forms_;
  std::vector<Fact> facts_;
  Decisions decisions_;
};

}  // namespace factloom
