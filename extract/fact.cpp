// SPDX-License-Identifier: Apache-2.0
#include "extract/fact.h"

#include <algorithm>
#include <array>

namespace factloom {

namespace {

constexpr std::array<const char*, 5> names = {"asserted", "former", "planned", "hedged", "negated"};

}  // namespace

const char* status_name(Status status) {
  return names[static_cast<std::size_t>(status)];
}

std::optional<Status> status_named(std::string_view name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<Status>(it - names.begin());
}

}  // namespace factloom
