// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/match.h"

#include <algorithm>
#include <span>

#include "extract/rules/anchors.h"
#include "extract/rules/beside.h"

namespace factloom {
namespace {

constexpr int most_groups = 40;  ///< of RE2: the whole, the match, arguments

class PatternSearch {
 public:
  PatternSearch(const CompiledPattern& pattern, const CellRow& row, std::size_t width,
                CellSearchState& state)
      : p_(pattern), row_(row), width_(width), state_(state) {}

  /// The first match that begins at cell `from` or later, but at `latest` at the latest.
  bool next(std::uint32_t from, std::uint32_t latest, CellMatch& found) const {
    while (search(from, cells(), found, latest)) {
      if (p_.has_gap) tighten(found);
      if (contexts_allow(found)) return true;
      from = found.groups[0] + 1;
    }
    return false;
  }

 private:
  std::uint32_t cells() const { return static_cast<std::uint32_t>(row_.cells.size()); }

  bool search(std::uint32_t from, std::uint32_t to, CellMatch& found,
              std::uint32_t latest = CellMatch::nowhere) const {
    if (from >= to) return false;
    if (p_.program) return p_.program->find(row_.bytes, width_, from, to, state_, found, latest);
    const int groups = std::min(p_.regex->NumberOfCapturingGroups() + 1, most_groups);
    re2::StringPiece pieces[most_groups];
    if (!p_.regex->Match(row_.bytes, from * width_, to * width_, RE2::UNANCHORED, pieces, groups))
      return false;
    const auto cell = [&](const char* at) {
      return static_cast<std::uint32_t>(static_cast<std::size_t>(at - row_.bytes.data()) / width_);
    };
    found.begin = cell(pieces[0].data());
    found.end = cell(pieces[0].data() + pieces[0].size());
    found.groups.fill(CellMatch::nowhere);
    for (int g = 1; g < groups && std::size_t(g) <= CellMatch::most_groups; ++g) {
      if (pieces[g].data() == nullptr) continue;
      const auto place = static_cast<std::size_t>(2 * g - 2);
      found.groups[place] = cell(pieces[g].data());
      found.groups[place + 1] = cell(pieces[g].data() + pieces[g].size());
    }
    return true;
  }

  /// A match that begins later and ends at the same place has the nearer arguments.
  void tighten(CellMatch& found) const {
    CellMatch nearer;
    while (search(found.begin + 1, found.end, nearer) && nearer.end == found.end) found = nearer;
  }

  bool contexts_allow(const CellMatch& found) const {
    const std::string& bytes = row_.bytes;
    const std::uint32_t begin = found.groups[0], end = found.groups[1];
    if (p_.program)
      return !(p_.not_after_program && p_.not_after_program->ends(bytes, width_, begin, state_)) &&
             !(p_.not_before_program &&
               p_.not_before_program->begins(bytes, width_, end, cells(), state_));
    const re2::StringPiece before(bytes.data(), begin * width_);
    if (p_.not_after && p_.not_after->Match(before, 0, before.size(), RE2::UNANCHORED, nullptr, 0))
      return false;
    return !(p_.not_before && p_.not_before->Match(bytes, end * width_, bytes.size(),
                                                   RE2::ANCHOR_START, nullptr, 0));
  }

