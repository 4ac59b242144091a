// SPDX-License-Identifier: Apache-2.0
#include "graph/compare.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

namespace factloom {
namespace {

constexpr std::uint32_t several = nowhere - 1;

/// For each entity of either graph its counterpart in the other.
struct Counterparts {
  std::vector<std::uint32_t> of_old, of_new;
};

using Keys = std::function<std::set<std::string>(const GraphEntity&)>;

/// Key to the one entity without a counterpart that has it.
std::unordered_map<std::string, std::uint32_t> index_by(
    const Keys& keys, const KnowledgeGraph& graph, const std::vector<std::uint32_t>& counterpart) {
  std::unordered_map<std::string, std::uint32_t> index;
  for (std::uint32_t e = 0; e < counterpart.size(); ++e) {
    if (counterpart[e] != nowhere) continue;
    for (const std::string& key : keys(graph.entities()[e])) {
      const auto [place, fresh] = index.emplace(key, e);
      if (!fresh) place->second = several;
    }
  }
  return index;
}

void pair_by(const Keys& keys, const KnowledgeGraph& before, const KnowledgeGraph& after,
             Counterparts& pairs) {
  const auto olds = index_by(keys, before, pairs.of_old);
  const auto news = index_by(keys, after, pairs.of_new);
  for (std::uint32_t e = 0; e < pairs.of_new.size(); ++e) {
    if (pairs.of_new[e] != nowhere) continue;
    for (const std::string& key : keys(after.entities()[e])) {
      const auto found = olds.find(key);
      if (found == olds.end() || found->second == several || news.at(key) == several) continue;
      if (pairs.of_old[found->second] != nowhere) continue;
      pairs.of_new[e] = found->second;
      pairs.of_old[found->second] = e;
      break;
    }
  }
}

Counterparts pair_entities(const KnowledgeGraph& before, const KnowledgeGraph& after,
                           const NameForms& forms) {
  const auto typed = [&forms](const GraphEntity& e, const std::string& name) {
    return e.type + '\n' + forms.normal_form(name);
  };
  const Keys passes[] = {
      [](const GraphEntity& e) { return std::set<std::string>{e.id}; },
      [&](const GraphEntity& e) { return std::set<std::string>{typed(e, e.name)}; },
      [](const GraphEntity& e) { return std::set<std::string>(e.ids.begin(), e.ids.end()); },
      [&](const GraphEntity& e) {
        std::set<std::string> keys{typed(e, e.name)};
        for (const std::string& alias : e.aliases) keys.insert(typed(e, alias));
        return keys;
      },
      [&](const GraphEntity& e) { return std::set<std::string>{forms.normal_form(e.name)}; },
  };
  Counterparts pairs{std::vector<std::uint32_t>(before.entities().size(), nowhere),
                     std::vector<std::uint32_t>(after.entities().size(), nowhere)};
  for (const Keys& keys : passes) pair_by(keys, before, after, pairs);
  return pairs;
}

/// New first, then gone, then changed, each in its order.
template <class Change, class Places>
void sort_changes(std::vector<Change>& changes, const Places& places) {
  const auto rank = [&places](const Change& change) {
    const auto [before, after] = places(change);
    const int kind = before == nowhere ? 0 : after == nowhere ? 1 : 2;
    return std::pair(kind, kind == 1 ? before : after);
  };
  std::stable_sort(changes.begin(), changes.end(),
                   [&](const Change& a, const Change& b) { return rank(a) < rank(b); });
}

std::vector<Pairing> changed_entities(const KnowledgeGraph& before, const KnowledgeGraph& after,
                                      const Counterparts& pairs) {
  std::vector<Pairing> changes;
  for (std::uint32_t e = 0; e < pairs.of_new.size(); ++e) {
    const std::uint32_t old = pairs.of_new[e];
    if (old != nowhere) {
      const GraphEntity &a = before.entities()[old], &b = after.entities()[e];
      if (a.name == b.name && a.type == b.type) continue;
    }
    changes.push_back({old, e});
  }
  for (std::uint32_t e = 0; e < pairs.of_old.size(); ++e)
    if (pairs.of_old[e] == nowhere) changes.push_back({e, nowhere});
  return changes;
}

/// A relation by the places of its ends in the old graph; ends that are new come after all of it.
using RelationKey = std::tuple<std::uint32_t, std::string_view, std::uint32_t>;

std::vector<std::pair<RelationKey, std::uint32_t>> sorted_relations(
    const KnowledgeGraph& graph, const std::function<std::uint32_t(std::uint32_t)>& place) {
  std::vector<std::pair<RelationKey, std::uint32_t>> keys;
  keys.reserve(graph.relations().size());
  for (std::uint32_t i = 0; i < graph.relations().size(); ++i) {
    const GraphRelation& r = graph.relations()[i];
    keys.push_back({{place(r.subject), r.relation, place(r.object)}, i});
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool is_same(const GraphRelation& a, const GraphRelation& b) {
  return a.weight == b.weight && a.status == b.status && a.contradicted == b.contradicted;
}

bool is_same(const Property& a, const Property& b) {
  return a.documents == b.documents && a.contradicted == b.contradicted;
}

/// Walks two sorted lists of (key, place) side by side and hands on each pair of places.
template <class List, class Take>
void side_by_side(const List& olds, const List& news, const Take& take) {
  std::size_t i = 0, j = 0;
  while (i < olds.size() || j < news.size()) {
    if (j == news.size() || (i < olds.size() && olds[i].first < news[j].first))
      take(olds[i++].second, nowhere);
    else if (i == olds.size() || news[j].first < olds[i].first)
      take(nowhere, news[j++].second);
    else
      take(olds[i++].second, news[j++].second);
  }
}

std::vector<Pairing> changed_relations(const KnowledgeGraph& before, const KnowledgeGraph& after,
                                       const Counterparts& pairs) {
  const auto olds = sorted_relations(before, [](std::uint32_t e) { return e; });
  const auto first_new = static_cast<std::uint32_t>(before.entities().size());
  const auto news = sorted_relations(after, [&](std::uint32_t e) {
    return pairs.of_new[e] != nowhere ? pairs.of_new[e] : first_new + e;
  });
  std::vector<Pairing> changes;
  side_by_side(olds, news, [&](std::uint32_t a, std::uint32_t b) {
    const bool both = a != nowhere && b != nowhere;
    if (!both || !is_same(before.relations()[a], after.relations()[b])) changes.push_back({a, b});
  });
  return changes;
}

using PropertyKey = std::pair<std::string_view, std::string_view>;

std::vector<std::pair<PropertyKey, std::uint32_t>> sorted_properties(const KnowledgeGraph& graph,
                                                                     std::uint32_t entity) {
  std::vector<std::pair<PropertyKey, std::uint32_t>> keys;
  if (entity == nowhere) return keys;
  const auto& properties = graph.entities()[entity].properties;
  for (std::uint32_t i = 0; i < properties.size(); ++i)
    keys.push_back({{properties[i].relation, properties[i].value}, i});
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::vector<PropertyPairing> changed_properties(const KnowledgeGraph& before,
                                                const KnowledgeGraph& after,
                                                const Counterparts& pairs) {
  std::vector<PropertyPairing> changes;
  const auto add = [&](Pairing entity) {
    const auto olds = sorted_properties(before, entity.before);
    const auto news = sorted_properties(after, entity.after);
    side_by_side(olds, news, [&](std::uint32_t a, std::uint32_t b) {
      const bool both = a != nowhere && b != nowhere;
      if (!both || !is_same(before.entities()[entity.before].properties[a],
                            after.entities()[entity.after].properties[b]))
        changes.push_back({entity, {a, b}});
    });
  };
  for (std::uint32_t e = 0; e < pairs.of_new.size(); ++e) add({pairs.of_new[e], e});
  for (std::uint32_t e = 0; e < pairs.of_old.size(); ++e)
    if (pairs.of_old[e] == nowhere) add({e, nowhere});
  return changes;
}

}  // namespace

Comparison compare(const KnowledgeGraph& before, const KnowledgeGraph& after,
                   const NameForms& forms) {
  const Counterparts pairs = pair_entities(before, after, forms);
  Comparison result{changed_entities(before, after, pairs), changed_relations(before, after, pairs),
                    changed_properties(before, after, pairs)};
  const auto places = [](const Pairing& p) { return std::pair(p.before, p.after); };
  sort_changes(result.entities, places);
  sort_changes(result.relations, places);
  sort_changes(result.properties, [](const PropertyPairing& p) {
    // An entity's properties stay together: the entity decides the order, the property the kind.
    return std::pair(p.property.before == nowhere ? nowhere : p.entity.before,
                     p.property.after == nowhere ? nowhere : p.entity.after);
  });
  return result;
}

}  // namespace factloom
