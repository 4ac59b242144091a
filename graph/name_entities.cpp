// SPDX-License-Identifier: Apache-2.0
#include "graph/name_entities.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "graph/canonicalise.h"
#include "graph/name_numbers.h"
#include "graph/strands.h"

namespace factloom {
namespace {

std::vector<std::string> reasons_of(const NameScore& score) {
  std::vector<std::string> names;
  for (const NameFeature reason : score.reasons())
    names.emplace_back(feature_names[static_cast<std::size_t>(reason)]);
  return names;
}

/// A type of the ends of facts.
struct EndType {
  std::string_view name;
  TypeId id = TypeId::none;
  std::size_t depth = 0;  ///< ancestors, itself among them
  bool person = false, place = false;
};

class EntityNamer {
 public:
  EntityNamer(const Ontology& ontology, const NameForms& forms, std::span<const Fact> facts,
              const Decisions& decisions)
      : o_(ontology), forms_(forms), decisions_(decisions), facts_(facts), names_(forms) {}
  NamedEntities run();

 private:
  /// A normal form (of persons: in some documents alone), and who bears it.
  struct Form {
    std::uint32_t text = 0, strand = no_entity;                    ///< form, and the first document
    std::vector<std::pair<std::uint32_t, std::uint32_t>> bearers;  ///< type, index into bearers_
  };
  struct Bearing {
    NameCounts names;                 ///< as they came
    std::vector<std::uint32_t> also;  ///< names that documents say it bears besides
    std::uint32_t mentions = 0;
    std::uint32_t entity = 0;
  };
  std::uint32_t type_number(std::string_view type);
  void number_ends();
  Form& form_in(std::uint32_t form, std::uint32_t document, bool person);
  std::uint32_t note(const FactEnd& end, std::uint32_t name, std::uint32_t type,
                     std::uint32_t document);
  bool compatible(const EndType& a, const EndType& b) const;
  void sort_forms();
  void settle(Form& form);
  void make(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& members);
  void name_by(const NameCounts& names, GraphEntity& e) const;
  Bearers bearers() const;
  void unite();
  std::vector<GraphEntity> joined(const std::vector<std::uint32_t>& first_of,
                                  std::vector<std::uint32_t>& place);
  void add_merge(const Joined& j, const std::vector<std::uint32_t>& place);

