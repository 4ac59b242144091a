// SPDX-License-Identifier: Apache-2.0
#include "graph/statistics.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_set>

namespace factloom {
namespace {

using Tally = std::map<std::string, std::uint64_t, std::less<>>;

void add_one(Tally& tally, std::string_view name) {
  if (const auto known = tally.find(name); known != tally.end())
    ++known->second;
  else
    tally.emplace(name, 1);
}

std::vector<Count> by_name(const Tally& tally) {
  std::vector<Count> counts;
  for (const auto& [name, number] : tally) counts.push_back({name, number});
  return counts;
}

std::vector<Count> by_number(const Tally& tally) {
  std::vector<Count> counts = by_name(tally);
  std::stable_sort(counts.begin(), counts.end(),
                   [](const Count& a, const Count& b) { return a.number > b.number; });
  return counts;
}

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Does text begin with an ISO date at least as precise as the year (4 bytes) or month (7)?
bool is_dated(std::string_view text, std::size_t bytes) {
  if (text.size() < bytes || !is_digits(text.substr(0, 4))) return false;
  if (text.size() > 4 && text[4] != '-' && text[4] != '/') return false;
  return bytes == 4 || (text[4] == '-' && is_digits(text.substr(5, 2)));
}

void count_parts(const KnowledgeGraph& graph, Statistics& s) {
  Tally types, relations, properties;
  for (const GraphEntity& e : graph.entities()) {
    add_one(types, e.type);
    s.properties += e.properties.size();
    for (const Property& p : e.properties) {
      add_one(properties, p.relation);
      s.contradicted += p.contradicted;
    }
  }
  std::uint64_t statuses[5] = {};
  for (const GraphRelation& r : graph.relations()) {
    add_one(relations, r.relation);
    ++statuses[static_cast<std::size_t>(r.status)];
    s.contradicted += r.contradicted;
  }
  for (std::size_t i = 0; i < std::size(statuses); ++i)
    s.statuses.push_back({status_name(static_cast<Status>(i)), statuses[i]});
  s.types = by_number(types);
  s.relation_names = by_number(relations);
  s.property_names = by_number(properties);
}

void count_facts(const KnowledgeGraph& graph, Statistics& s) {
  Tally years, months;
  std::unordered_set<std::string_view> documents;
  std::string_view last;
  for (const FactView& fact : graph.evidence()) {
    if (fact.document != last || documents.empty()) documents.insert(last = fact.document);
    const std::string_view date = is_dated(fact.date, 4) ? fact.date : fact.source.date;
    if (!is_dated(date, 4)) {
      ++s.undated;
      continue;
    }
    add_one(years, date.substr(0, 4));
    if (is_dated(date, 7)) add_one(months, date.substr(0, 7));
  }
  s.documents = documents.size();
  s.years = by_name(years);
  s.months = by_name(months);
}

void measure(const KnowledgeGraph& graph, Statistics& s) {
  const LinkTable links = links_of(graph);
  for (std::uint32_t e = 0; e < links.size(); ++e)
    s.degree.push_back(static_cast<std::uint32_t>(links.of(e).size()));
  s.component = components_of(links);
  for (const std::uint32_t c : s.component) {
    if (c >= s.component_sizes.size()) s.component_sizes.resize(c + 1, 0);
    ++s.component_sizes[c];
  }
  s.page_rank = page_rank_of(links);
  s.betweenness = betweenness_of(links);
  s.communities = communities_of(links);
}

}  // namespace

Statistics statistics_of(const KnowledgeGraph& graph) {
  Statistics s;
  s.entities = graph.entities().size();
  s.relations = graph.relations().size();
  s.facts = graph.evidence().size();
  s.duplicates = graph.duplicates().size();
  count_parts(graph, s);
  count_facts(graph, s);
  measure(graph, s);
  return s;
}

template <class Value>
std::vector<std::uint32_t> highest(const std::vector<Value>& values, std::size_t most) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::erase_if(order, [&](std::uint32_t e) { return !(values[e] > Value{}); });
  const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(most, order.size()));
  std::partial_sort(order.begin(), end, order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return values[a] != values[b] ? values[a] > values[b] : a < b;
  });
  order.erase(end, order.end());
  return order;
}

template std::vector<std::uint32_t> highest(const std::vector<std::uint32_t>&, std::size_t);
template std::vector<std::uint32_t> highest(const std::vector<double>&, std::size_t);

}  // namespace factloom
