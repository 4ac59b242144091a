// SPDX-License-Identifier: Apache-2.0
#include "cli/verbs.h"

#include <cstdio>
#include <string_view>

#include "cli/completion.h"

namespace factloom {
namespace {

ExitCode run_completion(const Options& options) {
  const std::string script = completion_script(options.inputs.front(), describe_verbs());
  std::fwrite(script.data(), 1, script.size(), stdout);
  return ExitCode::fine;
}

struct VerbFunction {
  std::string_view name;
  ExitCode (*run)(const Options&);
};

constexpr VerbFunction functions[] = {
    {"build", run_build},
    {"extract", run_extract},
    {"merge", run_merge},
    {"convert", run_convert},
    {"entities", run_entities},
    {"links", run_links},
    {"check", run_check},
    {"stats", run_stats},
    {"diff", run_diff},
    {"explain", run_explain},
    {"rules check", run_rules_check},
    {"rules test", run_rules_test},
    {"rules coverage", run_rules_coverage},
    {"rules suggest", run_rules_suggest},
    {"completion", run_completion},
};

}  // namespace

ExitCode run_verb(const Options& options) {
  for (const VerbFunction& function : functions) {
    if (function.name == options.verb) return function.run(options);
  }
  return ExitCode::usage;
}

}  // namespace factloom
