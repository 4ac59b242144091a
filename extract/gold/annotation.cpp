// SPDX-License-Identifier: Apache-2.0
#include "extract/gold/annotation.h"

#include <rapidjson/document.h>

#include <limits>
#include <string>

#include "extract/base/closest.h"

namespace factloom {
namespace {

using Json = rapidjson::Value;

/// Reads the members one by one; the first mistake ends it.
class AnnotationReader {
 public:
  AnnotationReader(const Record& record, const Ontology& ontology) : r_(record), o_(ontology) {}

  Result<std::optional<Annotation>> read() {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(r_.bytes.c_str());
    const rapidjson::Document& json = document;
    if (json.HasParseError() || !json.IsObject()) return std::optional<Annotation>();
    const auto facts = json.FindMember("facts");
    if (facts == json.MemberEnd()) return std::optional<Annotation>();
    Annotation all;
    if (!facts->value.IsArray()) return mistake("\"facts\" must be a list");
    for (const Json& fact : facts->value.GetArray()) all.facts.push_back(read_fact(fact));
    const auto passages = json.FindMember("passages");
    all.whole = passages == json.MemberEnd();
    if (all.whole)
      all.passages.push_back({{0, std::numeric_limits<std::uint32_t>::max()},
                              std::vector<bool>(o_.relations().size(), true)});
    else if (passages->value.IsArray())
      for (const Json& passage : passages->value.GetArray())
        all.passages.push_back(read_passage(passage));
    else
      wrong("\"passages\" must be a list");
    if (!wrong_.empty()) return mistake(wrong_);
    return std::optional<Annotation>(std::move(all));
  }

 private:
  Diagnostic mistake(const std::string& what) const {
    Diagnostic d = trouble(r_.path, "not an annotation: " + what);
    d.line = r_.line;
    return d;
  }
  void wrong(const std::string& what) {
    if (wrong_.empty()) wrong_ = what;
  }

  const Json* member(const Json& object, const char* name) {
    if (!object.IsObject() || !object.HasMember(name)) {
      wrong(std::string("an object with \"") + name + "\" is expected");
      return nullptr;
    }
    return &object[name];
  }

  RelationId relation(const Json& name) {
    if (!name.IsString()) {
      wrong("a relation must be a string");
      return RelationId::none;
    }
    const RelationId found = o_.find_relation(name.GetString());
    if (found == RelationId::none) {
      std::vector<std::string> names;
      for (const RelationType& r : o_.relations()) names.push_back(r.name);
      wrong("unknown relation '" + std::string(name.GetString()) + "'" +
            did_you_mean(name.GetString(), names));
    }
    return found;
  }
  std::vector<RelationId> relations(const Json& names) {
    std::vector<RelationId> found;
    if (!names.IsArray()) return {relation(names)};
    for (const Json& name : names.GetArray()) found.push_back(relation(name));
    return found;
  }

  GoldSpan span(const Json& start, const Json& end) {
    if (start.IsUint() && end.IsUint() && start.GetUint() < end.GetUint())
      return {start.GetUint(), end.GetUint()};
    wrong("a span is two numbers, the second above the first");
    return {};
  }
  /// [0, 4] or [[0, 4], [37, 39]].
  std::vector<GoldSpan> spans(const Json* places) {
    std::vector<GoldSpan> found;
    if (places == nullptr) return found;
    const auto add = [&](const Json& pair) {
      if (pair.IsArray() && pair.Size() == 2)
        found.push_back(span(pair[0], pair[1]));
      else
        wrong("a span is a list of two numbers");
    };
    if (places->IsArray() && !places->Empty() && (*places)[0].IsArray())
      for (const Json& pair : places->GetArray()) add(pair);
    else
      add(*places);
    return found;
  }

  GoldFact read_fact(const Json& fact) {
    GoldFact read;
    if (const Json* names = member(fact, "relation")) read.relations = relations(*names);
    read.subject = spans(member(fact, "subject"));
    read.object = spans(member(fact, "object"));
    return read;
  }

  GoldPassage read_passage(const Json& passage) {
    GoldPassage read;
    read.relations.assign(o_.relations().size(), false);
    const Json* start = member(passage, "start");
    const Json* end = member(passage, "end");
    if (start != nullptr && end != nullptr) read.span = span(*start, *end);
    if (const Json* names = member(passage, "relations"))
      for (const RelationId r : relations(*names))
        if (r != RelationId::none) read.relations[index(r)] = true;
    return read;
  }

  const Record& r_;
  const Ontology& o_;
  std::string wrong_;
};

}  // namespace

Result<std::optional<Annotation>> read_annotation(const Record& record, const Ontology& ontology) {
  return AnnotationReader(record, ontology).read();
}

}  // namespace factloom
