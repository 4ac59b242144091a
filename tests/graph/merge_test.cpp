// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <set>

#include "graph/centrality.h"
#include "graph_text.h"

using namespace factloom;

namespace {

using Lines = std::vector<std::string>;

struct Case {
  std::string what;
  Lines facts, graph;
};

}  // namespace

TEST_CASE("facts become edges: one per subject, relation and object", "[graph][merge]") {
  const auto [what, facts, graph] = GENERATE(values<Case>({
      {"nothing", {}, {}},
      {"one fact",
       {"a Acme:Company foundedBy Ann_Lee:Person"},
       {"Acme:Company foundedBy Ann Lee:Person asserted, 1 document"}},
      {"the same from two documents is one edge of weight two",
       {"a Acme:Company foundedBy Ann_Lee:Person", "b Acme:Company foundedBy Ann_Lee:Person"},
       {"Acme:Company foundedBy Ann Lee:Person asserted, 2 documents"}},
      {"a document that repeats itself counts once",
       {"a Acme:Company foundedBy Ann_Lee:Person",
        "a Acme:Company foundedBy Ann_Lee:Person hedged"},
       {"Acme:Company foundedBy Ann Lee:Person asserted, 1 document"}},
      {"two relations between two are two edges",
       {"a Acme:Company foundedBy Ann_Lee:Person", "a Acme:Company acquires Globex:Company"},
       {"Acme:Company acquires Globex:Company asserted, 1 document",
        "Acme:Company foundedBy Ann Lee:Person asserted, 1 document"}},
      {"the other direction is another edge",
       {"a Acme:Company acquires Globex:Company", "a Globex:Company acquires Acme:Company"},
       {"Acme:Company acquires Globex:Company asserted, 1 document",
        "Globex:Company acquires Acme:Company asserted, 1 document"}},
      {"but not of a symmetric relation",
       {"a Ann_Lee:Person spouse Bob_Roy:Person", "b Bob_Roy:Person spouse Ann_Lee:Person"},
       {"Ann Lee:Person spouse Bob Roy:Person asserted, 2 documents"}},
      {"who is related to himself says nothing", {"a Acme:Company acquires Acme:Company"}, {}},
      {"the firmest status wins: asserted",
       {"a Acme:Company acquires Globex:Company negated",
        "b Acme:Company acquires Globex:Company planned", "c Acme:Company acquires Globex:Company"},
       {"Acme:Company acquires Globex:Company asserted, 3 documents"}},
      {"planned before hedged",
       {"a Acme:Company acquires Globex:Company hedged",
        "b Acme:Company acquires Globex:Company planned"},
       {"Acme:Company acquires Globex:Company planned, 2 documents"}},
      {"denied and nothing else",
       {"a Acme:Company acquires Globex:Company negated"},
       {"Acme:Company acquires Globex:Company negated, 1 document"}},
      {"a relation that nobody declared is kept",
       {"a Acme:Company sponsors Globex:Company"},
       {"Acme:Company sponsors Globex:Company asserted, 1 document"}},
  }));
  CAPTURE(what);
  CHECK(lines_of(merged(facts)) == graph);
}

