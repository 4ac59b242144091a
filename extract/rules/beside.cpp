// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/beside.h"

#include <algorithm>

namespace factloom {
namespace {

/// Beyond these a look is no cheaper than a search.
constexpr std::size_t most_tests = 12, most_words = 24;

/// The cells of a pattern in a row, with those that may stand behind each (Glushkov 1961).
class CellOrder {
 public:
  /// The cells with which a part of the pattern may begin and end.
  struct Ends {
    std::vector<std::size_t> first, last;
    bool empty = true;  ///< may the part match nothing?
  };

  Ends add(const PatternSequence& sequence) {
    Ends all;
    for (const PatternNode& node : sequence) {
      const Ends one = add(node);
      link(all.last, one.first);
      if (all.empty) append(all.first, one.first);
      if (!one.empty) all.last.clear();
      append(all.last, one.last);
      all.empty = all.empty && one.empty;
    }
    return all;
  }
  const std::vector<const PatternNode*>& cells() const { return cells_; }
  const std::vector<std::size_t>& behind(std::size_t cell) const { return behind_[cell]; }

 private:
  Ends add(const PatternNode& node) {
    Ends ends;
    if (node.alternatives.empty()) {
      ends = {{cells_.size()}, {cells_.size()}, false};
      cells_.push_back(&node);
      behind_.emplace_back();
    } else {
      ends.empty = false;
      for (const PatternSequence& sequence : node.alternatives) {
        const Ends one = add(sequence);
        append(ends.first, one.first);
        append(ends.last, one.last);
        ends.empty = ends.empty || one.empty;
      }
    }
    if (node.most > 1) link(ends.last, ends.first);
    ends.empty = ends.empty || node.least == 0;
    return ends;
  }
  void link(const std::vector<std::size_t>& before, const std::vector<std::size_t>& behind) {
    for (const std::size_t cell : before) append(behind_[cell], behind);
  }
  static void append(std::vector<std::size_t>& list, const std::vector<std::size_t>& more) {
    list.insert(list.end(), more.begin(), more.end());
  }

  std::vector<const PatternNode*> cells_;
  std::vector<std::vector<std::size_t>> behind_;
};

bool holds(const CellTest& test, const PatternTrigger& trigger, const CellVocabulary& v) {
  using Kind = PatternTrigger::Kind;
  const auto among = [&](const CellTest::Words& words, const auto& word) {
    return words.restricted && !words.negated &&
           std::any_of(words.numbers.begin(), words.numbers.end(),
                       [&](std::uint16_t n) { return index(word(n)) == trigger.id; });
  };
  switch (trigger.kind) {
    case Kind::form:
      return among(test.forms, [&](std::uint16_t n) { return v.form(n); });
    case Kind::lemma:
      return among(test.lemmas, [&](std::uint16_t n) { return v.lemma(n); });
    case Kind::tag:
      return test.tags[trigger.id] && test.tags.count() < many_tags;
    case Kind::semantic_class:
      return std::any_of(test.classes.begin(), test.classes.end(), [&](const auto& c) {
        return c.second && index(v.classes()[c.first]) == trigger.id;
      });
  }
  return true;
}

/// May a trigger stand in this cell of the pattern?
bool holds_any(const PatternNode& node, const std::vector<PatternTrigger>& triggers,
               const CellVocabulary& v) {
  return std::any_of(node.any_of.begin(), node.any_of.end(), [&](const CellTest& test) {
    return std::any_of(triggers.begin(), triggers.end(),
                       [&](const PatternTrigger& t) { return holds(test, t, v); });
  });
}

GlanceTest glance(const CellTest& test, const CellVocabulary& v) {
  GlanceTest g;
  constexpr CellTest::Values word(~std::uint64_t{0});  // 64 of its values
  g.no_type = test.types[0];
  g.types = (test.types >> 1 & word).to_ullong();
  g.tags = (test.tags & word).to_ullong();
  if (test.forms.restricted && !test.forms.negated)
    for (const std::uint16_t n : test.forms.numbers) g.forms.push_back(v.form(n));
  if (test.lemmas.restricted && !test.lemmas.negated)
    for (const std::uint16_t n : test.lemmas.numbers) g.lemmas.push_back(v.lemma(n));
  return g;
}

bool says_nothing(const GlanceTest& g) {
  return g.no_type && g.types == ~TypeSet{0} && g.tags == ~std::uint64_t{0} && g.forms.empty() &&
         g.lemmas.empty();
}

/// Collects what may stand on one side of the triggers.
class Side {
 public:
  explicit Side(const CellVocabulary& vocabulary) : v_(vocabulary) {}

