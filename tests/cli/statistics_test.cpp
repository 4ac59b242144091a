// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "program.h"

using namespace factloom;

namespace {

/// Two graphs: in the later one Bob Roe is new, and what Ann Lee founded is said twice.
const char* const graphs =
    "factloom() { '" FACTLOOM_PROGRAM
    "' \"$@\"; }; echo 'Acme Ltd was founded by Ann Lee in 1999.' > a.txt; "
    "echo 'Ann Lee founded Acme Ltd.' > b.txt; echo 'Bob Roe works for Bolt Inc.' > c.txt; "
    "factloom build --quiet a.txt -o old.factloom && "
    "factloom build --quiet a.txt b.txt c.txt -o new.factloom || exit 9; ";

}  // namespace

TEST_CASE("stats and diff answer in every format", "[cli][stats][diff]") {
  struct Case {
    std::string command, part;
    int code;
  };
  const auto [command, part, code] = GENERATE(values<Case>({
      {"stats old.factloom", "Graph\n  entities           2\n  relations          1\n", 0},
      {"stats old.factloom", "\nEntities by type\n", 0},
      {"stats old.factloom", "\nMost central by degree\n", 0},
      {"stats old.factloom --format json", "{\"totals\": {\"entities\": 2, \"relations\": 1", 0},
      {"stats old.factloom --format csv", "\ntotals,entities,,2\r\n", 0},
      {"stats old.factloom --format csv", "\ndegree,Person.ann_lee,Ann Lee,1\r\n", 0},
      {"stats new.factloom --since-graph old.factloom", "\nSince the older graph\nEntities: 2 new",
       0},
      {"stats new.factloom --since-graph old.factloom --format json",
       "\"since_graph\": {\"entities\": {\"new\": [", 0},
      {"stats new.factloom --since-graph old.factloom --format csv", "\r\n\r\nwhat,change,id,name",
       0},
      {"diff old.factloom old.factloom", "No difference\n", 0},
      {"diff old.factloom old.factloom --exit-code", "No difference\n", 0},
      {"diff old.factloom new.factloom", "  + Bob Roe (Person)\n", 0},
      {"diff old.factloom new.factloom --exit-code", "  [documents 1 → 2]\n", 4},
      {"diff new.factloom old.factloom", "  - Bob Roe (Person)\n", 0},
      {"diff old.factloom new.factloom --format csv",
       "what,change,id,name,type,relation,object_id,object,field,before,after\r\n", 0},
      {"diff old.factloom new.factloom --format csv", "entity,new,Person.bob_roe,Bob Roe,Person,",
       0},
      {"diff old.factloom new.factloom --format csv", ",weight,1,2\r\n", 0},
      {"diff old.factloom new.factloom --format json", "\"weight\": {\"before\": 1, \"after\": 2}",
       0},
  }));
  CAPTURE(command);
  const Scratch scratch;
  const Run run = scratch.run(graphs + ("factloom " + command));
  CHECK(run.code == code);
  CHECK_THAT(run.out, Catch::Contains(part));
  CHECK(run.err.empty());
}

TEST_CASE("stats and diff say what is wrong and what to do", "[cli][stats][diff]") {
  struct Case {
    std::string command, part;
    int code;
  };
  const auto [command, part, code] = GENERATE(values<Case>({
      {"stats none.factloom", "none.factloom: error: cannot be opened", 3},
      {"stats", "GRAPH is required", 2},
      {"diff old.factloom", "NEW is required", 2},
      {"diff none.factloom new.factloom", "File does not exist: none.factloom", 2},
      {"head -c 100 new.factloom > cut.factloom; factloom diff old.factloom cut.factloom",
       "is cut short", 3},
      {"stats old.factloom --format xml", "xml", 2},
  }));
  CAPTURE(command);
  const Scratch scratch;
  const bool shell = command.find("factloom ", command.find(';') + 1) != std::string::npos &&
                     command.find(';') != std::string::npos;
  const Run run = scratch.run(graphs + (shell ? command : "factloom " + command));
  CHECK(run.code == code);
  CHECK_THAT(run.err, Catch::Contains(part));
}

TEST_CASE("JSON of stats and diff is JSON", "[cli][stats][diff]") {
  const Scratch scratch;
  const Run run = scratch.run(
      graphs +
      std::string(
          "for command in 'stats new.factloom' 'stats new.factloom --since-graph old.factloom' "
          "'diff old.factloom new.factloom' 'diff old.factloom old.factloom'; do "
          "factloom $command --format json | python3 -c 'import json, sys; json.load(sys.stdin)' "
          "|| exit 1; done"));
  CHECK(run.code == 0);
  CHECK(run.err.empty());
}
