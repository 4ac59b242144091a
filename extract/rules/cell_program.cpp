// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/cell_program.h"

#include <algorithm>

#include "extract/rules/cells.h"

namespace factloom {
namespace {

constexpr std::uint16_t unbounded = 0xFFFF;
constexpr std::size_t most_steps = 4000;

bool holds(const CellTest::Words& words, unsigned number) {
  if (!words.restricted) return true;
  const auto& all = words.numbers;
  return std::binary_search(all.begin(), all.end(), number) != words.negated;
}

/// What cells may be that hold these words, or any of these values.
std::uint64_t glance_of(const CellTest::Words& words) {
  if (!words.restricted || words.negated) return ~std::uint64_t{0};
  std::uint64_t bits = 0;
  for (const std::uint16_t number : words.numbers) bits |= std::uint64_t{1} << number % 64u;
  return bits;
}
std::uint64_t glance_of(const CellTest::Values& values) {
  constexpr CellTest::Values low(~std::uint64_t{0});
  return (values & low).to_ullong() | (values >> 64 & low).to_ullong();
}

/// Can RE2 write it, too, so that both say the same?
bool plain(const CellTest& test) {
  const auto words = [](const CellTest::Words& w) {
    return !w.restricted || w.negated || !w.numbers.empty();
  };
  const auto both = [&](const std::pair<std::uint8_t, bool>& c) {
    return std::find(test.classes.begin(), test.classes.end(), std::pair(c.first, !c.second)) !=
           test.classes.end();
  };
  return test.tags.any() && test.types.any() && test.flags.any() && words(test.lemmas) &&
         words(test.forms) && std::none_of(test.classes.begin(), test.classes.end(), both);
}

/// Does the test ask for nothing but words, of one kind?
bool only_words(const CellTest& t) {
  return t.tags.all() && t.types.all() && t.flags.all() && t.classes.empty() &&
         t.forms.restricted != t.lemmas.restricted && !t.forms.negated && !t.lemmas.negated;
}

/// One test for all that ask for words alone.
std::vector<CellTest> merged(const std::vector<CellTest>& tests) {
  std::vector<CellTest> out;
  CellTest forms, lemmas;
  for (const CellTest& t : tests) {
    if (!only_words(t)) {
      out.push_back(t);
      continue;
    }
    CellTest::Words& words = t.forms.restricted ? forms.forms : lemmas.lemmas;
    const std::vector<std::uint16_t>& more =
        t.forms.restricted ? t.forms.numbers : t.lemmas.numbers;
    words.restricted = true;
    words.numbers.insert(words.numbers.end(), more.begin(), more.end());
  }
  if (forms.forms.restricted) out.push_back(std::move(forms));
  if (lemmas.lemmas.restricted) out.push_back(std::move(lemmas));
  return out;
}

/// Adds what the first cell may be; is there always one?
bool add_first(const PatternSequence& sequence, std::vector<CellTest>& first) {
  for (const PatternNode& node : sequence) {
    bool sure = true;
    first.insert(first.end(), node.any_of.begin(), node.any_of.end());
    for (const PatternSequence& s : node.alternatives) sure = add_first(s, first) && sure;
    if (sure && node.least > 0) return true;
  }
  return false;
}

}  // namespace

// ---- making

/// Writes the steps.
class CellProgram::Maker {
 public:
  explicit Maker(CellProgram& program) : p_(program) {}

  bool good = true;
  std::vector<std::uint8_t> arguments;

  void add(const PatternSequence& sequence) {
    for (const PatternNode& node : sequence) add(node);
  }
  void add(const std::vector<PatternSequence>& alternatives) {
    if (alternatives.size() > 1) look(alternatives);
    std::vector<std::uint32_t> jumps;
    for (std::size_t i = 0; i < alternatives.size() && good; ++i) {
      const bool last = i + 1 == alternatives.size();
      const std::uint32_t at = last ? 0 : fork();
      add(alternatives[i]);
      if (last) continue;
      jumps.push_back(put({Step::Kind::jump}));
      p_.steps_[at].b = here();
    }
    for (const std::uint32_t jump : jumps) p_.steps_[jump].a = here();
  }
  void save(std::size_t place) { put({Step::Kind::save, static_cast<std::uint32_t>(place)}); }
  void finish() { put({}); }
  /// The step of some tests.
  Step tests(Step::Kind kind, const std::vector<CellTest>& all) {
    const auto first = static_cast<std::uint32_t>(p_.tests_.size());
    CellGlance allowed;
    for (const CellTest& test : all) {
      good = good && plain(test);
      allowed.tags |= glance_of(test.tags);
      allowed.types |= glance_of(test.types);
      allowed.lemmas |= glance_of(test.lemmas);
      allowed.forms |= glance_of(test.forms);
      CellTest& t = p_.tests_.emplace_back(test);
      for (CellTest::Words* words : {&t.lemmas, &t.forms})
        std::sort(words->numbers.begin(), words->numbers.end());
    }
    return {kind, first, static_cast<std::uint32_t>(p_.tests_.size()), 0, allowed};
  }
  bool keeps_nothing() const { return arguments.empty(); }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(p_.steps_.size()); }
  std::uint32_t put(Step step) {
    good = good && p_.steps_.size() < most_steps;
    p_.steps_.push_back(step);
    return here() - 1;
  }
  /// A fork whose first way is the next step.
  std::uint32_t fork() { return put({Step::Kind::fork, here() + 1, 0, p_.forks_++}); }
  /// Fails at once where none of the alternatives can begin.
  void look(const std::vector<PatternSequence>& alternatives) {
    std::vector<CellTest> first;
    for (const PatternSequence& s : alternatives)
      if (!add_first(s, first)) return;
    put(tests(Step::Kind::look, merged(first)));
  }

