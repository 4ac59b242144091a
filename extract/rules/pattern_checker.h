// SPDX-License-Identifier: Apache-2.0
// Resolves the pattern of a rule: words to numbers of the cells' vocabulary, types, word classes
// and macros to what they stand for.
#pragma once
#include <vector>

#include "extract/rules/names_in_rules.h"
#include "extract/rules/pattern.h"

namespace factloom {

class PatternChecker {
 public:
  PatternChecker(RuleNames& names, const RuleSource& source,
                 const std::vector<ArgumentSpec>& arguments, CellVocabulary& vocabulary)
      : names_(names), source_(&source), arguments_(arguments), vocabulary_(vocabulary) {}

  std::vector<PatternSequence> check(const Alternatives& alternatives);
  /// Alternatives as one sequence.
  PatternSequence check_whole(const Alternatives& alternatives);

 private:
  PatternNode node(const Element& element);
  void resolve(const Element& element, PatternNode& node);
  void words(const Element& element, bool lemma, PatternNode& node);
  void add_words(const Name& name, bool lemma, std::vector<PatternSequence>& alternatives);
  void list(const Element& element, PatternNode& node);
  void macro(const Element& element, PatternNode& node);
  void type(const Element& element, PatternNode& node);
  void features(const Element& element, PatternNode& node);
  void apply(const FeatureTest& test, std::vector<CellTest>& tests);
  void apply_classes(const FeatureTest& test, std::vector<CellTest>& tests);
  void apply_words(const FeatureTest& test, std::vector<CellTest>& tests);
  CellTest::Values tags(const FeatureTest& test);
  CellTest::Values flags(const FeatureTest& test,
                         const std::vector<std::pair<std::string, unsigned>>& known);
  void error(Place place, std::string message) {
    names_.error(*source_, place, std::move(message));
  }

  RuleNames& names_;
  const RuleSource* source_;  ///< that of a macro while it is resolved
  const std::vector<ArgumentSpec>& arguments_;
  CellVocabulary& vocabulary_;
  int macro_depth_ = 0;
};

}  // namespace factloom
