// SPDX-License-Identifier: Apache-2.0
#include "extract/gold/coverage.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "extract/reference/distance.h"

namespace factloom {
namespace {

/// What marks the facts of a sentence that say the same.
auto said(const RawFact& f, const Mentions& mentions) {
  const auto end = [&](MentionId m) {
    const EntityId e = mentions.mentions[index(m)].entity;
    return e == EntityId::none ? std::make_pair(1u, index(m)) : std::make_pair(0u, index(e));
  };
  return std::make_tuple(f.relation, end(f.subject), end(f.object));
}

/// What marks a fact that a rule found twice at one place.
auto place_of(const RawFact& f) {
  return std::make_tuple(f.rule, f.construction, f.relation, f.subject, f.object, f.trigger.first);
}

}  // namespace

std::vector<FiredRule> fired_rules(Analysis& analysis, const Annotation* annotation,
                                   const Knowledge& knowledge) {
  const Text& text = analysis.text;
  const References references(analysis.mentions, text);
  std::optional<Judge> judge;
  if (annotation != nullptr) judge.emplace(*annotation, analysis, knowledge.ontology);
  const Offsets offsets(text.source);
  std::vector<FiredRule> fired;
  PatternMatcher matcher;
  for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
    const std::vector<RawFact> facts = read_sentence(analysis, i, knowledge, matcher);
    std::map<decltype(said(facts[0], analysis.mentions)), std::vector<RuleId>> rules;
    for (const RawFact& f : facts) rules[said(f, analysis.mentions)].push_back(f.rule);
    std::set<decltype(place_of(facts[0]))> seen;
    for (const RawFact& f : facts) {
      if (!seen.insert(place_of(f)).second) continue;  // a trigger by its word and by its class
      const auto words = [&](TokenRange range) {
        return std::string(text.span(range).of(text.source));
      };
      const auto end = [&](MentionId m) {
        return words(analysis.mentions.mentions[index(m)].tokens);
      };
      const Span s = text.sentences[i].span;
      const auto& others = rules[said(f, analysis.mentions)];
      FiredRule x{f.rule,
                  std::string(f.construction),
                  f.relation,
                  f.status,
                  f.confidence,
                  std::string(references.of(f.subject)),
                  std::string(references.of(f.object)),
                  end(f.subject),
                  end(f.object),
                  words(f.trigger),
                  {offsets.code_point(s.begin), offsets.code_point(s.end)},
                  Verdict::open,
                  std::all_of(others.begin(), others.end(), [&](RuleId r) { return r == f.rule; })};
      if (judge && f.status != Status::negated)
        x.verdict = judge->verdict(f.relation, f.subject, f.object, i);
      fired.push_back(std::move(x));
    }
  }
  return fired;
}

}  // namespace factloom
