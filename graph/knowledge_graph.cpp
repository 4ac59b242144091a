// SPDX-License-Identifier: Apache-2.0
#include "graph/knowledge_graph.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <map>
#include <set>
#include <tuple>

#include "graph/canonicalise.h"
#include "graph/near_duplicates.h"

namespace factloom {

struct KnowledgeGraph::Inside {
  struct Node {
    std::uint32_t entity = 0;
  };
  struct Edge {
    std::uint32_t relation = 0;
  };
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Edge>;
  using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  Graph graph;
};

KnowledgeGraph::KnowledgeGraph(GraphParts parts)
    : entities_(std::move(parts.entities)),
      relations_(std::move(parts.relations)),
      evidence_(std::move(parts.evidence)),
      file_(std::move(parts.file)),
      stored_(parts.stored),
      merges_(std::move(parts.merges)),
      duplicates_(std::move(parts.duplicates)),
      inside_(std::make_unique<Inside>()) {
  auto& graph = inside_->graph;
  for (std::uint32_t i = 0; i < entities_.size(); ++i) boost::add_vertex({i}, graph);
  for (std::uint32_t i = 0; i < relations_.size(); ++i)
    boost::add_edge(relations_[i].subject, relations_[i].object, {i}, graph);
}
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph::~KnowledgeGraph() = default;

std::uint32_t KnowledgeGraph::degree(std::uint32_t entity) const {
  return static_cast<std::uint32_t>(boost::degree(entity, inside_->graph));
}

std::vector<std::uint32_t> KnowledgeGraph::components() const {
  Inside::Undirected undirected(entities_.size());
  for (const GraphRelation& r : relations_) boost::add_edge(r.subject, r.object, undirected);
  std::vector<std::uint32_t> component(entities_.size());
  const auto count = static_cast<std::size_t>(boost::connected_components(
      undirected, boost::make_iterator_property_map(component.begin(),
                                                    boost::get(boost::vertex_index, undirected))));
  std::vector<std::uint32_t> size(count, 0), order(count), rank(count);
  for (const std::uint32_t c : component) ++size[c];
  for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return size[a] > size[b]; });
  for (std::uint32_t i = 0; i < count; ++i) rank[order[i]] = i;
  for (std::uint32_t& c : component) c = rank[c];
  return component;
}

namespace {

/// The name of a type as a part of an id: what is no ASCII letter or digit becomes _.
std::string ascii_word(std::string_view type) {
  std::string out;
  for (const char c : type) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    out += plain ? c : '_';
  }
  return out;
}

/// One name with one type, as some document uses it.
struct Named {
  std::map<std::string, std::uint32_t> names;  ///< spelling -> number of ends
  std::uint32_t mentions = 0;
};

/// All bearers of one normal form: type name -> Named.
using Bearers = std::map<std::string, Named>;

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

class Merger {
 public:
  Merger(const Ontology& ontology, const NameForms& forms, std::vector<Fact>& facts,
         const Decisions& decisions, GraphParts& parts)
      : o_(ontology),
        forms_(forms),
        decisions_(decisions),
        facts_(facts),
        entities_(parts.entities),
        merges_(parts.merges) {}

  void run() {
    std::sort(facts_.begin(), facts_.end(), [](const Fact& a, const Fact& b) {
      return std::tie(a.document, a.sentence.start, a.subject.start, a.object.start) <
                 std::tie(b.document, b.sentence.start, b.subject.start, b.object.start) ||
             (std::tie(a.document, a.sentence.start, a.subject.start, a.object.start) ==
                  std::tie(b.document, b.sentence.start, b.subject.start, b.object.start) &&
              a < b);
    });
    facts_.erase(std::unique(facts_.begin(), facts_.end()), facts_.end());
    find_strands();
    for (const Fact& f : facts_) {
      note(f, f.subject);
      note(f, f.object);
    }
    for (auto& [form, bearers] : by_form_) settle(form, bearers);
    unite();
  }

  /// Index of the entity that an end of a fact names.
  std::uint32_t entity(const Fact& fact, const FactEnd& end) {
    return index_.at({form_of(fact, end), end.type});
  }

 private:
  bool is_person(const FactEnd& end) const {
    return !end.literal && o_.is_a(o_.find_type(end.type), o_.find_type("Person"));
  }
  /// Normal form, with a number for those of the same name who have nothing in common.
  std::string form_of(const Fact& fact, const FactEnd& end) const {
    std::string form = forms_.normal_form(end.name);
    if (!is_person(end)) return form;
    const auto it = strands_.find(form);
    if (it == strands_.end()) return form;
    const auto strand = it->second.find(fact.document);
    return strand == it->second.end() ? form : form + '\n' + strand->second;
  }

