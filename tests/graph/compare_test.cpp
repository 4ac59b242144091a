// SPDX-License-Identifier: Apache-2.0
#include "graph/compare.h"

#include "graph_text.h"

using namespace factloom;

namespace {

const NameForms& forms() {
  static const auto loaded = NameForms::load(FACTLOOM_SHARE "/schemas/graph");
  REQUIRE(loaded);
  return *loaded;
}

const char* sign_of(const Pairing& p) {
  return p.before == nowhere ? "+ " : p.after == nowhere ? "- " : "~ ";
}

std::string relation_line(const KnowledgeGraph& graph, std::uint32_t i) {
  const GraphRelation& r = graph.relations()[i];
  return graph.entities()[r.subject].name + " " + r.relation + " " +
         graph.entities()[r.object].name + " " + status_name(r.status) + " " +
         std::to_string(r.weight) + (r.contradicted ? "!" : "");
}

std::string property_line(const KnowledgeGraph& graph, std::uint32_t e, std::uint32_t i) {
  const Property& p = graph.entities()[e].properties[i];
  return graph.entities()[e].name + " " + p.relation + " " + p.value + " " +
         std::to_string(p.documents) + (p.contradicted ? "!" : "");
}

/// What differs, a line each: + new, - gone, ~ changed (with both states).
std::vector<std::string> differences(const KnowledgeGraph& a, const KnowledgeGraph& b) {
  std::vector<std::string> lines;
  const Comparison found = compare(a, b, forms());
  const auto both = [](const Pairing& p, const auto& old_text, const auto& new_text) {
    std::string line = sign_of(p);
    if (p.before != nowhere) line += old_text();
    if (p.before != nowhere && p.after != nowhere) line += " > ";
    if (p.after != nowhere) line += new_text();
    return line;
  };
  const auto entity = [](const KnowledgeGraph& graph, std::uint32_t e) {
    return graph.entities()[e].name + ":" + graph.entities()[e].type;
  };
  for (const Pairing& p : found.entities)
    lines.push_back(both(
        p, [&] { return entity(a, p.before); }, [&] { return entity(b, p.after); }));
  for (const Pairing& p : found.relations)
    lines.push_back(both(
        p, [&] { return relation_line(a, p.before); }, [&] { return relation_line(b, p.after); }));
  for (const PropertyPairing& p : found.properties)
    lines.push_back(both(
        p.property, [&] { return property_line(a, p.entity.before, p.property.before); },
        [&] { return property_line(b, p.entity.after, p.property.after); }));
  CHECK(found.empty() == lines.empty());
  return lines;
}

}  // namespace

TEST_CASE("compare tells what is new, gone and changed", "[graph][compare]") {
  struct Case {
    std::vector<std::string> before, after, expected;
  };
  const std::string ann = "a Acme:Company foundedBy Ann_Lee:Person";
  const auto [before, after, expected] = GENERATE_COPY(values<Case>({
      {{ann}, {ann}, {}},
      {{}, {}, {}},
      {{}, {ann}, {"+ Acme:Company", "+ Ann Lee:Person", "+ Acme foundedBy Ann Lee asserted 1"}},
      {{ann}, {}, {"- Acme:Company", "- Ann Lee:Person", "- Acme foundedBy Ann Lee asserted 1"}},
      {{ann},
       {ann, "b Acme:Company foundedBy Ann_Lee:Person"},
       {"~ Acme foundedBy Ann Lee asserted 1 > Acme foundedBy Ann Lee asserted 2"}},
      {{ann + " planned"},
       {ann},
       {"~ Acme foundedBy Ann Lee planned 1 > Acme foundedBy Ann Lee asserted 1"}},
      {{ann},
       {"a Acme:Company partnerOf Bolt:Company", ann},
       {"+ Bolt:Company", "+ Acme partnerOf Bolt asserted 1"}},
      {{ann, "a Acme:Company foundingDate 1999:Date"},
       {ann, "a Acme:Company foundingDate 1999:Date", "b Acme:Company foundingDate 2001:Date"},
       {"+ Acme foundingDate 2001 1!", "~ Acme foundingDate 1999 1 > Acme foundingDate 1999 1!"}},
      {{ann},
       {"a Acme:Organization foundedBy Ann_Lee:Person"},
       {"~ Acme:Company > Acme:Organization"}},
      {{"a Acme_Ltd:Company foundedBy Ann_Lee:Person"},
       {"a Acme_Inc:Company foundedBy Ann_Lee:Person"},
       {"~ Acme Ltd:Company > Acme Inc:Company"}},
  }));
  CAPTURE(before, after);
  CHECK(differences(merged(before), merged(after)) == expected);
}

TEST_CASE("compare knows an entity under another name by what lists call it", "[graph][compare]") {
  Fact old_fact = fact_from("a Facebook:Company foundedBy Ann_Lee:Person");
  Fact new_fact = fact_from("a Meta_Platforms:Company foundedBy Ann_Lee:Person");
  old_fact.subject.id = new_fact.subject.id = "Q380";
  CHECK(differences(merged(std::vector{old_fact}), merged(std::vector{new_fact})) ==
        std::vector<std::string>{"~ Facebook:Company > Meta Platforms:Company"});
}
