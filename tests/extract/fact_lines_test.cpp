// SPDX-License-Identifier: Apache-2.0
#include "extract/output/fact_lines.h"

#include <catch2/catch.hpp>

using namespace factloom;

namespace {

Fact sample() {
  Fact fact;
  fact.document = "a \"quoted\" path.txt";
  fact.relation = "headOf";
  fact.subject = {3, "Zoë O'Brien", "Person", "She\n", 10, 13, false, "Q1"};
  fact.object = {7, "A&B <Holding>", "Company", "the firm", 20, 28, false, ""};
  fact.role = "chief executive";
  fact.date = "2024-05";
  fact.status = Status::former;
  fact.attributed_to = "Reuters 😀";
  fact.confidence = 0.85;
  fact.rule = "head-of";
  fact.trigger = {"led", 14, 17};
  fact.sentence = {"She led the firm.", 10, 27};
  fact.source = {"A \"title\"", "2024-05-06", "Example Times", "https://example.org/1?a=b&c"};
  return fact;
}

}  // namespace

TEST_CASE("a fact line reads back as the same fact", "[extract][facts]") {
  Fact fact = sample();
  SECTION("all said") {}
  SECTION("nothing more said") {
    fact.role = fact.date = fact.attributed_to = fact.subject.id = "";
    fact.source = {};
  }
  SECTION("a literal") {
    fact.object = {-1, "1994-03-05", "Date", "March 5", 20, 27, true, ""};
  }
  std::string line;
  append_fact_line(line, fact);
  CHECK(line.find('\n') == line.size() - 1);
  const auto back = read_fact_line(line, "facts", 1);
  REQUIRE(back);
  REQUIRE(*back);
  CHECK(**back == fact);
}

TEST_CASE("lines that are no facts are passed over or told", "[extract][facts]") {
  struct Case {
    std::string line, message;
  };
  const auto [line, message] = GENERATE(values<Case>({
      {"", ""},
      {"  \r", ""},
      {R"({"document": "d", "mentions": []})", ""},
      {R"({"document": "d", "text": "…"})", ""},
      {"{", "f:7: error: not valid JSON"},
      {"[1]", "f:7: error: not a fact: a JSON object"},
      {R"({"document": "d", "relation": "spouse"})", "needs a subject"},
      {R"({"relation": "spouse"})", "needs a document"},
      {R"({"document": "d", "relation": "r", "status": "perhaps"})", "status 'perhaps'"},
      {R"({"document": "d", "relation": "r", "confidence": 7, "subject": {"name": "A", "type": "Person"}, "object": {"name": "B", "type": "Person"}})",
       "confidence between 0 and 1"},
  }));
  CAPTURE(line);
  const auto found = read_fact_line(line, "f", 7);
  CHECK(static_cast<bool>(found) == message.empty());
  if (found) CHECK_FALSE(*found);
  if (!found) CHECK_THAT(found.errors().front().text(), Catch::Contains(message));
}
