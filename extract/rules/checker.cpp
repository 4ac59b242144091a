// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/checker.h"

#include <algorithm>

#include "extract/base/closest.h"
#include "extract/rules/anchors.h"
#include "extract/rules/beside.h"
#include "extract/rules/cursor.h"
#include "extract/rules/dead_parts.h"
#include "extract/rules/overlaps.h"
#include "extract/rules/pattern_checker.h"
#include "extract/rules/wording.h"

namespace factloom {
namespace {

constexpr float usual_confidence = 0.8f;
constexpr std::size_t most_arguments = 32;

/// The functions that go with each kind of trigger.
const std::vector<Function>& functions_of(TriggerKind kind) {
  static const std::vector<Function> table[] = {
      {Function::subject, Function::object, Function::object2, Function::complement,
       Function::infinitive, Function::owner, Function::asker, Function::announcer, Function::when},
      {Function::holder, Function::of, Function::owner, Function::self, Function::compound,
       Function::when},
      {Function::agent, Function::patient, Function::owner, Function::self, Function::when},
      {Function::holder, Function::compound, Function::when},
  };
  return table[static_cast<std::size_t>(kind)];
}

const char* kind_name(TriggerKind kind) {
  static const char* const names[] = {"verb", "noun", "event", "adjective"};
  return names[static_cast<std::size_t>(kind)];
}

Tag tag_of(TriggerKind kind) {
  return kind == TriggerKind::verb ? Tag::VB : kind == TriggerKind::adjective ? Tag::JJ : Tag::NN;
}

const std::string& function_name(Function f) {
  return function_names()[static_cast<std::size_t>(f)];
}

class RuleChecker {
 public:
  RuleChecker(const RuleNode& node, const RuleSource& source, RuleNames& names,
              CheckedRules& checked)
      : node_(node), source_(source), names_(names), checked_(checked) {}

  void run() {
    rule_.name = node_.name.text;
    rule_.file = source_.path;
    rule_.line = node_.name.place.line;
    rule_.head = in_line(source_, node_.head, node_.name.place, "");
    rule_.is_frame = node_.is_frame;
    rule_.confidence = node_.confidence < 0 ? usual_confidence : node_.confidence;
    declare();
    for (const BlockNode& block : node_.blocks) check(block);
    for (std::size_t i = 0; i < node_.patterns.size(); ++i)
      check(node_.patterns[i], node_.pattern_places[i]);
    if (!node_.damaged) check_shape();
    for (const EmitNode& emit : node_.emits) check(emit);
    for (const ConditionNode& condition : node_.conditions) check(condition);
    for (const ExampleNode& example : node_.examples) check(example);
    check_examples();
    if (!node_.damaged) check_use();
    if (names_.looks_for_warnings()) warn_of_dead_parts(rule_, node_, source_, names_);
    checked_.rules.push_back(std::move(rule_));
  }

 private:
  void error(Place place, std::string message) { names_.error(source_, place, std::move(message)); }

  // ---- arguments
  // ---------------------------------------------------------------------------------------------
  /// All arguments with the union of their types.
  void declare() {
    for (const BlockNode& block : node_.blocks)
      for (const SlotNode& slot : block.slots) declare(slot.argument, slot.types);
    for (const Alternatives& pattern : node_.patterns) declare(pattern);
    for (const ContextNode& context : node_.contexts) declare(context.pattern);
    for (std::size_t i = 0; i < rule_.arguments.size(); ++i)
      if (rule_.arguments[i].types == 0) {
        error(places_[i], "argument '" + rule_.arguments[i].name +
                              "' has no type; write it once with its types: " +
                              rule_.arguments[i].name + ": Person | Organization");
        rule_.arguments[i].types = ~TypeSet{0};
      }
  }

  void declare(const Alternatives& pattern) {
    for (const Sequence& sequence : pattern)
      for (const Element& e : sequence) {
        if (e.kind == ElementKind::type && !e.name.text.empty()) declare(e.name, e.types);
        if (e.kind == ElementKind::group) declare(e.alternatives);
      }
  }

