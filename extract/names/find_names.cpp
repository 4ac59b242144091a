// SPDX-License-Identifier: Apache-2.0
#include "extract/names/find_names.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <string>

#include "extract/names/candidate.h"
#include "extract/names/link_names.h"
#include "extract/names/name_table.h"
#include "extract/names/values.h"

namespace factloom {
namespace {

/// Names of places and peoples inside longer names ("Sydney" in "University of Technology Sydney").
void find_inside(const NameText& names, std::vector<Candidate>& candidates,
                 std::vector<Entity>& entities) {
  NameTable by_name;  // of entities; made when one is looked up
  std::vector<Entity> more;
  const auto count = candidates.size();
  for (std::size_t k = 0; k < count; ++k) {
    const auto outer = candidates[k].tokens;
    const auto family = names.rules.family(candidates[k].decided);
    if (candidates[k].entity == EntityId::none || outer.size() < 2 || family == Family::person ||
        family == Family::place)
      continue;
    for (auto i = outer.first; i < outer.last; ++i) {
      if (!names.capital(i)) continue;
      const auto limit = i == outer.first ? outer.last - 1 : outer.last;
      const auto hit = names.longest(i, limit);
      if (hit.tokens == 0) continue;
      for (const auto& sense : hit.senses) {
        const bool adjective = sense.kind == SenseKind::adjective;
        const auto type = names.rules.type(hit, sense);
        if (!adjective && (sense.kind != SenseKind::name ||
                           names.rules.family(type) != Family::place || sense.weight < 6))
          continue;
        Candidate c;
        c.tokens = {i, i + hit.tokens};
        c.inside = true;
        c.kind = adjective ? MentionKind::adjective : MentionKind::name;
        c.decided = type;
        if (by_name.empty()) {
          by_name = NameTable(entities.size());
          for (std::uint32_t e = 0; e < entities.size(); ++e)
            by_name.try_emplace(entities[e].name, e);
        }
        const std::string_view name = names.gazetteer.text(hit, sense.name);
        const auto [at, added] =
            by_name.try_emplace(name, static_cast<std::uint32_t>(entities.size() + more.size()));
        if (added) {
          more.emplace_back().name = name;
          more.back().type = type;
        }
        c.entity = static_cast<EntityId>(*at);
        candidates.push_back(c);
        break;
      }
      i += hit.tokens - 1;
    }
  }
  entities.insert(entities.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

Mention mention_of(const Candidate& c, Family family) {
  Mention m;
  m.tokens = c.tokens;
  const bool group = family != Family::person && family != Family::place && family != Family::other;
  if ((c.article && group) || (c.honour && family == Family::person)) --m.tokens.first;
  m.head = c.tokens.last - 1;
  if (family == Family::person) m.tokens.last += c.honours;
  m.type = c.decided;
  m.entity = c.entity;
  m.kind = c.kind;
  m.inside = c.inside;
  return m;
}

/// Values become mentions outside of names; equal words are one entity.
void add_values(const Text& text, const std::vector<Mention>& values, Mentions& result) {
  NameTable known;
  std::size_t name = 0;
  const auto names = result.mentions.size();
  const auto at_name = [&]() -> const Mention& { return result.mentions[name]; };
  for (auto value : values) {
    while (name < names && (at_name().inside || at_name().tokens.last <= value.tokens.first))
      ++name;
    value.inside = name < names && at_name().tokens.overlaps(value.tokens);
    const auto words = text.span(value.tokens).of(text.source);
    const auto [at, added] =
        known.try_emplace(words, static_cast<std::uint32_t>(result.entities.size()));
    if (added) {
      auto& entity = result.entities.emplace_back();
      entity.name = std::string(words);
      entity.type = value.type;
    }
    value.entity = static_cast<EntityId>(*at);
    result.mentions.push_back(value);
  }
}

/// Puts three rows of mentions that end at these places, each in order of the text, into one.
void merge_rows(std::vector<Mention>& mentions, std::size_t first_end, std::size_t second_end) {
  const auto before = [](const Mention& a, const Mention& b) {
    return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first
                                            : a.tokens.last > b.tokens.last;
  };
  const auto at = [&](std::size_t i) { return mentions.begin() + static_cast<std::ptrdiff_t>(i); };
  assert(std::is_sorted(at(0), at(first_end), before));
  assert(std::is_sorted(at(first_end), at(second_end), before));
  std::inplace_merge(at(0), at(first_end), at(second_end), before);
  std::inplace_merge(at(0), at(second_end), mentions.end(), before);
}

}  // namespace

Mentions find_names(const Text& text, const Lexicon& lexicon, const Gazetteer& gazetteer,
                    const Ontology& ontology, const NameRules& rules) {
  (void)ontology;
  NameText names(text, lexicon, gazetteer, rules);
  const auto values = find_values(text, rules, names.words);
  for (const auto& v : values) {
    for (auto i = v.tokens.first; i < v.tokens.last; ++i) names.value[i] = true;
  }
  auto candidates = find_candidates(names);
  take_first_words(names, candidates);
  std::size_t s = 0;
  for (auto& c : candidates) {
    while (text.sentences[s].tokens.last <= c.tokens.first) ++s;
    weigh(names, text.sentences[s].tokens, c);
  }
  weigh_next_sentences(names, candidates);
  Mentions result;
  result.entities = link_names(names, candidates);
  find_inside(names, candidates, result.entities);
  result.mentions.reserve(candidates.size() + values.size());
  std::size_t outer = 0;
  for (const auto& c : candidates) {
    if (c.entity == EntityId::none) continue;
    result.mentions.push_back(mention_of(c, rules.family(c.decided)));
    outer += !c.inside;
  }
  const auto inner_end = result.mentions.size();
  add_values(text, values, result);
  merge_rows(result.mentions, outer, inner_end);
  for (std::uint32_t i = 0; i < result.mentions.size(); ++i) {
    auto& entity = result.entities[index(result.mentions[i].entity)];
    if (entity.first == MentionId::none) entity.first = static_cast<MentionId>(i);
  }
  return result;
}

}  // namespace factloom
