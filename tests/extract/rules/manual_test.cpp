// SPDX-License-Identifier: Apache-2.0
// The examples of the rule manual, schemas/README.md: every block that holds rules loads, and its
// sentences are read.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "extract/rule_tests.h"
#include "tests/extract/rules/rule_text.h"
#include "tests/scratch_path.h"

using namespace factloom;

namespace {

/// The blocks between ``` that begin with a rule, a macro or a word list.
std::string rules_of(const std::string& page) {
  std::istringstream lines(page);
  std::string rules, block, line;
  bool inside = false, open = false;
  while (std::getline(lines, line)) {
    if (line.rfind("```", 0) != 0) {
      if (inside) block += line + "\n";
      continue;
    }
    for (const char* head : {"frame ", "rule ", "define ", "words "})
      if (inside && block.rfind(head, 0) == 0) rules += block + "\n";
    block.clear();
    open = !open;
    inside = open && line == "```";
  }
  return rules;
}

}  // namespace

TEST_CASE("the examples of the rule manual run", "[extract][rules][manual]") {
  std::ifstream page(FACTLOOM_SOURCE "/schemas/README.md");
  std::stringstream text;
  text << page.rdbuf();
  const std::string rules = rules_of(text.str());
  const auto folder = scratch_path("manual-rules");
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "manual.rules") << rules;
  KnowledgeOptions options;
  options.folder = FACTLOOM_SHARE;
  options.thorough = true;
  options.rules_folder = folder.string();
  const auto knowledge = load_knowledge(options);
  std::filesystem::remove_all(folder);
  if (!knowledge) FAIL(text_of(knowledge.errors()));
  CHECK(knowledge->rules.rules().size() >= 4);
  CHECK(text_of(knowledge->rules.warnings()).empty());
  for (const ExampleFailure& failure : test_rules(*knowledge).failures) {
    CAPTURE(failure.message.text());
    CHECK(false);
  }
}
