// SPDX-License-Identifier: Apache-2.0
// What a graph says to a claim, and where it disagrees with itself.
//
// A claim is supported when evidence states it; contradicted when evidence denies it and none
// states it, or when its relation holds for one object only (functional) and another is stated;
// unknown otherwise. What is merely planned, reported or over supports a claim of that status
// alone, but that what is over was so is true. A narrower relation supports a broader claim (who
// heads a firm works for it), a symmetric one holds both ways, and a date said more precisely
// supports a coarser one ("1955" by "1955-01-17"). Two objects of a functional relation do not
// disagree where one may hold the other: dates of which one begins the other; a city and a country.
// Where nothing bears on a claim, it is told if the graph says it the other way round. Over more
// than one relation nothing is inferred but what the ontology says to hold through a thing between:
// who enacts sanctions that target somebody sanctions them (RelationType::through).
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/lexicon/ontology.h"
#include "graph/find_entity.h"
#include "graph/knowledge_graph.h"

namespace factloom {

/// relation(subject, object), as a user puts it.
struct GraphClaim {
  std::string subject, relation, object;
  std::string object_type;       ///< where it is known; empty otherwise
  std::optional<Status> status;  ///< none: asserted
  std::uint32_t line = 0;        ///< where it stands in its file; 0: nowhere
};

enum class ClaimVerdict : std::uint8_t { supported, contradicted, unknown };

/// "supported", …
const char* claim_verdict_name(ClaimVerdict);

/// The answer to a claim. Its evidence is views of the graph's.
struct ClaimAnswer {
  ClaimVerdict verdict = ClaimVerdict::unknown;
  std::string reason;              ///< one phrase: "3 documents say so"
  std::vector<FactView> evidence;  ///< what the verdict rests on, the surest first
  std::vector<FactView> other;     ///< what speaks for another verdict
  std::uint32_t documents = 0, other_documents = 0;  ///< of `evidence` and of `other`
  std::vector<std::string>
      guesses;  ///< names of the claim that no entity has: whom they were taken for
};

/// One side of a disagreement.
struct ContradictionSide {
  std::string object;  ///< name or value; "not so" of a denial is said by `status`
  Status status = Status::asserted;
  std::uint32_t documents = 0;
  std::vector<FactView> evidence;  ///< the surest first
};

/// Sides that cannot all be right.
struct Contradiction {
  std::uint32_t subject = 0;  ///< index into entities()
  std::string relation;
  bool denied = false;  ///< one object, stated and denied; else several objects where one can be
  std::vector<ContradictionSide> sides;  ///< the side of most documents first
};

/// Answers claims about one graph. All arguments must outlive it.
class ClaimChecker {
 public:
  ClaimChecker(const KnowledgeGraph& graph, const Ontology& ontology, const EntityFinder& finder);

  /// The claim with a relation that the ontology or the graph knows: `founderOf(A, B)` becomes
  /// `foundedBy(B, A)`, `HEAD_OF` and "head of" become `headOf`. For an unknown relation the
  /// reason, with what may be meant.
  Result<GraphClaim> with_known_relation(GraphClaim claim) const;
  /// Is the relation's object a date?
  bool takes_date(const std::string& relation) const;
  /// Answers a claim. Dates are ISO 8601.
  ClaimAnswer check(const GraphClaim& claim) const;
  /// All disagreements, by subject and relation.
  std::vector<Contradiction> contradictions() const;

 private:
  /// What the graph says of a subject: one relation or property.
  struct Saying {
    std::string relation;
    std::uint32_t object = 0;  ///< index into entities(); UINT32_MAX for a literal
    std::string name, type;    ///< of the object
    EvidenceRange evidence;
  };
  std::vector<Saying> sayings(std::uint32_t subject) const;
  /// Entities that a name may mean, as far as their types are allowed.
  std::vector<std::uint32_t> candidates(const std::string& name, TypeSet allowed) const;
  bool may_both_hold(const Saying& a, const Saying& b) const;
  struct Question;
  struct Bearing;
  Question understand(const GraphClaim& claim) const;
  void look_again(const GraphClaim& claim, const Question& question, ClaimAnswer& answer) const;
  void weigh(const Question& question, const Saying& said, Bearing& bearing) const;
  void weigh_through(const Question& question, std::uint32_t subject, Bearing& bearing) const;
  static ClaimAnswer decide(Bearing& bearing, Status claimed, const std::string& relation);
  void add_denied(std::uint32_t subject, const Saying& said,
                  std::vector<Contradiction>& found) const;
  void add_rivals(std::uint32_t subject, const std::vector<Saying>& said,
                  std::vector<Contradiction>& found) const;

  const KnowledgeGraph& graph_;
  const Ontology& ontology_;
  const EntityFinder& finder_;
};

}  // namespace factloom
