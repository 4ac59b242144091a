// SPDX-License-Identifier: Apache-2.0
// Where the knowledge lies that a verb loads: in share/factloom beside the program, unless the user
// says otherwise.
#pragma once
#include "cli/options.h"
#include "extract/extract.h"

namespace factloom {

KnowledgeOptions knowledge_options(const Options& options);

}  // namespace factloom
