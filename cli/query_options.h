// SPDX-License-Identifier: Apache-2.0
// Flags of the verbs that ask a graph: `links`, `check`, `stats`, `diff`.
#pragma once
#include "cli/options.h"

namespace CLI {
class App;
}

namespace factloom {

void declare_links(CLI::App& verb, Options& options);
void declare_check(CLI::App& verb, Options& options);
void declare_stats(CLI::App& verb, Options& options);
void declare_diff(CLI::App& verb, Options& options);

}  // namespace factloom
