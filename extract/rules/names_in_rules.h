// SPDX-License-Identifier: Apache-2.0
// What names in a rule file may mean: types, relations, word classes, words, macros. Unknown ones
// are reported with what they might have been meant to be.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/ontology.h"
#include "extract/rules/syntax.h"

namespace factloom {

class RuleNames {
 public:
  RuleNames(const Ontology& ontology, Lexicon& lexicon, Diagnostics& errors, Diagnostics& warnings,
            bool thorough)
      : ontology_(ontology),
        lexicon_(lexicon),
        errors_(errors),
        warnings_(warnings),
        thorough_(thorough) {}

  /// Takes the macros and word lists of all files; the same name twice is an error.
  void collect(const std::vector<RuleFileNode>& files);
  /// Warns about macros and word lists that no rule uses.
  void report_unused();

  /// Is it worth the time to look for what is suspicious, and has all been right so far?
  bool looks_for_warnings() const { return thorough_ && errors_.empty(); }
  bool has_errors() const { return !errors_.empty(); }
  void error(const RuleSource& source, Place place, std::string message);
  void warning(const RuleSource& source, Place place, std::string message);

  /// The types with all below them; everything if one is unknown (which is reported).
  TypeSet types(const RuleSource& source, const std::vector<Name>& names);
  RelationId relation(const RuleSource& source, const Name& name);
  ClassId semantic_class(const RuleSource& source, const Name& name);
  std::optional<Status> status(const RuleSource& source, const Name& name);
  const MacroNode* macro(const RuleSource& source, const Name& name);
  const WordListNode* list(const RuleSource& source, const Name& name);
  bool is_preposition(const std::string& word) const;

  /// The words of a trigger or pattern word; unknown ones are added to the Lexicon with this tag. A
  /// word with hyphens is followed by the same word cut at its hyphens, as the tokenizer may have
  /// it.
  std::vector<std::vector<WordId>> words(const std::string& text, Tag tag);

  /// Was a word (lower case) added because no entry of the Lexicon has it?
  bool is_new(const std::string& word) const { return new_words_.count(word) != 0; }

  /// Is it the lemma of any form that may be a verb (Tag::VB), a noun (Tag::NN), or anything
  /// (Tag::none)?
  bool is_lemma(WordId word, Tag kind);

  /// Names of the types in a set, those above the others only: "Person or Organization".
  std::string type_names(TypeSet set) const;

  const Ontology& ontology() const { return ontology_; }
  Lexicon& lexicon() { return lexicon_; }
  const Lexicon& lexicon() const { return lexicon_; }

 private:
  WordId word(const std::string& text, Tag tag);
  template <class Node>
  const Node* shared(std::unordered_map<std::string, const Node*>& nodes, const RuleSource& source,
                     const Name& name, const std::string& kind);

  const Ontology& ontology_;
  Lexicon& lexicon_;
  Diagnostics& errors_;
  Diagnostics& warnings_;
  bool thorough_;
  std::unordered_map<std::string, const MacroNode*> macros_;
  std::unordered_map<std::string, const WordListNode*> lists_;
  std::unordered_set<std::string> new_words_;
  std::vector<std::uint8_t> lemmas_;  ///< bits of what each word is a lemma of; found when asked
  std::unordered_map<const Name*, const RuleSource*>
      unused_;  ///< names of macros and lists not used yet
};

}  // namespace factloom
