// SPDX-License-Identifier: Apache-2.0
// Goes over the tokens of a rule file, one statement at a time. A statement is a line; it goes on
// in the next line after a
// `,`, `|` or `\` at its end, unless that line begins a statement of its own. Only the first
// mistake of a statement is reported.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/rules/lexer.h"
#include "extract/rules/syntax.h"

namespace factloom {

class TokenCursor {
 public:
  TokenCursor(const RuleSource& source, Diagnostics& errors);

  /// Moves to the next statement; false at the end of the file.
  bool next_statement();
  /// The tokens of the line at hand.
  const std::vector<RuleToken>& line() const { return lines_[line_].tokens; }
  /// The next token of the statement; nullptr at its end.
  const RuleToken* peek();
  /// Takes the next token if it is this mark.
  bool take(std::string_view mark);
  /// Takes the next token whatever it is.
  const RuleToken& take();
  /// The token taken last.
  const RuleToken& last() const { return *last_; }
  /// Takes a word, or says that `what` is missing.
  Name word(const std::string& what);
  /// Takes a mark, or says that it is missing.
  bool expect(std::string_view mark, const std::string& where);
  /// Reports a mistake at the next token (or after the last one) and ends the statement.
  void fail(std::string message);
  void fail(Place place, std::string message);
  /// Says that whatever is left of the statement does not belong there.
  void expect_end(const std::string& what);
  bool failed() const { return failed_; }
  /// Text of the line at hand.
  std::string_view text() const { return lines_[line_].text; }
  /// The same between two columns.
  std::string text_between(std::uint32_t begin, std::uint32_t end) const;

 private:
  void skip_continuation();
  bool begins_statement(const RuleLine& line) const;

  const RuleSource& source_;
  Diagnostics& errors_;
  std::vector<RuleLine> lines_;
  std::size_t line_ = 0, token_ = 0;
  const RuleToken* last_ = nullptr;
  bool started_ = false, failed_ = false;
};

/// The name of a token: its text, quotes removed.
Name name_of(const RuleToken& token);

/// From the beginning of one place to the end of another in the same line.
Place spanning(Place first, Place last);

/// Words that begin a statement in a frame and in a pattern rule.
const std::vector<std::string>& frame_keywords();
const std::vector<std::string>& pattern_keywords();
/// Names of the functions, as written ("subject", …), in the order of Function; prepositions have
/// none.
const std::vector<std::string>& function_names();

}  // namespace factloom
