// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "program.h"

using namespace factloom;

TEST_CASE("verbs that ask a graph answer, and say what is wrong and what to do", "[cli][query]") {
  struct Case {
    std::string command, part;
    int code;
  };
  const auto [command, part, code] = GENERATE(values<Case>({
      {"factloom links a.factloom 'Acme Ltd' 'Ann Lee'", "Acme Ltd foundedBy Ann Lee", 0},
      {"factloom links a.factloom 'Acme Ltd' 'Ann Lee' -o p.svg -o p.html -o p.graphml",
       "wrote p.svg", 0},
      {"factloom links a.factloom Acme 'Ann Leo'", "did you mean 'Ann Lee'", 2},
      {"factloom links a.factloom Acme 'Ann Leee'", "Acme Ltd foundedBy Ann Lee", 0},
      {"factloom links a.factloom Acme 'Ann Lee' --relation foundedby", "did you mean 'foundedBy'",
       2},
      {"factloom links a.factloom Acme 'Ann Lee' --relation spouse --exit-code", "no link", 4},
      {"factloom check a.factloom 'Acme Ltd was founded by Ann Lee.'", "supported", 0},
      {"echo 'subject,relation' > c.csv; factloom check a.factloom c.csv",
       "c.csv:1:1: error: no column 'object'; the first line names the columns", 2},
      {"printf 'subject,relation,object\\nAcme,founded,Ann\\n' > c.csv; factloom check a.factloom "
       "c.csv",
       "c.csv:2:1: error: there is no relation 'founded'", 1},
      {"printf 'subject,relation,object\\nAcme,founding date,early 1999\\nAcme,foundingDate,1 May "
       "1999\\n' > c.csv; factloom check a.factloom c.csv",
       "c.csv:2:1: error: 'early 1999' is no date; 1958, 1958-06, 1958-06-14 or 14 June 1958 is "
       "expected\n  Acme,founding date,early 1999\n  ^\n",
       1},
      {"printf 'subject,relation,object\\nLee,works for,Acme\\n' > c.csv; factloom check "
       "a.factloom "
       "c.csv --format json",
       "\"guesses\": [\"\\\"Lee\\\" taken for \\\"Ann Lee\\\"\"]", 0},
      {"factloom links a.factloom Acme Lee", "\"Lee\" taken for \"Ann Lee\"\n", 0},
      {"factloom links a.factloom Acme Lee --format json --quiet",
       "\"guesses\": [\"\\\"Lee\\\" taken for", 0},
      {"printf '\\n#only this\\n' > c.csv; factloom check a.factloom c.csv",
       "has no line of column names", 2},
      {"printf 'name,kind\\nAcme,Company\\n' > w.csv; factloom check a.factloom --watch w.csv",
       "w.csv:1:1: error: there is no column 'kind'", 2},
      {"printf 'name\\nAcme\\nAnn Lee\\nZed\\n' > w.csv; factloom check a.factloom --watch w.csv "
       "--hops 1",
       "Zed: does not occur\nAcme -- Ann Lee: 1 hop, trust 0.90\n  Acme Ltd foundedBy Ann Lee  "
       "[asserted, 1 "
       "document, trust 0.90]\n",
       0},
      {"printf '\\211FLGRAPH\\377\\0\\0\\0%064d' 0 > v.factloom; factloom stats v.factloom",
       "is of version 255, this program reads version", 3},
      {"echo hello > h.graphml; factloom stats h.graphml", "h.graphml", 3},
      {"echo hello > h.cypher; factloom stats h.cypher", "is only written, not read back", 3},
      {"factloom links a.factloom Acme 'Ann Lee' --by both",
       "\n\nstrongest 1: 1 hop, trust 0.90, the same as shortest 1\n", 0},
      {"factloom check a.factloom", "nothing to check", 2},
      {"factloom stats a.factloom --format csv", "totals,documents,,1", 0},
      {"head -c 100 a.factloom > cut.factloom; factloom stats cut.factloom", "is cut short", 3},
      {"factloom diff a.factloom a.factloom --exit-code", "No difference", 0},
  }));
  CAPTURE(command);
  const Scratch scratch;
  const Run run = scratch.run(
      "factloom() { '" FACTLOOM_PROGRAM
      "' \"$@\"; }; echo 'Acme Ltd was founded by Ann Lee in 1999.' | factloom build --quiet - -o "
      "a.factloom; " +
      command);
  CHECK(run.code == code);
  CHECK_THAT(run.out + run.err, Catch::Contains(part));
}

TEST_CASE("a graph that cannot be read ends every verb with 3", "[cli][query]") {
  const std::string verb = GENERATE(values<std::string>(
      {"entities cut.factloom", "links cut.factloom Acme Ann",
       "check cut.factloom 'Ann left Acme.'", "stats cut.factloom",
       "stats a.factloom --since-graph cut.factloom", "diff cut.factloom a.factloom",
       "diff a.factloom cut.factloom", "merge cut.factloom -o b.factloom",
       "convert cut.factloom -o b.factloom"}));
  CAPTURE(verb);
  const Scratch scratch;
  const Run run = scratch.run(
      "factloom() { '" FACTLOOM_PROGRAM
      "' \"$@\"; }; echo 'Acme Ltd was founded by Ann Lee in 1999.' | factloom build --quiet - -o "
      "a.factloom; head -c 100 a.factloom > cut.factloom; factloom " +
      verb);
  CHECK(run.code == 3);
  CHECK_THAT(run.err, Catch::Contains("is cut short"));
}
