// SPDX-License-Identifier: Apache-2.0
#include "graph/claims.h"

#include "graph_text.h"

using namespace factloom;

namespace {

using Names = std::vector<std::string>;

const Names facts = {
    "a Ann_Lee:Person headOf Acme:Company",
    "a Bob_Roe:Person headOf Acme:Company former",
    "a Ann_Lee:Person spouse Bob_Roe:Person",
    "a Acme:Company acquires Bolt:Company planned",
    "b Acme:Company acquires Bolt:Company hedged",
    "a Acme:Company acquires Cork:Company negated",
    "a Acme:Company foundedBy Cleo_Day:Person",
    "b Acme:Company foundedBy Cleo_Day:Person negated",
    "a Ann_Lee:Person bornIn Lund:City",
    "a Bob_Roe:Person bornIn Kiel:Place",
    "a Cleo_Day:Person nationality Sweden:Country",
    "a Ann_Lee:Person birthDate 1955-01-17:Date",
    "a Bob_Roe:Person birthDate 195X:Date",
    "a Cleo_Day:Person birthDate --07-04:Date",
    "a Acme:Company foundingDate 1987:Date",
    "b Acme:Company foundingDate 1988:Date",
    "a Sweden:Country enacts sanctions_on_Bolt:Policy",
    "b sanctions_on_Bolt:Policy targets Bolt:Company",
    "a Sweden:Country enacts tax_on_Cork:Policy",
    "a tax_on_Cork:Policy targets Cork:Company",
};

/// "Ann Lee, headOf, Acme, former" as a claim.
GraphClaim claim_from(const std::string& row) {
  std::vector<std::string> cells;
  std::istringstream in(row);
  for (std::string cell; std::getline(in, cell, ',');)
    cells.push_back(cell.substr(std::min(cell.find_first_not_of(' '), cell.size())));
  cells.resize(4);
  return {cells[0], cells[1], cells[2], "", status_named(cells[3]), 0};
}

}  // namespace

