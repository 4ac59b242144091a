// SPDX-License-Identifier: Apache-2.0
#include "graph/name_entities.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/canonicalise.h"

namespace factloom {
namespace {

/// One name with one type, as some document uses it.
struct Named {
  std::map<std::string, std::uint32_t> names;  ///< spelling -> number of ends
  std::uint32_t mentions = 0;
};

/// All bearers of one normal form: type name -> Named.
using Bearers = std::map<std::string, Named>;

class EntityNamer {
 public:
  EntityNamer(const Ontology& ontology, const NameForms& forms, std::span<const Fact> facts,
              const Decisions& decisions)
      : o_(ontology), forms_(forms), decisions_(decisions), facts_(facts) {}

  NamedEntities run() {
    find_strands();
    for (const Fact& f : facts_) {
      note(f, f.subject);
      note(f, f.object);
    }
    for (auto& [form, bearers] : by_form_) settle(form, bearers);
    unite();
    NamedEntities named{std::move(entities_), std::move(merges_), {}};
    named.ends.reserve(facts_.size());
    for (const Fact& f : facts_)
      named.ends.push_back(
          {entity(f, f.subject), f.object.literal ? no_entity : entity(f, f.object)});
    return named;
  }

 private:
  /// Index of the entity that an end of a fact names.
  std::uint32_t entity(const Fact& fact, const FactEnd& end) {
    return index_.at({form_of(fact, end), end.type});
  }
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
  std::span<const Fact> facts_;
  std::vector<GraphEntity> entities_;
  std::vector<NameMerge> merges_;
  std::vector<std::map<std::string, std::uint32_t>> names_;            // of each entity
  std::map<std::string, std::map<std::string, std::string>> strands_;  // form, document -> strand
  std::map<std::string, Bearers> by_form_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> index_;
};

}  // namespace

NamedEntities name_entities(std::span<const Fact> facts, const Ontology& ontology,
                            const NameForms& forms, const Decisions& decisions) {
  return EntityNamer(ontology, forms, facts, decisions).run();
}

}  // namespace factloom
