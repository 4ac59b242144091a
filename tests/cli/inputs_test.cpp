// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "program.h"

using namespace factloom;

namespace {

constexpr const char* article = "Ann Lee founded Acme Ltd in 1999. Acme is based in Berlin.\n";

std::string number(int n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

/// Ninety articles.
void write_good(const Scratch& scratch) {
  const std::string text = article;
  for (int n = 0; n < 90; ++n) {
    const std::string name = "in/good-" + number(n);
    if (n % 2 == 0) {
      scratch.write(name + ".txt", text);
    } else {
      scratch.write(name + ".json",
                    R"({"id": ")" + name + R"(", "text": "Ann Lee founded Acme Ltd in 1999."})");
    }
  }
}

struct Broken {
  const char* name;
  std::string bytes;
};

/// Inputs that are broken, each in its own way; the tenth is a file that is not there.
std::vector<Broken> broken_inputs() {
  return {
      {"bad-binary.txt", std::string("\x7f"
                                     "ELF\0\0\0\1\2\3\0\0\0\0\xff\xfe\x00\x01",
                                     18)},
      {"bad-empty.txt", ""},
      {"bad-blank.txt", " \n\t\n"},
      {"bad-json.json", R"({"id": "x", "text": "Ann Lee)"},
      {"bad-notext.json", R"({"id": "x", "title": "Acme"})"},
      {"bad-list.json", "[1]"},
      {"bad-number.json", "7"},
      {"bad-lines.ndjson", "Ann Lee founded Acme.\n"},
      {"bad-picture.png", "\x89PNG\r\n\x1A\n\x01\x02\x03\x04\x05\x06"},
  };
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++n;
  return n;
}

}  // namespace

TEST_CASE("of a hundred inputs ninety are read and ten reported", "[cli][inputs]") {
  const Scratch scratch;
  write_good(scratch);
  for (const Broken& broken : broken_inputs())
    scratch.write(std::string("in/") + broken.name, broken.bytes);
  const std::string verb = GENERATE("extract --documents", "build -o graph.graphml");
  const Run run = scratch.run("factloom " + verb + " in/* bad-missing.txt");
  CAPTURE(verb, run.err);
  CHECK(run.code == 1);
  for (const Broken& broken : broken_inputs()) CHECK_THAT(run.err, Catch::Contains(broken.name));
  CHECK_THAT(run.err, Catch::Contains("bad-missing.txt"));
  CHECK(count(run.err, "error: ") == 10);
  CHECK_THAT(run.err, Catch::Contains("90 documents read"));
  if (verb[0] == 'e') CHECK(count(run.out, R"("text": "Ann Lee founded Acme Ltd in 1999.)") >= 90);
}

TEST_CASE("when nothing can be read, there is no graph and the program ends with 3",
          "[cli][inputs]") {
  const Scratch scratch;
  const Run run = scratch.run("factloom build missing.txt -o graph.graphml");
  CHECK(run.code == 3);
  CHECK(scratch.read("graph.graphml").empty());
}

TEST_CASE("same input, same bytes: twice, in any order of inputs, with any number of jobs",
          "[cli][inputs]") {
  const Scratch scratch;
  write_good(scratch);
  scratch.run(
      "factloom build in -o a.graphml -o a.jsonld; factloom extract --mentions in > a.ndjson");
  const std::string same = GENERATE(
      "factloom build in -o b.graphml -o b.jsonld; factloom extract --mentions in > b.ndjson",
      "factloom build --jobs 1 in -o b.graphml -o b.jsonld; factloom extract --jobs 1 --mentions "
      "in > b.ndjson",
      "factloom build --jobs 7 in -o b.graphml -o b.jsonld; factloom extract --jobs 7 --mentions "
      "in > b.ndjson",
      "factloom build $(ls -r in/*) -o b.graphml -o b.jsonld; cp a.ndjson b.ndjson",
      "factloom extract in > f; sort -r f | factloom merge - -o b.graphml -o b.jsonld; cp a.ndjson "
      "b.ndjson");
  CAPTURE(same);
  const Run run = scratch.run(same);
  CAPTURE(run.err);
  CHECK(run.code == 0);
  for (const char* suffix : {".graphml", ".jsonld", ".ndjson"}) {
    CAPTURE(suffix);
    CHECK_FALSE(scratch.read(std::string("a") + suffix).empty());
    CHECK(scratch.read(std::string("a") + suffix) == scratch.read(std::string("b") + suffix));
  }
}
