// SPDX-License-Identifier: Apache-2.0
#include "graph/graph_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "graph/name_entities.h"
#include "graph/near_duplicates.h"
#include "graph/rivals.h"

namespace factloom {
namespace {

/// Where a fact stands; documents by their order.
struct FactPlace {
  std::uint32_t document = 0, sentence = 0, subject = 0, object = 0, fact = 0;
};

std::vector<FactPlace> places_of(const std::vector<Fact>& facts) {
  std::unordered_map<std::string_view, std::uint32_t> ranks;
  std::string_view last;
  for (const Fact& f : facts) {
    if (f.document == last && !ranks.empty()) continue;
    last = f.document;
    ranks.try_emplace(last, 0);
  }
  std::vector<std::string_view> documents;
  for (const auto& [document, rank] : ranks) documents.push_back(document);
  std::sort(documents.begin(), documents.end());
  for (std::uint32_t i = 0; i < documents.size(); ++i) ranks[documents[i]] = i;
  std::vector<FactPlace> places;
  places.reserve(facts.size());
  std::uint32_t rank = 0;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    const Fact& f = facts[i];
    if (i == 0 || f.document != facts[i - 1].document) rank = ranks[f.document];
    places.push_back({rank, f.sentence.start, f.subject.start, f.object.start, i});
  }
  return places;
}

/// Moves facts so that at each place stands the one whose place `order` tells. Facts are large:
/// each is moved once.
void put_in_order(std::vector<Fact>& facts, std::vector<std::uint32_t> order) {
  for (std::uint32_t first = 0; first < order.size(); ++first) {
    if (order[first] == first) continue;
    Fact taken = std::move(facts[first]);
    std::uint32_t to = first;
    for (std::uint32_t from = order[to]; from != first; from = order[to]) {
      facts[to] = std::move(facts[from]);
      order[to] = to;
      to = from;
    }
    facts[to] = std::move(taken);
    order[to] = to;
  }
}

/// By place, and by all else where the place is one.
void sort_facts(std::vector<Fact>& facts) {
  std::vector<FactPlace> places = places_of(facts);
  std::sort(places.begin(), places.end(), [&](const FactPlace& a, const FactPlace& b) {
    const auto place = [](const FactPlace& p) {
      return std::tie(p.document, p.sentence, p.subject, p.object);
    };
    return place(a) < place(b) || (place(a) == place(b) && facts[a.fact] < facts[b.fact]);
  });
  std::vector<std::uint32_t> order;
  order.reserve(places.size());
  for (const FactPlace& p : places) order.push_back(p.fact);
  put_in_order(facts, std::move(order));
}

int firmness(Status s) {
  switch (s) {
    case Status::asserted:
      return 0;
    case Status::former:
      return 1;
    case Status::planned:
      return 2;
    case Status::hedged:
      return 3;
    case Status::negated:
      break;
  }
  return 4;
}

/// Ids: type and name, with a number of their own where two are alike.
void give_ids(std::vector<GraphEntity>& entities) {
  using Place = std::pair<std::size_t, std::uint32_t>;  // hash of the id, entity
  std::vector<Place> places;
  places.reserve(entities.size());
  for (GraphEntity& e : entities) {
    e.id = id_of(e.type, e.name);
    places.emplace_back(std::hash<std::string>()(e.id), static_cast<std::uint32_t>(places.size()));
  }
  std::sort(places.begin(), places.end());
  for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    while (end < places.size() && places[end].first == places[begin].first) ++end;
    if (end - begin == 1) continue;
    std::map<std::string, std::uint32_t> used;
    for (std::size_t i = begin; i < end; ++i) {
      std::string& id = entities[places[i].second].id;
      const std::uint32_t n = ++used[id];
      if (n > 1) id += "." + std::to_string(n);
    }
  }
}

/// What a fact says, between entities.
struct Saying {
  std::uint32_t subject = 0;
  std::string_view relation;
  std::uint32_t object = 0;  ///< no_entity for a literal
  std::string_view value;
  std::uint32_t fact = 0;
  bool same_as(const Saying& o) const {
    return std::tie(subject, relation, object, value) ==
           std::tie(o.subject, o.relation, o.object, o.value);
  }
  auto operator<=>(const Saying&) const = default;
};

