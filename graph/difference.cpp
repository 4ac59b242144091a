// SPDX-License-Identifier: Apache-2.0
#include "graph/difference.h"

#include <map>
#include <tuple>

namespace factloom {
namespace {

/// One thing said, as far as it can change.
struct Stated {
  std::string subject, object;  ///< names
  std::string status;           ///< empty for an entity, and for a property
  std::uint32_t documents = 0;
  bool contradicted = false;
};

/// By subject's id, relation, and the object's id or value; an entity has but a subject.
using Key = std::tuple<std::string, std::string, std::string>;
using Statements = std::map<Key, Stated>;

Statements entities_of(const KnowledgeGraph& graph) {
  Statements all;
  for (const GraphEntity& e : graph.entities()) all[{e.id, "", ""}] = {e.name, "", "", 0, false};
  return all;
}

Statements statements_of(const KnowledgeGraph& graph) {
  Statements all;
  const auto entities = graph.entities();
  for (const GraphRelation& r : graph.relations()) {
    const GraphEntity &s = entities[r.subject], &o = entities[r.object];
    all[{s.id, r.relation, o.id}] = {s.name, o.name, status_name(r.status), r.weight,
                                     r.contradicted};
  }
  for (const GraphEntity& e : entities)
    for (const Property& p : e.properties)
      all[{e.id, p.relation, p.value}] = {e.name, p.value, "", p.documents, p.contradicted};
  return all;
}

std::string detail_of(const Stated& a, const Stated& b) {
  std::string detail;
  const auto add = [&](const std::string& text) { detail += (detail.empty() ? "" : "; ") + text; };
  if (a.status != b.status) add("status " + a.status + " -> " + b.status);
  if (a.documents != b.documents)
    add("documents " + std::to_string(a.documents) + " -> " + std::to_string(b.documents));
  if (a.contradicted != b.contradicted)
    add(b.contradicted ? "now contradicted" : "no longer contradicted");
  return detail;
}

void compare(const Statements& before, const Statements& after, std::vector<GraphChange>& found) {
  const auto missing_in = [&](const Statements& other, const Statements& all, const char* kind) {
    for (const auto& [key, s] : all)
      if (other.count(key) == 0) found.push_back({kind, s.subject, std::get<1>(key), s.object, ""});
  };
  missing_in(before, after, "new");
  missing_in(after, before, "gone");
  for (const auto& [key, s] : after) {
    const auto old = before.find(key);
    if (old == before.end()) continue;
    const std::string detail = detail_of(old->second, s);
    if (!detail.empty())
      found.push_back({"changed", s.subject, std::get<1>(key), s.object, detail});
  }
}

}  // namespace

std::vector<GraphChange> differences(const KnowledgeGraph& before, const KnowledgeGraph& after) {
  std::vector<GraphChange> found;
  compare(entities_of(before), entities_of(after), found);
  compare(statements_of(before), statements_of(after), found);
  return found;
}

}  // namespace factloom