  void anything() { anything_ = true; }
  void add(const PatternNode& node) {
    for (const CellTest& test : node.any_of) {
      tests_.push_back(glance(test, v_));
      words_ += tests_.back().forms.size() + tests_.back().lemmas.size();
      if (says_nothing(tests_.back())) anything();
    }
  }
  std::vector<GlanceTest> take() {
    if (anything_ || tests_.size() > most_tests || words_ > most_words) tests_.clear();
    return std::move(tests_);
  }

 private:
  const CellVocabulary& v_;
  std::vector<GlanceTest> tests_;
  std::size_t words_ = 0;
  bool anything_ = false;
};

bool passes(const std::vector<GlanceTest>& tests, const Cell& cell, const Token& head) {
  const auto among = [&](const std::vector<WordId>& words, WordId word) {
    return words.empty() ||
           (cell.spelled && std::find(words.begin(), words.end(), word) != words.end());
  };
  for (const GlanceTest& test : tests) {
    const bool type =
        cell.type == TypeId::none ? test.no_type : Ontology::in(cell.type, test.types);
    if (type && (test.tags >> static_cast<unsigned>(head.tag) & 1u) != 0 &&
        among(test.forms, head.word) && among(test.lemmas, head.lemma))
      return true;
  }
  return false;
}

}  // namespace

Beside beside_triggers(const PatternSequence& sequence, const std::vector<PatternTrigger>& triggers,
                       const CellVocabulary& vocabulary) {
  CellOrder order;
  const CellOrder::Ends ends = order.add(sequence);
  std::vector<bool> trigger;
  for (const PatternNode* node : order.cells())
    trigger.push_back(holds_any(*node, triggers, vocabulary));
  Side left(vocabulary), right(vocabulary);
  for (const std::size_t cell : ends.first)
    if (trigger[cell]) left.anything();
  for (const std::size_t cell : ends.last)
    if (trigger[cell]) right.anything();
  for (std::size_t cell = 0; cell < trigger.size(); ++cell)
    for (const std::size_t behind : order.behind(cell)) {
      if (trigger[behind]) left.add(*order.cells()[cell]);
      if (trigger[cell]) right.add(*order.cells()[behind]);
    }
  return {left.take(), right.take()};
}

BesideGlance glance_of(const std::vector<GlanceTest>& tests) {
  BesideGlance all;
  if (tests.empty()) return all;
  all = {0, 0};
  for (const GlanceTest& test : tests) {
    all.types |= (test.types & ~BesideGlance::otherwise) |
                 (test.no_type ? BesideGlance::otherwise : TypeSet{0});
    all.tags |= test.tags & ~BesideGlance::otherwise;
  }
  return all;
}

bool allows(const Beside& beside, const std::vector<Cell>& cells, std::size_t cell,
            const Text& text) {
  const auto good = [&](const std::vector<GlanceTest>& tests, const Cell& neighbour) {
    return passes(tests, neighbour, text.tokens[neighbour.head]);
  };
  if (!beside.left.empty() && (cell == 0 || !good(beside.left, cells[cell - 1]))) return false;
  return beside.right.empty() || (cell + 1 < cells.size() && good(beside.right, cells[cell + 1]));
}

}  // namespace factloom
