// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/names_in_rules.h"

#include <algorithm>

#include "extract/base/closest.h"
#include "extract/rules/wording.h"

namespace factloom {
namespace {

/// The tag of a word that only rules know.
Tag tag_of_new(const std::string& word, Tag tag) {
  if (word == "(" || word == "[") return Tag::open_bracket;
  if (word == ")" || word == "]") return Tag::close_bracket;
  if (word == ",") return Tag::comma;
  if (word == "-") return Tag::HYPH;
  const bool letters = std::any_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0xC3;
  });
  const bool dash = word.size() == 3 && word.compare(0, 2, "\xE2\x80") == 0;
  return letters && !dash ? tag : Tag::colon;
}

}  // namespace

void RuleNames::error(const RuleSource& source, Place place, std::string message) {
  errors_.push_back(at_place(source, place, std::move(message)));
}

void RuleNames::warning(const RuleSource& source, Place place, std::string message) {
  warnings_.push_back(at_place(source, place, std::move(message)));
  warnings_.back().warning = true;
}

void RuleNames::collect(const std::vector<RuleFileNode>& files) {
  const auto add = [&](auto& all, const auto& node, const RuleSource& source, const char* kind) {
    if (!all.emplace(node.name.text, &node).second)
      error(source, node.name.place,
            std::string(kind) + " '" + node.name.text + "' is defined twice");
    else
      unused_.emplace(&node.name, &source);
  };
  for (const RuleFileNode& file : files) {
    for (const MacroNode& node : file.macros) add(macros_, node, *file.source, "macro");
    for (const WordListNode& node : file.lists) add(lists_, node, *file.source, "word list");
  }
}

void RuleNames::report_unused() {
  std::vector<std::pair<const Name*, const RuleSource*>> left(unused_.begin(), unused_.end());
  std::sort(left.begin(), left.end(), [](const auto& a, const auto& b) {
    if (a.second->path != b.second->path) return a.second->path < b.second->path;
    return a.first->place.line < b.first->place.line;
  });
  for (const auto& [name, source] : left)
    warning(*source, name->place, "'" + name->text + "' is used by no rule");
}

TypeSet RuleNames::types(const RuleSource& source, const std::vector<Name>& names) {
  TypeSet set = 0;
  for (const Name& name : names) {
    const TypeId type = ontology_.find_type(name.text);
    if (type != TypeId::none) {
      set |= ontology_.type(type).descendants | only(type);
      continue;
    }
    std::vector<std::string> known;
    for (const EntityType& t : ontology_.types()) known.push_back(t.name);
    error(source, name.place, "unknown type '" + name.text + "'" + did_you_mean(name.text, known));
    set = ~TypeSet{0};
  }
  return set;
}

RelationId RuleNames::relation(const RuleSource& source, const Name& name) {
  const RelationId relation = ontology_.find_relation(name.text);
  if (relation != RelationId::none) return relation;
  std::vector<std::string> known;
  for (const RelationType& r : ontology_.relations()) known.push_back(r.name);
  error(source, name.place,
        "unknown relation '" + name.text + "'" + did_you_mean(name.text, known));
  return RelationId::none;
}

ClassId RuleNames::semantic_class(const RuleSource& source, const Name& name) {
  const ClassId found = lexicon_.find_class(name.text);
  if (found != ClassId::none) return found;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < lexicon_.class_count(); ++i)
    known.emplace_back(lexicon_.class_name(static_cast<ClassId>(i)));
  error(source, name.place,
        "unknown semantic class '" + name.text + "'" + did_you_mean(name.text, known));
  return ClassId::none;
}

std::optional<Status> RuleNames::status(const RuleSource& source, const Name& name) {
  if (name.text.empty()) return std::nullopt;
  if (const auto known = status_named(name.text)) return known;
  std::vector<std::string> known;
  for (const Status s :
       {Status::asserted, Status::former, Status::planned, Status::hedged, Status::negated})
    known.emplace_back(status_name(s));
  error(source, name.place, "unknown status '" + name.text + "'; it is " + any_of(known));
  return std::nullopt;
}

