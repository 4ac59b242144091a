// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "program.h"

using namespace factloom;

namespace {

const char* const facts =
    "factloom() { '" FACTLOOM_PROGRAM
    "' \"$@\"; }; echo 'Acme Ltd was founded by Ann Lee in 1999.' | factloom extract --quiet - > "
    "facts.ndjson; ";

}  // namespace

TEST_CASE("convert turns a graph into other formats, and back without loss", "[cli][convert]") {
  const Scratch scratch;
  const Run run = scratch.run(
      std::string(facts) +
      "factloom merge --quiet facts.ndjson -o a.factloom -o a.graphml -o a.ndjson && "
      "factloom convert --quiet a.factloom -o b.factloom -o b.graphml -o b.ndjson && "
      "factloom convert --quiet a.ndjson -o c.factloom && factloom merge --quiet a.factloom -o "
      "d.factloom && factloom convert a.factloom --graphml-strict -o strict.graphml");
  CHECK(run.code == 0);
  const Run run_again = scratch.run(
      "factloom() { '" FACTLOOM_PROGRAM
      "' \"$@\"; }; factloom convert --quiet a.factloom -o e.graphml -o e.jsonld && factloom "
      "convert --quiet e.graphml -o f.graphml && factloom convert --quiet e.jsonld -o f.jsonld");
  for (const char* suffix : {".factloom", ".graphml", ".ndjson"})
    CHECK(scratch.read(std::string("a") + suffix) == scratch.read(std::string("b") + suffix));
  CHECK(scratch.read("c.factloom") == scratch.read("a.factloom"));
  CHECK(scratch.read("d.factloom") == scratch.read("a.factloom"));
  CHECK(run_again.code == 0);
  for (const char* suffix : {".graphml", ".jsonld"})
    CHECK(scratch.read(std::string("e") + suffix) == scratch.read(std::string("f") + suffix));
  CHECK(scratch.read("a.graphml").find("attr.list") != std::string::npos);
  CHECK(scratch.read("strict.graphml").find("attr.list") == std::string::npos);
}

TEST_CASE("convert says what is wrong and what to do", "[cli][convert]") {
  struct Case {
    std::string command, part;
    int code;
  };
  const auto [command, part, code] = GENERATE(values<Case>({
      {"factloom convert none.factloom -o a.graphml", "none.factloom: error: cannot be opened", 3},
      {"head -c 100 a.factloom > cut.factloom; factloom convert cut.factloom -o b.graphml",
       "is cut short or was added to: its end is missing at byte 100; copy it again, or build it "
       "anew",
       3},
      {"echo x > x.factloom; factloom convert x.factloom -o b.graphml",
       "x.factloom: error: is no graph file of factloom; those are written by `factloom build", 3},
      {"factloom convert a.factloom -o b.xyz", "no format has this suffix; known are .graphml", 2},
      {"(echo x; cat facts.ndjson) > y.ndjson; factloom convert y.ndjson -o b.graphml",
       "y.ndjson:1: error: not valid JSON", 1},
      {"factloom convert a.graphml -o c.factloom && head -c 3000 a.graphml > cut.graphml; factloom "
       "convert cut.graphml -o b.factloom",
       "cut.graphml:", 3},
      {"echo '<html></html>' > h.graphml; factloom convert h.graphml -o b.factloom",
       "h.graphml:1:1: error: is no GraphML: its first element is <html>", 3},
      {"head -n -3 a.jsonld > cut.jsonld; factloom convert cut.jsonld -o b.factloom",
       "is cut short: its last line is missing; copy it again", 3},
      {"echo '{}' > x.jsonld; factloom convert x.jsonld -o b.factloom",
       "x.jsonld: error: is no JSON-LD of factloom", 3},
      {"factloom convert a.gexf -o b.factloom",
       "a file .gexf is only written, not read back; give one of .factloom, .graphml", 3},
      {"factloom convert a.factloom", "--output is required", 2},
  }));
  CAPTURE(command);
  const Scratch scratch;
  const Run run = scratch.run(
      std::string(facts) +
      "factloom merge --quiet facts.ndjson -o a.factloom -o a.graphml -o a.jsonld; " + command);
  CHECK(run.code == code);
  CHECK_THAT(run.err, Catch::Contains(part));
}
