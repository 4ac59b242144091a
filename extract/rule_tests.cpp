// SPDX-License-Identifier: Apache-2.0
#include "extract/rule_tests.h"

#include <algorithm>
#include <map>

#include "extract/analysis.h"
#include "extract/assemble.h"

namespace factloom {
namespace {

/// What each rule finds in a text.
class ExampleText {
 public:
  ExampleText(std::string_view text, const Knowledge& knowledge, PatternMatcher& matcher)
      : knowledge_(knowledge) {
    document_.text = std::string(text);
    analysis_ = analyse(document_, knowledge);
    for (std::uint32_t i = 0; i < analysis_.text.sentences.size(); ++i)
      for (const RawFact& fact : read_sentence(analysis_, i, knowledge, matcher))
        facts_[fact.rule].push_back(fact);
  }

  /// The facts of one rule: a surer rule at the same place must not hide them.
  std::vector<Fact> facts(RuleId rule) const {
    const auto found = facts_.find(rule);
    if (found == facts_.end()) return {};
    ToldTimes times(analysis_.text, {}, knowledge_.classes, knowledge_.name_rules);
    return assemble(found->second, document_, {}, times, analysis_.text, analysis_.mentions,
                    knowledge_);
  }

  /// The facts of all rules, one rule after the other.
  std::vector<Fact> facts() const {
    std::vector<Fact> all;
    for (const auto& [rule, raw] : facts_)
      for (Fact& fact : facts(rule)) all.push_back(std::move(fact));
    return all;
  }

 private:
  const Knowledge& knowledge_;
  Document document_;
  Analysis analysis_;
  std::map<RuleId, std::vector<RawFact>> facts_;
};

/// The other rules that find all facts which the examples of a rule show, no less surely; empty if
/// one is left.
std::vector<std::string> rules_instead_of(const Rule& rule, const Knowledge& knowledge,
                                          PatternMatcher& matcher) {
  std::vector<std::string> others;
  for (const Example& example : rule.examples) {
    if (!example.yes) continue;
    const std::vector<Fact> found = ExampleText(example.text, knowledge, matcher).facts();
    for (const ExpectedFact& wanted : example.facts) {
      double own = 0;
      for (const Fact& f : found)
        if (f.rule == rule.name && says(f, wanted)) own = std::max(own, f.confidence);
      const auto other = std::find_if(found.begin(), found.end(), [&](const Fact& f) {
        return f.rule != rule.name && says(f, wanted) && f.confidence >= own;
      });
      if (other == found.end()) return {};
      if (std::find(others.begin(), others.end(), other->rule) == others.end())
        others.push_back(other->rule);
    }
  }
  return others;
}

Diagnostic warning_at(const Diagnostic& place, std::string message) {
  Diagnostic warning = place;
  warning.message = std::move(message);
  warning.warning = true;
  return warning;
}

/// All types that a rule or a relation asks for.
TypeSet types_asked_for(const Knowledge& knowledge) {
  TypeSet asked = 0;
  for (const RelationType& relation : knowledge.ontology.relations())
    asked |= relation.domain | relation.range;
  for (const Rule& rule : knowledge.rules.rules())
    for (const ArgumentSpec& argument : rule.arguments) asked |= argument.types;
  return asked;
}

/// Has a list of names anything of this type?
bool has_names(TypeId type, const Knowledge& knowledge) {
  const TypeSet wanted = knowledge.ontology.type(type).descendants;
  for (std::uint32_t image = 0; image < knowledge.gazetteer.image_count(); ++image)
    for (const std::string_view name : knowledge.gazetteer.types(image))
      if (Ontology::in(knowledge.ontology.find_type(name), wanted)) return true;
  return false;
}

}  // namespace

ExampleResults test_rules(const Knowledge& knowledge, const RuleFilter& wanted) {
  PatternMatcher matcher;
  const auto read = [&](std::string_view text, RuleId rule) {
    const ExampleText example(text, knowledge, matcher);
    return rule == RuleId::none ? example.facts() : example.facts(rule);
  };
  return run_examples(knowledge.rules, read, wanted);
}

Diagnostics find_unneeded(const Knowledge& knowledge, const RuleFilter& wanted) {
  PatternMatcher matcher;
  Diagnostics warnings;
  for (const Rule& rule : knowledge.rules.rules()) {
    if (wanted && !wanted(rule)) continue;
    std::string names;
    for (const std::string& other : rules_instead_of(rule, knowledge, matcher))
      names += (names.empty() ? "'" : ", '") + other + "'";
    if (names.empty()) continue;
    warnings.push_back(warning_at(
        rule.head, "all examples of '" + rule.name + "' are answered by " + names +
                       " as well; drop the rule, or add a 'yes' that it alone can read"));
  }
  return warnings;
}

Diagnostics find_unused(const Knowledge& knowledge,
                        const std::function<bool(const std::string& file)>& meant) {
  Diagnostics warnings;
  const Ontology& ontology = knowledge.ontology;
  const TypeSet asked = types_asked_for(knowledge);
  for (std::size_t i = 0; i < ontology.types().size(); ++i) {
    const EntityType& type = ontology.types()[i];
    if (!meant(type.declared.file) || type.literal) continue;
    const bool users_own = type.declared.line != 0;
    const bool named = has_names(static_cast<TypeId>(i), knowledge);
    if ((type.descendants & asked) == 0 && (users_own || !named))
      warnings.push_back(warning_at(
          type.declared, "no relation and no rule asks for the type '" + type.name + "'"));
    if (users_own && !named)
      warnings.push_back(warning_at(
          type.declared, "nothing will ever be a " + type.name +
                             ": no list of names has the type; add a file *.csv with the columns "
                             "name,type"));
  }
  for (std::size_t i = 0; i < ontology.relations().size(); ++i) {
    const RelationType& relation = ontology.relations()[i];
    const auto emits = [&](const Rule& rule) {
      return std::any_of(rule.emissions.begin(), rule.emissions.end(), [&](const Emission& e) {
        return e.relation == static_cast<RelationId>(i);
      });
    };
    const auto& rules = knowledge.rules.rules();
    if (meant(relation.declared.file) && std::none_of(rules.begin(), rules.end(), emits))
      warnings.push_back(
          warning_at(relation.declared, "no rule finds the relation '" + relation.name + "'"));
  }
  return warnings;
}

}  // namespace factloom
