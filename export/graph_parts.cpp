// SPDX-License-Identifier: Apache-2.0
#include "export/graph_parts.h"

namespace factloom {

bool GraphCollector::add(GraphEntity entity) {
  const auto index = static_cast<std::uint32_t>(parts_.entities.size());
  if (!by_id_.try_emplace(entity.id, index).second) return false;
  parts_.entities.push_back(std::move(entity));
  return true;
}

std::int64_t GraphCollector::find(const std::string& id) const {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? -1 : std::int64_t{it->second};
}

std::uint32_t GraphCollector::place(std::vector<Fact> facts, const Fact& whole) {
  const auto first = static_cast<std::uint32_t>(parts_.evidence.size());
  if (facts.empty()) {
    facts.push_back(whole);
    facts.back().document = "unknown";
  }
  for (Fact& f : facts) {
    f.relation = whole.relation;
    f.subject = whole.subject;
    f.object = whole.object;
    parts_.evidence.push_back(std::move(f));
  }
  return first;
}

void GraphCollector::add(GraphRelation relation, std::vector<Fact> facts) {
  const GraphEntity &subject = parts_.entities[relation.subject],
                    &object = parts_.entities[relation.object];
  Fact whole;
  whole.relation = relation.relation;
  whole.status = relation.status;
  whole.confidence = relation.confidence;
  whole.subject = {0, subject.name, subject.type, subject.name, 0, 0, false, ""};
  whole.object = {1, object.name, object.type, object.name, 0, 0, false, ""};
  relation.first_evidence = place(std::move(facts), whole);
  relation.evidence_count =
      static_cast<std::uint32_t>(parts_.evidence.size()) - relation.first_evidence;
  parts_.relations.push_back(std::move(relation));
}

void GraphCollector::add(std::size_t entity, Property property, std::vector<Fact> facts) {
  const GraphEntity& subject = parts_.entities[entity];
  Fact whole;
  whole.relation = property.relation;
  whole.confidence = 1;
  whole.subject = {0, subject.name, subject.type, subject.name, 0, 0, false, ""};
  whole.object = {-1, property.value, property.type, property.value, 0, 0, true, ""};
  property.first_evidence = place(std::move(facts), whole);
  property.evidence_count =
      static_cast<std::uint32_t>(parts_.evidence.size()) - property.first_evidence;
  parts_.entities[entity].properties.push_back(std::move(property));
}

KnowledgeGraph GraphCollector::build() {
  return KnowledgeGraph(std::move(parts_));
}

}  // namespace factloom
