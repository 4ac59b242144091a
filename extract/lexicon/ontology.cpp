// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/ontology.h"

#include <algorithm>
#include <filesystem>
#include <functional>

#include "extract/base/closest.h"
#include "extract/base/json_file.h"

namespace factloom {
namespace {

using Json = rapidjson::Value;
using Path = std::vector<std::string>;
constexpr std::size_t most_types = 63;

std::string text_of(const Json& object, const char* key) {
  const auto it = object.FindMember(key);
  return it != object.MemberEnd() && it->value.IsString()
             ? std::string(it->value.GetString(), it->value.GetStringLength())
             : std::string();
}
LifeEvent life_event(std::string_view word) {
  constexpr std::pair<std::string_view, LifeEvent> words[] = {
      {"birth", LifeEvent::birth}, {"death", LifeEvent::death}, {"family", LifeEvent::family},
      {"life", LifeEvent::life},   {"post", LifeEvent::post},   {"meeting", LifeEvent::meeting}};
  for (const auto& [name, event] : words)
    if (name == word) return event;
  return LifeEvent::none;
}

bool flag_of(const Json& object, const char* key) {
  const auto it = object.FindMember(key);
  return it != object.MemberEnd() && it->value.IsBool() && it->value.GetBool();
}

/// One entry of a file's list, with its place.
struct Entry {
  const JsonFile& file;
  const Json& json;
  Path path;

  Diagnostic trouble(const char* member, std::string message) const {
    Path here = path;
    here.emplace_back(member);
    return file.trouble_at(here, std::move(message));
  }
};

class Loader {
 public:
  Loader(std::vector<EntityType>& types, std::vector<RelationType>& relations,
         const std::vector<std::string>& more_files)
      : types_(types), relations_(relations), more_files_(more_files) {}

  Diagnostics load(const std::string& folder) {
    read_files(folder);
    each("types", [&](const Entry& e) { add_type(e); });
    if (types_.size() > most_types) {
      complain(trouble(folder, "declares " + std::to_string(types_.size()) +
                                   " types; there may be " + std::to_string(most_types)));
      return std::move(errors_);
    }
    each("types", [&](const Entry& e) { add_parent(e); });
    close();
    each("types", [&](const Entry& e) { add_disjoint(e); });
    each("types", [&](const Entry& e) { add_holds(e); });
    each("relations", [&](const Entry& e) { add_relation(e); });
    each("relations", [&](const Entry& e) {
      check_named(e, "broader");
      const auto through = e.json.FindMember("through");
      if (through == e.json.MemberEnd() || !through->value.IsObject()) return;
      Entry inner{e.file, through->value, e.path};
      inner.path.emplace_back("through");
      for (const char* step : {"first", "second"}) check_named(inner, step);
    });
    return std::move(errors_);
  }

 private:
  void complain(Diagnostic d) { errors_.push_back(std::move(d)); }

  void read_files(const std::string& folder) {
    std::vector<std::string> paths;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
      if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
    if (paths.empty()) complain(trouble(folder, "holds no *.json with types and relations"));
    std::sort(paths.begin(), paths.end());
    paths.insert(paths.end(), more_files_.begin(), more_files_.end());
    const Result<JsonSchema> schema = JsonSchema::load(folder + "/../json/ontology.json");
    if (!schema) {
      errors_.insert(errors_.end(), schema.errors().begin(), schema.errors().end());
      return;
    }
    for (const std::string& path : paths) {
      Result<JsonFile> file = JsonFile::read(path);
      const Diagnostics found = file ? schema->check(*file) : file.errors();
      errors_.insert(errors_.end(), found.begin(), found.end());
      if (file) files_.push_back(std::move(*file));
    }
  }

  /// Visits the entries of a list in all files; those without a name were told by the schema.
  void each(const char* list, const std::function<void(const Entry&)>& visit) {
    for (const JsonFile& file : files_) {
      if (!file.json.IsObject()) continue;
      const auto it = file.json.FindMember(list);
      if (it == file.json.MemberEnd() || !it->value.IsArray()) continue;
      for (rapidjson::SizeType i = 0; i < it->value.Size(); ++i)
        if (it->value[i].IsObject() && !text_of(it->value[i], "name").empty())
          visit({file, it->value[i], {list, std::to_string(i)}});
    }
  }

