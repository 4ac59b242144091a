// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "program.h"

using namespace factloom;

namespace {

/// Eight mistakes of different kinds, and one rule that is right.
constexpr const char* mistakes = R"(frame right
  verb  found
    subject  founder: Person
    object   company: Organization
  emit  foundedBy(company, founder)
  yes   "Ann Lee founded Acme." => foundedBy(Acme, Ann Lee)
  no    "Ann Lee found Acme."

frame unknown-type
  verb  open
    subject  founder: Persn
    object   company: Organization
  emit  foundedBy(company, founder)
  yes   "Ann Lee opened Acme." => foundedBy(Acme, Ann Lee)
  no    "Ann Lee closed Acme."

frame unknown-relation
  verb  start
    subject  founder: Person
    object   company: Organization
  emit  foundBy(company, founder)
  yes   "Ann Lee started Acme." => foundedBy(Acme, Ann Lee)
  no    "Ann Lee closed Acme."

frame unknown-argument
  verb  launch
    subject  founder: Person
    object   company: Organization
  emit  foundedBy(company, foundr)
  yes   "Ann Lee launched Acme." => foundedBy(Acme, Ann Lee)
  no    "Ann Lee closed Acme."

frame unknown-function
  verb  build
    subjekt  founder: Person
    object   company: Organization
  emit  foundedBy(company, founder)
  yes   "Ann Lee built Acme." => foundedBy(Acme, Ann Lee)
  no    "Ann Lee closed Acme."

frame no-examples
  verb  make
    subject  founder: Person
    object   company: Organization
  emit  foundedBy(company, founder)

frame wrong-range
  verb  create
    subject  founder: Person
    object   date: Date
  emit  foundedBy(date, founder)
  yes   "Ann Lee created Acme." => foundedBy(Acme, Ann Lee)
  no    "Ann Lee closed Acme."

frame confidence-above-one
  verb  form
    subject  founder: Person
    object   company: Organization
  emit  foundedBy(company, founder)
  confidence 7
  yes   "Ann Lee formed Acme." => foundedBy(Acme, Ann Lee)
  no    "Ann Lee closed Acme."

rule unclosed
  when  [company: Organization , the brainchild of [founder: Person]
  emit  foundedBy(company, founder)
  yes   "Acme, the brainchild of Ann Lee, grew." => foundedBy(Acme, Ann Lee)
  no    "The brainchild of Ann Lee grew."
)";

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++n;
  return n;
}

}  // namespace

TEST_CASE("a rule file with eight mistakes gives eight messages, and no facts", "[cli][rules]") {
  const Scratch scratch;
  scratch.run("cp -r '" FACTLOOM_SHARE "/schemas' . && rm schemas/rules/*.rules");
  scratch.write("schemas/rules/mistakes.rules", mistakes);
  scratch.write("article.txt", "Ann Lee founded Acme.\n");
  const std::string command = GENERATE("factloom rules check schemas/rules",
                                       "factloom extract article.txt --schemas schemas");
  const Run run = scratch.run(command);
  CAPTURE(command, run.err);
  CHECK(run.code == 2);
  CHECK(count(run.err, "mistakes.rules:") == 8);
  CHECK(count(run.err, ": error: ") == 8);
  CHECK(count(run.err, "\n  ") >= 8);  // the line and its caret
  CHECK(run.out.empty());
}

TEST_CASE("explain shows the stages, and knows its rules", "[cli][rules]") {
  struct Case {
    std::string command, part;
    int code;
  };
  const auto [command, part, code] = GENERATE(values<Case>({
      {"factloom explain 'Ann Lee founded Acme Ltd in 1999.'", "foundedBy(Acme Ltd, Ann Lee)", 0},
      {"factloom explain Ann Lee founded Acme.", "founded  VBD  found", 0},
      {"factloom explain 'Ann Lee founded Acme.' --rule fuonded-by", "did you mean 'founded-by'?",
       2},
  }));
  CAPTURE(command);
  const Run run = Scratch().run(command);
  CHECK(run.code == code);
  CHECK_THAT(run.out + run.err, Catch::Contains(part));
}

