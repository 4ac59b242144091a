// SPDX-License-Identifier: Apache-2.0
// What a name before a measure says: whose it is ("the US sanctions", "the TRUMP tariffs", "the
// CHINA ban on lobsters"), or against whom ("the IRAN sanctions", "the HUAWEI ban").
#pragma once
#include <string_view>

#include "extract/lexicon/known_classes.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/text/token.h"

namespace factloom {

enum class Aim : std::uint8_t { maker, target, open };

/// How the mention inside the group of the measure whose noun is at `head` is meant.
Aim aim_of(const Text& text, const Mentions& mentions, const Ontology& ontology,
           const KnownClasses& classes, MentionId named, std::uint32_t head);

/// What a state does to a measure of its own alone: "BRITAIN lifted the Rhodesian sanctions".
bool own_to_change(std::string_view verb);

}  // namespace factloom
