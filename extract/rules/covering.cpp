// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/covering.h"

#include <algorithm>

namespace factloom {
namespace {

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

template <class T>
bool is_part(const std::vector<T>& part, const std::vector<T>& all) {
  return std::all_of(part.begin(), part.end(), [&](const T& x) { return contains(all, x); });
}

// ---- facts
// -------------------------------------------------------------------------------------------------

bool differ(const Rule& rule, std::uint8_t a, std::uint8_t b) {
  return std::any_of(rule.conditions.begin(), rule.conditions.end(), [&](const Condition& c) {
    return c.kind == ConditionKind::differ &&
           ((c.left == a && c.right == b) || (c.left == b && c.right == a));
  });
}

bool has_differ(const Rule& rule) {
  return std::any_of(rule.conditions.begin(), rule.conditions.end(),
                     [](const Condition& c) { return c.kind == ConditionKind::differ; });
}

/// Do two emissions state the same but for their ends?
bool same_statement(const Emission& a, const Emission& b) {
  return a.relation == b.relation && a.status == b.status &&
         a.role_is_trigger == b.role_is_trigger && (a.role < 0) == (b.role < 0) &&
         (a.date < 0) == (b.date < 0);
}

// ---- blocks
// ------------------------------------------------------------------------------------------------

struct BlockView {
  const Rule& rule;
  const TriggerBlock& block;

  bool fills(std::uint8_t argument) const {
    return std::any_of(block.slots.begin(), block.slots.end(),
                       [&](const Slot& s) { return s.argument == argument; });
  }
  bool fills(const Emission& e) const { return fills(e.subject) && fills(e.object); }
};

/// Is every place of an argument also one of the other's?
bool slots_cover(const BlockView& wide, std::uint8_t argument, const BlockView& narrow,
                 std::uint8_t narrow_argument) {
  return std::all_of(narrow.block.slots.begin(), narrow.block.slots.end(), [&](const Slot& n) {
    if (n.argument != narrow_argument) return true;
    const TypeSet types = types_after_conditions(narrow.rule, narrow_argument, n.types);
    return std::any_of(wide.block.slots.begin(), wide.block.slots.end(), [&](const Slot& w) {
      return w.argument == argument && w.function == n.function &&
             is_part(n.prepositions, w.prepositions) && (w.optional || !n.optional) &&
             (types & ~types_after_conditions(wide.rule, argument, w.types)) == 0;
    });
  });
}

/// The emission that says what a narrower block's emission says.
bool emission_covered(const BlockView& wide, const BlockView& narrow, const Emission& e) {
  return std::any_of(wide.rule.emissions.begin(), wide.rule.emissions.end(),
                     [&](const Emission& w) {
                       return wide.fills(w) && same_statement(w, e) &&
                              slots_cover(wide, w.subject, narrow, e.subject) &&
                              slots_cover(wide, w.object, narrow, e.object) &&
                              (!has_differ(wide.rule) || differ(narrow.rule, e.subject, e.object));
                     });
}

/// Does the wide block ask for an argument that the narrow one does without?
bool asks_for_more(const BlockView& wide, const BlockView& narrow) {
  return std::any_of(wide.block.slots.begin(), wide.block.slots.end(), [&](const Slot& w) {
    return !w.optional &&
           std::none_of(narrow.block.slots.begin(), narrow.block.slots.end(), [&](const Slot& n) {
             return !n.optional && slots_cover(wide, w.argument, narrow, n.argument);
           });
  });
}

// ---- patterns
// ----------------------------------------------------------------------------------------------

bool is_part(const CellTest::Words& narrow, const CellTest::Words& wide) {
  if (!wide.restricted) return true;
  if (!narrow.restricted || narrow.negated != wide.negated) return false;
  return narrow.negated ? is_part(wide.numbers, narrow.numbers)
                        : is_part(narrow.numbers, wide.numbers);
}

bool is_part(const CellTest& narrow, const CellTest& wide) {
  return (narrow.tags & ~wide.tags).none() && (narrow.types & ~wide.types).none() &&
         (narrow.flags & ~wide.flags).none() && is_part(narrow.lemmas, wide.lemmas) &&
         is_part(narrow.forms, wide.forms) && is_part(wide.classes, narrow.classes);
}

bool node_covers(const PatternNode& wide, const PatternNode& narrow) {
  if (wide.least != narrow.least || wide.most != narrow.most || wide.gap != narrow.gap)
    return false;
  if (wide.alternatives.empty() != narrow.alternatives.empty()) return false;
  if (!wide.alternatives.empty()) return wide.text == narrow.text;
  return std::all_of(narrow.any_of.begin(), narrow.any_of.end(), [&](const CellTest& n) {
    return std::any_of(wide.any_of.begin(), wide.any_of.end(),
                       [&](const CellTest& w) { return is_part(n, w); });
  });
}

/// Where the cell of an argument stands among the elements; -1 if in a group.
int place_of(const Pattern& pattern, std::uint8_t argument) {
  for (std::size_t i = 0; i < pattern.elements.size(); ++i)
    if (pattern.elements[i].argument == static_cast<int>(argument)) return static_cast<int>(i);
  return -1;
}

bool has_context(const Pattern& p) {
  return !p.after.empty() || !p.before.empty() || !p.not_after.empty() || !p.not_before.empty();
}

}  // namespace

TypeSet types_after_conditions(const Rule& rule, std::uint8_t argument, TypeSet types) {
  for (const Condition& c : rule.conditions) {
    if (c.left != argument || !of_type(c.kind)) continue;
    types &= c.kind == ConditionKind::is_type ? c.types : ~c.types;
  }
  return types;
}

bool covers(const Rule& rule, const TriggerBlock& block, const Rule& other,
            const TriggerBlock& narrower) {
  const BlockView wide{rule, block}, narrow{other, narrower};
  if (!rule.unless.empty() || &block == &narrower || block.kind != narrower.kind ||
      block.named != narrower.named || rule.confidence < other.confidence ||
      asks_for_more(wide, narrow))
    return false;
  bool emits = false;
  for (const Emission& e : other.emissions) {
    if (!narrow.fills(e)) continue;
    if (!emission_covered(wide, narrow, e)) return false;
    emits = true;
  }
  return emits;
}

bool covers(const Rule& rule, const Pattern& pattern, const Rule& other, const Pattern& narrower) {
  if (!rule.unless.empty() || &pattern == &narrower || rule.confidence < other.confidence ||
      has_context(pattern) || pattern.elements.size() != narrower.elements.size())
    return false;
  for (std::size_t i = 0; i < pattern.elements.size(); ++i)
    if (!node_covers(pattern.elements[i], narrower.elements[i])) return false;
  return std::all_of(other.emissions.begin(), other.emissions.end(), [&](const Emission& n) {
    return std::any_of(rule.emissions.begin(), rule.emissions.end(), [&](const Emission& w) {
      const int subject = place_of(narrower, n.subject), object = place_of(narrower, n.object);
      return same_statement(w, n) && subject >= 0 && object >= 0 &&
             place_of(pattern, w.subject) == subject && place_of(pattern, w.object) == object &&
             (!has_differ(rule) || differ(other, n.subject, n.object)) &&
             types_after_conditions(rule, w.subject, ~TypeSet{0}) == ~TypeSet{0} &&
             types_after_conditions(rule, w.object, ~TypeSet{0}) == ~TypeSet{0};
    });
  });
}

}  // namespace factloom