  TypeId type_named(std::string_view name) const {
    const auto it = std::find_if(types_.begin(), types_.end(),
                                 [&](const EntityType& t) { return t.name == name; });
    return it == types_.end() ? TypeId::none : static_cast<TypeId>(it - types_.begin());
  }
  TypeId known_type(const JsonFile& file, const Path& place, const std::string& name) {
    const TypeId t = type_named(name);
    if (t != TypeId::none) return t;
    std::vector<std::string> names;
    for (const EntityType& x : types_) names.push_back(x.name);
    complain(file.trouble_at(place, "unknown type '" + name + "'" + did_you_mean(name, names)));
    return t;
  }

  void add_type(const Entry& e) {
    EntityType t;
    t.name = text_of(e.json, "name");
    t.iri = text_of(e.json, "iri");
    t.wikidata = text_of(e.json, "wikidata");
    t.description = text_of(e.json, "description");
    t.color = text_of(e.json, "color");
    t.literal = flag_of(e.json, "literal");
    t.declared = declared(e);
    if (type_named(t.name) != TypeId::none)
      return complain(e.trouble("name", "type '" + t.name + "' is declared twice"));
    types_.push_back(std::move(t));
  }

  /// Finding a place takes its time; nobody asks for those of the program's own files.
  Diagnostic declared(const Entry& e) const {
    const bool users_own =
        std::find(more_files_.begin(), more_files_.end(), e.file.path) != more_files_.end();
    return users_own ? e.trouble("name", "") : trouble(e.file.path, "");
  }

  void add_parent(const Entry& e) {
    const std::string parent = text_of(e.json, "parent");
    if (parent.empty()) return;
    const TypeId self = type_named(text_of(e.json, "name"));
    Path place = e.path;
    place.emplace_back("parent");
    const TypeId above = known_type(e.file, place, parent);
    for (TypeId t = above; t != TypeId::none; t = types_[index(t)].parent)
      if (t == self)
        return complain(e.trouble(
            "parent", "type '" + types_[index(self)].name + "' would be its own ancestor"));
    types_[index(self)].parent = above;
  }

  void close() {
    for (std::size_t i = 0; i < types_.size(); ++i)
      for (auto t = static_cast<TypeId>(i); t != TypeId::none; t = types_[index(t)].parent) {
        types_[i].ancestors |= only(t);
        types_[index(t)].descendants |= only(static_cast<TypeId>(i));
      }
  }

  void add_disjoint(const Entry& e) {
    if (!e.json.HasMember("disjointWith")) return;
    const EntityType& self = types_[index(type_named(text_of(e.json, "name")))];
    const TypeSet others = types_of(e, "disjointWith");
    for (std::size_t i = 0; i < types_.size(); ++i) {
      const auto t = static_cast<TypeId>(i);
      if (Ontology::in(t, self.descendants)) types_[i].disjoint |= others;
      if (Ontology::in(t, others)) types_[i].disjoint |= self.descendants;
    }
  }

  void add_holds(const Entry& e) {
    if (e.json.HasMember("holds"))
      types_[index(type_named(text_of(e.json, "name")))].holds = types_of(e, "holds");
  }

  TypeSet types_of(const Entry& e, const char* key) {
    const auto it = e.json.FindMember(key);
    TypeSet set = 0;
    if (it == e.json.MemberEnd() || !it->value.IsArray()) return set;
    for (rapidjson::SizeType i = 0; i < it->value.Size(); ++i) {
      if (!it->value[i].IsString()) continue;
      Path place = e.path;
      place.insert(place.end(), {key, std::to_string(i)});
      const TypeId t = known_type(e.file, place, it->value[i].GetString());
      if (t != TypeId::none) set |= types_[index(t)].descendants;
    }
    return set;
  }

  void add_relation(const Entry& e) {
    RelationType r;
    r.name = text_of(e.json, "name");
    r.domain = types_of(e, "domain");
    r.range = types_of(e, "range");
    r.inverse = text_of(e.json, "inverse");
    r.iri = text_of(e.json, "iri");
    r.wikidata = text_of(e.json, "wikidata");
    r.broader = text_of(e.json, "broader");
    r.through = through_of(e.json);
    r.description = text_of(e.json, "description");
    r.symmetric = flag_of(e.json, "symmetric");
    r.functional = flag_of(e.json, "functional");
    r.declared = declared(e);
    r.lasting = flag_of(e.json, "lasting");
    r.once = flag_of(e.json, "once");
    r.tells = life_event(text_of(e.json, "tells"));
    if (r.symmetric && r.domain != r.range)
      complain(e.trouble("symmetric", "relation '" + r.name +
                                          "' cannot hold both ways: its domain and range differ"));
    if (relation_named(r.name))
      return complain(e.trouble("name", "relation '" + r.name + "' is declared twice"));
    relations_.push_back(std::move(r));
  }

