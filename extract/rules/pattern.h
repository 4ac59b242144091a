// SPDX-License-Identifier: Apache-2.0
// A pattern over cells, resolved (ids instead of names) and compiled. Which sentences it may
// match at all is known from its triggers, the words (or rare word classes and semantic classes)
// one of which it cannot do without, and from the types it needs.
#pragma once
#include <re2/re2.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/ontology.h"
#include "extract/rules/cell_program.h"
#include "extract/rules/cells.h"
#include "extract/rules/lexer.h"
#include "extract/rules/pattern_node.h"

namespace factloom {

/// A word class triggers a pattern only through a cell that asks for one of fewer than these.
constexpr std::size_t many_tags = 8;

/// Something without which a pattern cannot match.
struct PatternTrigger {
  enum class Kind : std::uint8_t { form, lemma, tag, semantic_class } kind = Kind::form;
  std::uint32_t id = 0;  ///< of a WordId, Tag or ClassId
  auto operator<=>(const PatternTrigger&) const = default;
};

/// Some of what a cell must be: what can be seen before it is written. Words are looked at only
/// where there are any.
struct GlanceTest {
  TypeSet types = ~TypeSet{0};
  bool no_type = true;  ///< it may be no mention
  std::uint64_t tags = ~std::uint64_t{0};
  std::vector<WordId> forms, lemmas;
};

/// A cell beside a trigger, or what tests let pass there: as sets of which both must share
/// something.
struct BesideGlance {
  static constexpr std::uint64_t otherwise = std::uint64_t{1} << 63;

  TypeSet types = ~TypeSet{0};             ///< `otherwise`: no mention
  std::uint64_t tags = ~std::uint64_t{0};  ///< `otherwise`: the edge of the sentence
  bool allows(const BesideGlance& cell) const {
    return (types & cell.types) != 0 && (tags & cell.tags) != 0;
  }
};

/// What the cells to the left and right of a trigger may be, one test of each; no tests where they
/// may be anything, or nothing at all.
struct Beside {
  std::vector<GlanceTest> left, right;
};

/// A pattern ready to run: as programs over cells, or, where one of them cannot be made, by RE2.
struct CompiledPattern {
  std::once_flag once;
  /// With the contexts; its group 0 is the match, the groups behind it the arguments.
  std::optional<CellProgram> program, not_after_program, not_before_program;
  std::unique_ptr<RE2> regex;  ///< group 1 is the match, the groups behind it the arguments
  std::unique_ptr<RE2> not_after, not_before;
  std::vector<std::uint8_t> groups;  ///< argument of each group from the second on
  bool has_gap = false;
};

/// One pattern of a rule, with what must (not) stand beside it.
struct Pattern {
  RuleId rule = RuleId::none;
  bool triggered_anywhere = false;  ///< by a line `trigger`: the triggers need not be part of it
  Beside beside;                    ///< its anchors
  Place place;
  PatternSequence elements;
  std::vector<PatternSequence> after, before, not_after, not_before;
  std::vector<PatternTrigger> triggers;         ///< one of them must be there
  std::vector<PatternTrigger> anchors;          ///< so must one of these: by them it is looked for
  std::vector<TypeSet> needed;                  ///< a type of each must be there
  std::vector<std::vector<CellAtom>> required;  ///< one of each must be there
  std::uint32_t reach = 0;  ///< most cells between the first, contexts counted in, and an anchor
  /// Filled when first asked for by `compiled`.
  std::unique_ptr<CompiledPattern> for_regex = std::make_unique<CompiledPattern>();
};

/// RE2 source of a sequence for cells of this width; adds the arguments of its groups to `groups`.
std::string regex_of(const PatternSequence& sequence, std::size_t width,
                     std::vector<std::uint8_t>& groups);

/// The pattern compiled, at the first call: most documents need few, and compiling all would take
/// longer than loading everything else. Threads may ask at once.
const CompiledPattern& compiled(const Pattern& pattern, std::size_t width);

/// May it be too large for RE2? Quick; false only where it is far from that.
bool may_be_too_large(const Pattern& pattern, std::size_t width);

/// Compiles it; a message when RE2 refuses.
std::optional<std::string> compile(const Pattern& pattern, std::size_t width);

/// How all patterns are compiled: bytes, quiet, with little memory.
RE2::Options pattern_options();

/// Least number of cells that a sequence matches.
std::size_t least_cells(const PatternSequence& sequence);

/// The triggers of which one stands in every match, the rarest choice; empty when there are none.
std::vector<PatternTrigger> find_triggers(const PatternSequence& sequence,
                                          const CellVocabulary& vocabulary, const Lexicon& lexicon);

/// For each element that every match holds: what of which one must be there.
std::vector<std::vector<CellAtom>> required_atoms(const PatternSequence& sequence);

/// For each typed cell that every match holds: its types.
std::vector<TypeSet> needed_types(const PatternSequence& sequence);

}  // namespace factloom