  /// Documents that use a person's name and link it to the same thing mean the same person; those
  /// that have nothing in common are told apart, and compared like other names.
  void find_strands() {
    std::map<std::string, std::map<std::string, std::set<std::string>>> links;
    for (const Fact& f : facts_)
      for (const auto& [end, other] : {std::pair(&f.subject, &f.object), {&f.object, &f.subject}}) {
        if (!is_person(*end)) continue;
        auto& known = links[forms_.normal_form(end->name)][f.document];
        if (other->literal || !o_.is_a(o_.find_type(other->type), o_.find_type("Place")))
          known.insert(forms_.normal_form(other->name));
      }
    for (const auto& [form, documents] : links)
      if (documents.size() > 1) split_documents(form, documents);
  }
  void split_documents(const std::string& form,
                       const std::map<std::string, std::set<std::string>>& documents) {
    std::map<std::string, std::string> strand, first;  // document -> document; link -> document
    const auto root = [&](std::string d) {
      while (strand[d] != d) d = strand[d];
      return d;
    };
    for (const auto& [document, links] : documents) {
      strand[document] = document;
      for (const std::string& link : links) {
        const std::string a = root(first.try_emplace(link, document).first->second),
                          b = root(document);
        strand[std::max(a, b)] = std::min(a, b);
      }
    }
    for (const auto& [document, links] : documents) strands_[form][document] = root(document);
  }

  void note(const Fact& f, const FactEnd& end) {
    if (end.literal) return;
    Named& b = by_form_[form_of(f, end)][end.type];
    ++b.names[end.name];
    if (is_acronym_of(end.mention, end.name, forms_)) b.names.emplace(end.mention, 0);
    ++b.mentions;
  }

  bool compatible(const std::string& a, const std::string& b) const {
    if (a == b) return true;
    const TypeId x = o_.find_type(a), y = o_.find_type(b);
    return o_.is_a(x, y) || o_.is_a(y, x);
  }
  std::size_t depth(const std::string& type) const {
    const TypeId t = o_.find_type(type);
    std::size_t n = 0;
    for (TypeId x = t; x != TypeId::none && n < 8; x = o_.type(x).parent) ++n;
    return n;
  }

  /// Types of one name that can be the same thing become one entity; the most frequent specific
  /// type gives its name.
  void settle(const std::string& form, Bearers& bearers) {
    std::vector<std::string> types;
    for (const auto& [type, bearer] : bearers) types.push_back(type);
    std::stable_sort(types.begin(), types.end(), [&](const std::string& a, const std::string& b) {
      const auto x = depth(a), y = depth(b);
      return x != y ? x > y : bearers[a].mentions > bearers[b].mentions;
    });
    std::vector<std::pair<std::string, std::vector<std::string>>> clusters;
    for (const std::string& type : types) {
      const auto it = std::find_if(clusters.begin(), clusters.end(),
                                   [&](const auto& c) { return compatible(c.first, type); });
      if (it == clusters.end())
        clusters.push_back({type, {type}});
      else
        it->second.push_back(type);
    }
    for (const auto& [type, members] : clusters) make(form, type, members, bearers);
  }

  void make(const std::string& form, const std::string& type,
            const std::vector<std::string>& members, Bearers& bearers) {
    GraphEntity e;
    e.type = type;
    std::map<std::string, std::uint32_t> names;
    for (const std::string& member : members) {
      index_[{form, member}] = static_cast<std::uint32_t>(entities_.size());
      e.mentions += bearers[member].mentions;
      for (const auto& [name, n] : bearers[member].names) names[name] += n;
    }
    name_by(names, e);
    entities_.push_back(std::move(e));
    names_.push_back(std::move(names));
  }

  static void name_by(const std::map<std::string, std::uint32_t>& names, GraphEntity& e) {
    e.name.clear();
    e.aliases.clear();
    std::tuple<bool, std::uint32_t, std::size_t> best;
    for (const auto& [name, n] : names) {
      // A surname alone names a person only where nothing better does.
      const bool full = e.type != "Person" || name.find(' ') != std::string::npos;
      const auto rank = std::tuple(full, n, name.size());
      if (rank <= best) continue;
      e.name = name;
      best = rank;
    }
    for (const auto& [name, n] : names)
      if (name != e.name) e.aliases.push_back(name);
  }

