// SPDX-License-Identifier: Apache-2.0
// The verbs for people who write rules.
#include <algorithm>
#include <cstdio>

#include "cli/answers.h"
#include "cli/console.h"
#include "cli/knowledge.h"
#include "cli/verbs.h"
#include "extract/base/closest.h"
#include "extract/rule_tests.h"

namespace factloom {
namespace {

/// Where the rules come from: a folder or file that the user names takes the place of the program's
/// own rules, packs come beside them.
Result<Knowledge> load_rules(const Options& options) {
  KnowledgeOptions where = knowledge_options(options);
  where.thorough = options.verb == "rules check";
  if (!options.inputs.empty()) where.rules_folder = options.inputs.front();
  return load_knowledge(where);
}

/// The rules that a user asks about: those of his packs, or else all; only the one that he names.
RuleFilter rules_meant(const Options& options) {
  return [&options](const Rule& rule) {
    return file_meant(rule.file, options) && (options.rule.empty() || rule.name == options.rule);
  };
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
  const Result<Knowledge> knowledge = load_rules(options);
  if (!knowledge) {
    console.report(knowledge.errors());
    console.tell(counted(knowledge.errors().size(), "mistake") + "\n");
    return ExitCode::usage;
  }
  const RuleFilter meant = rules_meant(options);
  const auto& rules = knowledge->rules.rules();
  Diagnostics warnings;
  for (const Diagnostic& warning : knowledge->rules.warnings())
    if (file_meant(warning.file, options)) warnings.push_back(warning);
  for (Diagnostic& warning : find_unneeded(*knowledge, meant))
    warnings.push_back(std::move(warning));
  const auto types_meant = [&](const std::string& file) {
    return options.inputs.empty() ? file_meant(file, options) : lies_in(file, options.inputs);
  };
  for (Diagnostic& warning : find_unused(*knowledge, types_meant))
    warnings.push_back(std::move(warning));
  console.report(warnings);
  const auto count = std::count_if(rules.begin(), rules.end(), meant);
  console.tell(counted(static_cast<std::size_t>(count), "rule") + ", no mistakes" +
               (warnings.empty() ? "" : ", " + counted(warnings.size(), "warning")) + "\n");
  return ExitCode::fine;
}

ExitCode run_rules_test(const Options& options) {
  Console console(options.quiet);
  const Result<Knowledge> knowledge = load_rules(options);
  if (!knowledge) {
    console.report(knowledge.errors());
    return ExitCode::usage;
  }
  if (const Diagnostics unknown = check_name(options.rule, knowledge->rules); !unknown.empty()) {
    console.report(unknown);
    return ExitCode::usage;
  }
  const ExampleResults results = test_rules(*knowledge, rules_meant(options));
  for (const ExampleFailure& failure : results.failures) console.report(failure.message);
  console.tell(counted(results.examples, "example") + ", " +
               std::to_string(results.failures.size()) + " failed\n");
  return results.failures.empty() ? ExitCode::fine : ExitCode::usage;
}

}  // namespace factloom
