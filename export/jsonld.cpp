// SPDX-License-Identifier: Apache-2.0
// JSON-LD 1.1 in the subset that 1.0 processors read too: the context, then one node object a line,
// `type` before `id`. Asserted facts are direct triples; every fact is also an rdf:Statement with
// status, confidence and evidence (Web Annotation selectors). What is denied, planned or hedged is
// a statement only.
#include <map>

#include "export/format.h"
#include "export/iri.h"
#include "export/names.h"
#include "extract/output/json_object.h"

namespace factloom {
namespace {

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const Ontology& ontology, const ExportOptions& options,
         const Sink& sink)
      : g_(graph), o_(ontology), options_(options), sink_(sink) {}

  void run() {
    begin();
    std::vector<std::vector<std::uint32_t>> direct(g_.entities().size());
    for (std::uint32_t i = 0; i < g_.relations().size(); ++i)
      if (g_.relations()[i].status == Status::asserted)
        direct[g_.relations()[i].subject].push_back(i);
    for (std::uint32_t i = 0; i < g_.entities().size(); ++i) entity(i, direct[i]);
    documents();
    for (std::uint32_t i = 0; i < g_.relations().size(); ++i) statement(i);
    literals();
    out_ += "\n]}\n";
    sink_(out_);
  }

 private:
  void begin() {
    std::string context = options_.context;
    const auto last = context.find_last_of('}');
    context = last == std::string::npos ? "{" : context.substr(0, last);
    while (!context.empty() && (context.back() == '\n' || context.back() == ' '))
      context.pop_back();
    out_ += context + (context.size() > 1 ? "," : "") + "\n\"@graph\": [";
  }
  void open(std::string_view type, const std::string& id) {
    out_ += first_ ? "\n{" : ",\n{";
    first_ = false;
    out_ += "\"type\": ";
    out_ += type;
    append_member(out_, "id", id);
  }
  void close() {
    out_ += '}';
    hand_on_full(out_, sink_);
  }

  /// The IRI of a relation, looked up once.
  const std::string& predicate(const std::string& relation) {
    const auto it = predicates_.find(relation);
    if (it != predicates_.end()) return it->second;
    return predicates_.emplace(relation, relation_iri(relation, o_)).first->second;
  }
  static std::string quoted(std::string_view text) {
    std::string out;
    append_json(out, text);
    return out;
  }

  void entity(std::uint32_t i, const std::vector<std::uint32_t>& direct) {
    const GraphEntity& e = g_.entities()[i];
    open(quoted(type_iri(e.type, o_)), entity_iri(e));
    append_member(out_, "name", e.name);
    append_member(out_, "entityType", e.type);
    if (!e.ids.empty()) {
      append_key(out_, "ids");
      list(e.ids);
    }
    if (!e.aliases.empty()) {
      append_key(out_, "alternateName");
      list(e.aliases);
    }
    append_member(out_, "mentions", e.mentions);
    append_member(out_, "documentCount", e.documents);
    known("firstDate", e.first_date);
    known("lastDate", e.last_date);
    std::map<std::string, std::vector<std::string>> objects;
    for (const std::uint32_t r : direct)
      objects[predicate(g_.relations()[r].relation)].push_back(
          entity_iri(g_.entities()[g_.relations()[r].object]));
    for (const auto& [iri, ids] : objects) {
      append_key(out_, iri);
      out_ += '[';
      for (std::size_t k = 0; k < ids.size(); ++k)
        out_ += (k ? ", {\"@id\": " : "{\"@id\": ") + quoted(ids[k]) + "}";
      out_ += ']';
    }
    std::map<std::string, std::vector<std::string>> values;
    for (const Property& p : e.properties) values[predicate(p.relation)].push_back(literal(p));
    for (const auto& [iri, literals] : values) {
      append_key(out_, iri);
      out_ += '[';
      for (std::size_t k = 0; k < literals.size(); ++k) out_ += (k ? ", " : "") + literals[k];
      out_ += ']';
    }
    close();
  }
  void list(const std::vector<std::string>& items) {
    out_ += '[';
    for (std::size_t k = 0; k < items.size(); ++k) {
      if (k != 0) out_ += ", ";
      append_json(out_, items[k]);
    }
    out_ += ']';
  }

