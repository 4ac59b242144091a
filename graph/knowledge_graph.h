// SPDX-License-Identifier: Apache-2.0
// Facts of many documents as one graph: things that bear the same name and can be the same are one
// Entity, facts that say the same one Relation with all its Evidence (graph_builder.h puts it
// together). Boost.Graph holds who is linked to whom, as compressed sparse rows; outside nobody
// sees Boost.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/base/mapped_file.h"
#include "extract/fact.h"
#include "graph/evidence.h"
#include "graph/name_score.h"

namespace factloom {

/// A literal said of an entity: birthDate 1955-01-17.
struct Property {
  std::string relation;
  std::string value;
  std::string type;  ///< Date, Money, …
  std::uint32_t first_evidence = 0, evidence_count = 0;
  std::uint32_t documents = 0;  ///< number of independent documents that say it
  bool contradicted = false;    ///< a functional relation has another value too
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
  std::vector<std::string> ids;  ///< what gazetteers and users call it ("Q42", a LEI), sorted
};

/// relation(subject, object) with all that says so.
struct GraphRelation {
  std::uint32_t subject = 0, object = 0;  ///< indices into entities()
  std::string relation;
  Status status = Status::asserted;  ///< the firmest that some evidence gives
  std::uint32_t weight = 0;          ///< number of independent documents that say it
  double confidence = 0;             ///< 1 - product over documents of (1 - their surest evidence)
  std::uint32_t first_evidence = 0, evidence_count = 0;
  bool contradicted = false;  ///< the relation is functional, and another object is asserted too
  std::string first_date, last_date;  ///< of its facts, else of their documents; ISO; or empty
};

/// The end of a relation that is not this one.
inline std::uint32_t other_end(const GraphRelation& r, std::uint32_t entity) {
  return r.subject == entity ? r.object : r.subject;
}

/// A relation as one of its ends sees it.
struct LinkOfEntity {
  std::uint32_t relation = 0;  ///< index into relations()
};

/// Why two names are one entity, or why they are kept apart although they look alike.
struct NameMerge {
  std::uint32_t entity = 0;        ///< index into entities(): the one; when kept apart, that of `a`
  std::uint32_t other_entity = 0;  ///< that of `b`: the same unless kept apart
  std::string a, b;                ///< names, `a` before `b`
  std::string a_type, b_type;
  bool merged = true;
  NameScore score;  ///< its sum and its reasons; a sum of 1 is enough to merge
  bool operator==(const NameMerge&) const = default;
};

/// A document that repeats another: what both say counts once.
struct NearDuplicate {
  std::string document, original;
  double similarity = 0;  ///< Jaccard index of their shingles, in (0, 1]
  bool operator==(const NearDuplicate&) const = default;
};

/// What a graph is put together from: by GraphBuilder, or by a reader of files. The evidence is
/// either `evidence` or, where that is empty, the records `stored` inside `file`.
struct GraphParts {
  std::vector<GraphEntity> entities;
  std::vector<GraphRelation> relations;
  std::vector<Fact> evidence;
  MappedFile file;
  EvidenceTable stored;
  std::vector<NameMerge> merges;
  std::vector<NearDuplicate> duplicates;
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
  /// Which names became one entity and why, and which were kept apart; sorted by entity and names.
  std::span<const NameMerge> merges() const { return merges_; }
  /// Documents that repeat others, sorted.
  std::span<const NearDuplicate> duplicates() const { return duplicates_; }
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
  /// The relations that an entity takes part in, as subject or object, in order; one with itself
  /// stands there twice. The rows of all entities are made when the first is asked for.
  std::span<const LinkOfEntity> links(std::uint32_t entity) const;
  /// Number of relations that an entity takes part in.
  std::uint32_t degree(std::uint32_t entity) const {
    return static_cast<std::uint32_t>(links(entity).size());
  }

 private:
  struct Inside;
  std::vector<GraphEntity> entities_;
  std::vector<GraphRelation> relations_;
  std::vector<Fact> evidence_;
  MappedFile file_;
  EvidenceTable stored_;
  std::vector<NameMerge> merges_;
  std::vector<NearDuplicate> duplicates_;
  std::unique_ptr<Inside> inside_;
};

}  // namespace factloom
