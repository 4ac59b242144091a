// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/pattern.h"

#include <algorithm>

namespace factloom {
namespace {

constexpr std::uint16_t unbounded = 0xFFFF;
constexpr std::int64_t regex_memory = 4 << 20;

std::string hex(unsigned byte) {
  constexpr char digits[] = "0123456789abcdef";
  return {'\\', 'x', digits[byte >> 4 & 15u], digits[byte & 15u]};
}

/// A class of bytes; `base` is added to each value.
std::string byte_class(const CellTest::Values& values, unsigned base) {
  std::string out = "[";
  for (unsigned i = 0; i < 128; ++i) {
    if (!values[i]) continue;
    unsigned last = i;
    while (last + 1 < 128 && values[last + 1]) ++last;
    out += hex(base + i);
    if (last > i) out += "-" + hex(base + last);
    i = last;
  }
  return out + "]";
}

std::string any_bytes(std::size_t n) {
  return n == 0 ? "" : "[\\x00-\\x7f]" + (n == 1 ? "" : "{" + std::to_string(n) + "}");
}

/// Two bytes that are (not) one of these numbers.
std::string two_bytes(const CellTest::Words& words) {
  std::vector<std::uint16_t> numbers = words.numbers;
  std::sort(numbers.begin(), numbers.end());
  std::string out;
  CellTest::Values highs;
  for (std::size_t i = 0; i < numbers.size();) {
    const unsigned high = numbers[i] >> 7;
    CellTest::Values lows;
    for (; i < numbers.size() && unsigned{numbers[i]} >> 7 == high; ++i)
      lows.set(numbers[i] & 0x7Fu);
    highs.set(high);
    out += (out.empty() ? "" : "|") + hex(high) + byte_class(words.negated ? ~lows : lows, 0);
  }
  if (words.negated) out += (out.empty() ? "" : "|") + byte_class(~highs, 0) + any_bytes(1);
  return "(?:" + out + ")";
}

std::string cell_regex(const CellTest& test, std::size_t width) {
  std::string out = byte_class(test.tags, 0x80);
  std::size_t any = 0;
  const auto put = [&](const std::string& bytes) {
    out += any_bytes(any) + bytes;
    any = 0;
  };
  const auto values = [&](const CellTest::Values& v) {
    v.all() ? void(++any) : put(byte_class(v, 0));
  };
  const auto words = [&](const CellTest::Words& w) {
    !w.restricted ? void(any += 2) : put(two_bytes(w));
  };
  values(test.types);
  values(test.flags);
  words(test.lemmas);
  words(test.forms);
  for (std::size_t byte = 0; byte < width - CellVocabulary::head_bytes; ++byte) {
    CellTest::Values allowed;
    allowed.set();
    for (const auto& [number, wanted] : test.classes)
      for (unsigned v = 0; v < 128 && number / 7u == byte; ++v)
        if (((v >> (number % 7u) & 1u) != 0) != wanted) allowed.reset(v);
    values(allowed);
  }
  return out + any_bytes(any);
}

void add(const PatternSequence& sequence, std::size_t width, std::vector<std::uint8_t>& groups,
         std::string& out);

void add(const PatternNode& node, std::size_t width, std::vector<std::uint8_t>& groups,
         std::string& out) {
  const bool kept = node.argument >= 0;
  const bool repeated = node.least != 1 || node.most != 1;
  if (repeated) out += "(?:";
  if (kept) groups.push_back(static_cast<std::uint8_t>(node.argument));
  out += kept ? "(" : "(?:";
  for (std::size_t i = 0; i < node.any_of.size(); ++i)
    out += (i > 0 ? "|" : "") + cell_regex(node.any_of[i], width);
  for (std::size_t i = 0; i < node.alternatives.size(); ++i) {
    if (i > 0) out += "|";
    add(node.alternatives[i], width, groups, out);
  }
  out += ")";
  if (!repeated) return;
  out += ")";
  if (node.least == 0 && node.most == 1)
    out += "?";
  else if (node.least == 0 && node.most == unbounded)
    out += "*";
  else if (node.least == 1 && node.most == unbounded)
    out += "+";
  else
    out += "{" + std::to_string(node.least) + "," +
           (node.most == unbounded ? "" : std::to_string(node.most)) + "}";
  if (node.gap) out += "?";
}

void add(const PatternSequence& sequence, std::size_t width, std::vector<std::uint8_t>& groups,
         std::string& out) {
  for (const PatternNode& node : sequence) add(node, width, groups, out);
}

std::string alternatives(const std::vector<PatternSequence>& all, std::size_t width) {
  std::string out;
  std::vector<std::uint8_t> none;
  for (const PatternSequence& sequence : all)
    out += (out.empty() ? "" : "|") + regex_of(sequence, width, none);
  return "(?:" + out + ")";
}

/// RE2 takes about 170,000 instructions in `regex_memory`; what is surely less is not compiled to
/// see.
constexpr std::size_t sure_instructions = 100000;

/// More instructions than RE2 makes of a test: two for each range of bytes.
std::size_t instructions(const CellTest& test, std::size_t width) {
  const auto values = [](const CellTest::Values& v) -> std::size_t { return v.all() ? 2 : 128; };
  const auto words = [](const CellTest::Words& w) {
    return w.restricted ? 6 * w.numbers.size() + 256 : 4;
  };
  return values(test.tags) + values(test.types) + values(test.flags) + words(test.lemmas) +
         words(test.forms) + 2 * width + 128 * test.classes.size();
}

std::size_t instructions(const PatternSequence& sequence, std::size_t width) {
  std::size_t all = 0;
  for (const PatternNode& node : sequence) {
    std::size_t once = 4;
    for (const CellTest& test : node.any_of) once += instructions(test, width);
    for (const PatternSequence& s : node.alternatives) once += instructions(s, width);
    const std::size_t copies = node.most == unbounded ? node.least + std::size_t{1} : node.most;
    all = std::min(all + once * std::max<std::size_t>(copies, 1), sure_instructions + 1);
  }
  return all;
}

bool has_gap(const PatternSequence& sequence) {
  return std::any_of(sequence.begin(), sequence.end(), [](const PatternNode& n) {
    return n.gap || std::any_of(n.alternatives.begin(), n.alternatives.end(), has_gap);
  });
}

// ---- triggers
// --------------------------------------------------------------------------------------------------
/// How often a word class alone would trigger, roughly; 0: far too often.
double tag_cost(Tag tag) {
  switch (tag) {
    case Tag::POS:
      return 900;
    case Tag::MD:
    case Tag::CD:
    case Tag::dollar:
    case Tag::open_bracket:
    case Tag::close_bracket:
    case Tag::colon:
    case Tag::open_quote:
    case Tag::close_quote:
      return 700;
    case Tag::WP:
    case Tag::WPS:
    case Tag::WDT:
    case Tag::WRB:
    case Tag::EX:
    case Tag::PDT:
    case Tag::RP:
    case Tag::HYPH:
    case Tag::SYM:
    case Tag::FW:
    case Tag::UH:
    case Tag::LS:
      return 400;
    default:
      return 0;
  }
}

/// Closed word classes are common, and short words more so than long ones.
double word_cost(WordId word, const Lexicon& lexicon) {
  const auto readings = lexicon.readings(word);
  const Tag tag = readings.empty() ? Tag::NN : readings.front().tag;
  const bool open = is_noun(tag) || is_verb(tag) || is_adjective(tag) || is_adverb(tag);
  const auto length = static_cast<double>(lexicon.text(word).size());
  return (open ? 1.0 : 100.0) * (1 + 100 / (length * length));
}

struct Choice {
  std::vector<PatternTrigger> triggers;
  double cost = 0;  ///< 0: none
};

Choice triggers_of(const PatternSequence& sequence, const CellVocabulary& v,
                   const Lexicon& lexicon);

Choice triggers_of(const CellTest& test, const CellVocabulary& v, const Lexicon& lexicon) {
  using Kind = PatternTrigger::Kind;
  Choice best;
  const auto offer = [&](Choice choice) {
    if (choice.cost > 0 && (best.cost == 0 || choice.cost < best.cost)) best = std::move(choice);
  };
  const auto words = [&](const CellTest::Words& w, Kind kind) {
    Choice choice;
    if (!w.restricted || w.negated) return choice;
    for (const std::uint16_t n : w.numbers) {
      const WordId word = kind == Kind::form ? v.form(n) : v.lemma(n);
      choice.triggers.push_back({kind, index(word)});
      choice.cost += word_cost(word, lexicon);
    }
    return choice;
  };
  offer(words(test.forms, Kind::form));
  offer(words(test.lemmas, Kind::lemma));
  for (const auto& [number, wanted] : test.classes)
    if (wanted) offer({{{Kind::semantic_class, index(v.classes()[number])}}, 60});
  Choice tags;
  for (std::uint32_t i = 0;
       i < static_cast<std::uint32_t>(Tag::count) && test.tags.count() < many_tags; ++i) {
    if (!test.tags[i]) continue;
    const double cost = tag_cost(static_cast<Tag>(i));
    if (cost == 0) return best;
    tags.triggers.push_back({Kind::tag, i});
    tags.cost += cost;
  }
  offer(std::move(tags));
  return best;
}

/// Of alternatives each must have triggers.
template <class List>
Choice all_of(const List& list, const CellVocabulary& v, const Lexicon& lexicon) {
  Choice all;
  for (const auto& one : list) {
    Choice choice = triggers_of(one, v, lexicon);
    if (choice.cost == 0) return {};
    all.cost += choice.cost;
    all.triggers.insert(all.triggers.end(), choice.triggers.begin(), choice.triggers.end());
  }
  return all;
}

Choice triggers_of(const PatternSequence& sequence, const CellVocabulary& v,
                   const Lexicon& lexicon) {
  Choice best;
  for (const PatternNode& node : sequence) {
    if (node.least == 0) continue;
    Choice choice = node.alternatives.empty() ? all_of(node.any_of, v, lexicon)
                                              : all_of(node.alternatives, v, lexicon);
    if (choice.cost > 0 && (best.cost == 0 || choice.cost < best.cost)) best = std::move(choice);
  }
  return best;
}

// ---- what must be there
// ----------------------------------------------------------------------------------------
/// One of these must be there for the test to hold; nothing if that cannot be said.
std::vector<CellAtom> atoms_of(const CellTest& test) {
  std::vector<CellAtom> atoms;
  const auto words = [&](const CellTest::Words& w, CellAtom::Kind kind) {
    if (!w.restricted || w.negated || !atoms.empty()) return;
    for (const std::uint16_t n : w.numbers) atoms.push_back({kind, n});
  };
  words(test.forms, CellAtom::Kind::form);
  words(test.lemmas, CellAtom::Kind::lemma);
  for (const auto& [number, wanted] : test.classes)
    if (wanted && atoms.empty()) atoms.push_back({CellAtom::Kind::semantic_class, number});
  if (atoms.empty() && test.tags.count() < 12)
    for (std::uint16_t i = 0; i < 64; ++i)
      if (test.tags[i]) atoms.push_back({CellAtom::Kind::tag, i});
  return atoms;
}

template <class List, class Atoms>
std::vector<CellAtom> union_of(const List& list, const Atoms& atoms) {
  std::vector<CellAtom> all;
  for (const auto& one : list) {
    const std::vector<CellAtom> some = atoms(one);
    if (some.empty()) return {};
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

/// Of the groups of a sequence the smallest.
std::vector<CellAtom> smallest_group(const PatternSequence& sequence) {
  std::vector<CellAtom> best;
  for (std::vector<CellAtom>& group : required_atoms(sequence))
    if (best.empty() || group.size() < best.size()) best = std::move(group);
  return best;
}

}  // namespace

std::vector<std::vector<CellAtom>> required_atoms(const PatternSequence& sequence) {
  std::vector<std::vector<CellAtom>> groups;
  for (const PatternNode& node : sequence) {
    if (node.least == 0) continue;
    if (node.alternatives.size() == 1) {
      for (std::vector<CellAtom>& inner : required_atoms(node.alternatives[0]))
        groups.push_back(std::move(inner));
      continue;
    }
    std::vector<CellAtom> group = node.alternatives.empty()
                                      ? union_of(node.any_of, atoms_of)
                                      : union_of(node.alternatives, smallest_group);
    if (!group.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

RE2::Options pattern_options() {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_dot_nl(true);
  options.set_never_nl(false);
  options.set_log_errors(false);
  options.set_max_mem(regex_memory);
  return options;
}

std::string regex_of(const PatternSequence& sequence, std::size_t width,
                     std::vector<std::uint8_t>& groups) {
  std::string out;
  add(sequence, width, groups, out);
  return out;
}

namespace {

void make_regexes(const Pattern& pattern, std::size_t width, CompiledPattern& c) {
  std::string source;
  c.groups.clear();
  if (!pattern.after.empty()) source += alternatives(pattern.after, width);
  source += "(" + regex_of(pattern.elements, width, c.groups) + ")";
  if (!pattern.before.empty()) source += alternatives(pattern.before, width);
  const RE2::Options options = pattern_options();
  c.regex = std::make_unique<RE2>(source, options);
  if (!pattern.not_after.empty())
    c.not_after = std::make_unique<RE2>(alternatives(pattern.not_after, width) + "\\z", options);
  if (!pattern.not_before.empty())
    c.not_before = std::make_unique<RE2>(alternatives(pattern.not_before, width), options);
}

/// Can all of it be programs? Makes them.
bool make_programs(const Pattern& pattern, CompiledPattern& c) {
  c.program = CellProgram::of(pattern.after, pattern.elements, pattern.before, c.groups);
  if (!pattern.not_after.empty()) c.not_after_program = CellProgram::of(pattern.not_after);
  if (!pattern.not_before.empty()) c.not_before_program = CellProgram::of(pattern.not_before);
  return c.program && pattern.not_after.empty() == !c.not_after_program &&
         pattern.not_before.empty() == !c.not_before_program;
}

}  // namespace

const CompiledPattern& compiled(const Pattern& pattern, std::size_t width) {
  CompiledPattern& c = *pattern.for_regex;
  std::call_once(c.once, [&] {
    c.has_gap = has_gap(pattern.elements);
    if (make_programs(pattern, c)) return;
    c.program.reset();
    make_regexes(pattern, width, c);
  });
  return c;
}

bool may_be_too_large(const Pattern& pattern, std::size_t width) {
  std::size_t size = instructions(pattern.elements, width);
  for (const auto* context :
       {&pattern.after, &pattern.before, &pattern.not_after, &pattern.not_before})
    for (const PatternSequence& sequence : *context) size += instructions(sequence, width);
  return size > sure_instructions;
}

std::optional<std::string> compile(const Pattern& pattern, std::size_t width) {
  CompiledPattern c;
  make_regexes(pattern, width, c);
  for (const RE2* regex : {c.regex.get(), c.not_after.get(), c.not_before.get()})
    if (regex != nullptr && !regex->ok())
      return regex->error_code() == RE2::ErrorPatternTooLarge
                 ? "too large; repeat less, or cut it into several rules"
                 : regex->error();
  return std::nullopt;
}

std::size_t least_cells(const PatternSequence& sequence) {
  std::size_t n = 0;
  for (const PatternNode& node : sequence) {
    std::size_t least = node.alternatives.empty() ? 1 : SIZE_MAX;
    for (const PatternSequence& s : node.alternatives) least = std::min(least, least_cells(s));
    n += least * node.least;
  }
  return n;
}

std::vector<PatternTrigger> find_triggers(const PatternSequence& sequence,
                                          const CellVocabulary& vocabulary,
                                          const Lexicon& lexicon) {
  std::vector<PatternTrigger> triggers = triggers_of(sequence, vocabulary, lexicon).triggers;
  std::sort(triggers.begin(), triggers.end());
  triggers.erase(std::unique(triggers.begin(), triggers.end()), triggers.end());
  return triggers;
}

std::vector<TypeSet> needed_types(const PatternSequence& sequence) {
  std::vector<TypeSet> needed;
  for (const PatternNode& node : sequence) {
    if (node.least == 0 || node.any_of.size() != 1) continue;
    const CellTest::Values& types = node.any_of[0].types;
    if (types[0]) continue;  // no type will do
    TypeSet set = 0;
    for (std::size_t i = 1; i <= 64; ++i)
      if (types[i]) set |= TypeSet{1} << (i - 1);
    needed.push_back(set);
  }
  return needed;
}

}  // namespace factloom
