// SPDX-License-Identifier: Apache-2.0
// What the search for a frame's arguments passes on from step to step: the nodes that a path has
// reached and the mentions that may fill an argument. Only `frames.cpp` needs them.
#pragma once
#include <string_view>

#include "extract/clauses/links.h"

namespace factloom {

/// A node that fills an argument, and how sure that is.
struct Filler {
  std::uint16_t node = 0;
  MentionId mention = MentionId::none;
  float factor = 1;
  std::string_view construction;
};

/// A node reached by a path.
struct Reached {
  std::uint16_t node;
  bool loose;
};

}  // namespace factloom