  void declare(const Name& name, const std::vector<Name>& type_names) {
    const TypeSet types = type_names.empty() ? 0 : names_.types(source_, type_names);
    const int known = find(name.text);
    if (known >= 0) {
      rule_.arguments[static_cast<std::size_t>(known)].types |= types;
      TypeSet& first = first_types_[static_cast<std::size_t>(known)];
      if (first == 0) first = types;
    } else if (rule_.arguments.size() == most_arguments) {
      error(name.place, "a rule has at most " + std::to_string(most_arguments) + " arguments");
    } else {
      rule_.arguments.push_back({name.text, types});
      first_types_.push_back(types);
      places_.push_back(name.place);
      used_.push_back(false);
    }
    slot_types_.push_back(types);
  }

  int find(const std::string& name) const {
    for (std::size_t i = 0; i < rule_.arguments.size(); ++i)
      if (rule_.arguments[i].name == name) return static_cast<int>(i);
    return -1;
  }

  /// Index of an argument that the rule must have; -1 (and a message) if it has not.
  int argument(const Name& name) {
    const int found = find(name.text);
    if (found >= 0) {
      used_[static_cast<std::size_t>(found)] = true;
      return found;
    }
    if (node_.damaged || rule_.arguments.empty()) return -1;  // said already
    std::vector<std::string> known;
    for (const ArgumentSpec& a : rule_.arguments) known.push_back(a.name);
    error(name.place,
          "'" + name.text + "' is not an argument of this rule" + did_you_mean(name.text, known));
    unknown_argument_ = true;
    return -1;
  }

  // ---- frames
  // ------------------------------------------------------------------------------------------------
  void check(const BlockNode& node) {
    TriggerBlock block;
    block.kind = node.kind;
    block.alone = node.alone;
    block.named = node.named;
    for (const TriggerNode& trigger : node.triggers) add_trigger(trigger, block);
    for (const SlotNode& slot : node.slots) {
      const TypeSet types = slot_types_[next_slot_++];
      Slot checked;
      const int index = find(slot.argument.text);
      if (index < 0) continue;
      checked.argument = static_cast<std::uint8_t>(index);
      checked.types = types != 0 ? types : first_types_[checked.argument];
      if (checked.types == 0) checked.types = ~TypeSet{0};
      checked.optional = slot.optional;
      if (function(slot, node.kind, checked)) block.slots.push_back(std::move(checked));
    }
    rule_.blocks.push_back(std::move(block));
  }

  void add_trigger(const TriggerNode& trigger, TriggerBlock& block) {
    const auto add = [&](const std::string& text) {
      for (std::vector<WordId>& lemmas : names_.words(text, tag_of(block.kind)))
        block.words.push_back({std::move(lemmas), ClassId::none});
    };
    if (trigger.kind == TriggerNode::Kind::semantic_class) {
      const ClassId semantic_class = names_.semantic_class(source_, trigger.name);
      if (semantic_class != ClassId::none) block.words.push_back({{}, semantic_class});
    } else if (trigger.kind == TriggerNode::Kind::list) {
      if (const WordListNode* list = names_.list(source_, trigger.name))
        for (const Name& word : list->words) add(word.text);
    } else {
      add(trigger.name.text);
    }
  }

  bool function(const SlotNode& node, TriggerKind kind, Slot& slot) {
    const std::vector<Function>& allowed = functions_of(kind);
    for (const Name& name : node.functions) {
      const auto named = std::find(function_names().begin(), function_names().end(), name.text);
      const auto f = static_cast<Function>(named - function_names().begin());
      if (named != function_names().end() &&
          std::find(allowed.begin(), allowed.end(), f) != allowed.end()) {
        if (node.functions.size() == 1) {
          slot.function = f;
          return true;
        }
        if (names_.is_preposition(name.text)) {  // `of|from` in a noun block
          slot.prepositions.push_back(names_.words(name.text, Tag::IN)[0][0]);
          continue;
        }
        error(name.place,
              "'" + name.text + "' is a function of its own; only prepositions are joined by '|'");
        return false;
      }
      if (!preposition(name, kind, named != function_names().end())) return false;
      slot.prepositions.push_back(names_.words(name.text, Tag::IN)[0][0]);
    }
    slot.function = Function::preposition;
    return true;
  }

