// SPDX-License-Identifier: Apache-2.0
#include "extract/rule_tests.h"

#include "extract/analysis.h"
#include "extract/assemble.h"

namespace factloom {

ExampleResults test_rules(const Knowledge& knowledge, RuleId only) {
  PatternMatcher matcher;
  const auto read = [&](std::string_view text, RuleId rule) {
    Document document;
    document.text = std::string(text);
    Analysis analysis = analyse(document, knowledge);
    std::vector<RawFact> facts;
    for (std::uint32_t i = 0; i < analysis.text.sentences.size(); ++i)
      for (const RawFact& fact : read_sentence(analysis, i, knowledge, matcher))
        if (fact.rule == rule)
          facts.push_back(fact);  // a surer rule at the same place must not hide it
    return assemble(std::move(facts), document, {}, analysis.text, analysis.mentions, knowledge);
  };
  return run_examples(knowledge.rules, read, only);
}

}  // namespace factloom