  const CompiledPattern& p_;
  const CellRow& row_;
  std::size_t width_;
  CellSearchState& state_;
};

/// Is the cell what triggers the pattern?
bool triggers(const Pattern& pattern, const Token& token) {
  using Kind = PatternTrigger::Kind;
  return std::any_of(pattern.triggers.begin(), pattern.triggers.end(),
                     [&](const PatternTrigger& t) {
                       switch (t.kind) {
                         case Kind::form:
                           return index(token.word) == t.id;
                         case Kind::lemma:
                           return index(token.lemma) == t.id;
                         case Kind::tag:
                           return static_cast<std::uint32_t>(token.tag) == t.id;
                         case Kind::semantic_class:
                           return token.classes.has(static_cast<ClassId>(t.id));
                       }
                       return false;
                     });
}

PatternMatch match_of(std::uint32_t number, const CellMatch& found, const CellRow& row,
                      std::size_t width, const PatternContext& context) {
  const Pattern& pattern = context.rules.patterns()[number];
  PatternMatch match;
  match.rule = pattern.rule;
  match.pattern = number;
  match.tokens = {row.cells[found.groups[0]].tokens.first,
                  row.cells[found.groups[1] - 1].tokens.last};
  match.arguments.assign(context.rules.rule(pattern.rule).arguments.size(), MentionId::none);
  const std::vector<std::uint8_t>& groups = compiled(pattern, width).groups;
  for (std::size_t g = 0; g < groups.size() && g + 1 < CellMatch::most_groups; ++g) {
    const std::uint32_t cell = found.groups[2 * g + 2];
    if (cell != CellMatch::nowhere) match.arguments[groups[g]] = row.cells[cell].mention;
  }
  match.trigger = match.tokens;
  for (std::uint32_t t = match.tokens.first; t < match.tokens.last; ++t) {
    const MentionId m = context.mention_at[t];
    if (m != MentionId::none &&
        std::find(match.arguments.begin(), match.arguments.end(), m) != match.arguments.end())
      continue;
    if (triggers(pattern, context.text.tokens[t])) {
      match.trigger = {t, t + 1};
      break;
    }
  }
  return match;
}

}  // namespace

bool conditions_hold(const Rule& rule, const std::vector<MentionId>& arguments,
                     const Mentions& mentions) {
  return std::all_of(rule.conditions.begin(), rule.conditions.end(), [&](const Condition& c) {
    const MentionId left = arguments[c.left];
    if (left == MentionId::none) return true;
    if (c.kind == ConditionKind::differ) {
      const MentionId right = arguments[c.right];
      return right == MentionId::none || !same_entity(mentions, left, right);
    }
    if (c.kind == ConditionKind::in_full) return named_in_full(mentions, left);
    return Ontology::in(type_of(mentions, left), c.types) == (c.kind == ConditionKind::is_type);
  });
}

void PatternMatcher::note_types(const Sentence& sentence, const PatternContext& context) {
  types_ = 0;
  for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t)
    if (const MentionId m = context.mention_at[t]; m != MentionId::none)
      types_ |= only(type_of(context.mentions, m)) | always;
}

void PatternMatcher::cut(const Sentence& sentence, const PatternContext& context) {
  cut_cells(sentence, context.mentions, context.mention_at, row_);
  words_ = 0;
  cell_types_ = repeated_ = always;
  for (const Cell& cell : row_.cells) {
    repeated_ |= cell_types_ & only(cell.type);
    cell_types_ |= only(cell.type);
    const Token& head = context.text.tokens[cell.head];
    words_ |= word_mark(head.word) | word_mark(head.lemma);
  }
}

void PatternMatcher::find_candidates(const PatternContext& context, bool all) {
  candidates_.clear();
  if (row_.cells.empty()) return;
  const std::span cells(row_.cells);
  const std::span tokens(context.text.tokens);
  const auto glance = [&](std::size_t cell) {
    if (all) return BesideGlance{};
    if (cell >= cells.size()) return BesideGlance{~TypeSet{0}, BesideGlance::otherwise};
    const Cell& c = cells[cell];
    return BesideGlance{c.type == TypeId::none ? BesideGlance::otherwise : only(c.type),
                        std::uint64_t{1} << static_cast<unsigned>(tokens[c.head].tag)};
  };
  const TypeSet types = all ? ~TypeSet{0} : cell_types_;
  const TypeSet repeated = all ? ~TypeSet{0} : repeated_;
  const std::uint64_t words = all ? ~std::uint64_t{0} : words_;
  std::size_t cell = 0;
  for (std::uint32_t t = cells.front().tokens.first; t < cells.back().tokens.last; ++t) {
    if (!RulePack::triggers_patterns(context.triggers[t])) continue;
    while (cells[cell].tokens.last <= t) ++cell;
    context.rules.for_patterns(tokens[t], context.triggers[t], [&](const PatternRef& ref) {
      if ((ref.needs[0] & types) == 0 || (ref.needs[1] & types) == 0) return;
      if ((ref.words[0] & words) == 0 || (ref.words[1] & words) == 0) return;
      if (!ref.left.allows(glance(cell - 1)) || !ref.right.allows(glance(cell + 1))) return;
      const TypeSet either = (ref.needs[0] | ref.needs[1]) & types;
      if ((either & (either - 1)) == 0 && (either & repeated) == 0) return;  // one cell for two
      const Pattern& pattern = context.rules.patterns()[ref.pattern];
      if (all || pattern.triggered_anywhere ||
          (t == cells[cell].head && allows(pattern.beside, row_.cells, cell, context.text)))
        candidates_.push_back(
            {ref.pattern, static_cast<std::uint32_t>(cell), static_cast<std::uint32_t>(cell)});
    });
  }
  join_candidates();
}

/// One candidate for each pattern.
void PatternMatcher::join_candidates() {
  std::sort(candidates_.begin(), candidates_.end());
  std::size_t kept = 0;
  for (const Candidate& c : candidates_) {
    if (kept > 0 && candidates_[kept - 1].pattern == c.pattern)
      candidates_[kept - 1].last = c.last;
    else
      candidates_[kept++] = c;
  }
  candidates_.resize(kept);
}

