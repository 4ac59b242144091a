// SPDX-License-Identifier: Apache-2.0
#include "cli/knowledge_options.h"

#include <CLI/CLI.hpp>

namespace factloom {

void declare_schemas(CLI::App& verb, Options& options) {
  verb.add_option("--schemas", options.schemas, "Take types, rules and words from this folder")
      ->check(CLI::ExistingDirectory)
      ->type_name("DIR");
  verb.add_option("--pack", options.packs,
                  "Add a folder of your own: types and relations (*.json), rules (*.rules), names "
                  "(*.csv, *.tsv); may be given again")
      ->allow_extra_args(false)
      ->check(CLI::ExistingDirectory)
      ->type_name("DIR");
}

}  // namespace factloom
