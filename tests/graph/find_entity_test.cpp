// SPDX-License-Identifier: Apache-2.0
#include "graph/find_entity.h"

#include "graph_text.h"

using namespace factloom;

TEST_CASE("a name finds whom it means: whole, in part, or spelled otherwise", "[graph][find]") {
  struct Case {
    std::string asked, found;  // names, with ; between them
    bool named = true;         // find_named finds the same
  };
  const auto [asked, found, named] = GENERATE(values<Case>({
      {"Lund Motors", "Lund Motors Holding Ltd"},
      {"LM", ""},
      {"the lund motors holding", "Lund Motors Holding Ltd"},
      {"Karikov", "Katalin Karikov", false},
      {"EU", "European Union"},
      {"E.U.", "European Union"},
      {"WTO", "World Trade Organization"},
      {"NTMC", "Norwegian Tool Making Company Limited"},
      {"Gerhard Schroeder", "Gerhard Schröder"},
      {"Wladimir Lund", "Vladimir Lund"},
      {"Lund", "Lund Motors Holding Ltd;Vladimir Lund", false},
      {"Ann Nobody", ""},
      {"", ""},
  }));
  CAPTURE(asked);
  const KnowledgeGraph graph =
      merged({"a Katalin_Karikov:Person worksFor European_Union:Organization",
              "a EU_Commission:GovernmentBody criticizes World_Trade_Organization:Organization",
              "b Gerhard_Schröder:Person worksFor Norwegian_Tool_Making_Company_Limited:Company",
              "c Vladimir_Lund:Person headOf Lund_Motors_Holding_Ltd:Company"});
  const auto forms = NameForms::load(FACTLOOM_SHARE "/schemas/graph");
  REQUIRE(forms);
  const EntityFinder finder(graph, *forms);
  std::vector<std::string> names;
  for (const std::uint32_t e : finder.find(asked)) names.push_back(graph.entities()[e].name);
  std::sort(names.begin(), names.end());
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ";") + name;
  CHECK(text == found);
  CHECK((finder.find_named(asked) == finder.find(asked)) == named);
}