TEST_CASE("coverage counts what rules found, and judges it by annotations", "[cli][rules]") {
  const Scratch scratch;
  scratch.write(
      "gold.ndjson",
      R"({"id": "1", "text": "Acme Ltd was founded by Ann Lee. Bob Ray founded Bolt Inc.",)"
      R"( "facts": [{"relation": "foundedBy", "subject": [0, 8], "object": [24, 31]}]})"
      "\n"
      R"({"id": "2", "text": "Eva Orr founded Cord Inc."})"
      "\n");
  scratch.write("wrong.ndjson", R"({"id": "3", "text": "Acme.", "facts": [{"relation": "foundBy",)"
                                R"( "subject": [0, 4], "object": [0, 4]}]})"
                                "\n");
  struct Case {
    std::string command, part;
    int code;
  };
  const auto [command, part, code] = GENERATE(values<Case>({
      // fires, right, wrong, precision, alone
      {"factloom rules coverage gold.ndjson | sed -n '2s/  */ /gp'", "founded-by 3 1 1 0.50 3", 0},
      {"factloom rules coverage gold.ndjson", "rules that never fired", 0},
      {"factloom rules coverage gold.ndjson", "judged more than five times: none", 0},
      {"factloom rules coverage gold.ndjson -o - | cut -f 2,4,9,12,13",
       "founded-by\tfoundedBy\tright\tAcme Ltd\tAnn Lee", 0},
      {"factloom rules coverage wrong.ndjson", "did you mean 'foundedBy'?", 3},
  }));
  CAPTURE(command);
  const Run run = scratch.run(command);
  CHECK(run.code == code);
  CHECK_THAT(run.out + run.err, Catch::Contains(part));
}

TEST_CASE("rules are suggested for annotated facts that no rule finds", "[cli][rules]") {
  const Scratch scratch;
  std::string gold;
  const auto add = [&](const std::string& person, const std::string& company, bool right) {
    const std::string text = person + " serenaded " + company + " in spring.";
    const auto from = person.size() + std::string(" serenaded ").size();
    const auto span = [](std::size_t a, std::size_t b) {
      return "[" + std::to_string(a) + ", " + std::to_string(b) + "]";
    };
    gold += R"({"id": ")" + person + R"(", "text": ")" + text + R"(", "facts": [)";
    if (right)
      gold += R"({"relation": "foundedBy", "subject": )" + span(from, from + company.size()) +
              R"(, "object": )" + span(0, person.size()) + "}";
    gold += "]}\n";
  };
  add("Ann Lee", "Acme Ltd", true);
  add("Bob Ray", "Bolt Inc.", true);
  add("Eva Orr", "Cord Inc.", true);
  add("Tom Fox", "Dorn Ltd", true);
  add("Max Hill", "Elbe Ltd", false);
  scratch.write("gold.ndjson", gold);
  struct Case {
    std::string command, part;
  };
  const auto [command, part] = GENERATE(values<Case>({
      {"factloom rules suggest gold.ndjson", "4 annotated facts, 4 of them found by no rule"},
      {"factloom rules suggest gold.ndjson",
       "wins 4 (sentences: 4), precision 0.80: 4 right, 1 wrong"},
      {"factloom rules suggest gold.ndjson", "\n  verb  serenade\n    object  a: Organization"},
      {"factloom rules suggest gold.ndjson --min-support 5", "0 frames proposed"},
      {"factloom rules suggest gold.ndjson -o s.rules && factloom rules check s.rules",
       "1 rule, no mistakes"},
      {"factloom rules suggest gold.ndjson -o s.rules && factloom rules test s.rules",
       ", 0 failed"},
      {"factloom rules suggest gold.ndjson --jobs 1 -o a && "
       "factloom rules suggest gold.ndjson --jobs 3 -o b && cmp a b && echo same",
       "same"},
  }));
  CAPTURE(command);
  const Run run = scratch.run(command);
  CHECK(run.code == 0);
  CHECK_THAT(run.out + run.err, Catch::Contains(part));
}

