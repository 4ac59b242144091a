// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/dead_parts.h"

#include <algorithm>

#include "extract/rules/covering.h"
#include "extract/rules/dead_words.h"
#include "extract/rules/wording.h"

namespace factloom {
namespace {

class DeadParts {
 public:
  DeadParts(const Rule& rule, const RuleNode& node, const RuleSource& source, RuleNames& names)
      : rule_(rule), node_(node), source_(source), names_(names) {}

  void run() {
    check_conditions();
    for (std::size_t b = 0; b < rule_.blocks.size(); ++b) check_block(b);
    for (const Alternatives& pattern : node_.patterns) check_types(pattern);
    warn_of_dead_words(node_, source_, names_);
  }

 private:
  void warn(Place place, std::string message) {
    names_.warning(source_, place, std::move(message));
  }

  // ---- conditions
  void check_conditions() {
    std::vector<TypeSet> left;
    for (const ArgumentSpec& a : rule_.arguments) left.push_back(a.types);
    for (std::size_t i = 0; i < rule_.conditions.size(); ++i) {
      const Condition& c = rule_.conditions[i];
      const ConditionNode& node = node_.conditions[i];
      if (!of_type(c.kind)) {
        if (said_before(i)) warn(node.left.place, "this condition stands twice");
        continue;
      }
      TypeSet& types = left[c.left];
      const TypeSet after = c.kind == ConditionKind::is_type ? types & c.types : types & ~c.types;
      const std::string name = "'" + node.left.text + "'";
      if (types != 0 && after == types)
        warn(node.left.place, "the condition always holds: " + name + " is " +
                                  names_.type_names(types) + "; leave it out");
      if (types != 0 && after == 0)
        warn(node.left.place, "the conditions contradict each other: nothing is left that " + name +
                                  " can be; it was " + names_.type_names(types));
      types = after;
    }
  }

  bool said_before(std::size_t i) const {
    const Condition& c = rule_.conditions[i];
    return std::any_of(rule_.conditions.begin(),
                       rule_.conditions.begin() + static_cast<std::ptrdiff_t>(i),
                       [&](const Condition& d) {
                         return d.kind == c.kind && ((d.left == c.left && d.right == c.right) ||
                                                     (d.left == c.right && d.right == c.left));
                       });
  }

  // ---- types
  /// What facts can use of an argument: everything if it is more than an end of facts.
  TypeSet usable(std::size_t argument) const {
    TypeSet allowed = 0;
    bool end = false;
    for (const Emission& e : rule_.emissions) {
      const RelationType& relation = names_.ontology().relation(e.relation);
      const auto a = static_cast<int>(argument);
      if (e.role == a || e.date == a) return ~TypeSet{0};
      if (e.subject == argument) allowed |= relation.domain;
      if (e.object == argument) allowed |= relation.range;
      end = end || e.subject == argument || e.object == argument;
    }
    return end ? types_after_conditions(rule_, static_cast<std::uint8_t>(argument), allowed)
               : ~TypeSet{0};
  }

  std::size_t argument(const std::string& name) const {
    std::size_t i = 0;
    while (i < rule_.arguments.size() && rule_.arguments[i].name != name) ++i;
    return i;
  }

  void check_types(const Name& name, const std::vector<Name>& types) {
    const std::size_t a = argument(name.text);
    if (a == rule_.arguments.size()) return;
    const TypeSet allowed = usable(a);
    for (const Name& type : types) {
      if ((names_.types(source_, {type}) & allowed) != 0 || allowed == 0) continue;
      warn(type.place, "nothing comes of the type " + type.text + " here: '" + name.text +
                           "' of the facts is " + names_.type_names(allowed) +
                           "; leave the type out");
    }
  }

  void check_types(const Alternatives& pattern) {
    for (const Sequence& sequence : pattern)
      for (const Element& e : sequence) {
        if (e.kind == ElementKind::type && !e.name.text.empty()) check_types(e.name, e.types);
        if (e.kind == ElementKind::group) check_types(e.alternatives);
      }
  }

  // ---- blocks
  void check_block(std::size_t b) {
    const TriggerBlock& block = rule_.blocks[b];
    const BlockNode& node = node_.blocks[b];
    for (const SlotNode& slot : node.slots) check_types(slot.argument, slot.types);
    const TypeSet dates = date_types();
    for (std::size_t s = 0; s < block.slots.size() && block.slots.size() == node.slots.size(); ++s)
      if (block.slots[s].function == Function::when && (block.slots[s].types & dates) == 0)
        warn(node.slots[s].argument.place, "'when' finds dates alone, but '" +
                                               node.slots[s].argument.text + "' is " +
                                               names_.type_names(block.slots[s].types));
    if (rule_.emissions.empty()) return;
    if (std::none_of(rule_.emissions.begin(), rule_.emissions.end(), [&](const Emission& e) {
          return fills(block, e.subject) && fills(block, e.object);
        }))
      return warn(node.place, "no 'emit' has both its arguments below this trigger");
    if (std::none_of(rule_.emissions.begin(), rule_.emissions.end(),
                     [&](const Emission& e) { return possible(block, e); }))
      warn(node.place,
           "this trigger emits nothing: no fact can have the types that its arguments have here");
  }

  TypeSet date_types() const {
    const TypeId date = names_.ontology().find_type("Date");
    return date == TypeId::none ? ~TypeSet{0} : names_.ontology().type(date).descendants;
  }

  static bool fills(const TriggerBlock& block, std::uint8_t argument) {
    return std::any_of(block.slots.begin(), block.slots.end(),
                       [&](const Slot& s) { return s.argument == argument; });
  }

  bool possible(const TriggerBlock& block, const Emission& e) const {
    const RelationType& relation = names_.ontology().relation(e.relation);
    const auto end = [&](std::uint8_t argument, TypeSet allowed) {
      return std::any_of(block.slots.begin(), block.slots.end(), [&](const Slot& s) {
        return s.argument == argument &&
               (types_after_conditions(rule_, argument, s.types) & allowed) != 0;
      });
    };
    return end(e.subject, relation.domain) && end(e.object, relation.range);
  }

  const Rule& rule_;
  const RuleNode& node_;
  const RuleSource& source_;
  RuleNames& names_;
};

}  // namespace

void warn_of_dead_parts(const Rule& rule, const RuleNode& node, const RuleSource& source,
                        RuleNames& names) {
  if (rule.conditions.size() == node.conditions.size()) DeadParts(rule, node, source, names).run();
}

}  // namespace factloom
