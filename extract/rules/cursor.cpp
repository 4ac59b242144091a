// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/cursor.h"

#include <algorithm>

namespace factloom {

const std::vector<std::string>& frame_keywords() {
  static const std::vector<std::string> words = {
      "verb",       "noun", "event", "adjective", "emit", "where",  "unless",
      "confidence", "yes",  "no",    "frame",     "rule", "define", "words"};
  return words;
}

const std::vector<std::string>& pattern_keywords() {
  static const std::vector<std::string> words = {"when", "after", "before", "not",        "trigger",
                                                 "emit", "where", "unless", "confidence", "yes",
                                                 "no",   "frame", "rule",   "define",     "words"};
  return words;
}

const std::vector<std::string>& function_names() {
  static const std::vector<std::string> words = {
      "subject", "object", "object2", "complement", "infinitive", "holder",    "of", "agent",
      "patient", "owner",  "when",    "compound",   "asker",      "announcer", "",   "self"};
  return words;
}

Name name_of(const RuleToken& token) {
  return {token.kind == RuleTokenKind::string ? unescaped(token.text) : std::string(token.text),
          token.place};
}

Place spanning(Place first, Place last) {
  if (first.line == last.line) first.length = last.column + last.length - first.column;
  return first;
}

TokenCursor::TokenCursor(const RuleSource& source, Diagnostics& errors)
    : source_(source), errors_(errors), lines_(lex_rules(source, errors)) {}

bool TokenCursor::next_statement() {
  if (failed_) skip_continuation();
  if (started_) ++line_;
  started_ = true;
  token_ = 0;
  last_ = nullptr;
  if (line_ >= lines_.size()) return false;
  failed_ = lines_[line_].broken;
  return true;
}

/// What goes on after a mistake is no statement of its own.
void TokenCursor::skip_continuation() {
  while (line_ + 1 < lines_.size() && !begins_statement(lines_[line_ + 1])) {
    const RuleToken& end = line().back();
    if (!end.is(",") && !end.is("|") && !end.is("\\")) return;
    ++line_;
  }
}

bool TokenCursor::begins_statement(const RuleLine& line) const {
  const RuleToken& first = line.tokens.front();
  if (first.kind != RuleTokenKind::word) return false;
  const auto among = [&](const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), first.text) != words.end();
  };
  if (!among(frame_keywords()) && !among(pattern_keywords()) && !among(function_names()))
    return false;
  return line.tokens.size() > 1 && !line.tokens[1].is(",");
}

const RuleToken* TokenCursor::peek() {
  if (failed_ || line_ >= lines_.size()) return nullptr;
  const std::vector<RuleToken>& tokens = line();
  const bool joined = token_ + 1 == tokens.size() && tokens[token_].is("\\");
  if (token_ < tokens.size() && !joined) return &tokens[token_];
  const bool open = joined || (last_ != nullptr && (last_->is(",") || last_->is("|")));
  if (!open || line_ + 1 >= lines_.size() || begins_statement(lines_[line_ + 1])) return nullptr;
  ++line_;
  token_ = 0;
  if (lines_[line_].broken) failed_ = true;
  return failed_ ? nullptr : &line()[0];
}

const RuleToken& TokenCursor::take() {
  last_ = peek();
  ++token_;
  return *last_;
}

bool TokenCursor::take(std::string_view mark) {
  const RuleToken* next = peek();
  if (next == nullptr || !next->is(mark)) return false;
  take();
  return true;
}

Name TokenCursor::word(const std::string& what) {
  const RuleToken* next = peek();
  if (next != nullptr && next->kind == RuleTokenKind::word) return name_of(take());
  fail(next == nullptr ? what + " is missing"
                       : "expected " + what + ", not '" + std::string(next->text) + "'");
  return {};
}

bool TokenCursor::expect(std::string_view mark, const std::string& where) {
  if (take(mark)) return true;
  fail("'" + std::string(mark) + "' is missing " + where);
  return false;
}

void TokenCursor::fail(std::string message) {
  const RuleToken* next = peek();
  if (next != nullptr) return fail(next->place, std::move(message));
  if (failed_) return;
  const Place end = line().back().place;
  const std::uint32_t after = end.column + end.length;
  fail(Place{end.line, after, 1}, std::move(message));
}

void TokenCursor::fail(Place place, std::string message) {
  if (failed_) return;
  failed_ = true;
  errors_.push_back(at_place(source_, place, std::move(message)));
}

void TokenCursor::expect_end(const std::string& what) {
  const RuleToken* next = peek();
  if (next != nullptr) fail("'" + std::string(next->text) + "' does not belong here: " + what);
}

std::string TokenCursor::text_between(std::uint32_t begin, std::uint32_t end) const {
  return std::string(lines_[line_].text.substr(begin - 1, end - begin));
}

}  // namespace factloom