TEST_CASE("nothing is to be warned of in the program's own rules", "[cli][rules]") {
  const Run run = Scratch().run("factloom rules check");
  CHECK(run.code == 0);
  CHECK_THAT(run.err, !Catch::Contains("warning"));
}

TEST_CASE("a pack adds types, relations, names and rules of its own", "[cli][rules][pack]") {
  const Scratch scratch;
  scratch.run("mkdir ships empty typo unused");
  scratch.write("ships/types.json", R"({
"types": [{"name": "Vessel", "parent": "Product", "description": "a ship"}],
"relations": [{"name": "operates", "domain": ["Organization"], "range": ["Vessel"],
               "description": "runs the ship"}]})");
  scratch.write("ships/names.csv", "name,type,aliases\nEver Lotus,Vessel,MV Lotus\n");
  scratch.write("ships/ships.rules", R"(frame operates
  verb  sail, operate
    subject  operator: Organization
    object   ship: Vessel
  emit  operates(operator, ship)
  yes   "Acme Ltd operates the Ever Lotus." => operates(Acme Ltd, Ever Lotus)
  no    "The Ever Lotus sails."
)");
  scratch.write("typo/typo.rules", R"(frame founds
  verb  foundd
    subject  founder: Person
    object   org: Organization
  emit  foundedBy(org, founder)
  yes   "Ann Lee founded Acme Ltd." => foundedBy(Acme Ltd, Ann Lee)
  no    "Ann Lee found Acme Ltd."
)");
  scratch.write("unused/types.json", R"({
"types": [{"name": "Vessel", "parent": "Product", "description": "a ship"}],
"relations": [{"name": "sinks", "domain": ["Vessel"], "range": ["Vessel"], "description": "rams"}]})");
  scratch.write("article.txt", "Acme Ltd operates the Ever Lotus.\n");
  struct Case {
    std::string command, part;
    int code;
  };
  const auto [command, part, code] = GENERATE(values<Case>({
      {"factloom extract --pack ships article.txt", R"("relation": "operates")", 0},
      {"factloom extract --pack ships article.txt", R"("type": "Vessel")", 0},
      {"factloom build --pack ships article.txt -o g.factloom && factloom links --pack ships "
       "g.factloom 'Acme Ltd' 'Ever Lotus'",
       "Acme Ltd operates Ever Lotus", 0},
      {"factloom explain --pack ships 'Acme Ltd operates the Ever Lotus.' --rule operates",
       "operates(Acme Ltd, Ever Lotus)", 0},
      {"factloom explain --pack ships 'The sail of Acme Ltd was new.' --rule operates",
       "'sail' is read as NN; the rule wants 'sail' as a verb", 0},
      {"echo 'Acme Ltd operates the MV Lotus.' | factloom extract --pack ships -",
       R"("name": "Ever Lotus")", 0},
      {"factloom rules coverage --pack ships article.txt", "rules that never fired: none", 0},
      {"factloom rules check --pack ships", "1 rule, no mistakes\n", 0},
      {"factloom rules test --pack ships", "2 examples, 0 failed", 0},
      {"factloom rules check ships", "1 rule, no mistakes\n", 0},  // without the program's rules
      {"factloom rules test ships", "2 examples, 0 failed", 0},
      {"factloom rules check --pack empty", "expected types and relations (*.json)", 2},
      {"factloom extract --pack missing article.txt", "--pack: Directory does not exist", 2},
      {"factloom rules check --pack typo", "does not know 'foundd'; did you mean 'found'?", 0},
      {"factloom rules check --pack typo", "are answered by 'founded-by' as well", 0},
      {"factloom rules test --pack typo", "it finds nothing; 'founded-by' finds it", 2},
      {"factloom rules check --pack unused", "no list of names has the type", 0},
      {"factloom rules check --pack unused", "no rule finds the relation 'sinks'", 0},
  }));
  CAPTURE(command);
  const Run run = scratch.run(command);
  CAPTURE(run.out, run.err);
  CHECK(run.code == code);
  CHECK_THAT(run.out + run.err, Catch::Contains(part));
}