  bool preposition(const Name& name, TriggerKind kind, bool other_function) {
    if (names_.is_preposition(name.text)) return true;
    std::vector<std::string> known;
    for (const Function f : functions_of(kind)) known.push_back(function_name(f));
    if (other_function) {
      error(name.place, "'" + name.text + "' does not go with a trigger of kind " +
                            kind_name(kind) + ", which has " + any_of(known) + " and prepositions");
      return false;
    }
    for (const std::string& word : frame_keywords()) known.push_back(word);
    error(name.place, "'" + name.text + "' is no function of a " + kind_name(kind) +
                          ", no preposition and no keyword" + did_you_mean(name.text, known));
    return false;
  }

  void check_shape() {
    const std::string kind = node_.is_frame ? "frame" : "rule";
    if (node_.is_frame && node_.blocks.empty())
      error(node_.name.place,
            "the frame has no trigger: a line 'verb', 'noun', 'event' or 'adjective' is missing");
    for (const BlockNode& block : node_.blocks)
      if (block.slots.empty())
        error(block.place, "no argument stands below this trigger; write FUNCTION name: Type");
    if (!node_.is_frame && node_.patterns.empty())
      error(node_.name.place, "the rule has no pattern: a line 'when' is missing");
    if (node_.emits.empty() && !node_.damaged_emits)
      error(node_.name.place,
            "the " + kind + " emits nothing: a line 'emit relation(a, b)' is missing");
  }

  // ---- patterns
  // ----------------------------------------------------------------------------------------------
  void check(const Alternatives& alternatives, Place place) {
    Pattern pattern;
    pattern.rule = static_cast<RuleId>(checked_.rules.size());
    pattern.place = place;
    PatternChecker checker(names_, source_, rule_.arguments, checked_.vocabulary);
    pattern.elements = checker.check_whole(alternatives);
    for (const ContextNode& context : node_.contexts) {
      std::vector<PatternSequence>& where =
          context.negated ? (context.after ? pattern.not_after : pattern.not_before)
                          : (context.after ? pattern.after : pattern.before);
      for (PatternSequence& sequence : checker.check(context.pattern))
        where.push_back(std::move(sequence));
    }
    find_triggers_of(pattern);
    pattern.needed = needed_types(pattern.elements);
    pattern.required = required_atoms(pattern.elements);
    pattern.reach = reach_of(pattern);
    pattern.anchors = find_anchors(pattern, checked_.vocabulary, names_.lexicon());
    if (!pattern.triggered_anywhere)
      pattern.beside = beside_triggers(pattern.elements, pattern.anchors, checked_.vocabulary);
    if (least_cells(pattern.elements) == 0)
      error(place, "this matches where nothing stands; one element at least must be there");
    else if (pattern.triggers.empty())
      error(place,
            "nothing in this pattern is rare enough to look for; it needs a word, a ~lemma or a "
            "{class=…} "
            "that is always there, or a line 'trigger' that names one");
    rule_.patterns.push_back(static_cast<std::uint32_t>(checked_.patterns.size()));
    checked_.patterns.push_back(std::move(pattern));
  }

