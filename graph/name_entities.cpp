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

/// The first bytes of a text as a number: texts with smaller ones come first.
std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i)
    bytes = bytes << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
  return bytes;
}

/// A type of the ends of facts.
struct EndType {
  std::string_view name;
  TypeId id = TypeId::none;
  std::size_t depth = 0;  ///< ancestors, itself among them
  bool person = false, place = false;
};

/// May an end tell of other names than its own? In its list, or by letters in its text.
bool may_have_more(const FactEnd& end) {
  return !end.also.empty() || (end.mention.size() <= 12 && end.mention != end.name);
}

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
  /// Somebody or something, before it is an entity.
  struct Thing {
    std::uint32_t type = 0, name = no_entity, mentions = 0;
    NameCounts names;                 ///< all of them, in order
    std::vector<std::uint32_t> also;  ///< other names that documents say it bears, in order
  };
  /// What is asked of a fact more than once: facts are large, and far apart in memory.
  struct Noted {
    std::uint32_t relation = 0;  ///< number of its name
    bool subject_literal = false, object_literal = false;
    bool subject_more = false, object_more = false;  ///< may the end tell of other names?
    bool identified = false;                         ///< has an end an id?
    bool negated = false;
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
  std::uint32_t relation_number(std::string_view relation);
  std::uint32_t note(const FactEnd* more, std::uint32_t name, std::uint32_t type,
                     std::uint32_t document);
  bool compatible(const EndType& a, const EndType& b) const;
  void sort_forms();
  void settle(Form& form);
  void make(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& members);
  std::uint32_t best_name(const NameCounts& names, bool person) const;
  Bearers bearers() const;
  void unite();
  static std::vector<std::uint32_t> places(const std::vector<std::uint32_t>& first_of);
  void add_merges(const std::vector<Joined>& pairs, const std::vector<std::uint32_t>& place);
  void add_entities(const std::vector<std::uint32_t>& first_of);

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
  std::vector<Noted> noted_;                // of each fact
  TextNumbers relations_;
  std::vector<std::string_view> documents_;
  Strands strands_;
  std::vector<std::uint32_t> form_places_;                          // form -> forms_of_
  std::unordered_map<std::uint64_t, std::uint32_t> strand_places_;  // form, strand -> forms_of_
  std::vector<Form> forms_of_;
  std::vector<Bearing> bearers_;
  std::vector<Thing> things_;
};

/// The most frequent, then the longest; a surname alone names a person only where nothing better
/// does.
std::uint32_t EntityNamer::best_name(const NameCounts& names, bool person) const {
  std::tuple<bool, std::uint32_t, std::size_t> best;
  std::uint32_t chosen = no_entity;
  for (const auto& [name, n] : names) {
    const std::string_view text = names_.name(name);
    const bool full = !person || text.find(' ') != std::string_view::npos;
    const auto rank = std::tuple(full, n, text.size());
    if (rank <= best) continue;
    chosen = name;
    best = rank;
  }
  return chosen;
}

