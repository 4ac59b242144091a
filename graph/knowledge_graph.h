// SPDX-License-Identifier: Apache-2.0
// Facts of many documents as one graph: things that bear the same name and can be the same become
// one Entity, facts that say the same one Relation with all its Evidence. Order-free: the same
// facts in any order give the same graph, sorted and with the same ids. Boost.Graph holds it
// inside; outside nobody sees Boost.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/base/mapped_file.h"
#include "extract/fact.h"
#include "extract/lexicon/ontology.h"
#include "graph/evidence.h"
#include "graph/normal_form.h"

namespace factloom {

/// A literal said of an entity: birthDate 1955-01-17.
struct Property {
  std::string relation;
  std::string value;
  std::string type;  ///< Date, Money, …
  std::uint32_t first_evidence = 0, evidence_count = 0;
  std::uint32_t documents = 0;
  bool contradicted = false;  ///< a functional relation has another value too
};

/// One thing.
struct GraphEntity {
  std::string id;    ///< stable, ASCII, an XML NMTOKEN
  std::string name;  ///< the name that most documents give it
  std::string type;
  std::vector<std::string> aliases;  ///< its other names, sorted
  std::uint32_t mentions = 0;        ///< ends of facts that name it
  std::uint32_t documents = 0;
  std::string first_date, last_date;  ///< of its facts; empty when none is dated
  std::vector<Property> properties;
};

/// relation(subject, object) with all that says so.
struct GraphRelation {
  std::uint32_t subject = 0, object = 0;  ///< indices into entities()
  std::string relation;
  Status status = Status::asserted;  ///< the firmest that some evidence gives
  std::uint32_t weight = 0;          ///< number of documents that say it
  double confidence = 0;             ///< 1 - product over documents of (1 - their surest evidence)
  std::uint32_t first_evidence = 0, evidence_count = 0;
  bool contradicted = false;  ///< the relation is functional, and another object is asserted too
};

/// What a graph is put together from: by GraphBuilder, or by a reader of files. The evidence is
/// either `evidence` or, where that is empty, the records `stored` inside `file`.
struct GraphParts {
  std::vector<GraphEntity> entities;
  std::vector<GraphRelation> relations;
  std::vector<Fact> evidence;
  MappedFile file;
  EvidenceTable stored;
};

/// The finished graph, read-only.
class KnowledgeGraph {
 public:
  /// All indices in the parts lie inside their tables.
  explicit KnowledgeGraph(GraphParts parts);
  KnowledgeGraph(KnowledgeGraph&&) noexcept;
  KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;
  ~KnowledgeGraph();

  std::span<const GraphEntity> entities() const { return entities_; }
  std::span<const GraphRelation> relations() const { return relations_; }
  /// All facts, those of one relation or property together, sorted by document and place.
  EvidenceRange evidence() const {
    return evidence_.empty() ? EvidenceRange(stored_) : EvidenceRange(evidence_);
  }
  EvidenceRange evidence(const GraphRelation& r) const {
    return evidence().subspan(r.first_evidence, r.evidence_count);
  }
  EvidenceRange evidence(const Property& p) const {
    return evidence().subspan(p.first_evidence, p.evidence_count);
  }
  /// Number of relations that an entity takes part in.
  std::uint32_t degree(std::uint32_t entity) const;
  /// For each entity the number of its connected component, the largest component first.
  std::vector<std::uint32_t> components() const;

 private:
  struct Inside;
  std::vector<GraphEntity> entities_;
  std::vector<GraphRelation> relations_;
  std::vector<Fact> evidence_;
  MappedFile file_;
  EvidenceTable stored_;
  std::unique_ptr<Inside> inside_;
};

/// Collects facts, then builds the graph.
class GraphBuilder {
 public:
  GraphBuilder(const Ontology& ontology, const NameForms& forms)
      : ontology_(ontology), forms_(forms) {}
  void add(Fact fact) { facts_.push_back(std::move(fact)); }
  std::size_t size() const { return facts_.size(); }
  /// Merges, sorts and freezes; the builder is empty afterwards.
  KnowledgeGraph build();

 private:
  const Ontology& ontology_;
  const NameForms& forms_;
  std::vector<Fact> facts_;
};

}  // namespace factloom