  std::vector<Bearer> bearers() {
    std::vector<Bearer> all(entities_.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i].name = entities_[i].name;
      all[i].type = entities_[i].type;
      for (const auto& [name, n] : names_[i]) all[i].forms.insert(forms_.normal_form(name));
    }
    for (const Fact& f : facts_) {
      const std::uint32_t s = entity(f, f.subject);
      all[s].documents.insert(f.document);
      if (!f.subject.id.empty()) all[s].ids.insert(f.subject.id);
      if (f.object.literal) {
        const RelationId r = o_.find_relation(f.relation);
        if (f.object.type == "Date" && r != RelationId::none && o_.relation(r).functional)
          all[s].births.insert(f.relation + f.object.name.substr(0, 4));
        continue;
      }
      const std::uint32_t o = entity(f, f.object);
      all[o].documents.insert(f.document);
      if (!f.object.id.empty()) all[o].ids.insert(f.object.id);
      if (f.status == Status::negated || s == o) continue;
      all[s].links.emplace(f.relation, o);
      all[o].links.emplace("^" + f.relation, s);
    }
    return all;
  }

  /// Joins the entities whose names are names of one thing, and notes why.
  void unite() {
    const std::vector<Bearer> all = bearers();
    Canonical canonical = canonicalise(all, o_, forms_, decisions_);
    std::vector<std::uint32_t> place(entities_.size());
    std::vector<GraphEntity> kept;
    for (std::uint32_t i = 0; i < entities_.size(); ++i) {
      const std::uint32_t first = canonical.of[i];
      if (first == i) {
        place[i] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(entities_[i]);
      } else {
        place[i] = place[first];
        join(kept[place[i]], entities_[i], names_[first], names_[i]);
      }
      kept[place[i]].ids.insert(kept[place[i]].ids.end(), all[i].ids.begin(), all[i].ids.end());
    }
    for (GraphEntity& e : kept) {
      std::sort(e.ids.begin(), e.ids.end());
      e.ids.erase(std::unique(e.ids.begin(), e.ids.end()), e.ids.end());
    }
    for (const Joined& j : canonical.pairs) add_merge(j, place);
    std::sort(merges_.begin(), merges_.end(), [](const NameMerge& a, const NameMerge& b) {
      return std::tie(a.entity, a.other_entity, a.a, a.b) <
             std::tie(b.entity, b.other_entity, b.a, b.b);
    });
    entities_ = std::move(kept);
    for (auto& [key, index] : index_) index = place[index];
  }
  void join(GraphEntity& e, const GraphEntity& other, std::map<std::string, std::uint32_t>& names,
            const std::map<std::string, std::uint32_t>& more) {
    for (const auto& [name, n] : more) names[name] += n;
    name_by(names, e);
    if (depth(other.type) > depth(e.type)) e.type = other.type;
    e.mentions += other.mentions;
  }
  void add_merge(const Joined& j, const std::vector<std::uint32_t>& place) {
    const GraphEntity &a = entities_[j.a], &b = entities_[j.b];
    const bool first = a.name <= b.name;
    const GraphEntity &x = first ? a : b, &y = first ? b : a;
    merges_.push_back({place[first ? j.a : j.b], place[first ? j.b : j.a], x.name, y.name, x.type,
                       y.type, place[j.a] == place[j.b], j.score.sum, j.score.reasons});
  }

  const Ontology& o_;
  const NameForms& forms_;
  const Decisions& decisions_;
  std::vector<Fact>& facts_;
  std::vector<GraphEntity>& entities_;
  std::vector<NameMerge>& merges_;
  std::vector<std::map<std::string, std::uint32_t>> names_;            // of each entity
  std::map<std::string, std::map<std::string, std::string>> strands_;  // form, document -> strand
  std::map<std::string, Bearers> by_form_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> index_;
};

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
  std::uint32_t object = 0;  ///< UINT32_MAX for a literal
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
Groups group(const std::vector<Fact>& facts, Merger& merger, const Ontology& ontology) {
  Groups groups;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    const Fact& f = facts[i];
    Key key{merger.entity(f, f.subject), f.relation, UINT32_MAX, f.object.name};
    if (!f.object.literal) {
      key.object = merger.entity(f, f.object);
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
        if (e == UINT32_MAX) continue;
        documents[e].insert(facts[i].document);
        note_date(t.entities[e], facts[i].date);
      }
      t.evidence.push_back(std::move(facts[i]));
    }
    const auto count = static_cast<std::uint32_t>(members.size());
    const RelationId id = ontology.find_relation(key.relation);
    const bool functional = id != RelationId::none && ontology.relation(id).functional;
    (key.object == UINT32_MAX ? add_property : add_relation)(key, first, count, functional, t);
  }
  for (std::size_t i = 0; i < documents.size(); ++i)
    t.entities[i].documents = static_cast<std::uint32_t>(documents[i].size());
}

}  // namespace

KnowledgeGraph GraphBuilder::build() {
  GraphParts g;
  Merger merger(ontology_, forms_, facts_, decisions_, g);
  merger.run();
  g.duplicates = find_near_duplicates(facts_);
  Originals originals;
  for (const NearDuplicate& d : g.duplicates) originals[d.document] = d.original;
  Tables tables{g.entities, g.relations, g.evidence, originals};
  add_groups(group(facts_, merger, ontology_), facts_, ontology_, tables);
  give_ids(g.entities);
  facts_.clear();
  return KnowledgeGraph(std::move(g));
}

}  // namespace factloom
