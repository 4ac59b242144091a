// SPDX-License-Identifier: Apache-2.0
// Regular English inflection, both ways: the forms of a lemma (for the lexicon's compiler) and the
// lemmas that a form may have (for words that the lexicon lacks). Suffix arithmetic over letters;
// irregular words are data.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/text/tag.h"

namespace factloom {

/// The regular forms of a noun, verb or adjective (by its base tag NN, VB or JJ) with their tags,
/// the lemma left out.
std::vector<std::pair<std::string, Tag>> regular_forms(std::string_view lemma, Tag base);

/// Lemmas that a form with this tag may belong to, likeliest first.
std::vector<std::string> lemma_candidates(std::string_view form, Tag tag);

}  // namespace factloom