/// Documents, surest evidence, firmest status of facts that say the same.
struct Sum {
  std::uint32_t documents = 0;
  double doubt = 1;
  Status status = Status::negated;
};

/// Documents that repeat another count as that other.
using Originals = std::map<std::string, std::string>;

Sum sum_up(std::span<const Fact> facts, const Originals& originals) {
  Sum s;
  std::map<std::string_view, double> surest;
  for (const Fact& f : facts) {
    const auto it = originals.find(f.document);
    double& best = surest[it == originals.end() ? f.document : it->second];
    best = std::max(best, f.confidence);
    if (firmness(f.status) < firmness(s.status)) s.status = f.status;
  }
  for (const auto& [document, best] : surest) s.doubt *= 1 - best;
  s.documents = static_cast<std::uint32_t>(surest.size());
  return s;
}

/// Does a date begin with a year? Others ("--07-01", "two years later") cannot be ordered.
bool is_iso(const std::string& date) {
  return date.size() >= 4 &&
         std::all_of(date.begin(), date.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
}

/// Widens the time of an entity or a relation to hold a date.
template <class Dated>
void note_date(Dated& d, const std::string& date) {
  if (!is_iso(date)) return;
  if (d.first_date.empty() || date < d.first_date) d.first_date = date;
  if (d.last_date.empty() || date > d.last_date) d.last_date = date;
}

/// What the facts say, those that say the same together; a fact whose ends became one entity says
/// nothing.
std::vector<Saying> sayings(const std::vector<Fact>& facts, const std::vector<EntityEnds>& ends,
                            const Ontology& ontology) {
  std::vector<Saying> all;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    const Fact& f = facts[i];
    Saying said{ends[i].subject, f.relation, ends[i].object, f.object.name, i};
    if (!f.object.literal) {
      said.value = {};
      const RelationId r = ontology.find_relation(f.relation);
      if (r != RelationId::none && ontology.relation(r).symmetric && said.object < said.subject)
        std::swap(said.subject, said.object);
      if (said.subject == said.object) continue;
    }
    all.push_back(said);
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// The tables of a graph while it is put together.
struct Tables {
  std::vector<GraphEntity>& entities;
  std::vector<GraphRelation>& relations;
  std::vector<Fact> evidence;
  const Originals& originals;
  const Ontology& ontology;
  std::span<const Fact> evidence_of(const Property& p) const {
    return std::span<const Fact>(evidence).subspan(p.first_evidence, p.evidence_count);
  }
};

void add_property(const Saying& key, std::uint32_t first, std::uint32_t count, bool functional,
                  Tables& t) {
  const Sum sum = sum_up(std::span<const Fact>(t.evidence).subspan(first, count), t.originals);
  auto& properties = t.entities[key.subject].properties;
  Property p{std::string(key.relation),
             std::string(key.value),
             t.evidence[first].object.type,
             first,
             count,
             sum.documents,
             false};
  if (functional && is_stated(sum.status))
    for (Property& other : properties)
      if (other.relation == key.relation && !dates_agree(other.value, key.value) &&
          is_stated(sum_up(t.evidence_of(other), t.originals).status))
        p.contradicted = other.contradicted = true;
  properties.push_back(std::move(p));
}

void add_relation(const Saying& key, std::uint32_t first, std::uint32_t count, bool functional,
                  Tables& t) {
  const Sum sum = sum_up(std::span<const Fact>(t.evidence).subspan(first, count), t.originals);
  GraphRelation r{key.subject,
                  key.object,
                  std::string(key.relation),
                  sum.status,
                  sum.documents,
                  1 - sum.doubt,
                  first,
                  count,
                  false,
                  "",
                  ""};
  if (functional && is_stated(r.status))
    for (std::size_t i = t.relations.size(); i-- > 0;) {
      GraphRelation& other = t.relations[i];
      if (other.subject != key.subject || other.relation != key.relation) break;
      if (is_stated(other.status) &&
          !may_hold_other(t.entities[other.object].type, t.entities[key.object].type, t.ontology))
        r.contradicted = other.contradicted = true;
    }
  for (std::uint32_t i = first; i < first + count; ++i) {
    const Fact& f = t.evidence[i];
    note_date(r, is_iso(f.date) ? f.date : f.source.date);
  }
  t.relations.push_back(std::move(r));
}

/// The number of each fact's document; facts are sorted by it.
std::vector<std::uint32_t> number_documents(std::span<const Fact> facts) {
  std::vector<std::uint32_t> numbers(facts.size(), 0);
  for (std::size_t i = 1; i < facts.size(); ++i)
    numbers[i] = numbers[i - 1] + (facts[i].document != facts[i - 1].document ? 1 : 0);
  return numbers;
}

/// The evidence in the order of what it says: facts that say nothing are left out.
std::vector<Fact> evidence_in_order(std::vector<Fact> facts, const std::vector<Saying>& all) {
  std::vector<std::uint32_t> order;
  order.reserve(facts.size());
  std::vector<bool> said(facts.size(), false);
  for (const Saying& s : all) {
    order.push_back(s.fact);
    said[s.fact] = true;
  }
  for (std::uint32_t i = 0; i < facts.size(); ++i)
    if (!said[i]) order.push_back(i);
  put_in_order(facts, std::move(order));
  facts.resize(all.size());
  return facts;
}

/// Where groups of facts that say the same end.
std::vector<std::size_t> ends_of_groups(const std::vector<Saying>& all) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i <= all.size(); ++i)
    if (i == all.size() || !all[i].same_as(all[i - 1])) ends.push_back(i);
  return ends;
}

