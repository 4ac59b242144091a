// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/anchors.h"

#include <algorithm>
#include <bit>

namespace factloom {
namespace {

/// More cells than a sentence has.
constexpr std::uint32_t endless = 1u << 20;
/// How often common things stand in a million words.
constexpr double often = 12000, rarely = 6000;

PatternTrigger trigger_of(CellAtom atom, const CellVocabulary& v) {
  using Kind = PatternTrigger::Kind;
  switch (atom.kind) {
    case CellAtom::Kind::form:
      return {Kind::form, index(v.form(atom.number))};
    case CellAtom::Kind::lemma:
      return {Kind::lemma, index(v.lemma(atom.number))};
    case CellAtom::Kind::tag:
      return {Kind::tag, atom.number};
    case CellAtom::Kind::semantic_class:
      return {Kind::semantic_class, index(v.classes()[atom.number])};
  }
  return {};
}

/// How often a word stands in a million, roughly: the Lexicon has frequent words of content first,
/// of the others short ones are frequent; marks are not in it.
double word_frequency(WordId word, const Lexicon& lexicon) {
  const std::string_view text = lexicon.text(word);
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c < 0; };
  if (std::none_of(text.begin(), text.end(), letter)) return text == "," ? 4 * often : rarely;
  const auto readings = lexicon.readings(word);
  const Tag tag = readings.empty() ? Tag::NN : readings.front().tag;
  const bool open = is_noun(tag) || is_verb(tag) || is_adjective(tag) || is_adverb(tag);
  if (open) return 1e5 / (3.0 + index(word));
  return 1e5 / static_cast<double>(1u << std::min<std::size_t>(text.size(), 9));
}

double frequency(const PatternTrigger& t, const Lexicon& lexicon) {
  using Kind = PatternTrigger::Kind;
  const auto word = static_cast<WordId>(t.id);
  switch (t.kind) {
    case Kind::form:
      return word_frequency(word, lexicon);
    case Kind::lemma:
      return 3 * word_frequency(word, lexicon);  // it has several forms
    case Kind::semantic_class:
      return often;
    case Kind::tag:
      break;
  }
  const auto tag = static_cast<Tag>(t.id);
  const bool open = is_noun(tag) || is_verb(tag) || is_adjective(tag) || is_adverb(tag);
  return open || tag == Tag::IN || tag == Tag::DT || tag == Tag::comma ? 5 * often : rarely;
}

std::uint32_t most_cells(const std::vector<PatternSequence>& alternatives);

std::uint32_t most_cells(const PatternSequence& sequence) {
  std::uint32_t n = 0;
  for (const PatternNode& node : sequence) {
    const std::uint32_t once = node.alternatives.empty() ? 1 : most_cells(node.alternatives);
    n += node.most == 0xFFFF ? endless : once * node.most;
    n = std::min(n, endless);
  }
  return n;
}

std::uint32_t most_cells(const std::vector<PatternSequence>& alternatives) {
  std::uint32_t most = 0;
  for (const PatternSequence& s : alternatives) most = std::max(most, most_cells(s));
  return most;
}

/// Marks of the words of which a cell has one; all where it may be something else.
std::uint64_t marks_of(const std::vector<CellAtom>& atoms, const CellVocabulary& v) {
  std::uint64_t marks = 0;
  for (const CellAtom& atom : atoms) {
    if (atom.kind != CellAtom::Kind::form && atom.kind != CellAtom::Kind::lemma)
      return ~std::uint64_t{0};
    marks |= word_mark(static_cast<WordId>(trigger_of(atom, v).id));
  }
  return marks;
}

}  // namespace

std::vector<PatternTrigger> find_anchors(const Pattern& pattern, const CellVocabulary& vocabulary,
                                         const Lexicon& lexicon) {
  if (pattern.triggered_anywhere) return pattern.triggers;
  std::vector<PatternTrigger> rarest = pattern.triggers;
  const auto all = [&](const std::vector<PatternTrigger>& group) {
    double sum = 0;
    for (const PatternTrigger& t : group) sum += frequency(t, lexicon);
    return sum;
  };
  double least = all(rarest);
  for (const std::vector<CellAtom>& atoms : pattern.required) {
    std::vector<PatternTrigger> group;
    for (const CellAtom atom : atoms) group.push_back(trigger_of(atom, vocabulary));
    const double sum = all(group);
    if (sum >= least) continue;
    least = sum;
    rarest = std::move(group);
  }
  std::sort(rarest.begin(), rarest.end());
  rarest.erase(std::unique(rarest.begin(), rarest.end()), rarest.end());
  return rarest;
}

std::array<std::uint64_t, 2> needed_words(const Pattern& pattern,
                                          const CellVocabulary& vocabulary) {
  std::uint64_t anchors = 0;
  for (const PatternTrigger& anchor : pattern.anchors)
    anchors |= word_mark(static_cast<WordId>(anchor.id));
  std::vector<std::uint64_t> groups(2, ~std::uint64_t{0});
  for (const std::vector<CellAtom>& atoms : pattern.required) {
    const std::uint64_t marks = marks_of(atoms, vocabulary);
    if (pattern.triggered_anywhere || marks != anchors) groups.push_back(marks);
  }
  const auto fewer = [](std::uint64_t a, std::uint64_t b) {
    return std::popcount(a) < std::popcount(b);
  };
  std::partial_sort(groups.begin(), groups.begin() + 2, groups.end(), fewer);
  return {groups[0], groups[1]};
}

std::uint32_t reach_of(const Pattern& pattern) {
  return most_cells(pattern.after) + most_cells(pattern.elements) - 1;
}

}  // namespace factloom
