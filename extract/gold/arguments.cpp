// SPDX-License-Identifier: Apache-2.0
#include "extract/gold/arguments.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "extract/rules/cursor.h"

namespace factloom {
namespace {

bool among(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Where a path is, and the preposition of the rule's own that it passed.
struct Reached {
  std::uint16_t node = 0;
  bool loose = false;
  WordId word = WordId::none;
};

/// Walks the constructions from a trigger to all that they reach.
class ArgumentFinder {
 public:
  ArgumentFinder(const Links& links, const GroupContext& context, const Constructions& table)
      : l_(links), c_(context), table_(table) {}

  std::vector<Argument> find(TriggerKind kind, std::uint16_t trigger) {
    found_.clear();
    for (std::size_t f = 0; f < function_names().size(); ++f) {
      std::size_t order = 0;
      for (const Construction& c : table_.of(kind, static_cast<Function>(f))) {
        std::vector<Reached> reached = {{trigger, false, WordId::none}};
        for (const PathStep& step : c.path) {
          std::vector<Reached> next;
          for (const Reached& r : reached) take(step, r, trigger, next);
          reached = std::move(next);
        }
        for (const Reached& r : reached) note(kind, f, order + (r.loose ? 1 : 0), r);
        order += 2;
      }
    }
    return found_;
  }

 private:
  const Group& group(std::uint16_t node) const { return l_.groups[l_.nodes[node].group]; }

  void take(const PathStep& step, const Reached& r, std::uint16_t trigger,
            std::vector<Reached>& next) const {
    switch (step.kind) {
      case StepKind::link:
      case StepKind::inverse:
        return follow(step, r, trigger, next);
      case StepKind::group:
        return next.push_back({l_.nodes[r.node].group, r.loose, r.word});
      case StepKind::active:
      case StepKind::passive:
      case StepKind::copula:
      case StepKind::of_class:
      case StepKind::unlike:
        if (meets(group(r.node), step, c_.text)) next.push_back(r);
        return;
      case StepKind::unclaimed:
        return next.push_back(r);
      case StepKind::firm:
      case StepKind::precedes:
        if (!r.loose) next.push_back(r);
        return;
      case StepKind::hyphen:
      case StepKind::modal:
      case StepKind::requested:
      case StepKind::speaker:
      case StepKind::singular:
      case StepKind::plural:
      case StepKind::point:
      case StepKind::alone:
      case StepKind::body:
      case StepKind::named_org:
      case StepKind::asks:
        return;  // rare: not proposed
    }
  }

  void follow(const PathStep& step, const Reached& r, std::uint16_t trigger,
              std::vector<Reached>& next) const {
    for (const Link& link : l_.links) {
      const bool out = step.kind == StepKind::link;
      const std::uint16_t here = out ? link.from : link.to, there = out ? link.to : link.from;
      if (link.kind != step.link || here != r.node || there == trigger) continue;
      if (!step.words.empty() &&
          std::find(step.words.begin(), step.words.end(), link.word) == step.words.end())
        continue;
      next.push_back({there, r.loose || link.loose, step.rule_words ? link.word : r.word});
    }
  }

  void note(TriggerKind kind, std::size_t function, std::size_t order, const Reached& r) {
    std::string name = function_names()[function];
    if (static_cast<Function>(function) == Function::preposition) {
      if (r.word == WordId::none) return;
      name = c_.lexicon.text(r.word);
      const bool function_too = kind == TriggerKind::noun && among(function_names(), name);
      if (function_too || among(frame_keywords(), name)) return;
    }
    add(name, order, r.node);
    if (r.node >= l_.groups.size() || l_.conjunct_of[r.node] != r.node) return;
    for (auto g = static_cast<std::uint16_t>(r.node + 1u); g < l_.groups.size(); ++g)
      if (l_.conjunct_of[g] == r.node) add(name, order, g);
  }

  void add(const std::string& function, std::size_t order, std::uint16_t node) {
    MentionId m = l_.nodes[node].mention;
    if (m == MentionId::none && node < l_.groups.size()) m = identity(l_, node, c_);
    if (m != MentionId::none) found_.push_back({function, order, m});
  }

  const Links& l_;
  const GroupContext& c_;
  const Constructions& table_;
  std::vector<Argument> found_;
};

}  // namespace

std::vector<Argument> arguments_of(TriggerKind kind, std::uint16_t trigger, const Links& links,
                                   const GroupContext& context, const Constructions& table) {
  return ArgumentFinder(links, context, table).find(kind, trigger);
}

std::vector<Argument> fillers(const std::vector<Argument>& all, TypeSet types,
                              const Mentions& mentions) {
  const auto type_of = [&](MentionId id) {
    const Mention& m = mentions.mentions[index(id)];
    const TypeId t =
        m.entity == EntityId::none ? TypeId::none : mentions.entities[index(m.entity)].type;
    return t == TypeId::none ? m.type : t;
  };
  std::map<std::string_view, std::size_t> first;
  std::vector<Argument> right;
  for (const Argument& a : all) {
    if (!Ontology::in(type_of(a.mention), types)) continue;
    right.push_back(a);
    const auto [at, is_new] = first.emplace(a.function, a.order);
    if (!is_new) at->second = std::min(at->second, a.order);
  }
  std::erase_if(right, [&](const Argument& a) { return first.at(a.function) != a.order; });
  return right;
}

}  // namespace factloom
