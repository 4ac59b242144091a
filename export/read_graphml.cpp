// SPDX-License-Identifier: Apache-2.0
#include <expat.h>
#include <rapidjson/document.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>

#include "export/graph_parts.h"
#include "export/names.h"
#include "export/read_foreign.h"

namespace factloom {
namespace {

constexpr const char* remedy =
    "; GraphML that can be read back is written by `factloom build … -o FILE.graphml`";

/// FOUNDED_BY is foundedBy.
std::string relation_named(std::string_view kind) {
  std::string out;
  bool upper = false;
  for (const char c : kind) {
    if (c == '_') {
      upper = !out.empty();
      continue;
    }
    out += c >= 'A' && c <= 'Z' && !upper ? static_cast<char>(c - 'A' + 'a') : c;
    upper = false;
  }
  return out;
}

/// The texts of a JSON list; none if it is no such list.
std::vector<std::string> texts_of(const std::string& json) {
  std::vector<std::string> texts;
  rapidjson::Document list;
  list.Parse(json.c_str(), json.size());
  if (list.HasParseError() || !list.IsArray()) return texts;
  for (const auto& text : list.GetArray())
    if (text.IsString()) texts.emplace_back(text.GetString(), text.GetStringLength());
  return texts;
}

std::uint32_t number_of(const std::string& text) {
  return static_cast<std::uint32_t>(std::strtod(text.c_str(), nullptr));
}

/// "document#char=5,40"
void set_source(Fact& fact, const std::string& source) {
  const std::size_t mark = source.rfind("#char=");
  fact.document = source.substr(0, mark);
  if (mark == std::string::npos) return;
  char* end = nullptr;
  fact.sentence.start = static_cast<std::uint32_t>(std::strtoul(&source[mark + 6], &end, 10));
  if (*end == ',')
    fact.sentence.end = static_cast<std::uint32_t>(std::strtoul(end + 1, nullptr, 10));
}

/// Follows the parser through a file.
class Reader {
 public:
  explicit Reader(const std::string& path)
      : path_(path), parser_(XML_ParserCreate("UTF-8"), XML_ParserFree) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const char* name, const char** attributes) {
          static_cast<Reader*>(self)->begin(name, attributes);
        },
        [](void* self, const char* name) { static_cast<Reader*>(self)->end(name); });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int size) {
      auto* reader = static_cast<Reader*>(self);
      if (!reader->key_.empty()) reader->text_.append(text, static_cast<std::size_t>(size));
    });
    XML_SetStartDoctypeDeclHandler(
        parser_.get(), [](void* self, const char*, const char*, const char*, int) {
          static_cast<Reader*>(self)->refuse("has a document type, which no GraphML of ours has");
        });
  }

  Result<KnowledgeGraph> run() {
    std::ifstream file(path_, std::ios::binary);
    if (!file) return trouble(path_, "cannot be opened");
    std::vector<char> buffer(std::size_t{1} << 16);
    for (bool last = false; !last && wrong_.empty();) {
      file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
      const auto size = static_cast<int>(file.gcount());
      last = size < static_cast<int>(buffer.size());
      if (XML_Parse(parser_.get(), buffer.data(), size, last) != XML_STATUS_OK) broken();
    }
    if (wrong_.empty() && !whole_) refuse(std::string("holds no graph") + remedy);
    if (!wrong_.empty()) return wrong_;
    return graph_.build();
  }

 private:
  void refuse(std::string message) {
    if (!wrong_.empty()) return;
    Diagnostic d = trouble(path_, std::move(message));
    d.line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_.get()));
    d.column = static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_.get()) + 1);
    wrong_.push_back(std::move(d));
    XML_StopParser(parser_.get(), XML_FALSE);
  }
  void broken() {
    const XML_Error error = XML_GetErrorCode(parser_.get());
    const bool ended = error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
                       error == XML_ERROR_PARTIAL_CHAR;
    if (ended)
      refuse(depth_ == 0 ? std::string("holds no XML") + remedy
                         : "is cut short: copy it again, or build it anew");
    refuse(std::string("is not valid XML: ") + XML_ErrorString(error) + remedy);
  }

  void begin(const std::string& name, const char** attributes) {
    if (++depth_ == 1 && name != "graphml")
      return refuse("is no GraphML: its first element is <" + name + ">" + remedy);
    own_.clear();
    for (; *attributes != nullptr; attributes += 2) own_[attributes[0]] = attributes[1];
    if (name == "key") keys_[own_["id"]] = own_["for"] + " " + own_["attr.name"];
    if (name == "graph") whole_ = true;
    if (name == "node" || name == "edge") {
      id_ = own_["id"];
      source_ = own_["source"];
      target_ = own_["target"];
      data_.clear();
    }
    if (name == "data") {
      key_ = own_["key"];
      text_.clear();
    }
  }
  void end(std::string_view name) {
    --depth_;
    if (!wrong_.empty()) return;
    if (name == "data") {
      if (const auto key = keys_.find(key_); key != keys_.end())
        data_[key->second.substr(key->second.find(' ') + 1)] = text_;
      key_.clear();
    }
    if (name == "node") node();
    if (name == "edge") edge();
  }

  void node() {
    GraphEntity e;
    e.id = id_;
    e.name = data_["name"].empty() ? id_ : data_["name"];
    e.type = data_["type"];
    if (e.type.empty()) return refuse("node '" + id_ + "' has no type" + remedy);
    e.aliases = texts_of(data_["aliases"]);
    e.ids = texts_of(data_["ids"]);
    e.mentions = number_of(data_["mentions"]);
    e.documents = number_of(data_["documents"]);
    e.first_date = data_["first_date"];
    e.last_date = data_["last_date"];
    if (!graph_.add(std::move(e))) return refuse("there are two nodes '" + id_ + "'");
    const auto index = static_cast<std::size_t>(graph_.find(id_));
    for (const char* relation : {"birthDate", "deathDate", "foundingDate"})
      if (!data_[relation].empty())
        graph_.add(index, Property{relation, data_[relation], "Date", 0, 0, 1, false}, {});
  }

  void edge() {
    const std::int64_t subject = graph_.find(source_), object = graph_.find(target_);
    if (subject < 0 || object < 0)
      return refuse("edge '" + id_ + "' leads to '" + (subject < 0 ? source_ : target_) +
                    "', but there is no such node before it");
    if (data_["label"].empty()) return refuse("edge '" + id_ + "' has no label" + remedy);
    GraphRelation r;
    r.subject = static_cast<std::uint32_t>(subject);
    r.object = static_cast<std::uint32_t>(object);
    r.relation = relation_named(data_["label"]);
    r.status = status_named(data_["status"]).value_or(Status::asserted);
    r.weight = std::max(1u, number_of(data_["weight"]));
    r.confidence =
        data_["confidence"].empty() ? 1 : std::strtod(data_["confidence"].c_str(), nullptr);
    r.contradicted = data_["contradicted"] == "true";
    r.first_date = data_["first_date"];
    r.last_date = data_["last_date"];
    graph_.add(r, facts(r));
  }
  std::vector<Fact> facts(const GraphRelation& r) {
    const std::vector<std::string> sentences = texts_of(data_["evidence"]),
                                   sources = texts_of(data_["sources"]),
                                   rules = texts_of(data_["rules"]),
                                   speakers = texts_of(data_["attributedTo"]);
    std::vector<Fact> all;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      Fact f;
      set_source(f, sources[i]);
      if (i < sentences.size()) f.sentence.text = sentences[i];
      f.status = r.status;
      f.confidence = r.confidence;
      f.role = data_["role"];
      f.date = r.first_date;
      if (!rules.empty()) f.rule = rules[std::min(i, rules.size() - 1)];
      if (!speakers.empty()) f.attributed_to = speakers.front();
      all.push_back(std::move(f));
    }
    return all;
  }

  std::string path_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
  GraphCollector graph_;
  std::map<std::string, std::string> keys_, own_, data_;  // keys: by id, "node name"
  std::string id_, source_, target_, key_, text_;
  std::size_t depth_ = 0;
  bool whole_ = false;
  Diagnostics wrong_;
};

}  // namespace

Result<KnowledgeGraph> read_graphml(const std::string& path) {
  return Reader(path).run();
}

}  // namespace factloom
