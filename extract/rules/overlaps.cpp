// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/overlaps.h"

#include "extract/rules/wording.h"

namespace factloom {
namespace {

/// The facts of a rule, each end as `filler` says it.
template <class Filler>
std::string facts_of(const Rule& rule, const Filler& filler) {
  std::string out;
  for (const Emission& e : rule.emissions)
    out += std::to_string(index(e.relation)) + (e.status ? status_name(*e.status) : "") + "(" +
           filler(e.subject) + "|" + filler(e.object) + ")";
  return out;
}

/// What a block says but for its triggers: kind, slots and the facts made of them.
std::string signature(const Rule& rule, const TriggerBlock& block) {
  const auto filler = [&](std::uint8_t argument) {
    std::string out;
    for (const Slot& slot : block.slots) {
      if (slot.argument != argument) continue;
      out += std::to_string(static_cast<int>(slot.function)) + (slot.optional ? "?" : "") + "/";
      for (const WordId word : slot.prepositions) out += std::to_string(index(word)) + ",";
      out += std::to_string(slot.types) + ";";
    }
    return out;
  };
  std::string out = std::to_string(static_cast<int>(block.kind)) + " " + facts_of(rule, filler);
  for (std::uint8_t a = 0; a < rule.arguments.size(); ++a) out += "+" + filler(a);
  return out + " ";
}

/// Has every reading of a word of that kind the class? Then a trigger for the class fires wherever
/// one for the word does.
bool always_of_class(const std::string& text, ClassId semantic_class, TriggerKind kind,
                     const Lexicon& lexicon) {
  const Tag tag = kind == TriggerKind::verb        ? Tag::VB
                  : kind == TriggerKind::adjective ? Tag::JJ
                                                   : Tag::NN;
  const WordId word = lexicon.find(lower_case(text));
  if (word == WordId::none) return false;
  bool found = false;
  for (const Reading& reading : lexicon.readings(word)) {
    if (reading.tag != tag) continue;
    if (!reading.classes.has(semantic_class)) return false;
    found = true;
  }
  return found;
}

/// Words that stand in a block beside a class of theirs.
void warn_of_shadowed(const BlockNode& block, const RuleSource& source, RuleNames& names) {
  using Kind = TriggerNode::Kind;
  for (const TriggerNode& word : block.triggers)
    for (const TriggerNode& other : block.triggers) {
      if (word.kind != Kind::words || other.kind != Kind::semantic_class) continue;
      const ClassId semantic_class = names.lexicon().find_class(other.name.text);
      if (semantic_class == ClassId::none ||
          !always_of_class(word.name.text, semantic_class, block.kind, names.lexicon()))
        continue;
      names.warning(source, word.name.place,
                    "'" + word.name.text + "' never adds anything: it is of the class <" +
                        other.name.text + ">, which is a trigger of this block too");
      break;
    }
}

}  // namespace

void warn_of_overlaps(const Rule& rule, const RuleNode& node, const RuleSource& source,
                      const std::vector<Pattern>& patterns, RuleNames& names) {
  if (names.said_before("name " + rule.name, rule.name) != nullptr)
    names.warning(source, node.name.place, "another rule is called '" + rule.name + "' too");
  for (std::size_t b = 0; b < rule.blocks.size(); ++b) {
    warn_of_shadowed(node.blocks[b], source, names);
    const std::string frame = signature(rule, rule.blocks[b]);
    for (const TriggerNode& trigger : node.blocks[b].triggers) {
      const std::string word =
          std::to_string(static_cast<int>(trigger.kind)) + lower_case(trigger.name.text);
      const std::string* other = names.said_before(frame + word, rule.name);
      if (other == nullptr) continue;
      const std::string where = *other == rule.name ? "this rule" : "'" + *other + "'";
      names.warning(source, trigger.name.place,
                    "'" + trigger.name.text + "' is a trigger of " + where +
                        " already, with the same arguments and facts");
    }
  }
  for (std::size_t p = 0; p < rule.patterns.size(); ++p) {
    std::string pattern = "pattern " + facts_of(rule, [](std::uint8_t) { return std::string(); });
    for (const PatternNode& element : patterns[rule.patterns[p]].elements)
      pattern += element.text + " ";
    if (!node.contexts.empty()) pattern += rule.name;  // contexts make it another pattern
    if (const std::string* other = names.said_before(pattern, rule.name))
      names.warning(source, node.pattern_places[p],
                    "'" + *other + "' has the same pattern and facts already");
  }
}

}  // namespace factloom