  void add(const PatternNode& node) {
    const std::size_t groups = arguments.size();
    const auto once = [&] {
      arguments.resize(groups);
      body(node);
    };
    if (node.most == 1 && node.least == 1) return once();
    good = good && node.most > 0 && (!node.any_of.empty() || never_empty(node));
    for (std::uint16_t i = 0; i + 1 < node.least && good; ++i) once();
    if (!good) return;
    if (node.most == unbounded) return node.least == 0 ? star(node, once) : plus(node, once);
    if (node.least > 0) once();
    std::vector<std::uint32_t> forks;
    for (std::uint16_t i = node.least; i < node.most && good; ++i) {
      forks.push_back(fork());
      once();
    }
    for (const std::uint32_t at : forks) leave(node, at, here());
  }
  template <class Once>
  void star(const PatternNode& node, const Once& once) {
    const std::uint32_t at = fork();
    once();
    put({Step::Kind::jump, at});
    leave(node, at, here());
  }
  template <class Once>
  void plus(const PatternNode& node, const Once& once) {
    const std::uint32_t begin = here();
    once();
    const std::uint32_t at = fork();
    p_.steps_[at].a = begin;
    leave(node, at, at + 1);
  }
  /// A fork that may go on behind a repetition: that comes first for a gap.
  void leave(const PatternNode& node, std::uint32_t at, std::uint32_t behind) {
    Step& step = p_.steps_[at];
    step.b = behind;
    if (node.gap) std::swap(step.a, step.b);
  }
  static bool never_empty(const PatternNode& node) {
    std::vector<CellTest> first;
    return std::all_of(node.alternatives.begin(), node.alternatives.end(),
                       [&](const PatternSequence& s) { return add_first(s, first); });
  }

  void body(const PatternNode& node) {
    good = good && node.any_of.empty() != node.alternatives.empty();
    const bool kept = node.argument >= 0;
    const std::size_t group = arguments.size() + 1;
    if (kept) {
      arguments.push_back(static_cast<std::uint8_t>(node.argument));
      good = good && group < CellMatch::most_groups;
      save(2 * group);
    }
    if (node.alternatives.empty())
      put(tests(Step::Kind::cell, node.any_of));
    else
      add(node.alternatives);
    if (kept) save(2 * group + 1);
  }

  CellProgram& p_;
};

std::optional<CellProgram> CellProgram::of(const std::vector<PatternSequence>& after,
                                           const PatternSequence& kept,
                                           const std::vector<PatternSequence>& before,
                                           std::vector<std::uint8_t>& arguments) {
  CellProgram program;
  Maker maker(program);
  std::vector<CellTest> first;
  maker.add(after);
  maker.good = maker.good && maker.keeps_nothing();
  maker.save(0);
  maker.add(kept);
  maker.save(1);
  const std::size_t groups = maker.arguments.size();
  maker.add(before);
  maker.finish();
  if (!maker.good || maker.arguments.size() != groups || !add_first(kept, first)) return {};
  if (!after.empty()) first.clear();
  for (const PatternSequence& s : after)
    if (!add_first(s, first)) program.any_start_ = true;
  program.start_ = maker.tests(Step::Kind::look, merged(first));
  arguments = std::move(maker.arguments);
  return program;
}

std::optional<CellProgram> CellProgram::of(const std::vector<PatternSequence>& alternatives) {
  CellProgram program;
  Maker maker(program);
  maker.add(alternatives);
  maker.finish();
  program.any_start_ = true;
  if (!maker.good || !maker.keeps_nothing()) return {};
  return program;
}

// ---- running

static unsigned byte_of(const char* cell, std::size_t i) {
  return static_cast<unsigned char>(cell[i]);
}
static unsigned number_of(const char* cell, std::size_t i) {
  return byte_of(cell, i) << 7 | byte_of(cell, i + 1);
}