TEST_CASE("spellings of one name are one entity, unless their types forbid it", "[graph][merge]") {
  struct Names {
    std::string what, a, b;
    std::size_t entities;
  };
  const auto [what, a, b, entities] = GENERATE(values<Names>({
      {"the same", "Acme:Company", "Acme:Company", 1},
      {"legal form", "Acme:Company", "Acme_Ltd:Company", 1},
      {"legal form with full stop", "Acme:Company", "Acme_Inc.:Company", 1},
      {"article", "New_York_Times:MediaOrganization", "The_New_York_Times:MediaOrganization", 1},
      {"accents", "Nestlé:Company", "Nestle:Company", 1},
      {"accent as a mark of its own", "Nestlé:Company", "Nestle\xCC\x81:Company", 1},
      {"case", "NVIDIA:Company", "Nvidia:Company", 1},
      {"full width", "Acme:Company", "Ａｃｍｅ:Company", 1},
      {"a more general type", "Acme:Company", "Acme:Organization", 1},
      {"a person and a firm", "Ford:Company", "Ford:Person", 2},
      {"a city and a country", "Singapore:City", "Singapore:Country", 2},
      {"another name", "Acme:Company", "Acme_Foods:Company", 2},
      {"nothing but a legal form", "Limited:Company", "Ltd:Company", 2},
      {"nothing but marks", "!!!:Company", "???:Company", 2},
      {"other scripts", "华为:Company", "小米:Company", 2},
      {"a type that nobody declared", "Acme:Company", "Acme:Spaceship", 2},
  }));
  CAPTURE(what);
  const KnowledgeGraph graph =
      merged({"a " + a + " basedIn Berlin:City", "b " + b + " basedIn Berlin:City"});
  CHECK(graph.entities().size() == entities + 1);
  std::set<std::string> ids;
  for (const GraphEntity& e : graph.entities()) ids.insert(e.id);
  CHECK(ids.size() == graph.entities().size());
}

TEST_CASE("an entity bears the name that most facts give it, the others are aliases",
          "[graph][merge]") {
  const KnowledgeGraph graph =
      merged({"a Acme:Company basedIn Berlin:City", "b ACME_Ltd:Company basedIn Berlin:City",
              "c Acme:Company basedIn Berlin:City"});
  const auto acme = std::find_if(graph.entities().begin(), graph.entities().end(),
                                 [](const GraphEntity& e) { return e.type == "Company"; });
  REQUIRE(acme != graph.entities().end());
  CHECK(acme->name == "Acme");
  CHECK(acme->aliases == Lines{"ACME Ltd"});
  CHECK(acme->mentions == 3);
  CHECK(acme->documents == 3);
}

TEST_CASE("letters that a document writes for a name are a name, too", "[graph][merge]") {
  const auto [name, mention, aliases] = GENERATE(table<std::string, std::string, Lines>({
      {"Social Democratic Party of Germany", "SPD", {"SPD"}},
      {"United States", "U.S.", {"U.S."}},
      {"EU Commission", "EU", {}},
      {"Acme", "AC", {}},
      {"Ann Lee Foundation", "the CEO", {}},
      {"Ann Lee Foundation", "CEO", {}},
  }));
  CAPTURE(name, mention);
  Fact fact = fact_from("a X:Organization basedIn Berlin:City");
  fact.subject.name = name;
  fact.subject.mention = mention;
  const KnowledgeGraph graph = merged(std::vector<Fact>{fact});
  for (const GraphEntity& e : graph.entities())
    if (e.type == "Organization") CHECK((e.name == name && e.aliases == aliases));
}

TEST_CASE("two persons of one name stay two where evidence or the user says so", "[graph][merge]") {
  struct Two {
    std::string what;
    Lines facts;
    std::size_t persons;
  };
  const auto [what, facts, persons] = GENERATE(values<Two>({
      {"nothing speaks against it",
       {"a Ivor_Lund:Person headOf Acme:Company", "b Ivor_Lund:Person alumniOf Yale:School"},
       1},
      {"a common name and nothing in common",
       {"a John_Smith:Person headOf Acme:Company", "b John_Smith:Person headOf Globex:Company"},
       2},
      {"a common name and one employer",
       {"a John_Smith:Person headOf Acme:Company", "b John_Smith:Person worksFor Acme:Company"},
       1},
      {"other countries and other employers",
       {"a Ivor_Lund:Person headOf Acme:Company", "a Ivor_Lund:Person nationality Norway:Country",
        "b Ivor_Lund:Person headOf Globex:Company", "b Ivor_Lund:Person nationality Chile:Country"},
       2},
      {"linked to each other",
       {"a Ivor_Lund_Jr.:Person childOf Ivor_Lund_Sr.:Person",
        "b Ivor_Lund_Jr.:Person headOf Acme:Company"},
       2},
  }));
  CAPTURE(what);
  const KnowledgeGraph graph = merged(facts);
  CHECK(std::count_if(graph.entities().begin(), graph.entities().end(), [](const GraphEntity& e) {
          return e.type == "Person";
        }) == static_cast<std::ptrdiff_t>(persons));
}

