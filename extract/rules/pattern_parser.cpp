// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/pattern_parser.h"

#include <charconv>

namespace factloom {
namespace {

constexpr std::uint16_t most_repetitions = 100;

bool number(std::string_view text, std::uint16_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

class PatternParser {
 public:
  explicit PatternParser(TokenCursor& cursor) : c_(cursor) {}

  Alternatives alternatives(bool in_group) {
    Alternatives all(1);
    while (const RuleToken* next = c_.peek()) {
      if (next->is(")")) {
        if (!in_group) c_.fail("')' without '('");
        break;
      }
      if (c_.take("|")) {
        if (all.back().empty()) c_.fail(c_.last().place, "nothing stands before '|'");
        all.emplace_back();
        continue;
      }
      all.back().push_back(repeated());
    }
    if (all.back().empty())
      c_.fail(all.size() > 1 ? "nothing stands after '|'" : "the pattern is empty");
    return all;
  }

 private:
  Element repeated() {
    const Place first = c_.peek()->place;
    Element e = single();
    if (!c_.failed()) repetition(e);
    e.place = c_.failed() ? first : spanning(first, c_.last().place);
    if (!c_.failed() && first.line == c_.last().place.line)
      e.text = c_.text_between(e.place.column, e.place.column + e.place.length);
    return e;
  }

  Element single() {
    Element e;
    const RuleToken& token = c_.take();
    if (token.kind == RuleTokenKind::string) return plain(ElementKind::word, token);
    if (token.kind == RuleTokenKind::word)
      return token.text == "_" ? e : plain(ElementKind::word, token);
    if (token.is(",")) return plain(ElementKind::word, token);
    if (token.is("~")) return named(ElementKind::lemma, "a lemma after '~'");
    if (token.is("$")) return named(ElementKind::macro, "the name of a macro after '$'");
    if (token.is("@")) return named(ElementKind::list, "the name of a word list after '@'");
    if (token.is("[")) return type(token.place);
    if (token.is("{")) return features(token.place);
    if (token.is("(")) return group(token.place);
    const bool postfix = token.is("?") || token.is("*") || token.is("+");
    c_.fail(token.place, "'" + std::string(token.text) + "' means nothing here; write \"" +
                             std::string(token.text) + "\" for the mark itself" +
                             (postfix ? ", or put it right behind what it repeats" : ""));
    return e;
  }

  Element plain(ElementKind kind, const RuleToken& token) {
    Element e;
    e.kind = kind;
    e.name = name_of(token);
    if (e.name.text.find_first_not_of(' ') == std::string::npos)
      c_.fail(token.place, "an empty word");
    return e;
  }

  Element named(ElementKind kind, const std::string& what) {
    const RuleToken* next = c_.peek();
    if (next != nullptr && next->kind != RuleTokenKind::mark) return plain(kind, c_.take());
    c_.fail(what + " is missing");
    return {};
  }

  Element type(Place open) {
    Element e;
    e.kind = ElementKind::type;
    Name first = c_.word("a type");
    if (c_.take(":")) {
      e.name = std::move(first);
      e.types = parse_types(c_);
    } else {
      e.types.push_back(std::move(first));
      while (c_.take("|")) e.types.push_back(c_.word("a type"));
    }
    if (!c_.failed() && !c_.take("]")) c_.fail(open, "']' is missing: write [name: Type | Type]");
    return e;
  }

  Element features(Place open) {
    Element e;
    e.kind = ElementKind::features;
    do {
      FeatureTest test;
      test.feature = c_.word("a feature");
      test.negated = c_.take("!=");
      if (!test.negated && !c_.expect("=", "after a feature: write {tag=NN} or {tag!=NN}")) break;
      do test.values.push_back(value());
      while (c_.take("|"));
      e.tests.push_back(std::move(test));
    } while (c_.take("&"));
    if (!c_.failed() && !c_.take("}")) c_.fail(open, "'}' is missing: write {feature=value}");
    return e;
  }

  /// All tokens without a blank between them: "VB*", "PRP$", ",".
  Name value() {
    const RuleToken* next = c_.peek();
    if (next == nullptr || next->is("}") || next->is("|") || next->is("&")) {
      c_.fail("a value is missing");
      return {};
    }
    Name name = name_of(c_.take());
    for (next = c_.peek(); next != nullptr && !next->space_before; next = c_.peek()) {
      if (next->kind != RuleTokenKind::mark || next->is("}") || next->is("|") || next->is("&"))
        break;
      name.text += c_.take().text;
      name.place = spanning(name.place, c_.last().place);
    }
    return name;
  }

  Element group(Place open) {
    Element e;
    e.kind = ElementKind::group;
    if (++depth_ > 30) {
      c_.fail(open, "brackets are nested too deeply");
      return e;
    }
    e.alternatives = alternatives(true);
    --depth_;
    if (!c_.failed() && !c_.take(")")) c_.fail(open, "')' is missing");
    return e;
  }

  void repetition(Element& e) {
    const RuleToken* next = c_.peek();
    if (next == nullptr || next->space_before) return;
    if (c_.take("?")) return set(e, 0, 1);
    if (c_.take("*")) return set(e, 0, Element::unbounded);
    if (c_.take("+")) return set(e, 1, Element::unbounded);
    if (c_.take("{")) counted(e, c_.last().place);
  }

  void set(Element& e, std::uint16_t least, std::uint16_t most) {
    e.least = least;
    e.most = most;
  }

  void counted(Element& e, Place open) {
    const auto count = [&](std::uint16_t otherwise) {
      const RuleToken* next = c_.peek();
      std::uint16_t value = otherwise;
      if (next == nullptr || next->kind != RuleTokenKind::word) return value;
      if (!number(next->text, value) || value > most_repetitions)
        c_.fail("a repetition is a number up to " + std::to_string(most_repetitions) + ": x{0,3}");
      else
        c_.take();
      return value;
    };
    e.least = count(0);
    e.most = c_.take(",") ? count(Element::unbounded) : e.least;
    if (!c_.failed() && !c_.take("}")) c_.fail(open, "'}' is missing: write x{0,3}");
    if (!c_.failed() && e.least > e.most)
      c_.fail(spanning(open, c_.last().place), "the smaller number comes first: x{0,3}");
    if (!c_.failed() && e.most == 0)
      c_.fail(spanning(open, c_.last().place), "this repeats nothing; write x{0,3}");
  }

  TokenCursor& c_;
  int depth_ = 0;
};

}  // namespace

Alternatives parse_pattern(TokenCursor& cursor) {
  return PatternParser(cursor).alternatives(false);
}

std::vector<Name> parse_types(TokenCursor& cursor) {
  std::vector<Name> types;
  do types.push_back(cursor.word("a type"));
  while (!cursor.failed() && cursor.take("|"));
  return types;
}

}  // namespace factloom
