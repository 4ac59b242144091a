// SPDX-License-Identifier: Apache-2.0
// Puts a graph together from what a reader of a file finds, in any order of relations: entities by
// their ids, then relations and properties with their evidence. A relation whose evidence the file
// does not hold gets one fact without words, so that every relation has some.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/knowledge_graph.h"

namespace factloom {

class GraphCollector {
 public:
  /// False if there is an entity of this id.
  bool add(GraphEntity entity);
  /// The index of an entity; none (-1) if there is none of this id.
  std::int64_t find(const std::string& id) const;
  GraphEntity& entity(std::size_t index) { return parts_.entities[index]; }
  /// Facts need document, status, confidence, rule, role, date, speaker and sentence; the rest is
  /// filled in.
  void add(GraphRelation relation, std::vector<Fact> facts);
  void add(std::size_t entity, Property property, std::vector<Fact> facts);
  KnowledgeGraph build();

 private:
  std::uint32_t place(std::vector<Fact> facts, const Fact& whole);

  GraphParts parts_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
};

}  // namespace factloom
