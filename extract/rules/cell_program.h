// SPDX-License-Identifier: Apache-2.0
// A pattern as a small program that walks over the cells of a sentence. It finds what a regular
// expression over their bytes would (leftmost, the first alternative that works, as much or as
// little as a repetition says), but looks at a cell as a whole and leaves most places at once: by
// backtracking that tries no step at one cell twice, so that the time grows with steps times cells
// (the bit-state search of Cox, "Regular Expression Matching in the Wild", 2010).
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/rules/pattern_node.h"

namespace factloom {

/// Where a program matched, in cells.
struct CellMatch {
  static constexpr std::size_t most_groups = 38;
  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

  std::uint32_t begin = 0, end = 0;  ///< with contexts
  /// Begin and end of each group; `nowhere` for one that took no part.
  std::array<std::uint32_t, 2 * most_groups> groups{};
};

/// What a cell is or may be, roughly: bits of its numbers, which most cells that fail a test lack.
struct CellGlance {
  std::uint64_t tags = 0, types = 0, lemmas = 0, forms = 0;
};

/// The buffers of a search, kept from one to the next.
struct CellSearchState {
  struct Job {
    std::uint32_t step = 0, cell = 0;  ///< to try; or a place in `groups` and what it held
    bool restores = false;
  };
  std::vector<Job> jobs;
  std::vector<std::uint64_t> tried;  ///< bits: a fork at a cell
};

class CellProgram {
 public:
  /// Sequences one behind the other, of each the first of `alternatives` that works; those of
  /// `kept` are one alternative that is group 0, its arguments the groups behind it, listed in
  /// `arguments`. Nothing where the program would be large, or find other matches than RE2: it
  /// repeats what may be empty, or keeps arguments outside of `kept`.
  static std::optional<CellProgram> of(const std::vector<PatternSequence>& after,
                                       const PatternSequence& kept,
                                       const std::vector<PatternSequence>& before,
                                       std::vector<std::uint8_t>& arguments);
  /// Alternatives alone, without groups.
  static std::optional<CellProgram> of(const std::vector<PatternSequence>& alternatives);

  /// Looks for the first match that begins at `first` or later, but at `latest` at the latest, and
  /// ends at `last` or before, in a row of cells of `width` bytes as `write_cells` makes it.
  bool find(const std::string& bytes, std::size_t width, std::uint32_t first, std::uint32_t last,
            CellSearchState& state, CellMatch& match,
            std::uint32_t latest = CellMatch::nowhere) const;
  /// Does a match begin at `first`?
  bool begins(const std::string& bytes, std::size_t width, std::uint32_t first, std::uint32_t last,
              CellSearchState& state) const;
  /// Does a match end at `last`?
  bool ends(const std::string& bytes, std::size_t width, std::uint32_t last,
            CellSearchState& state) const;

 private:
  struct Step {
    enum class Kind : std::uint8_t { cell, look, fork, jump, save, end } kind = Kind::end;
    std::uint32_t a = 0;     ///< first test; where a fork or jump goes; the place of a save
    std::uint32_t b = 0;     ///< behind the last test; where a fork goes if that fails
    std::uint32_t fork = 0;  ///< number of the fork
    CellGlance allowed{};    ///< by any of its tests
  };
  class Maker;
  class Run;

  bool passes(const Step& step, const char* cell) const;
  bool passes_test(const Step& step, const char* cell) const;

  std::vector<Step> steps_;
  std::vector<CellTest> tests_;  ///< the numbers of their words are sorted
  std::uint32_t forks_ = 0;
  Step start_;              ///< the cells with which a match may begin
  bool any_start_ = false;  ///< it may begin with any
};

}  // namespace factloom