  void find_triggers_of(Pattern& pattern) {
    using Kind = PatternTrigger::Kind;
    pattern.triggered_anywhere = !node_.triggers.empty();
    if (node_.triggers.empty())
      pattern.triggers = find_triggers(pattern.elements, checked_.vocabulary, names_.lexicon());
    const auto add = [&](const std::string& text) {
      const WordId word = names_.words(text, Tag::NN)[0][0];
      for (const Kind kind : {Kind::form, Kind::lemma})
        pattern.triggers.push_back({kind, index(word)});
    };
    for (const TriggerNode& trigger : node_.triggers) {
      if (trigger.kind == TriggerNode::Kind::semantic_class) {
        const ClassId semantic_class = names_.semantic_class(source_, trigger.name);
        if (semantic_class != ClassId::none)
          pattern.triggers.push_back({Kind::semantic_class, index(semantic_class)});
      } else if (trigger.kind == TriggerNode::Kind::words) {
        add(trigger.name.text);
      } else if (const WordListNode* list = names_.list(source_, trigger.name)) {
        for (const Name& word : list->words) add(word.text);
      }
    }
  }

  // ---- what it says
  // ------------------------------------------------------------------------------------------
  void check(const EmitNode& node) {
    Emission e;
    e.relation = names_.relation(source_, node.relation);
    if (e.relation == RelationId::none) unknown_relation_ = true;
    e.status = names_.status(source_, node.status);
    const int subject = argument(node.subject);
    const int object = argument(node.object);
    if (!node.role.text.empty()) {
      e.role_is_trigger = node.role.text == "trigger";
      if (!e.role_is_trigger) e.role = static_cast<std::int8_t>(argument(node.role));
    }
    if (!node.date.text.empty()) e.date = static_cast<std::int8_t>(argument(node.date));
    if (e.relation == RelationId::none || subject < 0 || object < 0) return;
    if (subject == object)
      return error(node.object.place, "subject and object are the same argument");
    const RelationType& relation = names_.ontology().relation(e.relation);
    fits(node.subject, subject, relation.domain, "subject of " + relation.name);
    fits(node.object, object, relation.range, "object of " + relation.name);
    e.subject = static_cast<std::uint8_t>(subject);
    e.object = static_cast<std::uint8_t>(object);
    rule_.emissions.push_back(e);
  }

  void fits(const Name& name, int argument, TypeSet allowed, const std::string& what) {
    const TypeSet types = rule_.arguments[static_cast<std::size_t>(argument)].types;
    if ((types & allowed) != 0 || node_.damaged) return;
    error(name.place, "'" + name.text + "' is " + names_.type_names(types) + ", but the " + what +
                          " is " + names_.type_names(allowed));
  }

  void check(const ConditionNode& node) {
    Condition c;
    c.kind = node.kind;
    const int left = argument(node.left);
    const int right = node.kind == ConditionKind::differ ? argument(node.right) : 0;
    if (of_type(c.kind)) c.types = names_.types(source_, node.types);
    if (left < 0 || right < 0) return;
    if (node.kind == ConditionKind::differ && left == right)
      return error(node.right.place, "an argument never differs from itself");
    c.left = static_cast<std::uint8_t>(left);
    c.right = static_cast<std::uint8_t>(right);
    const TypeSet types = rule_.arguments[c.left].types;
    if (c.kind == ConditionKind::is_type && (types & c.types) == 0)
      error(node.left.place,
            "the condition never holds: '" + node.left.text + "' is " + names_.type_names(types));
    rule_.conditions.push_back(c);
  }

  void check(const ExampleNode& node) {
    if (node.text.empty()) return;
    Example example;
    example.text = node.text;
    example.yes = node.yes;
    example.line = node.place.line;
    for (const ExpectedNode& fact : node.facts) {
      const RelationId relation = expected_relation(fact.relation);
      if (relation == RelationId::none) continue;
      const bool symmetric = names_.ontology().relation(relation).symmetric;
      example.facts.push_back({fact.relation.text, fact.subject, fact.object,
                               names_.status(source_, fact.status).value_or(Status::asserted),
                               symmetric});
    }
    rule_.examples.push_back(std::move(example));
  }

