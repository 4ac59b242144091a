// SPDX-License-Identifier: Apache-2.0
#include "graph/name_entities.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "graph/canonicalise.h"
#include "graph/strands.h"

namespace factloom {
namespace {

class EntityNamer {
 public:
  EntityNamer(const Ontology& ontology, const NameForms& forms, std::span<const Fact> facts,
              const Decisions& decisions)
      : o_(ontology), forms_(forms), decisions_(decisions), facts_(facts) {}
  NamedEntities run();

 private:
  using Names = std::map<std::string, std::uint32_t>;  ///< spelling -> number of ends
  /// A normal form (of persons: in some documents alone), and who bears it.
  struct Form {
    std::string text;
    std::map<std::string, std::uint32_t> bearers;  ///< type -> index into bearers_
  };
  struct Bearing {
    Names names;
    std::set<std::string> also;  ///< names that documents say it bears besides
    std::uint32_t mentions = 0;
    std::uint32_t entity = 0;
  };
  bool is_a(const std::string& type, const char* ancestor) const;
  std::uint32_t form_number(const std::string& name);
  void number_forms();
  Form& form_in(std::uint32_t form, std::uint32_t document, bool person);
  void note(const FactEnd& end, std::uint32_t document, std::uint32_t& number);
  bool compatible(const std::string& a, const std::string& b) const;
  std::size_t depth(const std::string& type) const;
  void settle(Form& form);
  void make(const std::string& type, const std::vector<std::string>& members, Form& form);
  Bearers bearers() const;
  void unite();
  void join(GraphEntity& e, const GraphEntity& other, Names& names, const Names& more);
  void add_merge(const Joined& j, const std::vector<std::uint32_t>& place);

