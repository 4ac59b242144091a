// SPDX-License-Identifier: Apache-2.0
// Are two words for posts of two different posts? "quit as CHIEF EXECUTIVE" is chairman yet.
#pragma once
#include <cstdint>

#include "extract/text/token.h"

namespace factloom {

/// Clearly so of the posts whose last words stand there: "chairman" and "chief executive", "prime
/// minister" and "deputy prime minister", "finance minister" and "health minister"; not "head" and
/// "chief executive".
bool other_office(const Text& text, std::uint32_t a, std::uint32_t b);

}  // namespace factloom
