// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/rule_pack.h"

#include <algorithm>
#include <filesystem>
#include <span>

#include "extract/base/mapped_file.h"
#include "extract/rules/anchors.h"
#include "extract/rules/beside.h"
#include "extract/rules/checker.h"
#include "extract/rules/parser.h"

namespace factloom {
namespace {

/// By file and place; what is said twice about one place is said once.
void put_in_order(Diagnostics& all) {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.file, d.line, d.column, d.message);
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const auto& a, const auto& b) { return key(a) < key(b); });
  all.erase(std::unique(all.begin(), all.end(),
                        [&](const auto& a, const auto& b) { return key(a) == key(b); }),
            all.end());
}

std::vector<std::string> rule_files(const std::string& path) {
  std::vector<std::string> files;
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) return {path};
  for (const auto& entry : std::filesystem::directory_iterator(path, error))
    if (entry.path().extension() == ".rules") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

/// Can a trigger of the kind have this tag?
bool right_class(TriggerKind kind, Tag tag) {
  switch (kind) {
    case TriggerKind::verb:
      return is_verb(tag);
    case TriggerKind::noun:
    case TriggerKind::event:
      return is_noun(tag);
    case TriggerKind::adjective:
      return is_adjective(tag) || tag == Tag::VBN || tag == Tag::VBG || tag == Tag::VBD ||
             is_adverb(tag) || tag == Tag::IN;
  }
  return false;
}

/// Must the slot be filled, and no other can take its place?
bool is_vital(const Slot& slot, const TriggerBlock& block) {
  const auto same = [&](const Slot& other) { return other.argument == slot.argument; };
  return !slot.optional && std::count_if(block.slots.begin(), block.slots.end(), same) == 1;
}

/// The functions of vital slots.
std::uint32_t vital_functions(const TriggerBlock& block) {
  std::uint32_t vital = 0;
  for (const Slot& slot : block.slots)
    if (is_vital(slot, block)) vital |= bit_of(slot.function);
  return vital;
}

/// The slot to be searched first. Whether a vital slot can be filled decides about the others, most
/// often a preposition's, which is filled one time in five, and least often that of the trigger
/// itself.
std::uint8_t decisive_slot(const TriggerBlock& block) {
  const auto first = [&](const auto& test) {
    std::uint8_t i = 0;
    while (i < block.slots.size() && !(is_vital(block.slots[i], block) &&
                                       !takes_conjuncts(block, i) && test(block.slots[i].function)))
      ++i;
    return i;
  };
  const std::uint8_t preposition = first([](Function f) { return f == Function::preposition; });
  if (preposition < block.slots.size()) return preposition;
  const std::uint8_t other = first([](Function f) { return f != Function::self; });
  const bool itself = !block.slots.empty() && block.slots.front().function == Function::self;
  return itself && other < block.slots.size() ? other : std::uint8_t{0};
}

/// Notes what the matcher asks of the slots at every turn.
void note_slots(TriggerBlock& block) {
  block.vital = vital_functions(block);
  block.decisive = decisive_slot(block);
  block.of_each_other = std::count_if(block.slots.begin(), block.slots.end(), [](const Slot& slot) {
                          return slot.function == Function::subject;
                        }) > 1;
}

/// Is the first of a trigger's words its head, or the last?
bool head_first(TriggerKind kind) {
  return kind == TriggerKind::verb || kind == TriggerKind::adjective;
}

void note_needs(const TriggerBlock& block, TriggerRef& ref) {
  std::size_t n = 0;
  for (const Slot& slot : block.slots) {
    if (slot.optional) continue;
    if (n == ref.needs.size()) ref.more_needs = true;
    if (n < ref.needs.size()) ref.needs[n++] = slot.types;
  }
  ref.vital = static_cast<std::uint16_t>(block.vital);
  if (block.slots.empty() || !is_vital(block.slots[block.decisive], block)) return;
  for (const WordId word : block.slots[block.decisive].prepositions)
    ref.prepositions |= preposition_mark(word);
}

}  // namespace

