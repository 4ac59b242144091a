// SPDX-License-Identifier: Apache-2.0
#include "graph/trust.h"

#include <algorithm>
#include <functional>

namespace factloom {
namespace {

constexpr double surest_witness = 0.99, surest_link = 0.9999, hearsay = 0.9;

double firmness_factor(Status status) {
  switch (status) {
    case Status::asserted:
      return 1;
    case Status::former:
      return 0.9;
    case Status::planned:
      return 0.6;
    case Status::hedged:
    case Status::negated:  // asked for: as doubtful as a hedge
      break;
  }
  return 0.5;
}

/// Is `date` not before `limit`, as far as both are said?
bool not_before(std::string_view date, std::string_view limit) {
  const std::size_t n = std::min(date.size(), limit.size());
  return date.compare(0, n, limit, 0, n) >= 0;
}

bool holds(const std::vector<std::string>& list, std::string_view name) {
  return list.empty() || std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

bool EvidenceFilter::takes(const FactView& evidence) const {
  if (evidence.confidence < min_confidence || !holds(relations, evidence.relation)) return false;
  if (statuses.empty()
          ? evidence.status == Status::negated
          : std::find(statuses.begin(), statuses.end(), evidence.status) == statuses.end())
    return false;
  if (since.empty() && until.empty()) return true;
  if (evidence.date.empty()) return false;
  return not_before(evidence.date, since) && (until.empty() || not_before(until, evidence.date));
}

double witness_of(const FactView& evidence) {
  const double worth = evidence.confidence * firmness_factor(evidence.status) *
                       (evidence.attributed_to.empty() ? 1 : hearsay);
  return std::clamp(worth, 0.0, surest_witness);
}

double trust_of(const KnowledgeGraph& graph, const GraphRelation& relation,
                const EvidenceFilter& filter) {
  const auto evidence = graph.evidence(relation);
  std::vector<double> witnesses;  // one a document; evidence is sorted by document
  for (std::size_t i = 0; i < evidence.size();) {
    const std::string_view document = evidence[i].document;
    double best = 0;
    for (; i < evidence.size() && evidence[i].document == document; ++i)
      if (filter.takes(evidence[i])) best = std::max(best, witness_of(evidence[i]));
    if (best > 0) witnesses.push_back(best);
  }
  std::sort(witnesses.begin(), witnesses.end(), std::greater<>());
  if (witnesses.size() > relation.weight) witnesses.resize(relation.weight);
  double doubt = 1;
  for (const double witness : witnesses) doubt *= 1 - witness;
  return std::min(1 - doubt, surest_link);
}

std::vector<FactView> best_evidence(EvidenceRange evidence, const EvidenceFilter& filter) {
  std::vector<FactView> found;
  for (const FactView fact : evidence)
    if (filter.takes(fact)) found.push_back(fact);
  std::stable_sort(found.begin(), found.end(), [](const FactView& a, const FactView& b) {
    return witness_of(a) > witness_of(b);
  });
  return found;
}

}  // namespace factloom