  /// An ISO date as a typed literal of its precision, anything else as a string.
  static std::string literal(const Property& p) {
    const std::string_view type = date_type(p.value);
    if (type.empty()) return quoted(p.value);
    return "{\"@value\": " + quoted(p.value) + ", \"@type\": " + quoted(type) + "}";
  }

  void documents() {
    for (const auto& [document, source] : documents_of(g_)) {
      open("[\"schema:NewsArticle\", \"prov:Entity\"]", document_iri(document));
      append_member(out_, "identifier", document);
      known("headline", source.title);
      known("datePublished", source.date);
      known("publisherName", source.publisher);
      known("url", source.url);
      close();
    }
  }

  void statement(std::uint32_t i) {
    const GraphRelation& r = g_.relations()[i];
    const std::string id = "urn:factloom:claim:r" + std::to_string(i + 1);
    open("[\"rdf:Statement\", \"prov:Entity\"]", id);
    append_member(out_, "subject", entity_iri(g_.entities()[r.subject]));
    append_member(out_, "predicate", predicate(r.relation));
    append_member(out_, "object", entity_iri(g_.entities()[r.object]));
    append_member(out_, "relationName", r.relation);
    append_member(out_, "status", status_name(r.status));
    known("firstDate", r.first_date);
    known("lastDate", r.last_date);
    claim(g_.evidence(r), r.weight, r.confidence, r.contradicted);
  }

  void literals() {
    for (const GraphEntity& e : g_.entities())
      for (const Property& p : e.properties) {
        const std::string id = "urn:factloom:claim:v" + std::to_string(++values_);
        open("[\"rdf:Statement\", \"prov:Entity\"]", id);
        append_member(out_, "subject", entity_iri(e));
        append_member(out_, "predicate", predicate(p.relation));
        append_member(out_, "relationName", p.relation);
        append_member(out_, "valueType", p.type);
        append_key(out_, "value");
        out_ += literal(p);
        double best = 0;
        for (const FactView& f : g_.evidence(p)) best = std::max(best, f.confidence);
        claim(g_.evidence(p), p.documents, best, p.contradicted);
      }
  }

  /// What statements of both kinds say of themselves, and their evidence.
  void claim(const EvidenceRange& facts, std::uint32_t documents, double confidence,
             bool contradicted) {
    append_key(out_, "confidence");
    append_json(out_, confidence);
    append_key(out_, "documentCount");
    append_json(out_, std::uint64_t{documents});
    if (contradicted) {
      append_key(out_, "contradicted");
      out_ += "true";
    }
    const FactView first = facts.front();
    append_member(out_, "rule", first.rule);
    if (!first.role.empty()) append_member(out_, "roleName", first.role);
    if (!first.date.empty()) append_member(out_, "startDate", first.date);
    if (!first.attributed_to.empty()) append_member(out_, "attributedTo", first.attributed_to);
    append_key(out_, "evidence");
    out_ += '[';
    for (std::size_t k = 0; k < facts.size(); ++k) {
      if (k != 0) out_ += ", ";
      evidence(facts[k]);
    }
    out_ += ']';
    close();
  }

  void known(std::string_view key, std::string_view value) {
    if (!value.empty()) append_member(out_, key, value);
  }
  void evidence(const FactView& f) {
    out_ += "{\"type\": \"oa:SpecificResource\"";
    append_member(out_, "hasSource", document_iri(f.document));
    append_member(out_, "status", status_name(f.status));
    append_key(out_, "confidence");
    append_json(out_, f.confidence);
    append_member(out_, "rule", f.rule);
    known("roleName", f.role);
    known("startDate", f.date);
    known("attributedTo", f.attributed_to);
    out_ += ", \"hasSelector\": [{\"type\": \"oa:TextQuoteSelector\", \"exact\": ";
    append_json(out_, f.sentence.text);
    out_ += "}, {\"type\": \"oa:TextPositionSelector\"";
    append_member(out_, "start", f.sentence.start);
    append_member(out_, "end", f.sentence.end);
    out_ += "}]}";
  }

  const KnowledgeGraph& g_;
  const Ontology& o_;
  const ExportOptions& options_;
  const Sink& sink_;
  std::string out_;
  std::map<std::string, std::string> predicates_;
  bool first_ = true;
  std::uint32_t values_ = 0;
};

}  // namespace

void write_jsonld(const KnowledgeGraph& graph, const Ontology& ontology,
                  const ExportOptions& options, const Sink& sink) {
  Writer(graph, ontology, options, sink).run();
}

}  // namespace factloom