/// Moves the evidence into place, and adds what each group of it says.
void add_groups(std::vector<Saying> all, const std::vector<std::uint32_t>& document_of,
                std::vector<Fact> facts, Tables& t) {
  const std::vector<std::size_t> ends = ends_of_groups(all);
  t.evidence = evidence_in_order(std::move(facts), all);  // `all` has no texts from here on
  std::vector<std::pair<std::uint32_t, std::uint32_t>> documents;  // of entities
  documents.reserve(all.size() * 2);
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    const Fact& one = t.evidence[begin];
    const bool literal = all[begin].object == no_entity;
    const Saying said{all[begin].subject, one.relation, all[begin].object,
                      literal ? std::string_view(one.object.name) : std::string_view(), 0};
    for (std::size_t i = begin; i < end; ++i)
      for (const std::uint32_t e : {said.subject, said.object}) {
        if (e == no_entity) continue;
        documents.emplace_back(e, document_of[all[i].fact]);
        note_date(t.entities[e], t.evidence[i].date);
      }
    const RelationId id = t.ontology.find_relation(one.relation);
    const bool functional = id != RelationId::none && t.ontology.relation(id).functional;
    (literal ? add_property : add_relation)(said, static_cast<std::uint32_t>(begin),
                                            static_cast<std::uint32_t>(end - begin), functional, t);
    begin = end;
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  for (const auto& [entity, document] : documents) ++t.entities[entity].documents;
}

}  // namespace

KnowledgeGraph GraphBuilder::build() {
  sort_facts(facts_);
  facts_.erase(std::unique(facts_.begin(), facts_.end()), facts_.end());
  NamedEntities named = name_entities(facts_, ontology_, forms_, decisions_);
  GraphParts g;
  g.entities = std::move(named.entities);
  g.merges = std::move(named.merges);
  g.duplicates = find_near_duplicates(facts_);
  Originals originals;
  for (const NearDuplicate& d : g.duplicates) originals[d.document] = d.original;
  Tables tables{g.entities, g.relations, {}, originals, ontology_};
  const std::vector<std::uint32_t> document_of = number_documents(facts_);
  std::vector<Saying> all = sayings(facts_, named.ends, ontology_);
  add_groups(std::move(all), document_of, std::move(facts_), tables);
  g.evidence = std::move(tables.evidence);
  give_ids(g.entities);
  facts_.clear();
  return KnowledgeGraph(std::move(g));
}

}  // namespace factloom