  const Ontology& o_;
  const NameForms& forms_;
  const Decisions& decisions_;
  std::span<const Fact> facts_;
  std::vector<GraphEntity> entities_;
  std::vector<NameMerge> merges_;
  std::vector<EntityEnds> ends_;  // first numbers of normal forms, then of bearers, then entities
  std::vector<std::uint32_t> document_of_;  // of each fact
  std::vector<std::string_view> documents_;
  std::unordered_map<std::string, std::uint32_t> name_numbers_, form_numbers_;
  std::vector<std::string> form_texts_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> strands_;
  std::unordered_map<std::uint64_t, std::uint32_t> form_places_;  // form, strand -> all_forms_
  std::vector<Form> all_forms_;
  std::vector<Bearing> bearers_;
  std::vector<Names> names_;                    // of each entity
  std::vector<std::vector<std::string>> also_;  // of each entity
};

void name_by(const std::map<std::string, std::uint32_t>& names, GraphEntity& e) {
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

NamedEntities EntityNamer::run() {
  number_forms();
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    note(facts_[i].subject, document_of_[i], ends_[i].subject);
    note(facts_[i].object, document_of_[i], ends_[i].object);
  }
  std::sort(all_forms_.begin(), all_forms_.end(),
            [](const Form& a, const Form& b) { return a.text < b.text; });
  for (Form& form : all_forms_) settle(form);
  for (EntityEnds& e : ends_)
    for (std::uint32_t* end : {&e.subject, &e.object})
      if (*end != no_entity) *end = bearers_[*end].entity;
  unite();
  return {std::move(entities_), std::move(merges_), std::move(ends_)};
}

bool EntityNamer::is_a(const std::string& type, const char* ancestor) const {
  return o_.is_a(o_.find_type(type), o_.find_type(ancestor));
}

std::uint32_t EntityNamer::form_number(const std::string& name) {
  const auto known = name_numbers_.find(name);
  if (known != name_numbers_.end()) return known->second;
  std::string form = forms_.normal_form(name);
  const auto number = static_cast<std::uint32_t>(form_texts_.size());
  const auto [it, fresh] = form_numbers_.try_emplace(form, number);
  if (fresh) form_texts_.push_back(std::move(form));
  name_numbers_.emplace(name, it->second);
  return it->second;
}

/// Gives normal forms and documents their numbers, and tells apart persons of one name.
void EntityNamer::number_forms() {
  std::vector<PersonLink> links;
  for (const Fact& f : facts_) {
    if (documents_.empty() || documents_.back() != f.document) documents_.push_back(f.document);
    const auto document = static_cast<std::uint32_t>(documents_.size() - 1);
    document_of_.push_back(document);
    ends_.push_back({form_number(f.subject.name), form_number(f.object.name)});
    const auto link = [&](const FactEnd& end, std::uint32_t form, const FactEnd& other,
                          std::uint32_t other_form) {
      if (end.literal || !is_a(end.type, "Person")) return;
      const bool place = !other.literal && is_a(other.type, "Place");
      links.push_back({form, document, place ? -1 : std::int64_t{other_form}});
    };
    link(f.subject, ends_.back().subject, f.object, ends_.back().object);
    link(f.object, ends_.back().object, f.subject, ends_.back().subject);
  }
  strands_ = find_strands(std::move(links));
}

/// The bearers of a normal form; of a person's in several documents, those of one strand.
EntityNamer::Form& EntityNamer::form_in(std::uint32_t form, std::uint32_t document, bool person) {
  std::uint32_t strand = no_entity;
  if (person)
    if (const auto it = strands_.find({form, document}); it != strands_.end()) strand = it->second;
  const std::uint64_t key = (std::uint64_t{form} << 32) | strand;
  const auto [it, fresh] =
      form_places_.try_emplace(key, static_cast<std::uint32_t>(all_forms_.size()));
  if (fresh) {
    std::string text = form_texts_[form];
    if (strand != no_entity) text += '\n' + std::string(documents_[strand]);
    all_forms_.push_back({std::move(text), {}});
  }
  return all_forms_[it->second];
}

void EntityNamer::note(const FactEnd& end, std::uint32_t document, std::uint32_t& number) {
  const std::uint32_t form = number;
  number = no_entity;
  if (end.literal) return;
  auto& bearers = form_in(form, document, is_a(end.type, "Person")).bearers;
  number = bearers.try_emplace(end.type, static_cast<std::uint32_t>(bearers_.size())).first->second;
  if (number == bearers_.size()) bearers_.emplace_back();
  Bearing& b = bearers_[number];
  ++b.names[end.name];
  for (std::size_t at = 0; at < end.also.size();) {
    const std::size_t last = std::min(end.also.find('\n', at), end.also.size());
    const std::string other = end.also.substr(at, last - at);
    b.names.emplace(other, 0);
    b.also.insert(other);
    at = last + 1;
  }
  if (is_acronym_of(end.mention, end.name, forms_)) b.names.emplace(end.mention, 0);
  ++b.mentions;
}

bool EntityNamer::compatible(const std::string& a, const std::string& b) const {
  if (a == b) return true;
  const TypeId x = o_.find_type(a), y = o_.find_type(b);
  return o_.is_a(x, y) || o_.is_a(y, x);
}

std::size_t EntityNamer::depth(const std::string& type) const {
  const TypeId t = o_.find_type(type);
  std::size_t n = 0;
  for (TypeId x = t; x != TypeId::none && n < 8; x = o_.type(x).parent) ++n;
  return n;
}

/// Types of one name that can be the same thing become one entity; the most frequent specific type
/// gives its name.
void EntityNamer::settle(Form& form) {
  std::vector<std::string> types;
  for (const auto& [type, bearer] : form.bearers) types.push_back(type);
  std::stable_sort(types.begin(), types.end(), [&](const std::string& a, const std::string& b) {
    const auto x = depth(a), y = depth(b);
    if (x != y) return x > y;
    return bearers_[form.bearers[a]].mentions > bearers_[form.bearers[b]].mentions;
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
  for (const auto& [type, members] : clusters) make(type, members, form);
}

void EntityNamer::make(const std::string& type, const std::vector<std::string>& members,
                       Form& form) {
  GraphEntity e;
  e.type = type;
  Names names;
  std::set<std::string> also;
  for (const std::string& member : members) {
    Bearing& b = bearers_[form.bearers[member]];
    b.entity = static_cast<std::uint32_t>(entities_.size());
    e.mentions += b.mentions;
    for (const auto& [name, n] : b.names) names[name] += n;
    also.insert(b.also.begin(), b.also.end());
  }
  name_by(names, e);
  entities_.push_back(std::move(e));
  names_.push_back(std::move(names));
  also.erase(entities_.back().name);
  also_.emplace_back(also.begin(), also.end());
}

Bearers EntityNamer::bearers() const {
  Bearers known;
  known.documents = documents_;
  known.all.resize(entities_.size());
  std::unordered_map<std::string, std::uint32_t> relations;
  const auto number = [&](std::string relation) {
    const auto [it, fresh] =
        relations.try_emplace(relation, static_cast<std::uint32_t>(known.relations.size()));
    if (fresh) known.relations.push_back(std::move(relation));
    return it->second;
  };
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    Bearer& b = known.all[i];
    b.name = entities_[i].name;
    b.type = entities_[i].type;
    b.also = also_[i];
    for (const auto& [name, n] : names_[i]) b.forms.push_back(forms_.normal_form(name));
  }
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    const Fact& f = facts_[i];
    Bearer& s = known.all[ends_[i].subject];
    s.documents.push_back(document_of_[i]);
    if (!f.subject.id.empty()) s.ids.push_back(f.subject.id);
    if (f.object.literal) {
      const RelationId r = o_.find_relation(f.relation);
      if (f.object.type == "Date" && r != RelationId::none && o_.relation(r).functional)
        s.births.push_back(f.relation + f.object.name.substr(0, 4));
      continue;
    }
    Bearer& o = known.all[ends_[i].object];
    o.documents.push_back(document_of_[i]);
    if (!f.object.id.empty()) o.ids.push_back(f.object.id);
    if (f.status == Status::negated || ends_[i].subject == ends_[i].object) continue;
    s.links.push_back({number(f.relation), ends_[i].object});
    o.links.push_back({number("^" + f.relation), ends_[i].subject});
  }
  const auto sort_unique = [](auto& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  for (Bearer& b : known.all) {
    sort_unique(b.forms), sort_unique(b.ids), sort_unique(b.births);
    sort_unique(b.documents), sort_unique(b.links);
  }
  return known;
}

/// Joins the entities whose names are names of one thing, and notes why.
void EntityNamer::unite() {
  std::vector<std::vector<std::string>> ids;
  Canonical canonical;
  {
    Bearers known = bearers();
    canonical = canonicalise(known, o_, forms_, decisions_);
    for (Bearer& b : known.all) ids.push_back(std::move(b.ids));
  }
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
    kept[place[i]].ids.insert(kept[place[i]].ids.end(), ids[i].begin(), ids[i].end());
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
  for (EntityEnds& e : ends_)
    for (std::uint32_t* end : {&e.subject, &e.object})
      if (*end != no_entity) *end = place[*end];
}

void EntityNamer::join(GraphEntity& e, const GraphEntity& other, Names& names, const Names& more) {
  for (const auto& [name, n] : more) names[name] += n;
  name_by(names, e);
  if (depth(other.type) > depth(e.type)) e.type = other.type;
  e.mentions += other.mentions;
}

void EntityNamer::add_merge(const Joined& j, const std::vector<std::uint32_t>& place) {
  const GraphEntity &a = entities_[j.a], &b = entities_[j.b];
  const bool first = a.name <= b.name;
  const GraphEntity &x = first ? a : b, &y = first ? b : a;
  merges_.push_back({place[first ? j.a : j.b],
                     place[first ? j.b : j.a],
                     x.name,
                     y.name,
                     x.type,
                     y.type,
                     place[j.a] == place[j.b],
                     j.score.sum,
                     {j.score.reasons.begin(), j.score.reasons.end()}});
}

}  // namespace

NamedEntities name_entities(std::span<const Fact> facts, const Ontology& ontology,
                            const NameForms& forms, const Decisions& decisions) {
  return EntityNamer(ontology, forms, facts, decisions).run();
}

}  // namespace factloom