Result<RulePack> RulePack::load(const std::string& path, const Ontology& ontology, Lexicon& lexicon,
                                const std::vector<std::string>& more_files, bool thorough) {
  std::vector<RuleSource> sources;
  Diagnostics errors;
  std::vector<std::string> files = rule_files(path);
  if (files.empty()) return trouble(path, "no rules there: expected a folder with files *.rules");
  files.insert(files.end(), more_files.begin(), more_files.end());
  for (const std::string& file : files) {
    const auto mapped = MappedFile::open(file);
    if (mapped)
      sources.push_back({file, std::string(mapped->bytes())});
    else
      errors.insert(errors.end(), mapped.errors().begin(), mapped.errors().end());
  }
  if (!errors.empty()) return errors;
  return load(sources, ontology, lexicon, thorough);
}

Result<RulePack> RulePack::load(const std::vector<RuleSource>& sources, const Ontology& ontology,
                                Lexicon& lexicon, bool thorough) {
  Diagnostics errors;
  RulePack pack;
  std::vector<RuleFileNode> files;
  for (const RuleSource& source : sources) files.push_back(parse_rules(source, errors));
  RuleNames names(ontology, lexicon, errors, pack.warnings_, thorough);
  CheckedRules checked = check_rules(files, names);
  pack.rules_ = std::move(checked.rules);
  pack.patterns_ = std::move(checked.patterns);
  pack.vocabulary_ = std::move(checked.vocabulary);
  names.report_unused();
  put_in_order(errors);
  if (!errors.empty()) return errors;
  put_in_order(pack.warnings_);
  pack.index_frames();
  pack.index_patterns();
  return pack;
}

unsigned RulePack::class_marks(const ClassSet& classes) const {
  if (!classes.intersects(trigger_classes_)) return 0;
  unsigned found = classes.intersects(pattern_class_set_) ? 1u << class_bit : 0u;
  for (unsigned k = 0; k < kind_count; ++k)
    if (classes.intersects(triggers_[k].classes)) found |= 1u << k;
  return found;
}

std::vector<std::uint8_t> RulePack::triggers_of(const Text& text) const {
  constexpr std::size_t ahead = 12;  // tokens: the table is large
  struct Known {                     // the Lexicon holds few sets of classes
    const ClassSet* classes = nullptr;
    unsigned marks = 0;
  };
  std::array<Known, 64> known{};
  const std::span tokens(text.tokens);
  std::vector<std::uint8_t> triggers(tokens.size());
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (t + ahead < tokens.size()) {
      marks_.fetch(tokens[t + ahead].word);
      marks_.fetch(tokens[t + ahead].lemma);
    }
    const ClassSet& classes = tokens[t].classes;
    Known& k = known[reinterpret_cast<std::uintptr_t>(&classes) / sizeof(ClassSet) % known.size()];
    if (k.classes != &classes) k = {&classes, class_marks(classes)};
    triggers[t] = static_cast<std::uint8_t>(triggers_of(tokens[t], k.marks));
  }
  return triggers;
}

