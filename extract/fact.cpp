// SPDX-License-Identifier: Apache-2.0
#include "extract/fact.h"

#include <array>

namespace factloom {

const char* status_name(Status status) {
  constexpr std::array<const char*, 5> names = {"asserted", "former", "planned", "hedged",
                                                "negated"};
  return names[static_cast<std::size_t>(status)];
}

}  // namespace factloom
