// SPDX-License-Identifier: Apache-2.0
// RDF as Turtle and as N-Quads, with the same statements as our JSON-LD: what is asserted as a
// triple, every relation also as an rdf:Statement with status, confidence and evidence. In N-Quads
// the asserted triple stands in a named graph that bears the name of its statement, so that a query
// finds the evidence of a triple by its graph.
#include <array>

#include "export/format.h"
#include "export/iri.h"
#include "export/names.h"
#include "extract/output/json.h"

namespace factloom {
namespace {

struct Prefix {
  std::string_view name, iri;
};
constexpr std::array prefixes = {
    Prefix{"fl", "https://w3id.org/factloom/ns#"},
    Prefix{"oa", "http://www.w3.org/ns/oa#"},
    Prefix{"prov", "http://www.w3.org/ns/prov#"},
    Prefix{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    Prefix{"schema", "http://schema.org/"},
    Prefix{"xsd", "http://www.w3.org/2001/XMLSchema#"},
};

enum class Syntax { turtle, nquads };

/// Statements of one subject after the other. Names are prefixed ("rdf:type"), IRIs in full.
class Emitter {
 public:
  Emitter(Syntax syntax, const Sink& sink) : syntax_(syntax), sink_(sink) {
    if (syntax_ == Syntax::turtle)
      for (const Prefix& p : prefixes)
        out_ += "@prefix " + std::string(p.name) + ": <" + std::string(p.iri) + "> .\n";
  }
  /// In N-Quads, what follows stands in this graph; "" is the default graph.
  void graph(std::string iri) { graph_ = std::move(iri); }
  /// An IRI, or a blank node ("_:b1").
  void subject(const std::string& node) {
    subject_ = reference(node);
    first_ = true;
  }
  void name(std::string_view predicate, std::string_view object) {
    statement(predicate);
    append_name(object);
    close();
  }
  void node(std::string_view predicate, const std::string& object) {
    statement(predicate);
    out_ += reference(object);
    close();
  }
  /// Leaves out an empty text.
  void text(std::string_view predicate, std::string_view value, std::string_view type = "") {
    if (value.empty()) return;
    statement(predicate);
    append_literal(value);
    if (!type.empty()) {
      out_ += "^^";
      append_name(type);
    }
    close();
  }
  /// No more of this subject.
  void end() {
    if (syntax_ == Syntax::turtle && !first_) out_ += " .\n";
    hand_on_full(out_, sink_);
  }
  void finish() { sink_(out_); }

 private:
  static std::string reference(const std::string& node) {
    return node.starts_with("_:") ? node : "<" + node + ">";
  }
  void append_name(std::string_view name) {
    if (name.find("://") != std::string_view::npos) {
      out_ += "<" + std::string(name) + ">";
      return;
    }
    if (syntax_ == Syntax::turtle) {
      out_ += name;
      return;
    }
    const std::size_t colon = name.find(':');
    for (const Prefix& p : prefixes)
      if (p.name == name.substr(0, colon))
        out_ += "<" + std::string(p.iri) + std::string(name.substr(colon + 1)) + ">";
  }
  void statement(std::string_view predicate) {
    if (syntax_ == Syntax::nquads || first_) {
      out_ += subject_;
      out_ += ' ';
    } else {
      out_ += " ;\n  ";
    }
    first_ = false;
    append_name(predicate);
    out_ += ' ';
  }
  void close() {
    if (syntax_ == Syntax::turtle) return;
    if (!graph_.empty()) out_ += " <" + graph_ + ">";
    out_ += " .\n";
  }
  void append_literal(std::string_view value) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out_ += '"';
    for (const char c : value) {
      const auto b = static_cast<unsigned char>(c);
      if (c == '\\') {
        out_ += "\\u005C";  // not two: old versions of rdflib read what follows as an escape
      } else if (c == '"') {
        out_ += "\\\"";
      } else if (b < 0x20 || b == 0x7F) {
        out_ += "\\u00";
        out_ += digits[b >> 4];
        out_ += digits[b & 15u];
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  Syntax syntax_;
  const Sink& sink_;
  std::string out_, subject_, graph_;
  bool first_ = true;
};

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const Ontology& ontology, Syntax syntax, const Sink& sink)
      : g_(graph), o_(ontology), e_(syntax, sink) {}

  void run() {
    for (const GraphEntity& e : g_.entities()) entity(e);
    for (const auto& [name, source] : documents_of(g_)) document(name, source);
    for (std::uint32_t i = 0; i < g_.relations().size(); ++i) relation(i);
    for (const GraphEntity& e : g_.entities())
      for (const Property& p : e.properties) property(e, p);
    e_.finish();
  }

 private:
  static std::string number(double value) {
    std::string out;
    append_json(out, value);
    return out;
  }
  void entity(const GraphEntity& e) {
    e_.subject(entity_iri(e));
    e_.name("rdf:type", type_iri(e.type, o_));
    e_.text("schema:name", e.name);
    e_.text("fl:entityType", e.type);
    for (const std::string& alias : e.aliases) e_.text("schema:alternateName", alias);
    for (const std::string& id : e.ids) e_.text("fl:knownAs", id);
    e_.end();
  }
  void document(std::string_view name, const SourceView& source) {
    e_.subject(document_iri(name));
    e_.name("rdf:type", "schema:NewsArticle");
    e_.text("schema:identifier", name);
    e_.text("schema:headline", source.title);
    e_.text("schema:datePublished", source.date, date_type(source.date));
    e_.text("fl:publisherName", source.publisher);
    e_.text("schema:url", source.url);
    e_.end();
  }
  void relation(std::uint32_t i) {
    const GraphRelation& r = g_.relations()[i];
    const std::string id = "urn:factloom:claim:" + relation_uid(i),
                      subject = entity_iri(g_.entities()[r.subject]),
                      predicate = relation_iri(r.relation, o_),
                      object = entity_iri(g_.entities()[r.object]);
    if (r.status == Status::asserted) {
      e_.graph(id);
      e_.subject(subject);
      e_.node(predicate, object);
      e_.end();
      e_.graph("");
    }
    begin(id, subject, predicate);
    e_.node("rdf:object", object);
    e_.text("fl:status", status_name(r.status));
    e_.text("fl:firstDate", r.first_date, date_type(r.first_date));
    e_.text("fl:lastDate", r.last_date, date_type(r.last_date));
    claim(g_.evidence(r), r.weight, r.confidence, r.contradicted);
  }
  void property(const GraphEntity& e, const Property& p) {
    const std::string id = "urn:factloom:claim:v" + std::to_string(++values_),
                      predicate = relation_iri(p.relation, o_);
    e_.graph(id);
    e_.subject(entity_iri(e));
    e_.text(predicate, p.value, date_type(p.value));
    e_.end();
    e_.graph("");
    begin(id, entity_iri(e), predicate);
    e_.text("rdf:object", p.value, date_type(p.value));
    double best = 0;
    for (const FactView& f : g_.evidence(p)) best = std::max(best, f.confidence);
    claim(g_.evidence(p), p.documents, best, p.contradicted);
  }
  void begin(const std::string& id, const std::string& subject, const std::string& predicate) {
    e_.subject(id);
    e_.name("rdf:type", "rdf:Statement");
    e_.node("rdf:subject", subject);
    e_.node("rdf:predicate", predicate);
  }
  void claim(const EvidenceRange& facts, std::uint32_t documents, double confidence,
             bool contradicted) {
    e_.text("fl:confidence", number(confidence), "xsd:double");
    e_.text("fl:documentCount", std::to_string(documents), "xsd:integer");
    if (contradicted) e_.text("fl:contradicted", "true", "xsd:boolean");
    const std::uint64_t first = blank_ + 1;
    for (std::size_t k = 0; k < facts.size(); ++k)
      e_.node("fl:evidence", "_:e" + std::to_string(first + 3 * k));
    e_.end();
    for (std::size_t k = 0; k < facts.size(); ++k) evidence(facts[k]);
  }
  void evidence(const FactView& f) {
    const auto blank = [&] { return "_:e" + std::to_string(++blank_); };
    const std::string self = blank(), quote = blank(), place = blank();
    e_.subject(self);
    e_.name("rdf:type", "oa:SpecificResource");
    e_.node("oa:hasSource", document_iri(f.document));
    e_.node("oa:hasSelector", quote);
    e_.node("oa:hasSelector", place);
    e_.text("fl:status", status_name(f.status));
    e_.text("fl:confidence", number(f.confidence), "xsd:double");
    e_.text("fl:rule", f.rule);
    e_.text("schema:roleName", f.role);
    e_.text("schema:startDate", f.date, date_type(f.date));
    e_.text("fl:attributedTo", f.attributed_to);
    e_.end();
    e_.subject(quote);
    e_.name("rdf:type", "oa:TextQuoteSelector");
    e_.text("oa:exact", f.sentence.text);
    e_.end();
    e_.subject(place);
    e_.name("rdf:type", "oa:TextPositionSelector");
    e_.text("oa:start", std::to_string(f.sentence.start), "xsd:nonNegativeInteger");
    e_.text("oa:end", std::to_string(f.sentence.end), "xsd:nonNegativeInteger");
    e_.end();
  }

  const KnowledgeGraph& g_;
  const Ontology& o_;
  Emitter e_;
  std::uint64_t blank_ = 0, values_ = 0;
};

}  // namespace

void write_turtle(const KnowledgeGraph& graph, const Ontology& ontology, const ExportOptions&,
                  const Sink& sink) {
  Writer(graph, ontology, Syntax::turtle, sink).run();
}

void write_nquads(const KnowledgeGraph& graph, const Ontology& ontology, const ExportOptions&,
                  const Sink& sink) {
  Writer(graph, ontology, Syntax::nquads, sink).run();
}

}  // namespace factloom
