// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/ontology.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "extract/base/closest.h"

namespace factloom {
namespace {

using Json = rapidjson::Value;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// Line and column of a byte in a text.
Diagnostic place(const std::string& file, const std::string& text, std::size_t at,
                 std::string message) {
  Diagnostic d = trouble(file, std::move(message));
  at = std::min(at, text.size());
  const std::size_t line_start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  d.line = 1 + static_cast<std::uint32_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  d.column = static_cast<std::uint32_t>(at - line_start) + 1;
  d.source_line = text.substr(line_start, text.find('\n', line_start) - line_start);
  return d;
}

std::string text_of(const Json& object, const char* key) {
  const auto it = object.FindMember(key);
  return it != object.MemberEnd() && it->value.IsString()
             ? std::string(it->value.GetString(), it->value.GetStringLength())
             : std::string();
}
bool flag_of(const Json& object, const char* key) {
  const auto it = object.FindMember(key);
  return it != object.MemberEnd() && it->value.IsBool() && it->value.GetBool();
}

/// A file of types or relations, kept until all files are read.
struct File {
  std::string path, text;
  rapidjson::Document json;
};

class Loader {
 public:
  Loader(std::vector<EntityType>& types, std::vector<RelationType>& relations)
      : types_(types), relations_(relations) {}

  Diagnostics load(const std::string& folder) {
    std::vector<std::string> paths;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
      if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
    if (paths.empty()) return {trouble(folder, "holds no *.json with types and relations")};
    std::sort(paths.begin(), paths.end());
    std::vector<File> files(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) parse(paths[i], files[i]);
    for (const File& f : files) each(f, "types", [&](const Json& x) { add_type(f, x); });
    for (const File& f : files) each(f, "types", [&](const Json& x) { add_parent(f, x); });
    close();
    for (const File& f : files) each(f, "relations", [&](const Json& x) { add_relation(f, x); });
    if (types_.size() > 63) errors_.push_back(trouble(folder, "declares more than 63 types"));
    return std::move(errors_);
  }

 private:
  void parse(const std::string& path, File& file) {
    file.path = path;
    file.text = read(path);
    file.json.Parse(file.text.c_str(), file.text.size());
    if (file.json.HasParseError())
      errors_.push_back(place(path, file.text, file.json.GetErrorOffset(),
                              rapidjson::GetParseError_En(file.json.GetParseError())));
    else if (!file.json.IsObject())
      errors_.push_back(
          place(path, file.text, 0, "expected an object with 'types' or 'relations'"));
  }

  template <class Visit>
  void each(const File& file, const char* key, Visit visit) {
    if (file.json.HasParseError() || !file.json.IsObject()) return;
    const auto it = file.json.FindMember(key);
    if (it == file.json.MemberEnd()) return;
    if (!it->value.IsArray())
      return complain(file, key, std::string("'") + key + "' must be a list");
    for (const Json& x : it->value.GetArray()) {
      if (x.IsObject() && !text_of(x, "name").empty())
        visit(x);
      else
        complain(file, key, std::string("every entry of '") + key + "' is an object with a 'name'");
    }
  }

  void complain(const File& file, const std::string& word, std::string message) {
    const auto at = file.text.find("\"" + word + "\"");
    errors_.push_back(
        place(file.path, file.text, at == std::string::npos ? 0 : at, std::move(message)));
  }

  TypeId type_named(std::string_view name) const {
    for (std::size_t i = 0; i < types_.size(); ++i)
      if (types_[i].name == name) return static_cast<TypeId>(i);
    return TypeId::none;
  }
  TypeId known_type(const File& file, const std::string& name) {
    const TypeId t = type_named(name);
    if (t != TypeId::none) return t;
    std::vector<std::string> names;
    for (const EntityType& x : types_) names.push_back(x.name);
    complain(file, name, "unknown type '" + name + "'" + did_you_mean(name, names));
    return t;
  }

  void add_type(const File& file, const Json& x) {
    EntityType t;
    t.name = text_of(x, "name");
    t.iri = text_of(x, "iri");
    t.wikidata = text_of(x, "wikidata");
    t.description = text_of(x, "description");
    t.color = text_of(x, "color");
    t.literal = flag_of(x, "literal");
    if (type_named(t.name) != TypeId::none)
      complain(file, t.name, "type '" + t.name + "' is declared twice");
    else
      types_.push_back(std::move(t));
  }
  void add_parent(const File& file, const Json& x) {
    const std::string parent = text_of(x, "parent");
    if (!parent.empty())
      types_[index(type_named(text_of(x, "name")))].parent = known_type(file, parent);
  }
  /// Ancestors and descendants of every type; a cycle ends at its first repetition.
  void close() {
    for (std::size_t i = 0; i < types_.size(); ++i) {
      for (TypeId t = static_cast<TypeId>(i);
           t != TypeId::none && (types_[i].ancestors & only(t)) == 0; t = types_[index(t)].parent) {
        types_[i].ancestors |= only(t);
        types_[index(t)].descendants |= only(static_cast<TypeId>(i));
      }
    }
  }

  TypeSet types_of(const File& file, const Json& x, const char* key) {
    const auto it = x.FindMember(key);
    if (it == x.MemberEnd() || !it->value.IsArray() || it->value.Empty()) {
      complain(file, text_of(x, "name"),
               "relation '" + text_of(x, "name") + "' needs a list of types as '" + key + "'");
      return 0;
    }
    TypeSet set = 0;
    for (const Json& name : it->value.GetArray()) {
      const TypeId t = name.IsString() ? known_type(file, name.GetString()) : TypeId::none;
      if (t != TypeId::none) set |= types_[index(t)].descendants;
    }
    return set;
  }

  void add_relation(const File& file, const Json& x) {
    RelationType r;
    r.name = text_of(x, "name");
    r.domain = types_of(file, x, "domain");
    r.range = types_of(file, x, "range");
    r.inverse = text_of(x, "inverse");
    r.iri = text_of(x, "iri");
    r.wikidata = text_of(x, "wikidata");
    r.broader = text_of(x, "broader");
    r.description = text_of(x, "description");
    r.symmetric = flag_of(x, "symmetric");
    r.functional = flag_of(x, "functional");
    for (const RelationType& old : relations_)
      if (old.name == r.name) complain(file, r.name, "relation '" + r.name + "' is declared twice");
    relations_.push_back(std::move(r));
  }

  std::vector<EntityType>& types_;
  std::vector<RelationType>& relations_;
  Diagnostics errors_;
};

}  // namespace

Result<Ontology> Ontology::load(const std::string& folder) {
  Ontology o;
  Diagnostics errors = Loader(o.types_, o.relations_).load(folder);
  if (!errors.empty()) return errors;
  return o;
}

TypeId Ontology::find_type(std::string_view name) const {
  for (std::size_t i = 0; i < types_.size(); ++i)
    if (types_[i].name == name) return static_cast<TypeId>(i);
  return TypeId::none;
}

RelationId Ontology::find_relation(std::string_view name) const {
  for (std::size_t i = 0; i < relations_.size(); ++i)
    if (relations_[i].name == name) return static_cast<RelationId>(i);
  return RelationId::none;
}

}  // namespace factloom
