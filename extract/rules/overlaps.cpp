// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/overlaps.h"

#include <algorithm>
#include <map>
#include <set>

#include "extract/rules/covering.h"
#include "extract/rules/wording.h"

namespace factloom {
namespace {

/// Has every reading of a word of that kind the class? Then a trigger for the class fires wherever
/// one for the word does.
bool always_of_class(WordId word, ClassId semantic_class, TriggerKind kind,
                     const Lexicon& lexicon) {
  const Tag tag = kind == TriggerKind::verb        ? Tag::VB
                  : kind == TriggerKind::adjective ? Tag::JJ
                                                   : Tag::NN;
  bool found = false;
  for (const Reading& reading : lexicon.readings(word)) {
    if (reading.tag != tag) continue;
    if (!lexicon.classes(reading).has(semantic_class)) return false;
    found = true;
  }
  return found;
}

class Overlaps {
 public:
  Overlaps(const CheckedRules& checked, const std::vector<WrittenRule>& written, RuleNames& names)
      : checked_(checked), written_(written), names_(names) {}

  void run() {
    for (std::size_t r = 0; r < checked_.rules.size(); ++r) index_triggers(r);
    for (std::size_t r = 0; r < checked_.rules.size(); ++r) {
      warn_of_name(r);
      for (std::size_t b = 0; b < checked_.rules[r].blocks.size(); ++b) warn_of_triggers(r, b);
      warn_of_patterns(r);
    }
  }

 private:
  struct BlockRef {
    std::size_t rule = 0, block = 0;
    auto operator<=>(const BlockRef&) const = default;
  };

  const Rule& rule(std::size_t r) const { return checked_.rules[r]; }
  const TriggerBlock& block(BlockRef at) const { return rule(at.rule).blocks[at.block]; }

  /// Where each trigger stands.
  void index_triggers(std::size_t r) {
    for (std::size_t b = 0; b < rule(r).blocks.size(); ++b)
      for (const TriggerWord& word : rule(r).blocks[b].words)
        if (word.semantic_class != ClassId::none)
          by_class_[word.semantic_class].push_back({r, b});
        else
          by_words_[word.lemmas].push_back({r, b});
  }

  void warn_of_name(std::size_t r) {
    const auto [first, added] = by_name_.emplace(rule(r).name, r);
    if (!added)
      names_.warning(
          *written_[r].source, written_[r].node->name.place,
          "another rule is called '" + rule(r).name + "' too (" + place(first->second) + ")");
  }

  std::string place(std::size_t r) const {
    return rule(r).file.substr(rule(r).file.rfind('/') + 1) + ":" + std::to_string(rule(r).line);
  }

  /// Does a block say all that another says? Of two that say the same the later one is told.
  bool shadows(BlockRef wide, BlockRef narrow) const {
    if (!covers(rule(wide.rule), block(wide), rule(narrow.rule), block(narrow))) return false;
    return wide < narrow || !covers(rule(narrow.rule), block(narrow), rule(wide.rule), block(wide));
  }

  std::string name_of(BlockRef other, std::size_t r) const {
    return other.rule == r ? "this rule"
                           : "'" + rule(other.rule).name + "' (" + place(other.rule) + ")";
  }

  void warn_of_triggers(std::size_t r, std::size_t b) {
    const BlockNode& node = written_[r].node->blocks[b];
    const BlockRef here{r, b};
    std::set<std::string> seen;
    for (const TriggerNode& trigger : node.triggers) {
      std::string message;
      if (!seen.insert(trigger_name(trigger)).second)
        message = "is a trigger of this rule already, with the same arguments and facts";
      else if (trigger.kind == TriggerNode::Kind::words)
        message = shadowed(trigger, here);
      if (!message.empty())
        names_.warning(*written_[r].source, trigger.name.place,
                       "'" + trigger.name.text + "' " + message);
    }
  }

  static std::string trigger_name(const TriggerNode& trigger) {
    return std::to_string(static_cast<int>(trigger.kind)) + lower_case(trigger.name.text);
  }

  /// Why a trigger adds nothing; empty if it does.
  std::string shadowed(const TriggerNode& trigger, BlockRef here) {
    const std::vector<WordId> words = names_.words(trigger.name.text, Tag::NN)[0];
    for (const BlockRef other : by_words_[words])
      if (other != here && shadows(other, here))
        return "is a trigger of " + name_of(other, here.rule) +
               " already, which finds the same facts";
    if (words.size() != 1) return "";
    for (const auto& [semantic_class, blocks] : by_class_) {
      if (!always_of_class(words[0], semantic_class, block(here).kind, names_.lexicon())) continue;
      const std::string name(names_.lexicon().class_name(semantic_class));
      for (const BlockRef other : blocks) {
        if (other == here)
          return "never adds anything: it is of the class <" + name +
                 ">, which is a trigger of this block too";
        if (shadows(other, here))
          return "never adds anything: it is of the class <" + name + ">, a trigger of " +
                 name_of(other, here.rule) + ", which finds the same facts";
      }
    }
    return "";
  }

  void warn_of_patterns(std::size_t r) {
    for (std::size_t p = 0; p < rule(r).patterns.size(); ++p) {
      const std::uint32_t here = rule(r).patterns[p];
      for (std::uint32_t other = 0; other < checked_.patterns.size(); ++other) {
        if (!pattern_shadows(other, here)) continue;
        const std::size_t by = index(checked_.patterns[other].rule);
        names_.warning(*written_[r].source, written_[r].node->pattern_places[p],
                       by == r ? "another pattern of this rule matches wherever this one does"
                               : "'" + rule(by).name + "' (" + place(by) +
                                     ") matches wherever this does, with the same facts");
        break;
      }
    }
  }

  bool pattern_shadows(std::uint32_t wide, std::uint32_t narrow) const {
    const Pattern &w = checked_.patterns[wide], &n = checked_.patterns[narrow];
    const Rule &wr = checked_.rules[index(w.rule)], &nr = checked_.rules[index(n.rule)];
    return covers(wr, w, nr, n) && (wide < narrow || !covers(nr, n, wr, w));
  }

  const CheckedRules& checked_;
  const std::vector<WrittenRule>& written_;
  RuleNames& names_;
  std::map<std::vector<WordId>, std::vector<BlockRef>> by_words_;
  std::map<ClassId, std::vector<BlockRef>> by_class_;
  std::map<std::string, std::size_t> by_name_;
};

}  // namespace

void warn_of_overlaps(const CheckedRules& checked, const std::vector<WrittenRule>& written,
                      RuleNames& names) {
  Overlaps(checked, written, names).run();
}

}  // namespace factloom
