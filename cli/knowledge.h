// SPDX-License-Identifier: Apache-2.0
// Where the knowledge lies that a verb loads: in share/factloom beside the program, unless the user
// says otherwise.
#pragma once
#include "cli/options.h"
#include "extract/extract.h"

namespace factloom {

KnowledgeOptions knowledge_options(const Options& options);

/// Does a file lie in one of these folders?
bool lies_in(const std::string& file, const std::vector<std::string>& folders);

/// Is a file of types, of rules or of names among those that the user asks about: those of the
/// packs, or else all?
bool file_meant(const std::string& file, const Options& options);

}  // namespace factloom