  const Ontology& o_;
  const NameForms& forms_;
  const Decisions& decisions_;
  std::span<const Fact> facts_;
  NameNumbers names_;
  std::unordered_map<std::string_view, std::uint32_t> type_numbers_;
  std::vector<EndType> types_;
  std::vector<GraphEntity> entities_;
  std::vector<NameMerge> merges_;
  std::vector<EntityEnds> ends_;  // numbers of names, then of bearers, then entities
  std::vector<EntityEnds> end_types_;
  std::vector<std::uint32_t> document_of_;  // of each fact
  std::vector<std::string_view> documents_;
  Strands strands_;
  std::vector<std::uint32_t> form_places_;                          // form -> forms_of_
  std::unordered_map<std::uint64_t, std::uint32_t> strand_places_;  // form, strand -> forms_of_
  std::vector<Form> forms_of_;
  std::vector<Bearing> bearers_;
  std::vector<NameCounts> counts_;                // of each entity
  std::vector<std::vector<std::uint32_t>> also_;  // of each entity
};

void EntityNamer::name_by(const NameCounts& names, GraphEntity& e) const {
  e.aliases.clear();
  std::tuple<bool, std::uint32_t, std::size_t> best;
  std::uint32_t chosen = no_entity;
  for (const auto& [name, n] : names) {
    // A surname alone names a person only where nothing better does.
    const std::string_view text = names_.name(name);
    const bool full = e.type != "Person" || text.find(' ') != std::string_view::npos;
    const auto rank = std::tuple(full, n, text.size());
    if (rank <= best) continue;
    chosen = name;
    best = rank;
  }
  e.name = chosen == no_entity ? "" : names_.name(chosen);
  for (const auto& [name, n] : names)
    if (name != chosen) e.aliases.emplace_back(names_.name(name));
}

NamedEntities EntityNamer::run() {
  number_ends();
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    const EntityEnds &name = ends_[i], &type = end_types_[i];
    ends_[i] = {note(facts_[i].subject, name.subject, type.subject, document_of_[i]),
                note(facts_[i].object, name.object, type.object, document_of_[i])};
  }
  sort_forms();
  for (Form& form : forms_of_) settle(form);
  for (EntityEnds& e : ends_)
    for (std::uint32_t* end : {&e.subject, &e.object})
      if (*end != no_entity) *end = bearers_[*end].entity;
  unite();
  return {std::move(entities_), std::move(merges_), std::move(ends_)};
}

std::uint32_t EntityNamer::type_number(std::string_view type) {
  const auto [known, fresh] =
      type_numbers_.try_emplace(type, static_cast<std::uint32_t>(types_.size()));
  if (!fresh) return known->second;
  EndType t{type, o_.find_type(type), 0, false, false};
  t.person = o_.is_a(t.id, o_.find_type("Person"));
  t.place = o_.is_a(t.id, o_.find_type("Place"));
  for (TypeId x = t.id; x != TypeId::none && t.depth < 8; x = o_.type(x).parent) ++t.depth;
  types_.push_back(t);
  return known->second;
}

/// Gives names, types and documents their numbers, and tells apart persons of one name.
void EntityNamer::number_ends() {
  std::vector<PersonLink> links;
  names_.reserve(facts_.size());
  for (const Fact& f : facts_) {
    if (documents_.empty() || documents_.back() != f.document) documents_.push_back(f.document);
    const auto document = static_cast<std::uint32_t>(documents_.size() - 1);
    document_of_.push_back(document);
    ends_.push_back({names_.number(f.subject.name), names_.number(f.object.name)});
    end_types_.push_back({type_number(f.subject.type), type_number(f.object.type)});
    const auto link = [&](const FactEnd& end, std::uint32_t name, std::uint32_t type,
                          const FactEnd& other, std::uint32_t other_name,
                          std::uint32_t other_type) {
      if (end.literal || !types_[type].person) return;
      const bool place = !other.literal && types_[other_type].place;
      links.push_back(
          {names_.form(name), document, place ? -1 : std::int64_t{names_.form(other_name)}});
    };
    const EntityEnds &name = ends_.back(), &type = end_types_.back();
    link(f.subject, name.subject, type.subject, f.object, name.object, type.object);
    link(f.object, name.object, type.object, f.subject, name.subject, type.subject);
  }
  strands_ = find_strands(std::move(links));
}

/// The bearers of a normal form; of a person's in several documents, those of one strand.
EntityNamer::Form& EntityNamer::form_in(std::uint32_t form, std::uint32_t document, bool person) {
  std::uint32_t strand = no_entity;
  if (person)
    if (const auto it = strands_.find(strand_key(form, document)); it != strands_.end())
      strand = it->second;
  form_places_.resize(names_.form_count(), no_entity);
  std::uint32_t& place =
      strand == no_entity
          ? form_places_[form]
          : strand_places_.try_emplace(strand_key(form, strand), no_entity).first->second;
  if (place == no_entity) {
    place = static_cast<std::uint32_t>(forms_of_.size());
    forms_of_.push_back({form, strand, {}});
  }
  return forms_of_[place];
}

/// The number of who bears the end's name; no_entity for a literal.
std::uint32_t EntityNamer::note(const FactEnd& end, std::uint32_t name, std::uint32_t type,
                                std::uint32_t document) {
  if (end.literal) return no_entity;
  auto& bearers = form_in(names_.form(name), document, types_[type].person).bearers;
  auto known = std::find_if(bearers.begin(), bearers.end(),
                            [&](const auto& bearer) { return bearer.first == type; });
  if (known == bearers.end()) {
    known = bearers.insert(known, {type, static_cast<std::uint32_t>(bearers_.size())});
    bearers_.emplace_back();
  }
  Bearing& b = bearers_[known->second];
  if (!b.names.empty() && b.names.back().name == name)
    ++b.names.back().count;
  else
    b.names.push_back({name, 1});
  const std::string_view also = end.also;
  for (std::size_t at = 0; at < also.size();) {
    const std::size_t last = std::min(also.find('\n', at), also.size());
    b.also.push_back(names_.number(also.substr(at, last - at)));
    b.names.push_back({b.also.back(), 0});
    at = last + 1;
  }
  if (end.mention != end.name && is_acronym_of(end.mention, end.name, forms_))
    b.names.push_back({names_.number(end.mention), 0});
  ++b.mentions;
  return known->second;
}

bool EntityNamer::compatible(const EndType& a, const EndType& b) const {
  return a.name == b.name || o_.is_a(a.id, b.id) || o_.is_a(b.id, a.id);
}

/// In the order of their texts and, of one text, of their documents.
void EntityNamer::sort_forms() {
  std::vector<std::string_view> texts;
  for (const Form& form : forms_of_) texts.push_back(names_.form_text(form.text));
  std::vector<std::uint32_t> order(forms_of_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    const Form &a = forms_of_[x], &b = forms_of_[y];
    if (a.text != b.text) return texts[x] < texts[y];
    if (a.strand == no_entity || b.strand == no_entity)
      return a.strand == no_entity && b.strand != no_entity;
    return a.strand < b.strand;
  });
  std::vector<Form> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(forms_of_[i]));
  forms_of_ = std::move(sorted);
}