TEST_CASE("claims are supported, contradicted or unknown, and the reason says why",
          "[graph][claims]") {
  struct Case {
    std::string claim, verdict, reason;
  };
  const auto [claim, verdict, reason] = GENERATE(values<Case>({
      {"Ann Lee, headOf, Acme", "supported", "1 document says so"},
      {"Ann Lee, worksFor, Acme", "supported", "1 document says so"},  // by the narrower headOf
      {"Ann Lee, memberOf, Acme", "unknown", "nothing says so"},
      {"Ann Lee, HEAD_OF, Acme", "supported", "1 document says so"},
      {"Cleo Day, founder of, Acme", "supported",
       "1 document says so, 1 document says the opposite"},
      {"Bob Roe, spouse, Ann Lee", "supported", "1 document says so"},
      {"Acme, headOf, Ann Lee", "unknown",
       "nothing says so, but 1 document says Ann Lee headOf Acme"},
      // current and former
      {"Bob Roe, headOf, Acme", "supported", "1 document says so, as former"},
      {"Bob Roe, headOf, Acme, former", "supported", "1 document says so"},
      {"Ann Lee, headOf, Acme, former", "unknown", "only as asserted in 1 document"},
      // planned, hedged, negated
      {"Acme, acquires, Bolt", "unknown", "only as planned in 2 documents"},
      {"Acme, acquires, Bolt, planned", "supported", "1 document says so"},
      {"Acme, acquires, Bolt, hedged", "supported", "2 documents say so"},
      {"Acme, acquires, Bolt, negated", "unknown", "only as planned in 2 documents"},
      {"Acme, acquires, Cork", "contradicted", "1 document says the opposite"},
      {"Acme, acquires, Cork, negated", "supported", "1 document says so"},
      {"Acme, acquires, Dent", "unknown", "there is no entity 'Dent'"},
      // what one has but once
      {"Ann Lee, bornIn, Kiel", "contradicted",
       "bornIn holds for one only, and 1 document says Lund"},
      {"Ann Lee, bornIn, Malmo", "contradicted",
       "bornIn holds for one only, and 1 document says Lund"},
      {"Ann Lee, bornIn, Sweden", "unknown", "nothing says so"},  // where Lund may lie
      {"Bob Roe, bornIn, Sweden", "unknown", "nothing says so"},
      {"Cleo Day, bornIn, Lund", "unknown", "nothing says so"},
      {"Ann Lee, bornIn, Kiel, negated", "supported",
       "bornIn holds for one only, and 1 document says Lund"},
      // dates, as precise as they are
      {"Ann Lee, birthDate, 1955-01-17", "supported", "1 document says so"},
      {"Ann Lee, birthDate, 1955", "supported", "1 document says so"},
      {"Ann Lee, birthDate, 1956", "contradicted",
       "birthDate holds for one only, and 1 document says 1955-01-17"},
      {"Ann Lee, birthDate, 195X", "supported", "1 document says so"},
      {"Ann Lee, birthDate, --01-17", "supported", "1 document says so"},
      {"Ann Lee, birthDate, --01-18", "contradicted",
       "birthDate holds for one only, and 1 document says 1955-01-17"},
      {"Bob Roe, birthDate, 1955", "unknown", "nothing says so"},
      {"Bob Roe, birthDate, 1961", "contradicted",
       "birthDate holds for one only, and 1 document says 195X"},
      {"Cleo Day, birthDate, 1961", "unknown", "nothing says so"},
      {"Cleo Day, birthDate, 1961-07-05", "contradicted",
       "birthDate holds for one only, and 1 document says --07-04"},
      // what a measure does
      {"Sweden, sanctions, Bolt", "supported", "2 documents say so, through sanctions on Bolt"},
      {"Sweden, sanctions, Cork", "unknown", "nothing says so"},  // taxed it
      {"Acme, foundingDate, 1987", "supported", "1 document says so, 1 document says 1988"},
  }));
  CAPTURE(claim);
  const KnowledgeGraph graph = merged(facts);
  const EntityFinder finder(graph, own_forms());
  const ClaimChecker checker(graph, own_ontology(), finder);
  const auto known = checker.with_known_relation(claim_from(claim));
  REQUIRE(known);
  const ClaimAnswer answer = checker.check(*known);
  CHECK(claim_verdict_name(answer.verdict) == verdict);
  CHECK(answer.reason == reason);
}

TEST_CASE("a name that was guessed is told", "[graph][claims]") {
  struct Case {
    std::string claim;
    Names guesses;
  };
  const auto [claim, guesses] = GENERATE(values<Case>({
      {"Ann Lee, headOf, Acme", {}},
      {"ann lee, headOf, ACME Ltd", {}},
      {"Lee, headOf, Acme", {"\"Lee\" taken for \"Ann Lee\""}},
      {"Roe, spouse, Lee", {"\"Roe\" taken for \"Bob Roe\"", "\"Lee\" taken for \"Ann Lee\""}},
      {"Nobody, headOf, Acme", {}},
  }));
  CAPTURE(claim);
  const KnowledgeGraph graph = merged(facts);
  const EntityFinder finder(graph, own_forms());
  CHECK(ClaimChecker(graph, own_ontology(), finder).check(claim_from(claim)).guesses == guesses);
}

TEST_CASE("contradictions stand side by side", "[graph][claims]") {
  const KnowledgeGraph graph = merged(facts);
  const EntityFinder finder(graph, own_forms());
  Names shown;
  for (const Contradiction& c : ClaimChecker(graph, own_ontology(), finder).contradictions()) {
    std::string text = graph.entities()[c.subject].name + " " + c.relation;
    for (const ContradictionSide& side : c.sides)
      text += std::string(", ") + status_name(side.status) + " " + side.object;
    shown.push_back(text);
  }
  std::sort(shown.begin(), shown.end());
  CHECK(shown == Names{"Acme foundedBy, asserted Cleo Day, negated Cleo Day",
                       "Acme foundingDate, asserted 1987, asserted 1988"});
}