const std::vector<PatternMatch>& PatternMatcher::match(const Sentence& sentence,
                                                       const PatternContext& context) {
  matches_.clear();
  note_types(sentence, context);
  if (types_ == 0) return matches_;  // nothing that a fact could be about
  cut(sentence, context);
  find_candidates(context, false);
  const auto erase_unless = [&](const auto& possible) {
    std::erase_if(candidates_, [&](const Candidate& c) {
      return !possible(context.rules.patterns()[c.pattern]);
    });
    return candidates_.empty();
  };
  const auto there = [&](TypeSet needed) { return (needed & cell_types_) != 0; };
  if (erase_unless(
          [&](const Pattern& p) { return std::all_of(p.needed.begin(), p.needed.end(), there); }))
    return matches_;
  note_atoms(context.text, context.rules.vocabulary(), row_);
  const auto one_of = [&](const std::vector<CellAtom>& atoms) {
    return std::any_of(atoms.begin(), atoms.end(), [&](CellAtom atom) { return row_.has(atom); });
  };
  if (erase_unless([&](const Pattern& p) {
        return std::all_of(p.required.begin(), p.required.end(), one_of);
      }))
    return matches_;
  write_cells(context.text, context.mentions, context.rules.vocabulary(), row_);
  for (const Candidate& c : candidates_) run(c, context);
  return matches_;
}

/// Every match has an anchor, so that few cells can begin one.
void PatternMatcher::run(const Candidate& candidate, const PatternContext& context) {
  const Pattern& pattern = context.rules.patterns()[candidate.pattern];
  const std::size_t width = context.rules.vocabulary().width();
  const PatternSearch search(compiled(pattern, width), row_, width, search_state_);
  CellMatch found;
  const bool anywhere = pattern.triggered_anywhere;
  const std::uint32_t first =
      anywhere || candidate.first < pattern.reach ? 0 : candidate.first - pattern.reach;
  const std::uint32_t latest = anywhere ? CellMatch::nowhere : candidate.last;
  for (std::uint32_t from = first; search.next(from, latest, found); from = found.groups[1]) {
    PatternMatch match = match_of(candidate.pattern, found, row_, width, context);
    if (conditions_hold(context.rules.rule(match.rule), match.arguments, context.mentions))
      matches_.push_back(std::move(match));
  }
}

std::vector<PatternAttempt> PatternMatcher::explain(const Sentence& sentence,
                                                    const PatternContext& context) {
  std::vector<PatternAttempt> attempts;
  match(sentence, context);
  cut(sentence, context);
  find_candidates(context, true);
  note_atoms(context.text, context.rules.vocabulary(), row_);
  write_cells(context.text, context.mentions, context.rules.vocabulary(), row_);
  for (const Candidate& c : candidates_) {
    const auto is = [&](const PatternMatch& m) { return m.pattern == c.pattern; };
    if (std::none_of(matches_.begin(), matches_.end(), is))
      attempts.push_back(attempt(c.pattern, context));
  }
  return attempts;
}

PatternAttempt PatternMatcher::attempt(std::uint32_t number, const PatternContext& context) const {
  const Pattern& pattern = context.rules.patterns()[number];
  const std::size_t width = context.rules.vocabulary().width();
  PatternAttempt attempt;
  attempt.rule = pattern.rule;
  attempt.pattern = number;
  attempt.elements = static_cast<std::uint32_t>(pattern.elements.size());
  std::vector<std::uint8_t> groups;
  std::string source;
  std::size_t begin = 0, end = 0;
  for (const PatternNode& element : pattern.elements) {
    PatternSequence one;
    one.push_back(element);
    source += regex_of(one, width, groups);
    const RE2 prefix("(" + source + ")", pattern_options());
    re2::StringPiece match[1];
    if (!prefix.ok() ||
        !prefix.Match(row_.bytes, 0, row_.bytes.size(), RE2::UNANCHORED, match, 1)) {
      attempt.wanted = element.text;
      break;
    }
    ++attempt.matched;
    begin = static_cast<std::size_t>(match[0].data() - row_.bytes.data());
    end = begin + match[0].size();
  }
  const std::size_t first = begin / width, next = end / width;
  if (end > begin)
    attempt.tokens = {row_.cells[first].tokens.first, row_.cells[next - 1].tokens.last};
  if (next < row_.cells.size() && attempt.matched > 0) attempt.found = row_.cells[next].tokens;
  return attempt;
}

}  // namespace factloom
