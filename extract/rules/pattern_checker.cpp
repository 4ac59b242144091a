// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/pattern_checker.h"

#include <algorithm>

#include "extract/base/closest.h"
#include "extract/rules/wording.h"

namespace factloom {
namespace {

constexpr int deepest_macro = 20;

CellTest::Values type_values(TypeSet set) {
  CellTest::Values values;
  for (std::size_t i = 0; i < 64; ++i) values[i + 1] = (set >> i & 1u) != 0;
  return values;
}

/// Does the element say only what a cell is not?
bool hardly_restricted(const Element& e) {
  if (e.kind == ElementKind::any) return true;
  if (e.kind == ElementKind::features)
    return std::all_of(e.tests.begin(), e.tests.end(),
                       [](const FeatureTest& t) { return t.negated; });
  return e.kind == ElementKind::group && e.alternatives.size() == 1 &&
         e.alternatives[0].size() == 1 && hardly_restricted(e.alternatives[0][0]);
}

bool plain_cell(const PatternSequence& sequence) {
  return sequence.size() == 1 && sequence[0].alternatives.empty() && sequence[0].argument < 0 &&
         sequence[0].least == 1 && sequence[0].most == 1;
}

/// `(a | b | c)` is one cell that is one of three words.
void merge_cells(PatternNode& node) {
  if (!std::all_of(node.alternatives.begin(), node.alternatives.end(), plain_cell)) return;
  const CellTest::Values all = CellTest::Values().set();
  const auto unrestricted = [&](const CellTest& t) {
    return t.types == all && t.flags == all && t.tags == all && t.classes.empty();
  };
  std::vector<CellTest> merged;
  for (const PatternSequence& sequence : node.alternatives)
    for (const CellTest& test : sequence[0].any_of) {
      CellTest* like = nullptr;
      for (CellTest& m : merged)
        if (unrestricted(m) && unrestricted(test) && m.forms.restricted == test.forms.restricted &&
            m.lemmas.restricted == test.lemmas.restricted &&
            m.forms.restricted != m.lemmas.restricted && !m.forms.negated && !test.forms.negated &&
            !m.lemmas.negated && !test.lemmas.negated)
          like = &m;
      if (like == nullptr) {
        merged.push_back(test);
        continue;
      }
      const auto join = [](CellTest::Words& a, const CellTest::Words& b) {
        a.numbers.insert(a.numbers.end(), b.numbers.begin(), b.numbers.end());
      };
      join(like->forms, test.forms);
      join(like->lemmas, test.lemmas);
    }
  node.any_of = std::move(merged);
  node.alternatives.clear();
}

/// Can no cell pass the test?
bool contradicts(const CellTest& test) {
  const auto both = [&](const std::pair<std::uint8_t, bool>& c) {
    return std::find(test.classes.begin(), test.classes.end(), std::pair(c.first, !c.second)) !=
           test.classes.end();
  };
  return test.tags.none() || test.types.none() || test.flags.none() ||
         std::any_of(test.classes.begin(), test.classes.end(), both);
}

}  // namespace

std::vector<PatternSequence> PatternChecker::check(const Alternatives& alternatives) {
  std::vector<PatternSequence> all;
  for (const Sequence& sequence : alternatives) {
    all.emplace_back();
    for (const Element& e : sequence) all.back().push_back(node(e));
  }
  return all;
}

PatternSequence PatternChecker::check_whole(const Alternatives& alternatives) {
  std::vector<PatternSequence> all = check(alternatives);
  if (all.size() == 1) return std::move(all[0]);
  PatternNode group;
  group.alternatives = std::move(all);
  group.text = "the alternatives";
  PatternSequence sequence;
  sequence.push_back(std::move(group));
  return sequence;
}

PatternNode PatternChecker::node(const Element& element) {
  PatternNode node;
  node.least = element.least;
  node.most = element.most;
  node.text = element.text;
  node.gap = element.least != element.most && hardly_restricted(element);
  resolve(element, node);
  if (node.alternatives.empty() && node.any_of.empty()) node.any_of.emplace_back();
  if (!node.alternatives.empty()) merge_cells(node);
  return node;
}

void PatternChecker::resolve(const Element& element, PatternNode& node) {
  switch (element.kind) {
    case ElementKind::any:
      return;
    case ElementKind::word:
      return words(element, false, node);
    case ElementKind::lemma:
      return words(element, true, node);
    case ElementKind::list:
      return list(element, node);
    case ElementKind::macro:
      return macro(element, node);
    case ElementKind::type:
      return type(element, node);
    case ElementKind::features:
      return features(element, node);
    case ElementKind::group:
      node.alternatives = check(element.alternatives);
      return;
  }
}

void PatternChecker::words(const Element& element, bool lemma, PatternNode& node) {
  add_words(element.name, lemma, node.alternatives);
}

void PatternChecker::add_words(const Name& name, bool lemma,
                               std::vector<PatternSequence>& alternatives) {
  for (const std::vector<WordId>& cells : names_.words(name.text, Tag::NN)) {
    alternatives.emplace_back();
    for (const WordId word : cells) {
      CellTest test;
      CellTest::Words& words = lemma ? test.lemmas : test.forms;
      words.restricted = true;
      words.numbers.push_back(lemma ? vocabulary_.lemma_number(word)
                                    : vocabulary_.form_number(word));
      PatternNode cell;
      cell.any_of.push_back(std::move(test));
      alternatives.back().push_back(std::move(cell));
    }
  }
  if (vocabulary_.full()) error(name.place, "the patterns name too many different words");
}

void PatternChecker::list(const Element& element, PatternNode& node) {
  if (const WordListNode* list = names_.list(*source_, element.name))
    for (const Name& word : list->words) add_words(word, true, node.alternatives);
}

void PatternChecker::macro(const Element& element, PatternNode& node) {
  const MacroNode* macro = names_.macro(*source_, element.name);
  if (macro == nullptr) return;
  if (++macro_depth_ > deepest_macro) {
    error(element.name.place, "macro '" + element.name.text + "' refers to itself");
  } else {
    const RuleSource* outer = source_;
    source_ = macro->source;
    node.alternatives = check(macro->pattern);
    source_ = outer;
  }
  --macro_depth_;
}

void PatternChecker::type(const Element& element, PatternNode& node) {
  CellTest test;
  test.types = type_values(names_.types(*source_, element.types));
  node.any_of.push_back(std::move(test));
  if (element.name.text.empty()) return;
  if (macro_depth_ > 0)
    return error(element.name.place, "a macro keeps no arguments; write the type alone: [Type]");
  for (std::size_t i = 0; i < arguments_.size(); ++i)
    if (arguments_[i].name == element.name.text) node.argument = static_cast<std::int8_t>(i);
}

void PatternChecker::features(const Element& element, PatternNode& node) {
  node.any_of.emplace_back();
  for (const FeatureTest& test : element.tests) apply(test, node.any_of);
  if (!names_.has_errors() && std::all_of(node.any_of.begin(), node.any_of.end(), contradicts))
    names_.warning(*source_, element.place, "no word can be all of this at once");
}

void PatternChecker::apply(const FeatureTest& test, std::vector<CellTest>& tests) {
  const std::string& feature = test.feature.text;
  const auto restrict_to = [&](CellTest::Values CellTest::*field, CellTest::Values values) {
    if (test.negated) values.flip();
    for (CellTest& t : tests) t.*field &= values;
  };
  if (feature == "tag") return restrict_to(&CellTest::tags, tags(test));
  if (feature == "class") return apply_classes(test, tests);
  if (feature == "lemma" || feature == "word") return apply_words(test, tests);
  if (feature == "type")
    return restrict_to(&CellTest::types, type_values(names_.types(*source_, test.values)));
  if (feature == "shape")
    return restrict_to(
        &CellTest::flags,
        flags(test, {{"upper", cell_upper}, {"capitals", cell_capitals}, {"number", cell_number}}));
  if (feature == "mention")
    return restrict_to(&CellTest::flags, flags(test, {{"name", cell_name},
                                                      {"description", cell_description},
                                                      {"pronoun", cell_pronoun},
                                                      {"adjective", cell_adjective}}));
  const std::vector<std::string> known = {"tag",  "class", "lemma",  "word",
                                          "type", "shape", "mention"};
  error(test.feature.place,
        "unknown feature '" + feature + "'; it is " + any_of(known) + did_you_mean(feature, known));
}

void PatternChecker::apply_classes(const FeatureTest& test, std::vector<CellTest>& tests) {
  std::vector<CellTest> expanded;
  for (const Name& name : test.values) {
    const ClassId semantic_class = names_.semantic_class(*source_, name);
    if (semantic_class == ClassId::none) return;
    const std::pair<std::uint8_t, bool> wanted{vocabulary_.class_number(semantic_class),
                                               !test.negated};
    if (test.negated) {
      for (CellTest& t : tests) t.classes.push_back(wanted);
      continue;
    }
    for (CellTest t : tests) {
      t.classes.push_back(wanted);
      expanded.push_back(std::move(t));
    }
  }
  if (!test.negated) tests = std::move(expanded);
}

void PatternChecker::apply_words(const FeatureTest& test, std::vector<CellTest>& tests) {
  const bool lemma = test.feature.text == "lemma";
  CellTest::Words words;
  words.restricted = true;
  words.negated = test.negated;
  for (const Name& name : test.values) {
    const WordId word = names_.words(name.text, Tag::NN)[0][0];
    words.numbers.push_back(lemma ? vocabulary_.lemma_number(word) : vocabulary_.form_number(word));
  }
  for (CellTest& t : tests) {
    CellTest::Words& field = lemma ? t.lemmas : t.forms;
    if (field.restricted)
      return error(test.feature.place, "'" + test.feature.text + "' is said twice of one cell");
    field = words;
  }
}

CellTest::Values PatternChecker::tags(const FeatureTest& test) {
  CellTest::Values values;
  for (const Name& name : test.values) {
    const bool prefix = name.text.size() > 1 && name.text.back() == '*';
    const std::string wanted = prefix ? name.text.substr(0, name.text.size() - 1) : name.text;
    bool found = false;
    for (std::size_t i = 1; i < tag_names.size(); ++i) {
      const bool is =
          prefix ? tag_names[i].substr(0, wanted.size()) == wanted : tag_names[i] == wanted;
      if (is) values.set(i);
      found = found || is;
    }
    if (found) continue;
    std::vector<std::string> known(tag_names.begin() + 1, tag_names.end());
    error(name.place, "unknown word class '" + name.text + "'" + did_you_mean(name.text, known));
  }
  return values;
}

CellTest::Values PatternChecker::flags(const FeatureTest& test,
                                       const std::vector<std::pair<std::string, unsigned>>& known) {
  unsigned mask = 0;
  std::vector<std::string> texts;
  for (const auto& [text, flag] : known) texts.push_back(text);
  for (const Name& name : test.values) {
    const auto at = std::find(texts.begin(), texts.end(), name.text);
    if (at == texts.end())
      error(name.place,
            "unknown " + test.feature.text + " '" + name.text + "'; it is " + any_of(texts));
    else
      mask |= known[static_cast<std::size_t>(at - texts.begin())].second;
  }
  CellTest::Values values;
  for (unsigned v = 0; v < 128; ++v) values[v] = (v & mask) != 0;
  return values;
}

}  // namespace factloom
