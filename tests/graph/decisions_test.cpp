// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "graph_text.h"
#include "tests/scratch_path.h"

using namespace factloom;

namespace {

Result<Decisions> decisions_of(const std::string& rows, const NameForms& forms) {
  const auto path = scratch_path("decisions.csv");
  std::ofstream(path, std::ios::binary) << rows;
  Result<Decisions> decisions = read_decisions(path.string(), forms);
  std::filesystem::remove(path);
  return decisions;
}

}  // namespace

TEST_CASE("decisions stand above the evidence; those that contradict each other are told",
          "[graph][decisions]") {
  struct Case {
    std::string rows;
    std::size_t entities;  ///< of the three names below; 0: the file is refused
    std::string complaint;
  };
  const auto [rows, entities, complaint] = GENERATE(values<Case>({
      {"", 2, ""},
      {"# none\n", 2, ""},
      {"same,Acme,Globex\n", 1, ""},
      {"different,Acme,Acme Group\r\n", 3, ""},
      {"different,Acme,Acme Group\nsame,\"Acme Group\",Globex\n", 2, ""},
      {"same,Acme,Globex\nsame,Globex,Initech\ndifferent,Acme,Initech\n", 0, "line 1, 2; remove"},
      {"same,Acme,Globex\nsame,Globex,Initech\nsame,Initech,Acme\n", 1, ""},
      {"same,Company.acme,Company.globex\n", 1, ""},
      {"same,Acme|Company,Globex|Organization|c\n", 1, ""},
      {"same,Acme|Person,Globex\n", 2, ""},
      {"same,Acme,Globex||elsewhere\n", 2, ""},
      {"different,Acme||a,Acme Group||b\n", 3, ""},
      {"different,Acme,Acme Group\nsame,Acme Group|Company,Globex\n", 2, ""},
      {"same,Acme,Globex\ndifferent,Acme|Company,Globex\n", 0, "line 1; remove"},
      {"same,Company.acme.2,Globex\n", 0, "say NAME|TYPE|DOCUMENT"},
      {"same,Acme|Company|a|b,Globex\n", 0, "more than two bars"},
      {"same,Acme\n", 0, "expected same,NAME,NAME"},
      {"alike,Acme,Globex\n", 0, "expected same,NAME,NAME"},
      {"same,Acme,\n", 0, "a name is missing"},
      {"different,Acme,ACME Ltd\n", 0, "both names are the same"},
  }));
  CAPTURE(rows);
  const auto ontology = Ontology::load(FACTLOOM_SHARE "/schemas/types");
  const auto forms = NameForms::load(FACTLOOM_SHARE "/schemas/graph");
  REQUIRE(ontology);
  REQUIRE(forms);
  const auto decisions = decisions_of(rows, *forms);
  REQUIRE(static_cast<bool>(decisions) == (entities > 0));
  if (!decisions) {
    CHECK(decisions.errors().front().line > 0);
    CHECK(decisions.errors().front().message.find(complaint) != std::string::npos);
    return;
  }
  GraphBuilder builder(*ontology, *forms);
  builder.decide(*decisions);
  for (const char* fact :
       {"a Acme:Company basedIn Berlin:City", "b Acme_Group:Company basedIn Oslo:City",
        "c Globex:Company basedIn Paris:City"})
    builder.add(fact_from(fact));
  const KnowledgeGraph graph = builder.build();
  CHECK(graph.entities().size() == entities + 3);
}
