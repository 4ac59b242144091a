// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/examples.h"

#include <catch2/catch.hpp>

#include "tests/extract/rules/rule_text.h"

using namespace factloom;

namespace {

Fact fact(const std::string& relation, const std::string& subject, const std::string& object) {
  Fact f;
  f.relation = relation;
  f.subject.name = subject;
  f.object.name = object;
  f.object.mention = "the " + object;
  f.rule = "r";
  return f;
}

}  // namespace

TEST_CASE("an expected fact is compared by names", "[extract][rules][examples]") {
  Fact f = fact("spouse", "Ann O'Lee", "Bob");
  f.status = Status::former;
  struct Case {
    ExpectedFact expected;
    bool says;
  };
  const auto [expected, wanted] = GENERATE(values<Case>({
      {{"spouse", "Ann O'Lee", "Bob", Status::former, false}, true},
      {{"spouse", "ann o lee", "Bob", Status::former, false}, true},
      {{"spouse", "Ann O'Lee", "the Bob", Status::former, false}, true},  // the words at the place
      {{"spouse", "Bob", "Ann O'Lee", Status::former, false}, false},
      {{"spouse", "Bob", "Ann O'Lee", Status::former, true}, true},
      {{"childOf", "Ann O'Lee", "Bob", Status::former, false}, false},
      {{"spouse", "Ann", "Bob", Status::former, false}, false},
      {{"spouse", "Ann O'Lee", "Bob", Status::asserted, false}, false},
      {{"spouse", "Ann O'Lee", "Bob"}, false},  // none said: asserted
  }));
  CHECK(says(f, expected) == wanted);
}

TEST_CASE("examples that a rule does not live up to are reported at their lines",
          "[extract][rules][examples]") {
  RuleWorld world;
  const auto pack = world.load(R"(rule r
  when [a: Organization] bought [b: Organization]
  emit acquires(a, b)
  yes "one" => acquires(A, B)
  yes "two" => acquires(A, B), acquires(A, C)
  no  "none"
  no  "one"
)");
  REQUIRE(pack);
  const auto read = [](std::string_view text, RuleId) {
    std::vector<Fact> facts;
    if (text != "none") facts.push_back(fact("acquires", "A", "B"));
    return facts;
  };
  const ExampleResults results = run_examples(*pack, read);
  CHECK(results.examples == 4);
  REQUIRE(results.failures.size() == 2);
  CHECK(results.failures[0].message.text() ==
        "test.rules:5: error: 'r' must find acquires(A, C) in \"two\"; it finds acquires(A, B)");
  CHECK(results.failures[1].message.text() ==
        "test.rules:7: error: 'r' must find nothing in \"one\"; it finds acquires(A, B)");
}
