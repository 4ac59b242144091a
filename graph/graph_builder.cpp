// SPDX-License-Identifier: Apache-2.0
#include "graph/graph_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/name_entities.h"
#include "graph/near_duplicates.h"

namespace factloom {
namespace {

/// By place, and by all else where the place is one.
bool earlier(const Fact& a, const Fact& b) {
  const auto place = [](const Fact& f) {
    return std::tie(f.document, f.sentence.start, f.subject.start, f.object.start);
  };
  return place(a) < place(b) || (place(a) == place(b) && a < b);
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

/// The name of a type as a part of an id: what is no ASCII letter or digit becomes _.
std::string ascii_word(std::string_view type) {
  std::string out;
  for (const char c : type) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    out += plain ? c : '_';
  }
  return out;
}

/// Ids: type and name, with a number of their own where two are alike.
void give_ids(std::vector<GraphEntity>& entities) {
  std::map<std::string, std::uint32_t> used;
  for (GraphEntity& e : entities) {
    std::string id = ascii_word(e.type) + "." + slug(e.name);
    const std::uint32_t n = ++used[id];
    e.id = n == 1 ? id : id + "." + std::to_string(n);
  }
}

struct Key {
  std::uint32_t subject = 0;
  std::string relation;
  std::uint32_t object = 0;  ///< no_entity for a literal
  std::string value;
  auto operator<=>(const Key&) const = default;
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

void note_date(GraphEntity& e, const std::string& date) {
  if (!is_iso(date)) return;
  if (e.first_date.empty() || date < e.first_date) e.first_date = date;
  if (e.last_date.empty() || date > e.last_date) e.last_date = date;
}

using Groups = std::map<Key, std::vector<std::uint32_t>>;

/// Facts that say the same, by what they say; a fact whose ends became one entity says nothing.
Groups group(const std::vector<Fact>& facts, const std::vector<EntityEnds>& ends,
             const Ontology& ontology) {
  Groups groups;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    const Fact& f = facts[i];
    Key key{ends[i].subject, f.relation, ends[i].object, f.object.name};
    if (!f.object.literal) {
      key.value.clear();
      const RelationId r = ontology.find_relation(f.relation);
      if (r != RelationId::none && ontology.relation(r).symmetric && key.object < key.subject)
        std::swap(key.subject, key.object);
      if (key.subject == key.object) continue;
    }
    groups[key].push_back(i);
  }
  return groups;
}

/// The tables of a graph while it is put together.
struct Tables {
  std::vector<GraphEntity>& entities;
  std::vector<GraphRelation>& relations;
  std::vector<Fact>& evidence;
  const Originals& originals;
};

void add_property(const Key& key, std::uint32_t first, std::uint32_t count, bool functional,
                  Tables& t) {
  const Sum sum = sum_up(std::span<const Fact>(t.evidence).subspan(first, count), t.originals);
  auto& properties = t.entities[key.subject].properties;
  Property p{key.relation,  key.value, t.evidence[first].object.type, first, count,
             sum.documents, false};
  if (functional && !properties.empty() && properties.back().relation == key.relation)
    p.contradicted = properties.back().contradicted = true;
  properties.push_back(std::move(p));
}

void add_relation(const Key& key, std::uint32_t first, std::uint32_t count, bool functional,
                  Tables& t) {
  const Sum sum = sum_up(std::span<const Fact>(t.evidence).subspan(first, count), t.originals);
  GraphRelation r{
      key.subject, key.object, key.relation, sum.status, sum.documents, 1 - sum.doubt, first,
      count,       false,      "",           ""};
  if (functional && !t.relations.empty() && t.relations.back().subject == key.subject &&
      t.relations.back().relation == key.relation)
    r.contradicted = t.relations.back().contradicted = true;
  for (std::uint32_t i = first; i < first + count; ++i) {
    const Fact& f = t.evidence[i];
    const std::string& date = is_iso(f.date) ? f.date : f.source.date;
    if (!is_iso(date)) continue;
    if (r.first_date.empty() || date < r.first_date) r.first_date = date;
    if (r.last_date.empty() || date > r.last_date) r.last_date = date;
  }
  t.relations.push_back(std::move(r));
}

/// Moves the evidence into place, group by group, and adds what each group says.
void add_groups(const Groups& groups, std::vector<Fact>& facts, const Ontology& ontology,
                Tables& t) {
  std::vector<std::set<std::string>> documents(t.entities.size());
  for (const auto& [key, members] : groups) {
    const auto first = static_cast<std::uint32_t>(t.evidence.size());
    for (const std::uint32_t i : members) {
      for (const std::uint32_t e : {key.subject, key.object}) {
        if (e == no_entity) continue;
        documents[e].insert(facts[i].document);
        note_date(t.entities[e], facts[i].date);
      }
      t.evidence.push_back(std::move(facts[i]));
    }
    const auto count = static_cast<std::uint32_t>(members.size());
    const RelationId id = ontology.find_relation(key.relation);
    const bool functional = id != RelationId::none && ontology.relation(id).functional;
    (key.object == no_entity ? add_property : add_relation)(key, first, count, functional, t);
  }
  for (std::size_t i = 0; i < documents.size(); ++i)
    t.entities[i].documents = static_cast<std::uint32_t>(documents[i].size());
}

}  // namespace

KnowledgeGraph GraphBuilder::build() {
  std::sort(facts_.begin(), facts_.end(), earlier);
  facts_.erase(std::unique(facts_.begin(), facts_.end()), facts_.end());
  NamedEntities named = name_entities(facts_, ontology_, forms_, decisions_);
  GraphParts g;
  g.entities = std::move(named.entities);
  g.merges = std::move(named.merges);
  g.duplicates = find_near_duplicates(facts_);
  Originals originals;
  for (const NearDuplicate& d : g.duplicates) originals[d.document] = d.original;
  Tables tables{g.entities, g.relations, g.evidence, originals};
  add_groups(group(facts_, named.ends, ontology_), facts_, ontology_, tables);
  give_ids(g.entities);
  facts_.clear();
  return KnowledgeGraph(std::move(g));
}

}  // namespace factloom
