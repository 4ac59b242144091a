// SPDX-License-Identifier: Apache-2.0
// What names in a rule file may mean: types, relations, word classes, words, macros. Unknown ones
// are reported with what they might have been meant to be.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/ontology.h"
#include "extract/rules/syntax.h"

namespace factloom {

class RuleNames {
 public:
  RuleNames(const Ontology& ontology, Lexicon& lexicon, Diagnostics& errors, Diagnostics& warnings)
      : ontology_(ontology), lexicon_(lexicon), errors_(errors), warnings_(warnings) {}

  /// Takes the macros and word lists of all files; the same name twice is an error.
  void collect(const std::vector<RuleFileNode>& files);
  /// Warns about macros and word lists that no rule uses.
  void report_unused();

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

  /// Remembers that a rule says something; the name of the rule that said the same before, or
  /// nullptr.
  const std::string* said_before(const std::string& what, const std::string& rule);

  /// Names of the types in a set, those above the others only: "Person or Organization".
  std::string type_names(TypeSet set) const;

  const Ontology& ontology() const { return ontology_; }
  Lexicon& lexicon() { return lexicon_; }

 private:
  WordId word(const std::string& text, Tag tag);
  template <class Node>
  const Node* shared(std::unordered_map<std::string, const Node*>& nodes, const RuleSource& source,
                     const Name& name, const std::string& kind);

  const Ontology& ontology_;
  Lexicon& lexicon_;
  Diagnostics& errors_;
  Diagnostics& warnings_;
  std::unordered_map<std::string, const MacroNode*> macros_;
  std::unordered_map<std::string, const WordListNode*> lists_;
  std::unordered_map<std::string, std::string> said_;  ///< what rules say, and the first that does
  std::unordered_map<const Name*, const RuleSource*>
      unused_;  ///< names of macros and lists not used yet
};

}  // namespace factloom