NamedEntities EntityNamer::run() {
  number_ends();
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    const EntityEnds &name = ends_[i], &type = end_types_[i];
    const Noted& n = noted_[i];
    ends_[i] = {n.subject_literal ? no_entity
                                  : note(n.subject_more ? &facts_[i].subject : nullptr,
                                         name.subject, type.subject, document_of_[i]),
                n.object_literal ? no_entity
                                 : note(n.object_more ? &facts_[i].object : nullptr, name.object,
                                        type.object, document_of_[i])};
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

/// One relation is often followed by itself.
std::uint32_t EntityNamer::relation_number(std::string_view relation) {
  if (!noted_.empty() && relations_[noted_.back().relation] == relation)
    return noted_.back().relation;
  return relations_.number(relation, [&] { return relation; }).first;
}

/// Gives names, types and documents their numbers, and tells apart persons of one name.
void EntityNamer::number_ends() {
  std::vector<PersonLink> links;
  names_.reserve(facts_.size());
  for (const Fact& f : facts_) {
    if (documents_.empty() || documents_.back() != f.document) documents_.push_back(f.document);
    const auto document = static_cast<std::uint32_t>(documents_.size() - 1);
    document_of_.push_back(document);
    noted_.push_back({relation_number(f.relation), f.subject.literal, f.object.literal,
                      may_have_more(f.subject), may_have_more(f.object),
                      !f.subject.id.empty() || !f.object.id.empty(), f.status == Status::negated});
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

/// The number of who bears an end's name. `more`: the end itself where it may tell of other names.
std::uint32_t EntityNamer::note(const FactEnd* more, std::uint32_t name, std::uint32_t type,
                                std::uint32_t document) {
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
  ++b.mentions;
  if (more == nullptr) return known->second;
  const FactEnd& end = *more;
  const std::string_view also = end.also;
  for (std::size_t at = 0; at < also.size();) {
    const std::size_t last = std::min(also.find('\n', at), also.size());
    b.also.push_back(names_.number(also.substr(at, last - at)));
    b.names.push_back({b.also.back(), 0});
    at = last + 1;
  }
  if (end.mention != end.name && is_acronym_of(end.mention, end.name, forms_))
    b.names.push_back({names_.number(end.mention), 0});
  return known->second;
}

bool EntityNamer::compatible(const EndType& a, const EndType& b) const {
  return a.name == b.name || o_.is_a(a.id, b.id) || o_.is_a(b.id, a.id);
}

/// In the order of their texts and, of one text, of their documents.
void EntityNamer::sort_forms() {
  struct Place {
    std::uint64_t begins = 0;
    std::uint32_t text = 0, form = 0;
  };
  std::vector<Place> order;
  order.reserve(forms_of_.size());
  for (const Form& form : forms_of_)
    order.push_back({first_bytes(names_.form_text(form.text)), form.text,
                     static_cast<std::uint32_t>(order.size())});
  std::sort(order.begin(), order.end(), [&](const Place& x, const Place& y) {
    if (x.begins != y.begins) return x.begins < y.begins;
    if (x.text != y.text) return names_.form_text(x.text) < names_.form_text(y.text);
    const Form &a = forms_of_[x.form], &b = forms_of_[y.form];
    if (a.strand == no_entity || b.strand == no_entity)
      return a.strand == no_entity && b.strand != no_entity;
    return a.strand < b.strand;
  });
  std::vector<Form> sorted;
  sorted.reserve(order.size());
  for (const Place& p : order) sorted.push_back(std::move(forms_of_[p.form]));
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

/// A thing of bearers, of which the first gives its type.
void EntityNamer::make(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& members) {
  Thing thing;
  thing.type = members.front().first;
  for (const auto& [type, bearer] : members) {
    Bearing& b = bearers_[bearer];
    b.entity = static_cast<std::uint32_t>(things_.size());
    thing.mentions += b.mentions;
    if (members.size() == 1) {
      thing.names = std::move(b.names);
      thing.also = std::move(b.also);
      continue;
    }
    thing.names.insert(thing.names.end(), b.names.begin(), b.names.end());
    thing.also.insert(thing.also.end(), b.also.begin(), b.also.end());
    b.names = {};
  }
  put_in_order(thing.names, names_);
  thing.name = best_name(thing.names, types_[thing.type].name == "Person");
  auto& also = thing.also;
  std::sort(also.begin(), also.end(),
            [&](std::uint32_t a, std::uint32_t b) { return names_.name(a) < names_.name(b); });
  also.erase(std::unique(also.begin(), also.end()), also.end());
  std::erase(also, thing.name);
  things_.push_back(std::move(thing));
}

Bearers EntityNamer::bearers() const {
  Bearers known;
  known.documents = documents_;
  known.all.resize(things_.size());
  for (std::uint32_t r = 0; r < relations_.size(); ++r) {  // there and back
    known.relations.emplace_back(relations_[r]);
    known.relations.push_back("^" + known.relations.back());
  }
  for (std::size_t i = 0; i < things_.size(); ++i) {
    const Thing& thing = things_[i];
    Bearer& b = known.all[i];
    b.type = types_[thing.type].name;
    if (thing.name != no_entity) {
      b.name = names_.name(thing.name);
      b.form = names_.form_text(names_.form(thing.name));
    }
    for (const std::uint32_t name : thing.also) b.also.push_back(names_.name(name));
    for (const std::string& name : forms_.second_names(b.form)) b.also.push_back(name);
    if (decisions_.empty()) continue;
    for (const auto& [name, n] : thing.names)
      b.forms.push_back(names_.form_text(names_.form(name)));
  }
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    const Noted& n = noted_[i];
    Bearer& s = known.all[ends_[i].subject];
    s.documents.push_back(document_of_[i]);
    if (n.identified && !facts_[i].subject.id.empty()) s.ids.push_back(facts_[i].subject.id);
    if (n.object_literal) {
      const Fact& f = facts_[i];
      const RelationId r = o_.find_relation(f.relation);
      if (f.object.type == "Date" && r != RelationId::none && o_.relation(r).functional)
        s.births.push_back(f.relation + f.object.name.substr(0, 4));
      continue;
    }
    Bearer& o = known.all[ends_[i].object];
    o.documents.push_back(document_of_[i]);
    if (n.identified && !facts_[i].object.id.empty()) o.ids.push_back(facts_[i].object.id);
    if (n.negated || ends_[i].subject == ends_[i].object) continue;
    s.links.push_back({n.relation * 2, ends_[i].object});
    o.links.push_back({n.relation * 2 + 1, ends_[i].subject});
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
  const std::vector<std::uint32_t> place = places(canonical.of);
  add_merges(canonical.pairs, place);
  add_entities(canonical.of);
  for (std::size_t i = 0; i < ids.size(); ++i)
    entities_[place[i]].ids.insert(entities_[place[i]].ids.end(), ids[i].begin(), ids[i].end());
  for (GraphEntity& e : entities_) {
    std::sort(e.ids.begin(), e.ids.end());
    e.ids.erase(std::unique(e.ids.begin(), e.ids.end()), e.ids.end());
  }
  for (EntityEnds& e : ends_)
    for (std::uint32_t* end : {&e.subject, &e.object})
      if (*end != no_entity) *end = place[*end];
}

/// Where among the entities each thing will be.
std::vector<std::uint32_t> EntityNamer::places(const std::vector<std::uint32_t>& first_of) {
  std::vector<std::uint32_t> place(first_of.size());
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < first_of.size(); ++i)
    place[i] = first_of[i] == i ? kept++ : place[first_of[i]];
  return place;
}

/// Sorted by the entities, then by the names.
void EntityNamer::add_merges(const std::vector<Joined>& pairs,
                             const std::vector<std::uint32_t>& place) {
  struct Order {
    std::uint32_t entity = 0, other = 0, a = 0, b = 0, pair = 0;  ///< a, b: things
  };
  const auto name = [&](std::uint32_t thing) { return names_.name(things_[thing].name); };
  std::vector<Order> order;
  order.reserve(pairs.size());
  for (const Joined& j : pairs) {
    const bool first = things_[j.a].name == things_[j.b].name || name(j.a) <= name(j.b);
    const std::uint32_t a = first ? j.a : j.b, b = first ? j.b : j.a;
    order.push_back({place[a], place[b], a, b, static_cast<std::uint32_t>(order.size())});
  }
  std::sort(order.begin(), order.end(), [&](const Order& x, const Order& y) {
    if (x.entity != y.entity) return x.entity < y.entity;
    if (x.other != y.other) return x.other < y.other;
    if (things_[x.a].name != things_[y.a].name) return name(x.a) < name(y.a);
    return things_[x.b].name != things_[y.b].name && name(x.b) < name(y.b);
  });
  merges_.reserve(pairs.size());
  for (const Order& o : order) {
    const NameScore& score = pairs[o.pair].score;
    merges_.push_back({o.entity, o.other, std::string(name(o.a)), std::string(name(o.b)),
                       std::string(types_[things_[o.a].type].name),
                       std::string(types_[things_[o.b].type].name), o.entity == o.other, score});
  }
}

/// One entity for each first one, with the names of all.
void EntityNamer::add_entities(const std::vector<std::uint32_t>& first_of) {
  std::vector<bool> grown(first_of.size(), false);
  for (std::uint32_t i = 0; i < first_of.size(); ++i) {
    Thing &one = things_[i], &first = things_[first_of[i]];
    if (first_of[i] == i) continue;
    if (types_[one.type].depth > types_[first.type].depth) first.type = one.type;
    first.mentions += one.mentions;
    first.names.insert(first.names.end(), one.names.begin(), one.names.end());
    one.names = {};
    grown[first_of[i]] = true;
  }
  for (std::uint32_t i = 0; i < first_of.size(); ++i) {
    if (first_of[i] != i) continue;
    Thing& thing = things_[i];
    if (grown[i]) {
      put_in_order(thing.names, names_);
      thing.name = best_name(thing.names, types_[thing.type].name == "Person");
    }
    GraphEntity& e = entities_.emplace_back();
    e.type = types_[thing.type].name;
    e.mentions = thing.mentions;
    if (thing.name != no_entity) e.name = names_.name(thing.name);
    for (const auto& [name, n] : thing.names)
      if (name != thing.name) e.aliases.emplace_back(names_.name(name));
    thing.names = {};
  }
}

}  // namespace

NamedEntities name_entities(std::span<const Fact> facts, const Ontology& ontology,
                            const NameForms& forms, const Decisions& decisions) {
  return EntityNamer(ontology, forms, facts, decisions).run();
}

}  // namespace factloom
