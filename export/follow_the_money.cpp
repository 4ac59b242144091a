// SPDX-License-Identifier: Apache-2.0
// FollowTheMoney entities, one JSON object a line, for OpenAleph, yente and their tools: things,
// relations as entities of their own (interests with both ends), and the articles as their proof.
// What is what there, `schemas/follow_the_money.tsv` says. Denied relations are left out: the model
// has no way to say that something is not so.
#include <map>
#include <sstream>

#include "export/format.h"
#include "export/names.h"
#include "extract/output/json_object.h"

namespace factloom {
namespace {

struct Row {
  std::string schema, subject, object, role, status;  ///< "-" is none
};

/// The table of schemas, by "kind name".
class Mapping {
 public:
  explicit Mapping(const std::string& table) {
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
      std::istringstream cells(line);
      std::string kind, name;
      Row row;
      if (line.starts_with('#') || !(cells >> kind >> name >> row.schema)) continue;
      cells >> row.subject >> row.object >> row.role >> row.status;
      rows_[kind + " " + name] = row;
    }
  }
  std::string schema(const std::string& type, const Ontology& ontology) const {
    for (TypeId t = ontology.find_type(type); t != TypeId::none; t = ontology.type(t).parent)
      if (const auto it = rows_.find("type " + ontology.type(t).name); it != rows_.end())
        return it->second.schema;
    return "LegalEntity";
  }
  /// The schema of a relation whose ends have these schemas.
  Row relation(const std::string& name, const std::string& subject,
               const std::string& object) const {
    const auto it = rows_.find("relation " + name);
    const Row unknown{"UnknownLink", "subject", "object", "role", "status"};
    if (it == rows_.end()) return unknown;
    const bool fits = (it->second.subject != "asset" || subject == "Company") &&
                      (it->second.object != "asset" || object == "Company");
    return fits ? it->second : unknown;
  }

 private:
  std::map<std::string, Row> rows_;
};

/// An id as the model allows it: letters, digits and dots; other bytes as -xx.
std::string id_of(std::string_view prefix, std::string_view name) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out(prefix);
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (plain) {
      out += c;
      continue;
    }
    const auto b = static_cast<unsigned char>(c);
    out += '-';
    out += digits[b >> 4];
    out += digits[b & 15u];
  }
  return out;
}

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const Ontology& ontology, const ExportOptions& options,
         const Sink& sink)
      : g_(graph), o_(ontology), mapping_(options.follow_the_money), sink_(sink) {}

  void run() {
    for (const GraphEntity& e : g_.entities()) entity(e);
    for (const auto& [name, source] : documents_of(g_)) article(name, source);
    for (std::uint32_t i = 0; i < g_.relations().size(); ++i)
      if (g_.relations()[i].status != Status::negated) relation(i);
    sink_(out_);
  }

 private:
  void open(const std::string& id, const std::string& schema) {
    out_ += "{\"id\": ";
    append_json(out_, id);
    append_member(out_, "schema", schema);
    out_ += ", \"properties\": {";
  }
  void close() {
    out_ += "}}\n";
    hand_on_full(out_, sink_);
  }
  template <class Texts>
  void list(std::string_view key, const Texts& texts) {
    bool first = true;
    for (const auto& text : texts) {
      if (std::string_view(text).empty()) continue;
      if (first) append_key(out_, key);
      out_ += first ? "[" : ", ";
      first = false;
      append_json(out_, text);
    }
    if (!first) out_ += ']';
  }
  void one(std::string_view key, std::string_view text) {
    list(key, std::initializer_list<std::string_view>{text});
  }
  void date(std::string_view key, std::string_view text) {
    if (is_iso_date(text)) one(key, text);
  }

  void entity(const GraphEntity& e) {
    const std::string schema = mapping_.schema(e.type, o_);
    open(id_of("e.", e.id), schema);
    one("name", e.name);
    list("alias", e.aliases);
    one("keywords", e.type);
    if (schema == "Person")
      if (const Property* p = best_property(e, "birthDate")) date("birthDate", p->value);
    if (schema == "Person")
      if (const Property* p = best_property(e, "deathDate")) date("deathDate", p->value);
    if (schema != "Person")
      if (const Property* p = best_property(e, "foundingDate"); p != nullptr && is_body(schema))
        date("incorporationDate", p->value);
    close();
  }
  static bool is_body(std::string_view schema) {
    return schema == "Organization" || schema == "Company" || schema == "PublicBody" ||
           schema == "LegalEntity";
  }
  void article(std::string_view name, const SourceView& source) {
    open(id_of("d.", name), "Article");
    one("title", source.title.empty() ? name : source.title);
    one("fileName", name);
    date("publishedAt", source.date);
    one("publisher", source.publisher);
    if (source.url.starts_with("http")) one("sourceUrl", source.url);
    close();
  }
  void relation(std::uint32_t i) {
    const GraphRelation& r = g_.relations()[i];
    const GraphEntity &subject = g_.entities()[r.subject], &object = g_.entities()[r.object];
    const Row row = mapping_.relation(r.relation, mapping_.schema(subject.type, o_),
                                      mapping_.schema(object.type, o_));
    const Claim& claim = claims_.read(g_.evidence(r));
    open(id_of("r.", std::to_string(i + 1)), row.schema);
    one(row.subject, id_of("e.", subject.id));
    one(row.object, id_of("e.", object.id));
    if (row.role != "-")
      one(row.role, claim.role.empty() ? std::string_view(r.relation) : claim.role);
    if (row.status != "-") one(row.status, status_name(r.status));
    date("date", r.first_date);
    list("description", claim.sentences);
    one("recordId", r.relation);
    std::vector<std::string> proofs;
    std::string_view last;
    for (const FactView& f : g_.evidence(r)) {
      if (f.document != last) proofs.push_back(id_of("d.", f.document));
      last = f.document;
    }
    list("proof", proofs);
    close();
  }

  const KnowledgeGraph& g_;
  const Ontology& o_;
  const Mapping mapping_;
  const Sink& sink_;
  ClaimReader claims_;
  std::string out_;
};

}  // namespace

void write_follow_the_money(const KnowledgeGraph& graph, const Ontology& ontology,
                            const ExportOptions& options, const Sink& sink) {
  Writer(graph, ontology, options, sink).run();
}

}  // namespace factloom
