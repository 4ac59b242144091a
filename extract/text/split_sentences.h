// SPDX-License-Identifier: Apache-2.0
// Groups tokens into sentences: at full stops, question and exclamation marks and at paragraphs;
// closing quotes, brackets and notes ("[6]") go with the sentence before them. An abbreviation ends
// one only where a common small word follows with a capital ("… Inc. The …").
#pragma once
#include "extract/text/tokenize.h"

namespace factloom {

/// Fills the sentences of a tokenized text and marks their first words.
void split_sentences(Text& text, const Lexicon& lexicon, const TextRules& rules);

}  // namespace factloom
