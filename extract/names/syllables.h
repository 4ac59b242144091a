// SPDX-License-Identifier: Apache-2.0
// Given names of two syllables as Taiwan, Hong Kong and Korea write them in Latin letters:
// "Wen-je", "Kwok-hung", "Geun-hye". Internal to extract/names.
#pragma once
#include "extract/names/candidate.h"

namespace factloom {

/// Do a surname at `begin` and two syllables around a hyphen make a name: "Ko Wen-je"? The second
/// one has no capital. Not "Ann Lee-led", "Bob Roy-run".
bool hyphenated_given_name(const NameText& names, std::uint32_t begin, std::uint32_t hyphen);

}  // namespace factloom
