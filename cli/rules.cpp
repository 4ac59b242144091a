// SPDX-License-Identifier: Apache-2.0
// The verbs for people who write rules.
#include <algorithm>
#include <cstdio>

#include "cli/console.h"
#include "cli/knowledge.h"
#include "cli/verbs.h"
#include "extract/base/closest.h"
#include "extract/rule_tests.h"

namespace factloom {
namespace {

/// The rules of the folder that the user names, or the program's own; checking them needs types and
/// words, not names.
Result<RulePack> load_rules(const Options& options) {
  const KnowledgeOptions where = knowledge_options(options);
  const std::string schemas = where.schemas.empty() ? where.folder + "/schemas" : where.schemas;
  const Result<Ontology> ontology = Ontology::load(schemas + "/types");
  if (!ontology) return ontology.errors();
  Result<Lexicon> lexicon = Lexicon::open(where.folder + "/lexicon.bin");
  if (!lexicon) return lexicon.errors();
  return RulePack::load(options.inputs.empty() ? schemas + "/rules" : options.inputs.front(),
                        *ontology, *lexicon);
}

/// The rule of a name; none if there is none.
RuleId find_rule(const std::string& name, const RulePack& rules) {
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
    if (rules.rules()[i].name == name) return static_cast<RuleId>(i);
  }
  return RuleId::none;
}

/// What is wrong with the name of a rule; nothing if it is empty or a rule has it.
Diagnostics check_name(const std::string& name, const RulePack& rules) {
  std::vector<std::string> names;
  for (const Rule& rule : rules.rules()) names.push_back(rule.name);
  if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) return {};
  return {trouble("", "there is no rule '" + name + "'" + did_you_mean(name, names))};
}

}  // namespace

ExitCode run_explain(const Options& options) {
  Console console(options.quiet);
  const Result<Knowledge> knowledge = load_knowledge(knowledge_options(options));
  if (!knowledge) {
    console.report(knowledge.errors());
    return ExitCode::usage;
  }
  if (const Diagnostics unknown = check_name(options.rule, knowledge->rules); !unknown.empty()) {
    console.report(unknown);
    return ExitCode::usage;
  }
  std::string text;
  for (const std::string& part : options.inputs) text += (text.empty() ? "" : " ") + part;
  const std::string explained = explain(text, *knowledge, options.rule);
  std::fwrite(explained.data(), 1, explained.size(), stdout);
  return ExitCode::fine;
}

ExitCode run_rules_check(const Options& options) {
  Console console(options.quiet);
  const Result<RulePack> rules = load_rules(options);
  if (!rules) {
    console.report(rules.errors());
    console.tell(std::to_string(rules.errors().size()) + " mistakes\n");
    return ExitCode::usage;
  }
  console.report(rules->warnings());
  console.tell(std::to_string(rules->rules().size()) + " rules, no mistakes\n");
  return ExitCode::fine;
}

ExitCode run_rules_test(const Options& options) {
  Console console(options.quiet);
  KnowledgeOptions where = knowledge_options(options);
  if (!options.inputs.empty()) where.rules_folder = options.inputs.front();
  const Result<Knowledge> knowledge = load_knowledge(where);
  if (!knowledge) {
    console.report(knowledge.errors());
    return ExitCode::usage;
  }
  if (const Diagnostics unknown = check_name(options.rule, knowledge->rules); !unknown.empty()) {
    console.report(unknown);
    return ExitCode::usage;
  }
  const ExampleResults results = test_rules(*knowledge, find_rule(options.rule, knowledge->rules));
  for (const ExampleFailure& failure : results.failures) console.report(failure.message);
  console.tell(std::to_string(results.examples) + " examples, " +
               std::to_string(results.failures.size()) + " failed\n");
  return results.failures.empty() ? ExitCode::fine : ExitCode::usage;
}

}  // namespace factloom