/// Types of one name that can be the same thing become one entity; the most frequent specific type
/// gives its name.
void EntityNamer::settle(Form& form) {
  if (form.bearers.size() == 1) return make(form.bearers);
  std::sort(form.bearers.begin(), form.bearers.end(), [&](const auto& a, const auto& b) {
    const EndType &x = types_[a.first], &y = types_[b.first];
    if (x.depth != y.depth) return x.depth > y.depth;
    const auto m = bearers_[a.second].mentions, n = bearers_[b.second].mentions;
    return m != n ? m > n : x.name < y.name;
  });
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> clusters;
  for (const auto& bearer : form.bearers) {
    const auto it = std::find_if(clusters.begin(), clusters.end(), [&](const auto& c) {
      return compatible(types_[c.front().first], types_[bearer.first]);
    });
    if (it == clusters.end())
      clusters.push_back({bearer});
    else
      it->push_back(bearer);
  }
  for (const auto& members : clusters) make(members);
}

/// An entity of bearers, of which the first gives its type.
void EntityNamer::make(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& members) {
  GraphEntity e;
  e.type = types_[members.front().first].name;
  NameCounts names;
  std::vector<std::uint32_t> also;
  for (const auto& [type, bearer] : members) {
    Bearing& b = bearers_[bearer];
    b.entity = static_cast<std::uint32_t>(entities_.size());
    e.mentions += b.mentions;
    names.insert(names.end(), b.names.begin(), b.names.end());
    also.insert(also.end(), b.also.begin(), b.also.end());
    b.names = {};
  }
  put_in_order(names, names_);
  name_by(names, e);
  std::sort(also.begin(), also.end(),
            [&](std::uint32_t a, std::uint32_t b) { return names_.name(a) < names_.name(b); });
  also.erase(std::unique(also.begin(), also.end()), also.end());
  std::erase_if(also, [&](std::uint32_t name) { return names_.name(name) == e.name; });
  entities_.push_back(std::move(e));
  counts_.push_back(std::move(names));
  also_.push_back(std::move(also));
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
    for (const std::uint32_t name : also_[i]) b.also.push_back(names_.name(name));
    for (const auto& [name, n] : counts_[i]) {
      const std::string& form = names_.form_text(names_.form(name));
      if (names_.name(name) == b.name) b.form = form;
      if (!decisions_.empty()) b.forms.push_back(form);
    }
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
  std::vector<std::vector<std::string_view>> ids;
  Canonical canonical;
  {
    Bearers known = bearers();
    canonical = canonicalise(known, o_, forms_, decisions_);
    for (Bearer& b : known.all) ids.push_back(std::move(b.ids));
  }
  std::vector<std::uint32_t> place(entities_.size());
  std::vector<GraphEntity> kept = joined(canonical.of, place);
  for (std::size_t i = 0; i < ids.size(); ++i)
    kept[place[i]].ids.insert(kept[place[i]].ids.end(), ids[i].begin(), ids[i].end());
  for (GraphEntity& e : kept) {
    std::sort(e.ids.begin(), e.ids.end());
    e.ids.erase(std::unique(e.ids.begin(), e.ids.end()), e.ids.end());
  }
  merges_.reserve(canonical.pairs.size());
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

/// One entity for each first one, with the names of all; and where each of the old ones is.
std::vector<GraphEntity> EntityNamer::joined(const std::vector<std::uint32_t>& first_of,
                                             std::vector<std::uint32_t>& place) {
  std::vector<GraphEntity> kept;
  std::vector<bool> grown(first_of.size(), false);
  for (std::uint32_t i = 0; i < first_of.size(); ++i) {
    const std::uint32_t first = first_of[i];
    if (first == i) {
      place[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(entities_[i]);
      continue;
    }
    place[i] = place[first];
    GraphEntity& e = kept[place[i]];
    const auto depth = [&](const GraphEntity& x) { return types_[type_number(x.type)].depth; };
    if (depth(entities_[i]) > depth(e)) e.type = entities_[i].type;
    e.mentions += entities_[i].mentions;
    counts_[first].insert(counts_[first].end(), counts_[i].begin(), counts_[i].end());
    grown[first] = true;
  }
  for (std::uint32_t i = 0; i < first_of.size(); ++i)
    if (grown[i]) {
      put_in_order(counts_[i], names_);
      name_by(counts_[i], kept[place[i]]);
    }
  return kept;
}

void EntityNamer::add_merge(const Joined& j, const std::vector<std::uint32_t>& place) {
  const GraphEntity &a = entities_[j.a], &b = entities_[j.b];
  const bool first = a.name <= b.name;
  const GraphEntity &x = first ? a : b, &y = first ? b : a;
  merges_.push_back({place[first ? j.a : j.b], place[first ? j.b : j.a], x.name, y.name, x.type,
                     y.type, place[j.a] == place[j.b], j.score.sum, reasons_of(j.score)});
}

}  // namespace

NamedEntities name_entities(std::span<const Fact> facts, const Ontology& ontology,
                            const NameForms& forms, const Decisions& decisions) {
  return EntityNamer(ontology, forms, facts, decisions).run();
}

}  // namespace factloom
