// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/cell_program.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "extract/analysis.h"

using namespace factloom;

namespace {

using Places = std::vector<std::size_t>;

CellTest of_type(std::size_t type) {
  CellTest test;
  test.types.reset();
  test.types.set(type);
  return test;
}

PatternNode cell(std::size_t type, std::uint16_t least = 1, std::uint16_t most = 1,
                 bool gap = false, int argument = -1) {
  PatternNode node;
  node.any_of.push_back(of_type(type));
  if (type == 0) node.any_of = {CellTest()};
  node.least = least;
  node.most = most;
  node.gap = gap;
  node.argument = static_cast<std::int8_t>(argument);
  return node;
}

PatternNode group(std::vector<PatternSequence> alternatives, std::uint16_t least = 1,
                  std::uint16_t most = 1) {
  PatternNode node;
  node.alternatives = std::move(alternatives);
  node.least = least;
  node.most = most;
  return node;
}

/// Cells of these types, of no class of words.
std::string row(const std::string& types) {
  std::string bytes;
  for (const char type : types)
    bytes += std::string("\x80", 1) + std::string(1, static_cast<char>(type - '0')) +
             std::string(CellVocabulary::head_bytes - 2, '\0');
  return bytes;
}

constexpr std::uint16_t any = 0xFFFF;

/// What RE2 finds: the places of the match and of its groups.
Places with_re2(const PatternSequence& pattern, const std::string& bytes, std::size_t width) {
  std::vector<std::uint8_t> arguments;
  const RE2 regex("(" + regex_of(pattern, width, arguments) + ")", pattern_options());
  std::vector<re2::StringPiece> pieces(arguments.size() + 2);
  Places places;
  if (!regex.Match(bytes, 0, bytes.size(), RE2::UNANCHORED, pieces.data(),
                   static_cast<int>(pieces.size())))
    return places;
  for (std::size_t g = 1; g < pieces.size(); ++g) {
    const char* at = pieces[g].data();
    const auto begin = at == nullptr ? 0 : static_cast<std::size_t>(at - bytes.data());
    places.push_back(at == nullptr ? CellMatch::nowhere : begin / width);
    places.push_back(at == nullptr ? CellMatch::nowhere : (begin + pieces[g].size()) / width);
  }
  return places;
}

Places with_program(const PatternSequence& pattern, const std::string& bytes, std::size_t width,
                    bool& made) {
  std::vector<std::uint8_t> arguments;
  const auto program = CellProgram::of({}, pattern, {}, arguments);
  made = program.has_value();
  CellSearchState state;
  CellMatch match;
  const auto cells = static_cast<std::uint32_t>(bytes.size() / width);
  if (!made || !program->find(bytes, width, 0, cells, state, match)) return {};
  return {match.groups.begin(), match.groups.begin() + std::ptrdiff_t(2 * arguments.size() + 2)};
}

}  // namespace

TEST_CASE("a cell program finds what RE2 finds", "[rules]") {
  const std::vector<PatternSequence> patterns = {
      {cell(1), cell(2)},
      {cell(1, 1, 1, false, 0), cell(0, 0, 3, true), cell(2, 1, 1, false, 1)},
      {cell(1, 1, any, false, 0), cell(1), cell(2)},
      {cell(1, 2, 3), cell(0, 0, any, true), cell(2, 0, 1, false, 1)},
      {group({{cell(1), cell(2)}, {cell(1, 1, 1, false, 0)}}, 1, 3), cell(3)},
      {group({{cell(1), cell(2, 0, 1)}, {cell(2, 1, 1, false, 0), cell(3)}}, 0, any), cell(3)},
      {group({{cell(1, 0, 1), cell(2)}, {cell(3, 1, 1, true)}}), cell(0, 0, 2), cell(1, 3, any)},
  };
  for (const PatternSequence& pattern : patterns)
    for (const char* types : {"12", "3112", "1111", "11231", "121233", "1012", "2233111", "10002",
                              "1121121123", "231213111"}) {
      INFO(&pattern - patterns.data() << " in " << types);
      bool made = false;
      const std::string bytes = row(types);
      CHECK(with_program(pattern, bytes, CellVocabulary::head_bytes, made) ==
            with_re2(pattern, bytes, CellVocabulary::head_bytes));
      CHECK(made);
    }
}

