// SPDX-License-Identifier: Apache-2.0
// A rule file as its text says it: names are still text with their places, nothing is looked up.
// The parser makes it, the checker turns it into Rules.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/rules/lexer.h"
#include "extract/rules/rule.h"

namespace factloom {

/// A piece of text and where it stands.
struct Name {
  std::string text;
  Place place;
};

enum class ElementKind : std::uint8_t { word, lemma, list, type, features, any, group, macro };

/// `tag=VB*|MD`, `class!=person`.
struct FeatureTest {
  Name feature;
  bool negated = false;
  std::vector<Name> values;
};

/// One element of a pattern with its repetition.
struct Element {
  static constexpr std::uint16_t unbounded = 0xFFFF;

  ElementKind kind = ElementKind::any;
  Name name;  ///< word, lemma, word list or macro; of a type: its argument, empty if not kept
  std::vector<Name> types;  ///< [a: Type | Type]
  std::vector<FeatureTest> tests;
  std::vector<std::vector<Element>> alternatives;  ///< of a group
  std::uint16_t least = 1, most = 1;
  Place place;       ///< with its repetition
  std::string text;  ///< as written
};

using Sequence = std::vector<Element>;
using Alternatives = std::vector<Sequence>;

struct TriggerNode {
  enum class Kind : std::uint8_t { words, semantic_class, list } kind = Kind::words;
  Name name;  ///< "set up", a class's or a list's name
};

struct SlotNode {
  std::vector<Name> functions;  ///< one function, or prepositions
  Name argument;
  std::vector<Name> types;  ///< empty: as said elsewhere in the rule
  bool optional = false;
};

struct BlockNode {
  TriggerKind kind = TriggerKind::verb;
  Place place;
  std::vector<TriggerNode> triggers;
  std::vector<SlotNode> slots;
  bool alone = false;
  bool named = false;
};

struct EmitNode {
  Name relation, subject, object;
  Name status, role, date;  ///< empty text when not said
  Place place;
};

struct ConditionNode {
  ConditionKind kind = ConditionKind::differ;
  Name left, right;
  std::vector<Name> types;
};

struct ExpectedNode {
  Name relation, status;
  std::string subject, object;
};

struct ExampleNode {
  std::string text;
  bool yes = true;
  std::vector<ExpectedNode> facts;
  Place place;
};

/// What must (not) stand beside a pattern.
struct ContextNode {
  bool after = false;  ///< the pattern stands after it
  bool negated = false;
  Alternatives pattern;
  Place place;
};

struct RuleNode {
  bool is_frame = true;
  bool damaged = false;  ///< a line that names arguments could not be read: what depends on them is
                         ///< not checked
  bool damaged_emits = false, damaged_head = false;
  Name name;
  std::string_view head;  ///< the line of its name
  std::vector<BlockNode> blocks;
  std::vector<Alternatives> patterns;
  std::vector<Place> pattern_places;
  std::vector<ContextNode> contexts;
  std::vector<TriggerNode> triggers;  ///< of a pattern, when said
  std::vector<EmitNode> emits;
  std::vector<ConditionNode> conditions;
  std::vector<Name> unless;  ///< rules before which it gives way
  std::vector<ExampleNode> examples;
  float confidence = -1;  ///< -1: not said
};

/// `define NAME = pattern`.
struct MacroNode {
  Name name;
  const RuleSource* source = nullptr;
  Alternatives pattern;
};

/// `words NAME = a, b c`.
struct WordListNode {
  Name name;
  std::vector<Name> words;
};

struct RuleFileNode {
  const RuleSource* source = nullptr;
  std::vector<RuleNode> rules;
  std::vector<MacroNode> macros;
  std::vector<WordListNode> lists;
};

}  // namespace factloom
