// SPDX-License-Identifier: Apache-2.0
// How long the pattern rules take for a sentence that triggers none, and for one that does. Hidden:
// run with "[.speed]".
#include <catch2/catch.hpp>
#include <ctime>

#include "extract/analysis.h"
#include "tests/extract/rules/rule_text.h"

using namespace factloom;

TEST_CASE("speed of patterns", "[.speed][rules]") {
  KnowledgeOptions options;
  options.folder = FACTLOOM_SHARE;
  const auto knowledge = load_knowledge(options);
  REQUIRE(knowledge);
  const std::string text = GENERATE(
      "Rivers rose yesterday. Thousands slept.",
      "Rain fell again yesterday, while thousands slept, and most rivers slowly rose during those "
      "long dark nights.",
      "Tyson Foods is based in Springdale, Arkansas, United States, where Ann Lee, who was born in "
      "1960, lives with her dog.");
  Document document;
  document.text = text;
  const Analysis a = analyse(document, *knowledge);
  const PatternContext context{knowledge->rules, a.text, a.mentions, a.mention_at, a.triggers};
  PatternMatcher matcher;
  std::size_t matches = 0, triggered = 0;
  for (std::size_t t = 0; t < a.text.tokens.size(); ++t)
    knowledge->rules.for_patterns(a.text.tokens[t], a.triggers[t],
                                  [&](const PatternRef&) { ++triggered; });
  constexpr int rounds = 20000;
  const std::clock_t start = std::clock();
  for (int i = 0; i < rounds; ++i)
    for (const Sentence& s : a.text.sentences) matches += matcher.match(s, context).size();
  const double nanoseconds = 1e9 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  WARN(a.text.tokens.size() << " tokens, " << triggered << " triggers, " << matches / rounds
                            << " matches: " << nanoseconds / rounds << " ns");
  SUCCEED();
}
