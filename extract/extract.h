// SPDX-License-Identifier: Apache-2.0
// The whole way from a document to its facts: everything that is known (Knowledge, loaded once,
// shared by threads as const&) and one function that runs the stages over one document. Documents
// do not know of each other here.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/result.h"
#include "extract/fact.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/ontology.h"
#include "extract/names/mention.h"
#include "extract/tag/tagger.h"
#include "extract/text/document.h"
#include "extract/text/token.h"
#include "extract/text/tokenize.h"

namespace factloom {

/// Where knowledge lies.
struct KnowledgeOptions {
  std::string folder;                   ///< share/factloom: lexicon.bin, gazetteer.bin, schemas/
  std::string schemas;                  ///< types/, rules/, english/; empty: those in `folder`
  std::string rules_folder;             ///< the rules; empty: rules/ of the schemas
  std::vector<std::string> gazetteers;  ///< a user's own lists of names
};

/// Everything that the stages know; immutable once loaded.
struct Knowledge {
  Lexicon lexicon;
  Ontology ontology;
  TextRules text_rules;
  TagRules tag_rules;
};

/// Loads and checks all; every mistake of every file at once.
Result<Knowledge> load_knowledge(const KnowledgeOptions& options);

/// What one document says, and the stages below it. `text` refers to the Document, which must
/// outlive it.
struct Extraction {
  Text text;
  Mentions mentions;
  std::vector<Fact> facts;  ///< in the order of the text
};

Extraction extract(const Document& document, const Knowledge& knowledge);

}  // namespace factloom
