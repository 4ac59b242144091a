// SPDX-License-Identifier: Apache-2.0
// JSON-LD 1.1 in the subset that 1.0 processors read too: the context, then one node object a line,
// `type` before `id`. Asserted facts are direct triples; every fact is also an rdf:Statement with
// status, confidence and evidence (Web Annotation selectors). What is denied, planned or hedged is
// a statement only.
#include <map>
#include <set>

#include "export/format.h"
#include "extract/output/json_object.h"

namespace factloom {
namespace {

/// Bytes that an IRI may hold as they are (RFC 3987, unreserved and usual delimiters); the rest is
/// percent-encoded.
std::string iri_part(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto b = static_cast<unsigned char>(c);
    const bool plain = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') ||
                       b == '-' || b == '.' || b == '_' || b == '~' || b == '/';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += digits[b >> 4];
      out += digits[b & 15u];
    }
  }
  return out;
}

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
    if (out_.size() < (std::size_t{1} << 16)) return;
    sink_(out_);
    out_.clear();
  }

  static std::string entity_id(const GraphEntity& e) { return "urn:factloom:entity:" + e.id; }
  static std::string document_id(std::string_view d) {
    return "urn:factloom:document:" + iri_part(d);
  }
  std::string type_iri(const std::string& type) const {
    const TypeId t = o_.find_type(type);
    return t == TypeId::none || o_.type(t).iri.empty() ? "https://w3id.org/factloom/ns#" + type
                                                       : o_.type(t).iri;
  }
  std::string relation_iri(const std::string& relation) const {
    const RelationId r = o_.find_relation(relation);
    return r == RelationId::none || o_.relation(r).iri.empty()
               ? "https://w3id.org/factloom/ns#" + relation
               : o_.relation(r).iri;
  }
  static std::string quoted(std::string_view text) {
    std::string out;
    append_json(out, text);
    return out;
  }

  void entity(std::uint32_t i, const std::vector<std::uint32_t>& direct) {
    const GraphEntity& e = g_.entities()[i];
    open(quoted(type_iri(e.type)), entity_id(e));
    append_member(out_, "name", e.name);
    if (!e.aliases.empty()) {
      append_key(out_, "alternateName");
      list(e.aliases);
    }
    std::map<std::string, std::vector<std::string>> objects;
    for (const std::uint32_t r : direct)
      objects[relation_iri(g_.relations()[r].relation)].push_back(
          entity_id(g_.entities()[g_.relations()[r].object]));
    for (const auto& [iri, ids] : objects) {
      append_key(out_, iri);
      out_ += '[';
      for (std::size_t k = 0; k < ids.size(); ++k)
        out_ += (k ? ", {\"@id\": " : "{\"@id\": ") + quoted(ids[k]) + "}";
      out_ += ']';
    }
    std::map<std::string, std::vector<std::string>> values;
    for (const Property& p : e.properties) values[relation_iri(p.relation)].push_back(literal(p));
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
    const auto shape = [&] {
      std::string s;
      for (const char c : p.value) s += c >= '0' && c <= '9' ? 'd' : c;
      return s;
    }();
    const std::string_view type = shape == "dddd-dd-dd" ? "date"
                                  : shape == "dddd-dd"  ? "gYearMonth"
                                  : shape == "dddd"     ? "gYear"
                                                        : "";
    if (type.empty()) return quoted(p.value);
    return "{\"@value\": " + quoted(p.value) + ", \"@type\": \"xsd:" + std::string(type) + "\"}";
  }

  void documents() {
    std::set<std::string_view> seen;
    for (const FactView& f : g_.evidence()) seen.insert(f.document);
    for (const std::string_view document : seen) {
      open("[\"schema:NewsArticle\", \"prov:Entity\"]", document_id(document));
      append_member(out_, "identifier", document);
      close();
    }
  }

  void statement(std::uint32_t i) {
    const GraphRelation& r = g_.relations()[i];
    const std::string id = "urn:factloom:claim:r" + std::to_string(i + 1);
    open("[\"rdf:Statement\", \"prov:Entity\"]", id);
    append_member(out_, "subject", entity_id(g_.entities()[r.subject]));
    append_member(out_, "predicate", relation_iri(r.relation));
    append_member(out_, "object", entity_id(g_.entities()[r.object]));
    append_member(out_, "status", status_name(r.status));
    claim(id, g_.evidence(r), r.weight, r.confidence, r.contradicted);
  }

  void literals() {
    for (const GraphEntity& e : g_.entities())
      for (const Property& p : e.properties) {
        const std::string id = "urn:factloom:claim:v" + std::to_string(++values_);
        open("[\"rdf:Statement\", \"prov:Entity\"]", id);
        append_member(out_, "subject", entity_id(e));
        append_member(out_, "predicate", relation_iri(p.relation));
        append_key(out_, "value");
        out_ += literal(p);
        double best = 0;
        for (const FactView& f : g_.evidence(p)) best = std::max(best, f.confidence);
        claim(id, g_.evidence(p), p.documents, best, p.contradicted);
      }
  }

  /// What statements of both kinds say of themselves, then their evidence as nodes of their own.
  void claim(const std::string& id, const EvidenceRange& facts, std::uint32_t documents,
             double confidence, bool contradicted) {
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
    for (std::size_t k = 0; k < facts.size(); ++k)
      out_ += (k ? ", " : "") + quoted(id + "-e" + std::to_string(k + 1));
    out_ += ']';
    close();
    for (std::size_t k = 0; k < facts.size(); ++k)
      evidence(id + "-e" + std::to_string(k + 1), facts[k]);
  }

  void evidence(const std::string& id, const FactView& f) {
    open("\"oa:SpecificResource\"", id);
    append_member(out_, "hasSource", document_id(f.document));
    append_member(out_, "status", status_name(f.status));
    append_key(out_, "hasSelector");
    out_ += "[" + quoted(id + "-q") + ", " + quoted(id + "-p") + "]";
    close();
    open("\"oa:TextQuoteSelector\"", id + "-q");
    append_member(out_, "exact", f.sentence.text);
    close();
    open("\"oa:TextPositionSelector\"", id + "-p");
    append_member(out_, "start", f.sentence.start);
    append_member(out_, "end", f.sentence.end);
    close();
  }

  const KnowledgeGraph& g_;
  const Ontology& o_;
  const ExportOptions& options_;
  const Sink& sink_;
  std::string out_;
  bool first_ = true;
  std::uint32_t values_ = 0;
};

}  // namespace

void write_jsonld(const KnowledgeGraph& graph, const Ontology& ontology,
                  const ExportOptions& options, const Sink& sink) {
  Writer(graph, ontology, options, sink).run();
}

}  // namespace factloom