TEST_CASE("a second name joins what other documents call by it alone", "[graph][merge]") {
  Fact fact = fact_from("a Foxconn:Company basedIn Berlin:City");
  fact.subject.also = "Hon Hai\n鴻海";
  const KnowledgeGraph graph =
      merged(std::vector<Fact>{fact, fact_from("b Hon_Hai:Company acquires Sharp:Company"),
                               fact_from("c Foxconn:Company acquires Globex:Company")});
  std::size_t found = 0;
  for (const GraphEntity& e : graph.entities())
    if (e.name == "Foxconn") found += e.aliases == Lines{"Hon Hai", "鴻海"} && e.documents == 3;
  CHECK(found == 1);
}

TEST_CASE("who lead one body under two of its names are one", "[graph][merge]") {
  const auto people = [](const char* other_body) {
    const KnowledgeGraph graph =
        merged({"a Ursula_von_der_Leyen:Person headOf European_Commission:Organization",
                std::string("b Von_der_Leyen:Person headOf ") + other_body});
    return std::count_if(graph.entities().begin(), graph.entities().end(),
                         [](const GraphEntity& e) { return e.type == "Person"; });
  };
  CHECK(people("EU_Commission:Organization") == 1);
  CHECK(people("Haidilao:Organization") == 2);
}

TEST_CASE("whom somebody criticises is not where he belongs, and a surname alone is no better name",
          "[graph][merge]") {
  const KnowledgeGraph graph =
      merged({"a Ivor_Petrov_Lund:Person criticizes Norway:Country",
              "a European_Union:Organization sanctions "
              "Ivor_Petrov_Lund:Person",
              "b Ivor_Lund:Person nationality Chile:Country",
              "b Ivor_Lund:Person headOf Acme:Company", "c Lund:Person headOf Acme:Company",
              "c Lund:Person worksFor Acme:Company", "c Lund:Person ownsStakeIn Acme:Company"});
  std::vector<std::string> people;
  for (const GraphEntity& e : graph.entities())
    if (e.type == "Person") people.push_back(e.name);
  CHECK(people.size() == 1);
  CHECK(people.front() == "Ivor Petrov Lund");
}

TEST_CASE("functional relations that disagree are kept and flagged", "[graph][merge]") {
  const auto [what, facts, graph] = GENERATE(values<Case>({
      {"two birth places",
       {"a Ann_Lee:Person bornIn Berlin:City", "b Ann_Lee:Person bornIn Paris:City"},
       {"Ann Lee:Person bornIn Berlin:City asserted, 1 document, contradicted",
        "Ann Lee:Person bornIn Paris:City asserted, 1 document, contradicted"}},
      {"one birth place twice",
       {"a Ann_Lee:Person bornIn Berlin:City", "b Ann_Lee:Person bornIn Berlin:City"},
       {"Ann Lee:Person bornIn Berlin:City asserted, 2 documents"}},
      {"two persons",
       {"a Ann_Lee:Person bornIn Berlin:City", "b Bob_Roy:Person bornIn Paris:City"},
       {"Ann Lee:Person bornIn Berlin:City asserted, 1 document",
        "Bob Roy:Person bornIn Paris:City asserted, 1 document"}},
      {"two birth dates",
       {"a Ann_Lee:Person birthDate 1955-01-17:Date", "b Ann_Lee:Person birthDate 1956-02-03:Date"},
       {"Ann Lee:Person birthDate 1955-01-17, 1 document, contradicted",
        "Ann Lee:Person birthDate 1956-02-03, 1 document, contradicted"}},
      {"one may live in two places",
       {"a Ann_Lee:Person livesIn Berlin:City", "b Ann_Lee:Person livesIn Paris:City"},
       {"Ann Lee:Person livesIn Berlin:City asserted, 1 document",
        "Ann Lee:Person livesIn Paris:City asserted, 1 document"}},
  }));
  CAPTURE(what);
  CHECK(lines_of(merged(facts)) == graph);
}

