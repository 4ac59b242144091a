// SPDX-License-Identifier: Apache-2.0
// One document in, its facts out: the stages in their order. `Knowledge` is everything that the
// stages know, loaded once, immutable, shared by all threads. `extract` looks at one document alone
// and cannot fail.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "extract/fact.h"
#include "extract/lexicon/gazetteer.h"
#include "extract/lexicon/known_classes.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/noun_senses.h"
#include "extract/lexicon/ontology.h"
#include "extract/lexicon/state_offices.h"
#include "extract/names/find_names.h"
#include "extract/names/mention.h"
#include "extract/read/html.h"
#include "extract/reference/reference_weights.h"
#include "extract/rules/constructions.h"
#include "extract/rules/rule_pack.h"
#include "extract/tag/tagger.h"
#include "extract/text/document.h"
#include "extract/text/tokenize.h"

namespace factloom {

/// Where knowledge comes from.
struct KnowledgeOptions {
  std::string folder;        ///< holds lexicon.bin, gazetteer.bin and schemas/
  std::string schemas;       ///< types/, rules/, english/; empty for those in `folder`
  std::string rules_folder;  ///< other rules than those of the schemas, with the types and names
                             ///< that lie beside them, or one file; empty for those
  std::vector<std::string> gazetteers;  ///< users' own lists of names
  std::vector<std::string> packs;       ///< folders with further types, rules and names
  bool thorough = false;                ///< look for what is suspicious in rules
};

/// All that the stages know.
struct Knowledge {
  Lexicon lexicon;
  Ontology ontology;
  Gazetteer gazetteer;
  KnownClasses classes;
  NounSenses senses;
  TextRules text_rules;
  TagRules tag_rules;
  NameRules name_rules;
  StateOffices offices;
  Constructions constructions;
  ReferenceWeights reference_weights;
  RulePack rules;
  HtmlRules html;  ///< for the reader
};

/// Loads everything; all mistakes of all files at once.
Result<Knowledge> load_knowledge(const KnowledgeOptions& options);

/// What one document gave.
struct Extraction {
  Text text;  ///< refers to the Document's text, which must outlive it
  Mentions mentions;
  std::string date;         ///< the document's, or else what its dateline says; ISO 8601
  std::vector<Fact> facts;  ///< in the order of the text
};

/// Reads one document.
Extraction extract(const Document& document, const Knowledge& knowledge);

/// Reads several, each as if it were alone, and hands out what each gave, in their order. For small
/// documents this is faster: what a stage needs (its code, rules, words) is fetched into the
/// processor's cache once for all of them.
void extract(std::span<const Document> documents, const Knowledge& knowledge,
             const std::function<void(const Document&, Extraction)>& take);

/// Shows what every stage made of a text: tokens, names, groups, links, rules that fired or nearly
/// did. With the name of a rule only what concerns it.
std::string explain(std::string_view text, const Knowledge& knowledge, std::string_view rule = {});

}  // namespace factloom
