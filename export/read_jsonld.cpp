// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <fstream>

#include "export/graph_parts.h"
#include "export/iri.h"
#include "export/read_foreign.h"

namespace factloom {
namespace {

using Json = rapidjson::Value;

constexpr const char* remedy =
    "; JSON-LD that can be read back is written by `factloom build … -o FILE.jsonld`, one node a "
    "line";

std::string text_of(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd()) return "";
  const Json& value = found->value;
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  return value.IsObject() ? text_of(value, "@value") : "";
}
double number_of(const Json& object, const char* key, double otherwise) {
  const auto found = object.FindMember(key);
  return found != object.MemberEnd() && found->value.IsNumber() ? found->value.GetDouble()
                                                                : otherwise;
}
std::uint32_t count_of(const Json& object, const char* key) {
  return static_cast<std::uint32_t>(number_of(object, key, 0));
}
std::vector<std::string> texts_of(const Json& object, const char* key) {
  std::vector<std::string> texts;
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsArray()) return texts;
  for (const Json& text : found->value.GetArray())
    if (text.IsString()) texts.emplace_back(text.GetString(), text.GetStringLength());
  return texts;
}

/// Reads a node a line: entities, documents, statements, in this order.
class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path) {}

  Result<KnowledgeGraph> run() {
    std::ifstream file(path_, std::ios::binary);
    if (!file) return trouble(path_, "cannot be opened");
    bool inside = false, whole = false;
    for (std::string line; wrong_.empty() && std::getline(file, line);) {
      ++line_;
      if (!inside) {
        inside = line.starts_with("\"@graph\": [");
      } else if (line == "]}") {
        whole = true;
      } else {
        node(line);
      }
    }
    if (wrong_.empty() && !inside)
      return trouble(path_,
                     std::string("is no JSON-LD of factloom: no line begins the @graph") + remedy);
    if (wrong_.empty() && !whole)
      refuse("is cut short: its last line is missing; copy it again, or build it anew");
    if (!wrong_.empty()) return wrong_;
    return graph_.build();
  }

 private:
  void refuse(std::string message) {
    Diagnostic d = trouble(path_, std::move(message));
    d.line = line_;
    wrong_.push_back(std::move(d));
  }

  void node(std::string& line) {
    if (line.ends_with(",")) line.pop_back();
    rapidjson::Document json;
    json.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseIterativeFlag |
               rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
    if (json.HasParseError() || !json.IsObject()) {
      const std::string why =
          json.HasParseError() ? rapidjson::GetParseError_En(json.GetParseError()) : "no object";
      return refuse("is cut short or no node of factloom's JSON-LD: " + why + remedy);
    }
    if (json.HasMember("entityType"))
      entity(json);
    else if (json.HasMember("predicate"))
      statement(json);
    else if (json.HasMember("identifier"))
      document(json);
  }

  void entity(const Json& json) {
    GraphEntity e;
    const std::string iri = text_of(json, "id");
    e.id = iri.substr(iri.rfind(':') + 1);
    e.name = text_of(json, "name");
    e.type = text_of(json, "entityType");
    e.aliases = texts_of(json, "alternateName");
    e.ids = texts_of(json, "ids");
    e.mentions = count_of(json, "mentions");
    e.documents = count_of(json, "documentCount");
    e.first_date = text_of(json, "firstDate");
    e.last_date = text_of(json, "lastDate");
    if (e.name.empty() || e.type.empty()) return refuse("an entity without name or type");
    const std::string id = e.id;
    if (!graph_.add(std::move(e))) refuse("there are two entities '" + id + "'");
  }
  void document(const Json& json) {
    documents_[text_of(json, "id")] = {text_of(json, "identifier"),
                                       {text_of(json, "headline"), text_of(json, "datePublished"),
                                        text_of(json, "publisherName"), text_of(json, "url")}};
  }

  std::int64_t end_of(const Json& json, const char* key) {
    const std::string iri = text_of(json, key);
    const std::int64_t index = graph_.find(iri.substr(iri.rfind(':') + 1));
    if (index < 0)
      refuse(std::string("the ") + key + " of this statement, '" + iri +
             "', is no entity of a line before it");
    return index;
  }
  void statement(const Json& json) {
    const std::int64_t subject = end_of(json, "subject");
    if (subject < 0) return;
    const std::string relation = text_of(json, "relationName");
    if (relation.empty()) return refuse(std::string("a statement without relationName") + remedy);
    if (json.HasMember("value")) {
      graph_.add(static_cast<std::size_t>(subject),
                 Property{relation, text_of(json, "value"), text_of(json, "valueType"), 0, 0,
                          count_of(json, "documentCount"), json.HasMember("contradicted")},
                 facts(json));
      return;
    }
    const std::int64_t object = end_of(json, "object");
    if (object < 0) return;
    GraphRelation r;
    r.subject = static_cast<std::uint32_t>(subject);
    r.object = static_cast<std::uint32_t>(object);
    r.relation = relation;
    r.status = status_named(text_of(json, "status")).value_or(Status::asserted);
    r.weight = count_of(json, "documentCount");
    r.confidence = number_of(json, "confidence", 1);
    r.contradicted = json.HasMember("contradicted");
    r.first_date = text_of(json, "firstDate");
    r.last_date = text_of(json, "lastDate");
    graph_.add(std::move(r), facts(json));
  }
  std::vector<Fact> facts(const Json& json) const {
    std::vector<Fact> all;
    const auto found = json.FindMember("evidence");
    if (found == json.MemberEnd() || !found->value.IsArray()) return all;
    for (const Json& one : found->value.GetArray())
      if (one.IsObject()) all.push_back(fact(one));
    return all;
  }
  Fact fact(const Json& json) const {
    Fact f;
    if (const auto known = documents_.find(text_of(json, "hasSource")); known != documents_.end()) {
      f.document = known->second.name;
      f.source = known->second.source;
    } else {
      f.document = "unknown";
    }
    f.status = status_named(text_of(json, "status")).value_or(Status::asserted);
    f.confidence = number_of(json, "confidence", 1);
    f.rule = text_of(json, "rule");
    f.role = text_of(json, "roleName");
    f.date = text_of(json, "startDate");
    f.attributed_to = text_of(json, "attributedTo");
    const auto selectors = json.FindMember("hasSelector");
    if (selectors == json.MemberEnd() || !selectors->value.IsArray()) return f;
    for (const Json& s : selectors->value.GetArray()) {
      if (!s.IsObject()) continue;
      if (s.HasMember("exact")) f.sentence.text = text_of(s, "exact");
      if (s.HasMember("start")) f.sentence.start = count_of(s, "start");
      if (s.HasMember("end")) f.sentence.end = count_of(s, "end");
    }
    return f;
  }

  struct Document {
    std::string name;
    Source source;
  };
  std::string path_;
  GraphCollector graph_;
  std::unordered_map<std::string, Document> documents_;
  std::uint32_t line_ = 0;
  Diagnostics wrong_;
};

}  // namespace

Result<KnowledgeGraph> read_jsonld(const std::string& path) {
  return Reader(path).run();
}

}  // namespace factloom