TEST_CASE("confidence grows with independent documents alone", "[graph][merge]") {
  struct Confidences {
    Lines documents;
    double confidence;
  };
  const auto [documents, confidence] = GENERATE(values<Confidences>({
      {{"a"}, 0.5},
      {{"a", "a"}, 0.5},
      {{"a", "b"}, 0.75},
      {{"a", "b", "c", "a"}, 0.875},
  }));
  std::vector<Fact> facts;
  for (const std::string& document : documents) {
    facts.push_back(fact_from(document + " Acme:Company acquires Globex:Company"));
    facts.back().sentence.start = static_cast<std::uint32_t>(facts.size());
  }
  const KnowledgeGraph graph = merged(facts);
  REQUIRE(graph.relations().size() == 1);
  CHECK(graph.relations()[0].confidence == Approx(confidence));
  CHECK(graph.evidence(graph.relations()[0]).size() == documents.size());
}

TEST_CASE("the same facts in any order give the same graph", "[graph][merge]") {
  std::mt19937 random(7);  // fixed: the same orders in every run
  const Lines names = {"Acme:Company",   "ACME_Ltd:Company", "Acme:Organization", "Globex:Company",
                       "Ann_Lee:Person", "ann_lee:Person",   "Ford:Company",      "Ford:Person"};
  std::vector<Fact> facts;
  for (int i = 0; i < 200; ++i) {
    const std::string document(1, static_cast<char>('a' + random() % 5));
    const char* relation = i % 3 == 0 ? " partnerOf " : i % 3 == 1 ? " acquires " : " bornIn ";
    facts.push_back(fact_from(document + " " + names[random() % names.size()] + relation +
                              names[random() % names.size()]));
    facts.back().date = "20" + std::to_string(10 + random() % 10);
  }
  const KnowledgeGraph first = merged(facts);
  for (int order = 0; order < 20; ++order) {
    std::shuffle(facts.begin(), facts.end(), random);
    const KnowledgeGraph again = merged(facts);
    CHECK(lines_of(again) == lines_of(first));
    CHECK(std::equal(again.evidence().begin(), again.evidence().end(), first.evidence().begin(),
                     first.evidence().end()));
    REQUIRE(again.entities().size() == first.entities().size());
    for (std::size_t i = 0; i < first.entities().size(); ++i) {
      CHECK(again.entities()[i].id == first.entities()[i].id);
      CHECK(again.entities()[i].aliases == first.entities()[i].aliases);
    }
  }
}

TEST_CASE("facts given twice count once: merging merged facts changes nothing", "[graph][merge]") {
  const Lines facts = {"a Acme:Company acquires Globex:Company",
                       "b Acme_Ltd:Company acquires Globex:Company",
                       "b Globex:Company basedIn Berlin:City"};
  const KnowledgeGraph once = merged(facts);
  std::vector<Fact> twice(once.evidence().begin(), once.evidence().end());
  twice.insert(twice.end(), once.evidence().begin(), once.evidence().end());
  CHECK(lines_of(merged(twice)) == lines_of(once));
}

TEST_CASE("components are numbered by size, degrees count both directions", "[graph][merge]") {
  const KnowledgeGraph graph =
      merged({"a A:Company acquires B:Company", "a C:Company acquires D:Company",
              "a D:Company acquires E:Company"});
  std::vector<std::string> shown;
  const auto components = components_of(links_of(graph));
  for (std::uint32_t i = 0; i < graph.entities().size(); ++i)
    shown.push_back(graph.entities()[i].name + " " + std::to_string(components[i]) + " " +
                    std::to_string(graph.degree(i)));
  std::sort(shown.begin(), shown.end());
  CHECK(shown == Lines{"A 1 1", "B 1 1", "C 0 1", "D 0 2", "E 0 1"});
}
