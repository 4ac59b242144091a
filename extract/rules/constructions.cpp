// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/constructions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "extract/base/table.h"

namespace factloom {
namespace {

constexpr std::array<std::pair<std::string_view, LinkKind>, 13> link_names = {{
    {"subject", LinkKind::subject},
    {"object", LinkKind::object},
    {"object2", LinkKind::object2},
    {"complement", LinkKind::complement},
    {"prep", LinkKind::preposition},
    {"possessor", LinkKind::possessor},
    {"modifier", LinkKind::modifier},
    {"apposition", LinkKind::apposition},
    {"title", LinkKind::title},
    {"infinitive", LinkKind::infinitive},
    {"attribute", LinkKind::attribute},
    {"when", LinkKind::when},
    {"coordinate", LinkKind::coordinate},
}};
constexpr std::array<std::pair<std::string_view, StepKind>, 17> plain_steps = {{
    {"@active", StepKind::active},
    {"@passive", StepKind::passive},
    {"@copula", StepKind::copula},
    {"group", StepKind::group},
    {"=", StepKind::group},
    {"hyphen", StepKind::hyphen},
    {"@firm", StepKind::firm},
    {"@unclaimed", StepKind::unclaimed},
    {"@singular", StepKind::singular},
    {"@plural", StepKind::plural},
    {"@point", StepKind::point},
    {"@alone", StepKind::alone},
    {"@precedes", StepKind::precedes},
    {"@body", StepKind::body},
    {"@organization", StepKind::named_org},
    {"@requested", StepKind::requested},
    {"speaker", StepKind::speaker},
}};
constexpr std::array<std::string_view, 4> trigger_names = {"verb", "noun", "event", "adjective"};
constexpr std::array<std::string_view, 16> function_names = {
    "subject", "object", "object2", "complement", "infinitive", "holder",    "of",          "agent",
    "patient", "owner",  "when",    "compound",   "asker",      "announcer", "preposition", "self"};

std::optional<PathStep> parse_step(std::string_view text, Lexicon& lexicon) {
  PathStep step;
  for (const auto& [word, kind] : plain_steps)
    if (word == text) {
      step.kind = kind;
      return step;
    }
  if (text.substr(0, 6) == "@asks=") {
    step.kind = StepKind::asks;
    for (const auto w : split(text.substr(6), '|')) step.words.push_back(lexicon.add(w, Tag::IN));
  } else if (text.substr(0, 7) == "@modal=") {
    step.kind = StepKind::modal;
    step.semantic_class = lexicon.find_class(text.substr(7));
  } else if (text.substr(0, 8) == "@unlike=") {
    step.kind = StepKind::unlike;
    step.semantic_class = lexicon.find_class(text.substr(8));
  } else if (text.substr(0, 7) == "@class=") {
    step.kind = StepKind::of_class;
    step.semantic_class = lexicon.find_class(text.substr(7));
  } else {
    if (text.front() == '^') {
      step.kind = StepKind::inverse;
      text.remove_prefix(1);
    }
    const auto colon = text.find(':');
    const auto name = text.substr(0, colon);
    bool known = false;
    for (const auto& [word, kind] : link_names)
      if (word == name) {
        step.link = kind;
        known = true;
      }
    if (!known) return std::nullopt;
    if (colon != std::string_view::npos) {
      const auto words = text.substr(colon + 1);
      step.rule_words = words == "*";
      if (!step.rule_words)
        for (const auto w : split(words, '|')) step.words.push_back(lexicon.add(w, Tag::IN));
    }
  }
  return step;
}

template <std::size_t N>
int position(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<int>(i);
  return -1;
}

bool said_by_bits(StepKind kind) {
  return kind == StepKind::active || kind == StepKind::passive || kind == StepKind::copula;
}

/// What must be seen of a node for some steps to begin there: what they ask up to the first that
/// leaves the node.
Beginning beginning_of(std::span<const PathStep> steps) {
  Beginning b;
  for (const PathStep& step : steps) switch (step.kind) {
      case StepKind::active:
        b.needs |= beginning::active;
        break;
      case StepKind::passive:
        b.needs |= beginning::passive;
        break;
      case StepKind::copula:
        b.needs |= beginning::copula;
        break;
      case StepKind::of_class:
      case StepKind::unlike:
      case StepKind::modal:
      case StepKind::requested:
      case StepKind::firm:
      case StepKind::unclaimed:
      case StepKind::singular:
      case StepKind::plural:
      case StepKind::point:
      case StepKind::alone:
      case StepKind::body:
      case StepKind::named_org:
      case StepKind::precedes:
      case StepKind::asks:
        break;
      case StepKind::link:
      case StepKind::inverse: {
        const bool onward = step.kind == StepKind::link;
        b.needs |= onward ? beginning::from(step.link) : beginning::to(step.link);
        if (!step.words.empty()) b.prepositions = 0;
        for (const WordId word : step.words)
          b.prepositions |= onward ? beginning::from_word(word) : beginning::to_word(word);
        return b;
      }
      case StepKind::group:
      case StepKind::hyphen:
      case StepKind::speaker:
        return b;
    }
  return b;
}

/// The first step that leaves the node where a path begins; the end if none does.
std::size_t first_way(const Construction& c) {
  std::size_t i = 0;
  while (i < c.path.size() && is_test(c.path[i].kind)) ++i;
  return i;
}

/// Do two paths leave their first node the same way?
bool same_way(const Construction& one, const Construction& other) {
  const std::size_t i = first_way(one), k = first_way(other);
  if (i == one.path.size() || k == other.path.size()) return false;
  const PathStep &a = one.path[i], &b = other.path[k];
  return a.kind == b.kind && a.link == b.link && a.rule_words == b.rule_words &&
         a.words == b.words && a.semantic_class == b.semantic_class;
}

/// Notes what the search asks of a path at every turn; `others` stand before it.
void note_ways(Construction& c, const std::vector<Construction>& others) {
  while (c.known < c.path.size() && said_by_bits(c.path[c.known].kind)) ++c.known;
  const auto same =
      std::find_if(others.begin(), others.end(), [&](const auto& o) { return same_way(o, c); });
  c.way = same == others.end() ? static_cast<int>(others.size()) : same->way;
  const std::size_t first = first_way(c);
  if (first == c.path.size()) return;
  c.rule_words = c.path[first].rule_words;
  const auto rest = std::span<const PathStep>(c.path).subspan(first + 1);
  c.goes_on = !rest.empty();
  c.onward = beginning_of(rest);
  for (std::size_t i = 0; i < rest.size() && is_test(rest[i].kind); ++i)
    if (rest[i].kind == StepKind::of_class) c.onward_class = rest[i].semantic_class;
}

/// Marks of the prepositions that a path over none of the slot's takes.
std::uint32_t prepositions_of(const Construction& c) {
  std::uint32_t marks = 0;
  for (const PathStep& step : c.path) {
    if (step.rule_words) return 0;
    if (is_test(step.kind)) continue;
    for (const WordId word : step.words) marks |= preposition_mark(word);
  }
  return marks == 0 ? UINT32_MAX : marks;
}

}  // namespace

Result<Constructions> Constructions::load(const std::string& file, Lexicon& lexicon) {
  const auto rows = read_table(file, 5, 5);
  if (!rows) return rows.errors();
  Constructions all;
  Diagnostics errors;
  for (const TableRow& row : *rows) {
    const int trigger = position(trigger_names, row.fields[0]);
    const int function = position(function_names, row.fields[1]);
    if (trigger < 0)
      errors.push_back(row.trouble(file, 0, "unknown kind of trigger '" + row.fields[0] + "'"));
    if (function < 0)
      errors.push_back(row.trouble(file, 1, "unknown function '" + row.fields[1] + "'"));
    Construction c;
    c.name = row.fields[2];
    for (const auto text : split(row.fields[3], ' ')) {
      if (auto step = parse_step(text, lexicon))
        c.path.push_back(std::move(*step));
      else
        errors.push_back(
            row.trouble(file, 3, "unknown step '" + std::string(text) + "' in a path"));
    }
    const std::string& factor = row.fields[4];
    if (std::from_chars(factor.data(), factor.data() + factor.size(), c.factor).ec != std::errc())
      errors.push_back(row.trouble(file, 4, "'" + factor + "' is no number"));
    if (!errors.empty()) continue;
    const auto t = static_cast<std::size_t>(trigger), f = static_cast<std::size_t>(function);
    if (static_cast<Function>(function) == Function::preposition)
      all.own_prepositions_ |= prepositions_of(c);
    Ways& ways = all.table_[t][f];
    note_ways(c, ways.all);
    ways.beginnings.push_back(beginning_of(c.path));
    if (ways.beginnings.back().at(beginning::always))
      all.always_[t] |= bit_of(static_cast<Function>(function));
    ways.all.push_back(std::move(c));
  }
  if (!errors.empty()) return errors;
  return all;
}

}  // namespace factloom
