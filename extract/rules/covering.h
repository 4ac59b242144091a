// SPDX-License-Identifier: Apache-2.0
// Does one block, or one pattern, say everything that another says? Only what is sure counts: a yes
// means that wherever the second fires, the first fires with the same facts and no less confidence.
#pragma once
#include "extract/rules/pattern.h"
#include "extract/rules/rule.h"

namespace factloom {

/// The types that an argument may have after the conditions of its rule.
TypeSet types_after_conditions(const Rule& rule, std::uint8_t argument, TypeSet types);

/// Are the arguments of the second block found by the first, whatever their triggers?
bool covers(const Rule& rule, const TriggerBlock& block, const Rule& other,
            const TriggerBlock& narrower);

/// The same for two patterns.
bool covers(const Rule& rule, const Pattern& pattern, const Rule& other, const Pattern& narrower);

}  // namespace factloom
