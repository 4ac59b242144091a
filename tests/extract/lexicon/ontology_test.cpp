// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/ontology.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/scratch_path.h"

using namespace factloom;
namespace fs = std::filesystem;

namespace {

const std::string schemas = std::string(FACTLOOM_SOURCE) + "/schemas";

Ontology base() {
  Result<Ontology> o = Ontology::load(schemas + "/types");
  REQUIRE(o);
  return std::move(*o);
}

/// What loading says of files of one's own, all messages in one text.
std::string said_of(const std::vector<std::string>& files) {
  const fs::path folder = scratch_path("ontology");
  fs::remove_all(folder);
  fs::create_directories(folder / "types");
  fs::create_directories(folder / "json");
  fs::copy_file(schemas + "/json/ontology.json", folder / "json/ontology.json");
  for (std::size_t i = 0; i < files.size(); ++i)
    std::ofstream(folder / "types" / (std::to_string(i + 1) + ".json")) << files[i];
  const Result<Ontology> o = Ontology::load((folder / "types").string());
  std::string text;
  if (!o)
    for (const Diagnostic& d : o.errors()) text += d.text() + "\n";
  fs::remove_all(folder);
  return text;
}

}  // namespace

TEST_CASE("the base ontology is whole", "[extract][ontology]") {
  const Ontology o = base();
  CHECK(o.types().size() == 27);
  CHECK(o.relations().size() == 43);
  for (const EntityType& t : o.types()) {
    CAPTURE(t.name);
    CHECK_FALSE(t.iri.empty());
    CHECK((t.literal || !t.color.empty()));
  }
  for (const RelationType& r : o.relations()) {
    CAPTURE(r.name);
    CHECK_FALSE(r.iri.empty());
    CHECK(r.domain != 0);
    CHECK(r.range != 0);
  }
}

TEST_CASE("types know what is above and below them", "[extract][ontology]") {
  const Ontology o = base();
  const auto company = o.find_type("Company"), organization = o.find_type("Organization");
  CHECK(o.is_a(company, organization));
  CHECK_FALSE(o.is_a(organization, company));
  CHECK_FALSE(o.is_a(TypeId::none, organization));
  CHECK(Ontology::in(company, o.relation(o.find_relation("foundedBy")).domain));
  CHECK(o.find_type("Nothing") == TypeId::none);
  CHECK(o.find_relation("nothing") == RelationId::none);
}

TEST_CASE("what one thing can be", "[extract][ontology]") {
  struct Case {
    const char *a, *b;
    bool same;
  };
  const auto [a, b, same] = GENERATE(values<Case>({
      {"Company", "Organization", true},
      {"Company", "MediaOrganization", true},
      {"Person", "Company", false},
      {"Country", "Place", true},
      {"Country", "City", false},
      {"City", "Country", false},
      {"SportsTeam", "EducationalInstitution", false},
      {"Law", "Agreement", true},
  }));
  CAPTURE(a, b);
  const Ontology o = base();
  CHECK(o.can_be_same(o.find_type(a), o.find_type(b)) == same);
}

TEST_CASE("a comma behind the last entry is no mistake", "[extract][ontology]") {
  CHECK(said_of({R"({"types": [{"name": "A", "description": "one",},],})"}).empty());
}

TEST_CASE("mistakes in types and relations are told with their place", "[extract][ontology]") {
  struct Case {
    std::vector<std::string> files, messages;
  };
  const auto [files, messages] = GENERATE(values<Case>({
      {{}, {"holds no *.json"}},
      {{"{\"types\": ["}, {"1.json:1:12: error: "}},
      {{R"({"types": [{"name": "A" "description": "one"}]})"},
       {"1.json:1:25: error: expected ',' before the next member, or '}' after the last"}},
      {{R"({"types": [{"name": "A", "description": "one"} {}]})"},
       {"1.json:1:48: error: expected ',' before the next entry, or ']' after the last"}},
      {{"[]"}, {"1.json:1:1: error: expected an object with types, relations"}},
      {{"{\"tpyes\": []}"}, {"1.json:1:2: error: unknown member 'tpyes'; did you mean 'types'?"}},
      {{"{\"types\": {}}"}, {"1.json:1:11: error: 'types' must be a list"}},
      {{"{\"types\": [\n 7]}"}, {"1.json:2:2: error: every entry of 'types' is an object"}},
      {{R"({"types": [{"name": "Star"}]})"}, {"1.json:1:12: error: needs a member 'description'"}},
      {{"{\"types\": [{\"name\": \"Star\", \"description\": \"a sun\",\n\"colour\": "
        "\"#123456\"}]}"},
       {"1.json:2:1: error: unknown member 'colour'; did you mean 'color'?"}},
      {{"{\"types\": [{\"name\": \"Star\", \"description\": \"a sun\",\n\"color\": \"red\"}]}"},
       {"1.json:2:10: error: 'color' must be a colour such as #1f77b4"}},
      {{R"({"types": [{"name": "Star", "description": "a sun", "parent": "Sta"}]})"},
       {"1.json:1:63: error: unknown type 'Sta'; did you mean 'Star'?"}},
      {{R"({"types": [{"name": "A", "description": "one", "parent": "B"}, {"name": "B", "description": "two", "parent": "A"}]})"},
       {"would be its own ancestor"}},
      {{R"({"types": [{"name": "A", "description": "one"}]})",
        R"({"types": [{"name": "A", "description": "two"}]})"},
       {"2.json:1:21: error: type 'A' is declared twice"}},
      {{R"({"types": [{"name": "Star", "description": "a sun"}], "relations": [)"
        R"({"name": "orbits", "domain": ["Stra"], "range": [], "description": "goes round", "broader": "orbit"}]})"},
       {"unknown type 'Stra'; did you mean 'Star'?",
        "'range' must be a list of types that an object may have",
        "unknown relation 'orbit'; did you mean 'orbits'?"}},
      {{R"({"relations": [{"name": "bornUnder", "domain": [], "range": [], "description": "abc", "tells": "star"}]})"},
       {"'tells' must be what it tells of a person's life: birth, death, family"}},
      {{R"({"types": [{"name": "Star", "description": "a sun"}], "relations": [{"name": "orbits", "domain": ["Star"], "range": ["Star"],)"
        R"( "description": "goes round", "through": {"first": "orbit", "second": "orbits", "named": "moon"}},)"
        R"( {"name": "eats", "domain": ["Star"], "range": ["Star"], "description": "eats up", "through": "orbits"}]})"},
       {"unknown relation 'orbit'; did you mean 'orbits'?",
        "'through' must be the relations that lead"}},
      {{"{\"types\": [{\"name\": \"A\", \"color\": 3}]}", "{\"relations\": [{}]}"},
       {"needs a member 'description'", "'color' must be",
        "2.json:1:16: error: needs a member 'name'"}},
  }));
  CAPTURE(files);
  const std::string said = said_of(files);
  for (const std::string& m : messages) CHECK_THAT(said, Catch::Contains(m));
}
