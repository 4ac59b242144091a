// SPDX-License-Identifier: Apache-2.0
// What may stand beside the word that triggers a pattern. Most triggers are common words ("of",
// "a"), and most of their places are settled by one look at the cells to the left and right, before
// anything is written or searched.
#pragma once
#include "extract/rules/cells.h"
#include "extract/rules/pattern.h"

namespace factloom {

/// What every match has beside its trigger.
Beside beside_triggers(const PatternSequence& sequence, const std::vector<PatternTrigger>& triggers,
                       const CellVocabulary& vocabulary);

/// What any of the tests lets pass, by types and word classes alone; all where there are no tests.
BesideGlance glance_of(const std::vector<GlanceTest>& tests);

/// Do the neighbours of a cell allow that it triggers a pattern? True where that cannot be said.
bool allows(const Beside& beside, const std::vector<Cell>& cells, std::size_t cell,
            const Text& text);

}  // namespace factloom
