// SPDX-License-Identifier: Apache-2.0
// The verbs of the command line, one function each, in a file of its own name.
#pragma once
#include "cli/options.h"

namespace factloom {

ExitCode run_build(const Options&);
ExitCode run_extract(const Options&);
ExitCode run_merge(const Options&);
ExitCode run_convert(const Options&);
ExitCode run_entities(const Options&);
ExitCode run_links(const Options&);
ExitCode run_check(const Options&);
ExitCode run_stats(const Options&);
ExitCode run_diff(const Options&);
ExitCode run_explain(const Options&);
ExitCode run_rules_check(const Options&);
ExitCode run_rules_test(const Options&);
ExitCode run_rules_coverage(const Options&);
ExitCode run_rules_suggest(const Options&);

/// Runs the verb that the options name.
ExitCode run_verb(const Options&);

}  // namespace factloom