/// Most cells fail by one look.
inline bool CellProgram::passes(const Step& step, const char* cell) const {
  const auto may_be = [&](std::uint64_t bits, std::size_t i) {
    return (bits >> byte_of(cell, i) % 64u & 1u) != 0;
  };
  return may_be(step.allowed.tags, 0) && may_be(step.allowed.types, 1) &&
         may_be(step.allowed.lemmas, 4) && may_be(step.allowed.forms, 6) && passes_test(step, cell);
}

bool CellProgram::passes_test(const Step& step, const char* cell) const {
  for (std::uint32_t i = step.a; i < step.b; ++i) {
    const CellTest& t = tests_[i];
    const auto of_class = [&](const auto& c) {
      const unsigned bits = byte_of(cell, CellVocabulary::head_bytes + c.first / 7u);
      return ((bits >> (c.first % 7u) & 1u) != 0) == c.second;
    };
    if (t.tags[byte_of(cell, 0) & 0x7Fu] && t.types[byte_of(cell, 1)] &&
        t.flags[byte_of(cell, 2)] && holds(t.lemmas, number_of(cell, 3)) &&
        holds(t.forms, number_of(cell, 5)) &&
        std::all_of(t.classes.begin(), t.classes.end(), of_class))
      return true;
  }
  return false;
}

/// One search in a row.
class CellProgram::Run {
 public:
  Run(const CellProgram& program, const char* cells, std::size_t width, std::uint32_t last,
      bool to_last, CellSearchState& state, CellMatch& match)
      : p_(program),
        cells_(cells),
        width_(width),
        last_(last),
        to_last_(to_last),
        state_(state),
        match_(match) {
    state_.tried.clear();
  }

  /// Does a match begin here? What was tried from earlier cells is not tried again.
  bool from(std::uint32_t first) {
    if (!p_.any_start_ && (first >= last_ || !p_.passes(p_.start_, cell(first)))) return false;
    match_.groups.fill(CellMatch::nowhere);
    match_.begin = first;
    state_.jobs.clear();
    if (walk(0, first)) return true;
    while (!state_.jobs.empty()) {
      const CellSearchState::Job job = state_.jobs.back();
      state_.jobs.pop_back();
      if (job.restores)
        match_.groups[job.step] = job.cell;
      else if (walk(job.step, job.cell))
        return true;
    }
    return false;
  }

 private:
  const char* cell(std::uint32_t at) const { return cells_ + at * width_; }

  /// Follows the first way of each fork to an end or to where it fails.
  bool walk(std::uint32_t step, std::uint32_t at) {
    for (;;) {
      const Step& s = p_.steps_[step];
      switch (s.kind) {
        case Step::Kind::cell:
          if (at >= last_ || !p_.passes(s, cell(at))) return false;
          ++at;
          break;
        case Step::Kind::look:
          if (at >= last_ || !p_.passes(s, cell(at))) return false;
          break;
        case Step::Kind::fork:
          if (tried(s.fork, at)) return false;
          state_.jobs.push_back({s.b, at, false});
          step = s.a;
          continue;
        case Step::Kind::jump:
          step = s.a;
          continue;
        case Step::Kind::save:
          state_.jobs.push_back({s.a, match_.groups[s.a], true});
          match_.groups[s.a] = at;
          break;
        case Step::Kind::end:
          match_.end = at;
          return !to_last_ || at == last_;
      }
      ++step;
    }
  }
  /// Was the fork tried at the cell? Marks it.
  bool tried(std::uint32_t fork, std::uint32_t at) {
    if (state_.tried.empty())
      state_.tried.assign((std::size_t{p_.forks_} * (last_ + std::size_t{1})) / 64 + 1, 0);
    const std::size_t bit = std::size_t{fork} * (last_ + std::size_t{1}) + at;
    const std::uint64_t mask = std::uint64_t{1} << bit % 64;
    const bool before = (state_.tried[bit / 64] & mask) != 0;
    state_.tried[bit / 64] |= mask;
    return before;
  }

  const CellProgram& p_;
  const char* cells_;
  std::size_t width_;
  std::uint32_t last_;
  bool to_last_;
  CellSearchState& state_;
  CellMatch& match_;
};

bool CellProgram::find(const std::string& bytes, std::size_t width, std::uint32_t first,
                       std::uint32_t last, CellSearchState& state, CellMatch& match,
                       std::uint32_t latest) const {
  Run run(*this, bytes.data(), width, last, false, state, match);
  for (; first < last && first <= latest; ++first)
    if (run.from(first)) return true;
  return false;
}

bool CellProgram::begins(const std::string& bytes, std::size_t width, std::uint32_t first,
                         std::uint32_t last, CellSearchState& state) const {
  CellMatch match;
  return Run(*this, bytes.data(), width, last, false, state, match).from(first);
}

bool CellProgram::ends(const std::string& bytes, std::size_t width, std::uint32_t last,
                       CellSearchState& state) const {
  CellMatch match;
  Run run(*this, bytes.data(), width, last, true, state, match);
  for (std::uint32_t first = last + 1; first-- > 0;)
    if (run.from(first)) return true;
  return false;
}

}  // namespace factloom
