// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/parser.h"

#include <algorithm>
#include <charconv>

#include "extract/base/closest.h"
#include "extract/rules/pattern_parser.h"
#include "extract/rules/wording.h"

namespace factloom {
namespace {

bool among(std::string_view word, const std::vector<std::string>& words) {
  return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> both(std::vector<std::string> a, const std::vector<std::string>& b) {
  for (const std::string& word : b)
    if (!word.empty()) a.push_back(word);
  return a;
}

class Parser {
 public:
  Parser(const RuleSource& source, Diagnostics& errors) : c_(source, errors) {
    file_.source = &source;
  }

  RuleFileNode run() {
    while (c_.next_statement()) statement();
    return std::move(file_);
  }

 private:
  void statement() {
    const RuleToken first = c_.line().front();
    const bool damaged = c_.failed();
    if (first.is_word("frame") || first.is_word("rule")) {
      if (!damaged) c_.take();
      begin_rule(first);
    } else if (first.is_word("define") || first.is_word("words")) {
      if (!damaged) c_.take();
      in_rule_ = false;
      if (!damaged) first.is_word("define") ? macro() : word_list();
    } else if (!in_rule_) {
      outside(first);
    } else {
      damaged ? note_damage(first) : in_rule(first);
      if (c_.failed()) note_damage(first);
    }
  }

  void begin_rule(const RuleToken& first) {
    file_.rules.emplace_back();
    rule().is_frame = first.text == "frame";
    in_rule_ = true;
    reported_outside_ = false;
    rule().name.place = first.place;
    rule().head = c_.text();
    const RuleToken* next = c_.peek();
    if (next != nullptr && next->kind == RuleTokenKind::mark) {
      c_.fail("expected a name for the " + std::string(first.text));
    } else {
      Name name = c_.word("the name of the " + std::string(first.text));
      if (!name.text.empty()) rule().name = std::move(name);
      rule().head = c_.text();
      if (!c_.failed()) c_.expect_end("the name of a rule is one word; join words with '-'");
    }
    RuleNode& r = rule();
    r.damaged = r.damaged_emits = r.damaged_head = c_.failed();
  }

  void outside(const RuleToken& first) {
    if (reported_outside_) return;  // one message for all lines of a rule whose head is wrong
    reported_outside_ = true;
    const std::vector<std::string> heads = {"frame", "rule", "define", "words"};
    c_.fail(first.place, "expected frame, rule, define or words, not '" + std::string(first.text) +
                             "'" + did_you_mean(first.text, heads));
  }

  /// A statement that could not be read must not make others look wrong.
  void note_damage(const RuleToken& first) {
    const bool example_line = first.is_word("yes") || first.is_word("no");
    if (first.is_word("emit"))
      rule().damaged_emits = true;
    else if (!example_line && !first.is_word("confidence") && !first.is_word("where") &&
             !first.is_word("unless"))
      rule().damaged = true;
    if (first.is_word("yes") || first.is_word("no")) {
      ExampleNode example;
      example.yes = first.text == "yes";
      example.place = first.place;
      rule().examples.push_back(std::move(example));
    }
  }

  void in_rule(const RuleToken& first) {
    const std::string_view word = first.kind == RuleTokenKind::word ? first.text : "";
    if (word == "emit") return emit();
    if (word == "where") return where();
    if (word == "confidence") return confidence();
    if (word == "unless") return unless();
    if (word == "yes" || word == "no") return example(word == "yes");
    rule().is_frame ? in_frame(first, word) : in_pattern(first, word);
  }

  // ---- frames
  // ------------------------------------------------------------------------------------------------
  void in_frame(const RuleToken& first, std::string_view word) {
    static const std::vector<std::string> kinds = {"verb", "noun", "event", "adjective"};
    const auto kind = std::find(kinds.begin(), kinds.end(), word);
    if (kind != kinds.end()) return block(static_cast<TriggerKind>(kind - kinds.begin()));
    if (first.kind != RuleTokenKind::word)
      return unknown_keyword(first, both(frame_keywords(), function_names()));
    if (rule().blocks.empty()) {
      if (rule().damaged) return;
      return orphan(first);
    }
    if ((word == "alone" || word == "named") && c_.line().size() == 1) {
      c_.take();
      (word == "alone" ? rule().blocks.back().alone : rule().blocks.back().named) = true;
      return;
    }
    slot(first);
  }

  void orphan(const RuleToken& first) {
    if (among(first.text, function_names()))
      return c_.fail(first.place, "'" + std::string(first.text) +
                                      "' stands before any trigger; a line 'verb', 'noun', 'event' "
                                      "or 'adjective' with its words comes first");
    unknown_keyword(first, both(frame_keywords(), function_names()));
  }

  void unknown_keyword(const RuleToken& first, const std::vector<std::string>& candidates) {
    const std::string kind = rule().is_frame ? "frame" : "rule";
    c_.fail(first.place, "'" + std::string(first.text) + "' begins no line of a " + kind +
                             did_you_mean(first.text, candidates));
  }

  void block(TriggerKind kind) {
    BlockNode block;
    block.kind = kind;
    block.place = c_.take().place;
    rule().blocks.push_back(std::move(block));
    rule().blocks.back().triggers = triggers();
  }

  std::vector<TriggerNode> triggers() {
    std::vector<TriggerNode> all;
    do all.push_back(trigger());
    while (!c_.failed() && c_.take(","));
    if (!c_.failed()) c_.expect_end("words are separated by ','");
    return all;
  }

  TriggerNode trigger() {
    TriggerNode node;
    if (c_.take("<")) {
      node.kind = TriggerNode::Kind::semantic_class;
      node.name = c_.word("a semantic class");
      if (!c_.failed()) c_.expect(">", "after the class");
      return node;
    }
    if (c_.take("@")) {
      node.kind = TriggerNode::Kind::list;
      node.name = c_.word("the name of a word list");
      return node;
    }
    node.name = words();
    return node;
  }

  /// Words up to a comma: "chief executive officer".
  Name words() {
    Name name;
    while (const RuleToken* next = c_.peek()) {
      if (next->kind == RuleTokenKind::mark) break;
      const RuleToken& token = c_.take();
      name.place = name.text.empty() ? token.place : spanning(name.place, token.place);
      name.text += (name.text.empty() ? "" : " ") + name_of(token).text;
    }
    if (name.text.find_first_not_of(' ') == std::string::npos) c_.fail("a word is missing");
    return name;
  }

  /// Does the line look like FUNCTION|FUNCTION? name: …?
  bool slot_shaped() const {
    const std::vector<RuleToken>& line = c_.line();
    std::size_t i = 1;
    while (i + 1 < line.size() && line[i].is("|")) i += 2;
    if (i < line.size() && line[i].is("?")) ++i;
    if (i >= line.size() || line[i].kind != RuleTokenKind::word) return false;
    return i + 1 == line.size() || line[i + 1].is(":");
  }

  void slot(const RuleToken& first) {
    static const std::vector<std::string> candidates = both(frame_keywords(), function_names());
    const bool misspelt = !slot_shaped() && !closest(first.text, candidates).empty();
    if (misspelt && !among(first.text, function_names())) return unknown_keyword(first, candidates);
    SlotNode slot;
    const auto finish = [&] {
      if (!c_.failed()) rule().blocks.back().slots.push_back(std::move(slot));
    };
    slot.functions.push_back(name_of(c_.take()));
    while (c_.take("|")) slot.functions.push_back(c_.word("a preposition"));
    slot.optional = c_.take("?");
    slot.argument = c_.word("the name of the argument");
    if (!c_.failed() && c_.take(":")) slot.types = parse_types(c_);
    if (!c_.failed()) c_.expect_end("write FUNCTION name: Type | Type");
    finish();
  }

  // ---- patterns
  // ----------------------------------------------------------------------------------------------
  void in_pattern(const RuleToken& first, std::string_view word) {
    if (word == "when") {
      c_.take();
      Alternatives pattern = parse_pattern(c_);
      if (c_.failed()) return;
      rule().patterns.push_back(std::move(pattern));
      rule().pattern_places.push_back(first.place);
    } else if (word == "after" || word == "before" || word == "not") {
      context();
    } else if (word == "trigger") {
      c_.take();
      rule().triggers = triggers();
    } else {
      unknown_keyword(first, pattern_keywords());
    }
  }

  void context() {
    ContextNode node;
    node.place = c_.take().place;
    node.negated = c_.last().text == "not";
    if (node.negated) {
      const Name side = c_.word("'after' or 'before'");
      if (c_.failed()) return;
      if (side.text != "after" && side.text != "before")
        return c_.fail(side.place, "expected 'after' or 'before' behind 'not'" +
                                       did_you_mean(side.text, {"after", "before"}));
    }
    node.after = c_.last().text == "after";
    node.pattern = parse_pattern(c_);
    if (!c_.failed()) rule().contexts.push_back(std::move(node));
  }

  void macro() {
    MacroNode node;
    node.source = file_.source;
    node.name = c_.word("the name of the macro");
    if (c_.failed() || !c_.expect("=", "after the macro's name: define NAME = pattern")) return;
    node.pattern = parse_pattern(c_);
    file_.macros.push_back(std::move(node));
  }

  void word_list() {
    WordListNode node;
    node.name = c_.word("the name of the word list");
    if (c_.failed() || !c_.expect("=", "after the list's name: words NAME = a, b")) return;
    do node.words.push_back(words());
    while (!c_.failed() && c_.take(","));
    if (!c_.failed()) c_.expect_end("words are separated by ','");
    file_.lists.push_back(std::move(node));
  }

  // ---- both
  // --------------------------------------------------------------------------------------------------
  void emit() {
    EmitNode node;
    c_.take();
    node.relation = c_.word("a relation");
    if (!c_.failed()) c_.expect("(", "after the relation: emit relation(a, b)");
    if (!c_.failed()) node.subject = c_.word("the argument that is the subject");
    if (!c_.failed()) c_.expect(",", "between the arguments: emit relation(a, b)");
    if (!c_.failed()) node.object = c_.word("the argument that is the object");
    if (!c_.failed()) c_.expect(")", "after the arguments: emit relation(a, b)");
    while (c_.peek() != nullptr) emit_option(node);
    node.place = node.relation.place;
    if (!c_.failed()) rule().emits.push_back(std::move(node));
  }

  void emit_option(EmitNode& node) {
    const RuleToken option = c_.take();
    if (option.is_word("status"))
      node.status = c_.word("a status");
    else if (option.is_word("role"))
      node.role = c_.word("'trigger' or an argument");
    else if (option.is_word("date"))
      node.date = c_.word("an argument");
    else
      c_.fail(option.place, "expected status, role or date, not '" + std::string(option.text) +
                                "'" + did_you_mean(option.text, {"status", "role", "date"}));
  }

  /// What stands behind `where a is`.
  void what_it_is(ConditionNode& node) {
    const auto take_word = [&](std::string_view wanted) {
      const RuleToken* word = c_.peek();
      const bool there = word != nullptr && word->is_word(wanted);
      if (there) c_.take();
      return there;
    };
    if (take_word("named")) {
      node.kind = ConditionKind::in_full;
      if (!take_word("in") || !take_word("full")) c_.fail("write 'where a is named in full'");
      return;
    }
    node.kind = take_word("not") ? ConditionKind::is_not_type : ConditionKind::is_type;
    node.types = parse_types(c_);
  }

  void where() {
    ConditionNode node;
    c_.take();
    node.left = c_.word("an argument");
    if (c_.failed()) return;
    if (c_.take("!=")) {
      node.right = c_.word("an argument");
    } else {
      const RuleToken* next = c_.peek();
      if (next == nullptr || !next->is_word("is"))
        return c_.fail(
            "write 'where a != b', 'where a is Type', 'where a is not Type' or 'where a is named "
            "in full'");
      c_.take();
      what_it_is(node);
    }
    if (!c_.failed()) c_.expect_end("one condition a line");
    if (!c_.failed()) rule().conditions.push_back(std::move(node));
  }

  void confidence() {
    c_.take();
    const Name value = c_.word("a number from 0 to 1");
    if (c_.failed()) return;
    float number = -1;
    const char* end = value.text.data() + value.text.size();
    const auto parsed = std::from_chars(value.text.data(), end, number);
    if (parsed.ec != std::errc() || parsed.ptr != end || !(number > 0 && number <= 1))
      return c_.fail(value.place,
                     "a confidence is a number above 0 and up to 1, not '" + value.text + "'");
    c_.expect_end("one number");
    rule().confidence = number;
  }

  void unless() {
    c_.take();
    do rule().unless.push_back(c_.word("the name of a rule"));
    while (!c_.failed() && c_.take(","));
    if (!c_.failed()) c_.expect_end("write unless RULE, RULE");
  }

  void example(bool yes) {
    ExampleNode node;
    node.yes = yes;
    node.place = c_.take().place;
    const RuleToken* next = c_.peek();
    if (next == nullptr || next->kind != RuleTokenKind::string)
      return c_.fail("the sentence is missing: write it between quotes");
    node.text = unescaped(c_.take().text);
    if (yes && c_.expect("=>", "after the sentence: yes \"…\" => relation(A, B)"))
      expected(node);
    else if (!yes)
      c_.expect_end("a 'no' example is a sentence in which the rule finds nothing");
    if (!c_.failed()) rule().examples.push_back(std::move(node));
  }

  void expected(ExampleNode& node) {
    do {
      ExpectedNode fact;
      fact.relation = c_.word("a relation");
      if (c_.failed() || !c_.expect("(", "after the relation: relation(A, B)")) return;
      fact.subject = argument(",");
      if (c_.failed() || !c_.expect(",", "between the names: relation(A, B)")) return;
      fact.object = argument(")");
      if (c_.failed() || !c_.expect(")", "after the names: relation(A, B)")) return;
      const RuleToken* next = c_.peek();
      if (next != nullptr && next->kind == RuleTokenKind::word) fact.status = name_of(c_.take());
      node.facts.push_back(std::move(fact));
    } while (c_.take(","));
    c_.expect_end("expected facts are separated by ','");
  }

  /// A name as it is written, up to a mark outside of brackets; quotes around it are removed.
  std::string argument(std::string_view stop) {
    const RuleToken* next = c_.peek();
    if (next != nullptr && next->kind == RuleTokenKind::string) return unescaped(c_.take().text);
    std::uint32_t begin = 0, end = 0;
    for (int depth = 0; (next = c_.peek()) != nullptr; c_.take()) {
      if (depth == 0 && next->is(stop)) break;
      depth += next->is("(") ? 1 : next->is(")") ? -1 : 0;
      if (depth < 0) break;
      if (begin == 0) begin = next->place.column;
      end = next->place.column + next->place.length;
    }
    if (begin == 0) {
      c_.fail("a name is missing: relation(A, B)");
      return {};
    }
    return c_.text_between(begin, end);
  }

  RuleNode& rule() { return file_.rules.back(); }

  TokenCursor c_;
  RuleFileNode file_;
  bool in_rule_ = false, reported_outside_ = false;
};

}  // namespace

RuleFileNode parse_rules(const RuleSource& source, Diagnostics& errors) {
  return Parser(source, errors).run();
}

}  // namespace factloom
