// SPDX-License-Identifier: Apache-2.0
// Cuts a rule file into lines of tokens: words, quoted strings and marks, each with its place.
// Blanks separate, `#` after a blank begins a comment. What a line means is the parser's task.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/result.h"

namespace factloom {

/// A rule file in memory.
struct RuleSource {
  std::string path;  ///< for messages
  std::string text;
};

/// Where something stands in a rule file.
struct Place {
  std::uint32_t line = 0;    ///< from 1
  std::uint32_t column = 0;  ///< from 1, in bytes
  std::uint32_t length = 1;  ///< bytes
};

enum class RuleTokenKind : std::uint8_t { word, string, mark };

struct RuleToken {
  RuleTokenKind kind = RuleTokenKind::mark;
  std::string_view text;  ///< of a string: what stands between the quotes, escapes untouched
  Place place;            ///< of a string: with its quotes
  bool space_before = false;

  bool is(std::string_view mark) const { return kind == RuleTokenKind::mark && text == mark; }
  bool is_word(std::string_view word) const { return kind == RuleTokenKind::word && text == word; }
};

struct RuleLine {
  std::uint32_t number = 0;  ///< from 1
  std::string_view text;
  std::vector<RuleToken> tokens;  ///< never empty
  bool broken = false;            ///< a mistake in it was reported already
};

/// The lines that hold anything. `source` must outlive them.
std::vector<RuleLine> lex_rules(const RuleSource& source, Diagnostics& errors);

/// A Diagnostic at a place of a rule file, which is read up to there.
Diagnostic at_place(const RuleSource& source, Place place, std::string message);

/// The same where the text of the line is known.
Diagnostic in_line(const RuleSource& source, std::string_view line, Place place,
                   std::string message);

/// A string token's text with \" and \\ resolved.
std::string unescaped(std::string_view text);

}  // namespace factloom