  bool relation_named(std::string_view name) const {
    return std::any_of(relations_.begin(), relations_.end(),
                       [&](const RelationType& r) { return r.name == name; });
  }
  static RelationsThrough through_of(const rapidjson::Value& relation) {
    const auto it = relation.FindMember("through");
    if (it == relation.MemberEnd() || !it->value.IsObject()) return {};
    RelationsThrough through{text_of(it->value, "first"), text_of(it->value, "second"), {}};
    const auto words = it->value.FindMember("named");
    if (words == it->value.MemberEnd() || !words->value.IsArray()) return through;
    for (const auto& word : words->value.GetArray())
      if (word.IsString()) through.named.emplace_back(word.GetString());
    return through;
  }
  /// Complains where no relation has the name.
  void check_named(const Entry& e, const char* member) {
    const std::string name = text_of(e.json, member);
    if (name.empty() || relation_named(name)) return;
    std::vector<std::string> names;
    for (const RelationType& r : relations_) names.push_back(r.name);
    complain(e.trouble(member, "unknown relation '" + name + "'" + did_you_mean(name, names)));
  }

  std::vector<EntityType>& types_;
  std::vector<RelationType>& relations_;
  const std::vector<std::string>& more_files_;  ///< users' own
  std::vector<JsonFile> files_;
  Diagnostics errors_;
};

/// Where the search for a name begins; it goes on, round and round, to an empty slot.
std::uint8_t slot_of(std::string_view name) {
  if (name.empty()) return 0;
  const auto byte = [&](std::size_t i) { return unsigned{static_cast<unsigned char>(name[i])}; };
  return static_cast<std::uint8_t>(byte(0) * 7 + byte(name.size() / 2) * 13 +
                                   byte(name.size() - 1) * 31 + name.size() * 5);
}

}  // namespace

Result<Ontology> Ontology::load(const std::string& folder,
                                const std::vector<std::string>& more_files) {
  Ontology o;
  Diagnostics errors = Loader(o.types_, o.relations_, more_files).load(folder);
  if (!errors.empty()) return errors;
  o.index_types();
  return o;
}

void Ontology::index_types() {
  for (std::size_t i = 0; i < types_.size(); ++i) {
    std::uint8_t slot = slot_of(types_[i].name);
    while (slots_[slot] != 0) ++slot;
    slots_[slot] = static_cast<std::uint8_t>(i + 1);
    ancestors_[i] = types_[i].ancestors;
  }
  known_ = {find_type("Person"),
            find_type("Organization"),
            find_type("Place"),
            find_type("Region"),
            find_type("Country"),
            find_type("Policy"),
            find_type("Date"),
            find_type("Money"),
            find_type("Company"),
            find_type("GovernmentBody"),
            find_type("IntergovernmentalOrganization"),
            find_type("PoliticalParty"),
            find_type("SportsTeam"),
            find_type("EducationalInstitution"),
            find_type("Product"),
            find_type("Event"),
            find_type("Quantity")};
}

TypeId Ontology::find_type(std::string_view name) const {
  for (std::uint8_t slot = slot_of(name); slots_[slot] != 0; ++slot)
    if (types_[slots_[slot] - 1u].name == name) return static_cast<TypeId>(slots_[slot] - 1);
  return TypeId::none;
}

bool Ontology::is_below(std::string_view relation, std::string_view broader) const {
  for (int depth = 0; depth < 8 && !relation.empty(); ++depth) {
    if (relation == broader) return true;
    const RelationId id = find_relation(relation);
    relation = id == RelationId::none ? std::string_view() : relations_[index(id)].broader;
  }
  return false;
}

RelationId Ontology::find_relation(std::string_view name) const {
  for (std::size_t i = 0; i < relations_.size(); ++i)
    if (relations_[i].name == name) return static_cast<RelationId>(i);
  return RelationId::none;
}

bool Ontology::can_be_same(TypeId a, TypeId b) const {
  if (a == TypeId::none || b == TypeId::none) return a == b;
  const EntityType &x = type(a), &y = type(b);
  bool same_root = false;
  for (std::size_t i = 0; i < types_.size(); ++i) {
    const auto t = static_cast<TypeId>(i);
    same_root =
        same_root || (types_[i].parent == TypeId::none && in(t, x.ancestors) && in(t, y.ancestors));
  }
  return same_root && !in(b, x.disjoint);
}

}  // namespace factloom