void RulePack::index_frames() {
  std::vector<std::pair<WordId, TriggerRef>> refs;
  const auto second_word = [&](const TriggerRef& ref) {
    const std::vector<WordId>& lemmas =
        rules_[index(ref.rule)].blocks[ref.block].words[ref.word].lemmas;
    return lemmas[head_first(ref.kind) ? 1 : lemmas.size() - 2];
  };
  const auto add_class = [&](ClassId semantic_class, const TriggerRef& ref) {
    trigger_classes_.add(semantic_class);
    TriggerIndex& triggers = triggers_[static_cast<std::size_t>(ref.kind)];
    triggers.classes.add(semantic_class);
    for (auto& [known, list] : triggers.by_class)
      if (known == semantic_class) return list.push_back(ref);
    triggers.by_class.push_back({semantic_class, {ref}});
  };
  for (std::uint32_t r = 0; r < rules_.size(); ++r)
    for (std::uint16_t b = 0; b < rules_[r].blocks.size(); ++b) {
      TriggerBlock& block = rules_[r].blocks[b];
      note_slots(block);
      for (std::uint16_t w = 0; w < block.words.size(); ++w) {
        const TriggerWord& word = block.words[w];
        TriggerRef ref;
        ref.rule = static_cast<RuleId>(r);
        ref.block = b;
        ref.word = w;
        ref.kind = block.kind;
        ref.length = static_cast<std::uint8_t>(word.lemmas.size() & 0x7Fu);
        note_needs(block, ref);
        if (block.named) {
          if (word.lemmas.size() == 1) named_.add(word.lemmas.front(), ref);
          continue;
        }
        if (word.semantic_class != ClassId::none) {
          ref.length = 1;
          add_class(word.semantic_class, ref);
          continue;
        }
        refs.push_back({head_first(block.kind) ? word.lemmas.front() : word.lemmas.back(), ref});
      }
    }
  std::stable_sort(refs.begin(), refs.end(),
                   [](const auto& a, const auto& b) { return a.second.length > b.second.length; });
  for (const auto& [word, ref] : refs) {
    TriggerIndex& triggers = triggers_[static_cast<std::size_t>(ref.kind)];
    triggers.by_word.add(word, ref);
    if (ref.length > 1) triggers.phrases.add(word, second_word(ref), ref);
    marks_.add(word, static_cast<unsigned>(ref.kind));
  }
  for (TriggerIndex& triggers : triggers_) {
    triggers.by_word.finish();
    triggers.phrases.finish();
  }
  named_.finish();
  for (unsigned tag = 0; tag < tag_marks_.size(); ++tag) {
    unsigned marks = pattern_marks & ~(1u << tag_bit);
    for (unsigned kind = 0; kind < kind_count; ++kind)
      if (right_class(static_cast<TriggerKind>(kind), static_cast<Tag>(tag))) marks |= 1u << kind;
    tag_marks_[tag] = static_cast<std::uint8_t>(marks);
  }
}

void RulePack::index_patterns() {
  using Kind = PatternTrigger::Kind;
  for (std::uint32_t number = 0; number < patterns_.size(); ++number) {
    PatternRef p;
    p.pattern = number;
    std::copy_n(patterns_[number].needed.begin(),
                std::min(patterns_[number].needed.size(), p.needs.size()), p.needs.begin());
    p.words = needed_words(patterns_[number], vocabulary_);
    if (!patterns_[number].triggered_anywhere) {
      p.left = glance_of(patterns_[number].beside.left);
      p.right = glance_of(patterns_[number].beside.right);
    }
    for (const PatternTrigger& trigger : patterns_[number].anchors) {
      const auto word = static_cast<WordId>(trigger.id);
      if (trigger.kind == Kind::form) {
        pattern_forms_.add(word, p);
        marks_.add(word, form_bit);
      }
      if (trigger.kind == Kind::lemma) {
        pattern_lemmas_.add(word, p);
        marks_.add(word, lemma_bit);
      }
      if (trigger.kind == Kind::semantic_class) {
        pattern_classes_.push_back({static_cast<ClassId>(trigger.id), p});
        pattern_class_set_.add(static_cast<ClassId>(trigger.id));
        trigger_classes_.add(static_cast<ClassId>(trigger.id));
      }
      if (trigger.kind == Kind::tag) {
        pattern_tags_.push_back({static_cast<Tag>(trigger.id), p});
        tag_marks_[trigger.id] = static_cast<std::uint8_t>(tag_marks_[trigger.id] | 1u << tag_bit);
      }
    }
  }
  pattern_forms_.finish();
  pattern_lemmas_.finish();
}

}  // namespace factloom