TEST_CASE("a cell program is left to RE2 where it may differ", "[rules]") {
  std::vector<std::uint8_t> arguments;
  const auto made = [&](const PatternSequence& pattern) {
    return CellProgram::of({}, pattern, {}, arguments).has_value();
  };
  CHECK(made({cell(1)}));
  CHECK_FALSE(made({cell(1, 0, any)}));                                     // may be empty
  CHECK_FALSE(made({cell(1), group({{cell(1, 0, 1)}}, 0, any), cell(2)}));  // repeats the empty
  CHECK_FALSE(made({group({{cell(1, 100, 100)}}, 100, 100)}));              // large
  const PatternSequence kept = {cell(1)};
  CHECK_FALSE(CellProgram::of({{cell(2, 1, 1, false, 0)}}, kept, {}, arguments).has_value());
}

TEST_CASE("contexts are looked for at their side", "[rules]") {
  const auto program = CellProgram::of({{cell(1), cell(2, 0, any)}, {cell(3)}});
  REQUIRE(program);
  CellSearchState state;
  const std::string bytes = row("012203");
  constexpr std::size_t width = CellVocabulary::head_bytes;
  std::string begins, ends;
  for (std::uint32_t i = 0; i <= 6; ++i) {
    begins += program->begins(bytes, width, i, 6, state) ? '1' : '0';
    ends += program->ends(bytes, width, i, state) ? '1' : '0';
  }
  CHECK(begins == "0100010");
  CHECK(ends == "0011101");
}

TEST_CASE("the patterns of the schemas find in the samples what RE2 finds", "[rules]") {
  KnowledgeOptions options;
  options.folder = FACTLOOM_SHARE;
  const auto knowledge = load_knowledge(options);
  REQUIRE(knowledge);
  const CellVocabulary& vocabulary = knowledge->rules.vocabulary();
  std::vector<std::string> rows;
  for (const auto& file : std::filesystem::directory_iterator(FACTLOOM_SOURCE "/samples")) {
    if (file.path().extension() != ".txt") continue;
    std::ostringstream text;
    text << std::ifstream(file.path()).rdbuf();
    Document document;
    document.text = text.str();
    const Analysis a = analyse(document, *knowledge);
    for (const Sentence& s : a.text.sentences) {
      CellRow cells;
      cut_cells(s, a.mentions, a.mention_at, cells);
      note_atoms(a.text, vocabulary, cells);
      write_cells(a.text, a.mentions, vocabulary, cells);
      rows.push_back(cells.bytes);
    }
  }
  std::size_t found = 0, programs = 0;
  for (const Pattern& pattern : knowledge->rules.patterns()) {
    std::vector<std::uint8_t> arguments, numbers;
    const auto program = CellProgram::of({}, pattern.elements, {}, arguments);
    if (!program) continue;
    ++programs;
    const std::size_t width = vocabulary.width();
    const RE2 regex(regex_of(pattern.elements, width, numbers), pattern_options());
    CHECK(arguments == numbers);
    CellSearchState state;
    CellMatch match;
    for (const std::string& bytes : rows) {
      const auto cells = static_cast<std::uint32_t>(bytes.size() / width);
      std::vector<re2::StringPiece> pieces(numbers.size() + 1);
      const bool there = regex.Match(bytes, 0, bytes.size(), RE2::UNANCHORED, pieces.data(),
                                     static_cast<int>(pieces.size()));
      REQUIRE(there == program->find(bytes, width, 0, cells, state, match));
      for (std::size_t g = 0; there && g < pieces.size(); ++g) {
        const char* at = pieces[g].data();
        const auto begin = at == nullptr ? 0 : static_cast<std::size_t>(at - bytes.data()) / width;
        REQUIRE(match.groups[2 * g] == (at == nullptr ? CellMatch::nowhere : begin));
      }
      found += there;
    }
  }
  CHECK(programs == knowledge->rules.patterns().size());
  CHECK(found > 0);
}
