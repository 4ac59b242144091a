// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "cli/options.h"
#include "cli/verbs.h"

int main(int argc, char** argv) {
  using namespace factloom;
  const auto parsed = parse_options(argc, argv);
  if (const auto* ending = std::get_if<Ending>(&parsed)) {
    std::fputs(ending->text.c_str(), ending->code == ExitCode::fine ? stdout : stderr);
    return static_cast<int>(ending->code);
  }
  return static_cast<int>(run_verb(std::get<Options>(parsed)));
}
