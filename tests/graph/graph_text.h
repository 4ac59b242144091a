// SPDX-License-Identifier: Apache-2.0
// Graphs for tests, from facts written as words, and shown as words:
//   "a Acme:Company foundedBy Ann_Lee:Person planned 0.9 2020-05"
//    document, subject, relation, object; then, where wanted, status, confidence and date
// gives the line
//   "Acme:Company foundedBy Ann Lee:Person planned, 1 document"
// An object of type Date or Money is a literal; `_` stands for a blank in a name.
#pragma once
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "graph/graph_builder.h"

namespace factloom {

inline FactEnd end_from(const std::string& word) {
  const auto colon = word.rfind(':');
  FactEnd end;
  end.name = word.substr(0, colon);
  std::replace(end.name.begin(), end.name.end(), '_', ' ');
  end.mention = end.name;
  end.type = word.substr(colon + 1);
  end.literal = end.type == "Date" || end.type == "Money";
  end.entity = end.literal ? -1 : 0;
  return end;
}

/// The words of a fact as one; its confidence is 0.5 unless it is said.
inline Fact fact_from(const std::string& words) {
  std::istringstream in(words);
  std::string subject, object;
  Fact fact;
  fact.confidence = 0.5;
  in >> fact.document >> subject >> fact.relation >> object;
  for (std::string more; in >> more;) {
    if (const auto status = status_named(more))
      fact.status = *status;
    else if (more.starts_with("0."))
      fact.confidence = std::stod(more);
    else
      fact.date = more;
  }
  fact.subject = end_from(subject);
  fact.object = end_from(object);
  fact.rule = "r";
  fact.sentence = {words, 0, static_cast<std::uint32_t>(words.size())};
  return fact;
}

/// The project's own ontology.
inline const Ontology& own_ontology() {
  static const auto loaded = Ontology::load(FACTLOOM_SHARE "/schemas/types");
  REQUIRE(loaded);
  return *loaded;
}

/// The project's own forms of names.
inline const NameForms& own_forms() {
  static const auto loaded = NameForms::load(FACTLOOM_SHARE "/schemas/graph");
  REQUIRE(loaded);
  return *loaded;
}

/// Merges facts with the project's own ontology.
inline KnowledgeGraph merged(const std::vector<Fact>& facts) {
  GraphBuilder builder(own_ontology(), own_forms());
  for (const Fact& fact : facts) builder.add(fact);
  return builder.build();
}

inline KnowledgeGraph merged(const std::vector<std::string>& words) {
  std::vector<Fact> facts;
  for (const std::string& one : words) facts.push_back(fact_from(one));
  return merged(facts);
}

/// Its relations and properties, a line each, sorted.
inline std::vector<std::string> lines_of(const KnowledgeGraph& graph) {
  std::vector<std::string> lines;
  const auto close = [](std::uint32_t documents, bool contradicted) {
    return std::to_string(documents) + (documents == 1 ? " document" : " documents") +
           (contradicted ? ", contradicted" : "");
  };
  for (const GraphEntity& e : graph.entities())
    for (const Property& p : e.properties)
      lines.push_back(e.name + ":" + e.type + " " + p.relation + " " + p.value + ", " +
                      close(p.documents, p.contradicted));
  for (const GraphRelation& r : graph.relations()) {
    const GraphEntity &s = graph.entities()[r.subject], &o = graph.entities()[r.object];
    lines.push_back(s.name + ":" + s.type + " " + r.relation + " " + o.name + ":" + o.type + " " +
                    status_name(r.status) + ", " + close(r.weight, r.contradicted));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace factloom
