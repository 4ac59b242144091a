// SPDX-License-Identifier: Apache-2.0
// Flags that say where types, rules and words come from: almost every verb has them.
#pragma once
#include "cli/options.h"

namespace CLI {
class App;
}

namespace factloom {

void declare_schemas(CLI::App& verb, Options& options);

}  // namespace factloom