template <class Node>
const Node* RuleNames::shared(std::unordered_map<std::string, const Node*>& nodes,
                              const RuleSource& source, const Name& name, const std::string& kind) {
  const auto found = nodes.find(name.text);
  if (found != nodes.end()) {
    unused_.erase(&found->second->name);
    return found->second;
  }
  std::vector<std::string> known;
  for (const auto& [text, node] : nodes) known.push_back(text);
  std::sort(known.begin(), known.end());
  error(source, name.place,
        "unknown " + kind + " '" + name.text + "'" + did_you_mean(name.text, known));
  return nullptr;
}

const MacroNode* RuleNames::macro(const RuleSource& source, const Name& name) {
  return shared(macros_, source, name, "macro");
}

const WordListNode* RuleNames::list(const RuleSource& source, const Name& name) {
  return shared(lists_, source, name, "word list");
}

bool RuleNames::is_preposition(const std::string& word) const {
  const WordId id = lexicon_.find(lower_case(word));
  if (id == WordId::none) return false;
  for (const Reading& r : lexicon_.readings(id))
    if (r.tag == Tag::IN || r.tag == Tag::TO || r.tag == Tag::RP || r.tag == Tag::VBG) return true;
  return false;
}

WordId RuleNames::word(const std::string& text, Tag tag) {
  const WordId known = lexicon_.find(text);
  if (known != WordId::none) return known;
  new_words_.insert(text);
  return lexicon_.add(text, tag_of_new(text, tag));
}

std::vector<std::vector<WordId>> RuleNames::words(const std::string& text, Tag tag) {
  const std::string lower = lower_case(text);
  if (lower.find_first_of(" -") == std::string::npos) return {{word(lower, tag)}};
  std::vector<WordId> whole, cut;
  for (std::size_t i = 0; i < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', i), lower.size());
    const std::string part = lower.substr(i, end - i);
    i = end + 1;
    if (part.empty()) continue;
    whole.push_back(word(part, tag));
    std::size_t from = 0;
    for (std::size_t k = 1; k + 1 < part.size(); ++k) {
      if (part[k] != '-' || k == from) continue;
      cut.push_back(word(part.substr(from, k - from), tag));
      cut.push_back(word("-", tag));
      from = k + 1;
    }
    cut.push_back(from == 0 ? whole.back() : word(part.substr(from), tag));
  }
  if (whole.empty()) return {{word(lower, tag)}};  // nothing but blanks: matches nothing
  if (cut.size() == whole.size()) return {whole};
  return {whole, cut};
}

bool RuleNames::is_lemma(WordId word, Tag kind) {
  constexpr std::uint8_t verb = 1, noun = 2, other = 4;
  if (lemmas_.size() < lexicon_.size()) {
    lemmas_.assign(lexicon_.size(), 0);
    for (std::uint32_t i = 0; i < lexicon_.size(); ++i)
      for (const Reading& r : lexicon_.readings(static_cast<WordId>(i)))
        if (index(r.lemma) < lemmas_.size())
          lemmas_[index(r.lemma)] |= is_verb(r.tag) ? verb : is_noun(r.tag) ? noun : other;
  }
  const std::uint8_t wanted = kind == Tag::VB ? verb : kind == Tag::NN ? noun : verb | noun | other;
  return index(word) < lemmas_.size() && (lemmas_[index(word)] & wanted) != 0;
}

std::string RuleNames::type_names(TypeSet set) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < ontology_.types().size(); ++i) {
    const EntityType& type = ontology_.types()[i];
    const auto id = static_cast<TypeId>(i);
    if (!Ontology::in(id, set)) continue;
    if (type.parent != TypeId::none && Ontology::in(type.parent, set)) continue;
    names.push_back(type.name);
  }
  return any_of(names);
}

}  // namespace factloom