  RelationId expected_relation(const Name& name) {
    const RelationId relation = names_.ontology().find_relation(name.text);
    const bool uncertain =
        unknown_relation_ || unknown_argument_ || node_.damaged || node_.damaged_emits;
    std::vector<std::string> emitted;
    for (const EmitNode& e : node_.emits) {
      if (e.relation.text == name.text) return relation;
      emitted.push_back(e.relation.text);
    }
    if (!uncertain && !emitted.empty())
      error(name.place, "the rule does not emit '" + name.text + "' but " + any_of(emitted));
    return RelationId::none;
  }

  void check_examples() {
    const auto count = [&](bool yes) {
      return std::count_if(node_.examples.begin(), node_.examples.end(),
                           [&](const ExampleNode& e) { return e.yes == yes; });
    };
    const bool yes = count(true) > 0, no = count(false) > 0;
    if ((yes && no) || node_.damaged_head) return;
    const std::string which = yes ? "no 'no' example" : no ? "no 'yes' example" : "no examples";
    error(node_.name.place,
          "'" + node_.name.text + "' has " + which +
              "; a rule needs a sentence it must read (yes) and one it must not (no)");
  }

  // ---- warnings
  // ----------------------------------------------------------------------------------------------
  void check_use() {
    for (std::size_t i = 0; i < rule_.arguments.size(); ++i)
      if (!used_[i] && !unknown_argument_ && !unknown_relation_ &&
          rule_.arguments[i].name[0] != '_')
        names_.warning(source_, places_[i],
                       "argument '" + rule_.arguments[i].name + "' is never used" +
                           (rule_.is_frame ? "; call it '_" + rule_.arguments[i].name +
                                                 "' if it only has to be there"
                                           : "; leave its name out if it only has to be there"));
  }

  const RuleNode& node_;
  const RuleSource& source_;
  RuleNames& names_;
  CheckedRules& checked_;
  Rule rule_;
  std::vector<TypeSet> first_types_, slot_types_;
  std::vector<Place> places_;
  std::vector<bool> used_;
  std::size_t next_slot_ = 0;
  bool unknown_argument_ = false, unknown_relation_ = false;
};

/// The rules that `unless` lines name.
void resolve_unless(const std::vector<WrittenRule>& written, std::vector<Rule>& rules,
                    RuleNames& names) {
  std::vector<std::string> known;
  for (const Rule& rule : rules) known.push_back(rule.name);
  for (std::size_t r = 0; r < rules.size(); ++r)
    for (const Name& name : written[r].node->unless) {
      const auto at = std::find(known.begin(), known.end(), name.text);
      if (at == known.end())
        names.error(*written[r].source, name.place,
                    "there is no rule '" + name.text + "'" + did_you_mean(name.text, known));
      else if (name.text == rules[r].name)
        names.error(*written[r].source, name.place, "a rule never gives way to itself");
      else
        rules[r].unless.push_back(static_cast<RuleId>(at - known.begin()));
    }
}

}  // namespace

CheckedRules check_rules(const std::vector<RuleFileNode>& files, RuleNames& names) {
  names.collect(files);
  CheckedRules checked;
  std::vector<WrittenRule> written;
  for (const RuleFileNode& file : files)
    for (const RuleNode& node : file.rules) {
      RuleChecker(node, *file.source, names, checked).run();
      written.push_back({&node, file.source});
    }
  resolve_unless(written, checked.rules, names);
  checked.vocabulary.finish();
  if (names.has_errors()) return checked;
  if (names.looks_for_warnings()) warn_of_overlaps(checked, written, names);
  const std::size_t width = checked.vocabulary.width();
  for (const Pattern& pattern : checked.patterns) {
    if (!names.looks_for_warnings() && !may_be_too_large(pattern, width)) continue;
    if (const auto problem = compile(pattern, width))
      names.error(*written[index(pattern.rule)].source, pattern.place,
                  "the pattern cannot be compiled: " + *problem);
  }
  return checked;
}

}  // namespace factloom
