// SPDX-License-Identifier: Apache-2.0
// GraphML as Gephi, APOC, networkx, igraph, Cytoscape and Gephi Lite all read it right: keys first,
// then nodes, then edges; one edge per (source, relation, target) with the relation as attribute
// `label` (Gephi's edge kind, APOC's relationship type); lists as JSON text; nothing empty, no
// defaults; what XML cannot hold is left out.
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

#include "export/format.h"
#include "extract/output/json.h"

namespace factloom {
namespace {

/// Escapes text for element content (`quote` false) or an attribute; drops what XML 1.0 forbids.
void append_xml(std::string& out, std::string_view text, bool quote = false) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool nonchar =
        c == 0xEF && text.substr(i, 3) >= "\xEF\xBF\xBE" && text.substr(i, 3) <= "\xEF\xBF\xBF";
    if (nonchar) {
      i += 2;
      continue;
    }
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += quote ? "&quot;" : "\"";
        break;
      case '\r':
        out += quote ? "&#10;" : "\n";
        break;
      case '\n':
        out += quote ? "&#10;" : "\n";
        break;
      case '\t':
        out += quote ? "&#9;" : "\t";
        break;
      default:
        if (c >= 0x20 && c != 0x7F) out += static_cast<char>(c);
    }
  }
}

struct Key {
  std::string_view id, domain, name, type, list;
};

constexpr std::array keys = {
    Key{"labels", "node", "labels", "string", ""},
    Key{"n_label", "node", "label", "string", ""},
    Key{"n_name", "node", "name", "string", ""},
    Key{"n_type", "node", "type", "string", ""},
    Key{"n_uid", "node", "uid", "string", ""},
    Key{"n_aliases", "node", "aliases", "string", "string"},
    Key{"n_mentions", "node", "mentions", "long", ""},
    Key{"n_documents", "node", "documents", "long", ""},
    Key{"n_first_date", "node", "first_date", "string", ""},
    Key{"n_last_date", "node", "last_date", "string", ""},
    Key{"n_birth_date", "node", "birthDate", "string", ""},
    Key{"n_death_date", "node", "deathDate", "string", ""},
    Key{"n_founding_date", "node", "foundingDate", "string", ""},
    Key{"n_size", "node", "size", "double", ""},
    Key{"n_color", "node", "color", "string", ""},
    Key{"n_x", "node", "x", "double", ""},
    Key{"n_y", "node", "y", "double", ""},
    Key{"label", "edge", "label", "string", ""},
    Key{"e_interaction", "edge", "interaction", "string", ""},
    Key{"e_uid", "edge", "uid", "string", ""},
    Key{"weight", "edge", "weight", "double", ""},
    Key{"e_status", "edge", "status", "string", ""},
    Key{"e_confidence", "edge", "confidence", "double", ""},
    Key{"e_role", "edge", "role", "string", ""},
    Key{"e_attributed_to", "edge", "attributedTo", "string", "string"},
    Key{"e_evidence", "edge", "evidence", "string", "string"},
    Key{"e_sources", "edge", "sources", "string", "string"},
    Key{"e_rules", "edge", "rules", "string", "string"},
    Key{"e_first_date", "edge", "first_date", "string", ""},
    Key{"e_last_date", "edge", "last_date", "string", ""},
    Key{"e_contradicted", "edge", "contradicted", "boolean", ""},
};

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const Ontology& ontology, const ExportOptions& options,
         const Sink& sink)
      : g_(graph), o_(ontology), strict_(options.strict), sink_(sink) {}

  void run() {
    header();
    places();
    for (std::uint32_t i = 0; i < g_.entities().size(); ++i) node(i);
    for (std::uint32_t i = 0; i < g_.relations().size(); ++i) edge(i);
    out_ += "  </graph>\n</graphml>\n";
    sink_(out_);
  }

 private:
  void header() {
    out_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
        "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
        "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    for (const Key& k : keys) {
      out_ += "  <key id=\"" + std::string(k.id) + "\" for=\"" + std::string(k.domain) +
              "\" attr.name=\"" + std::string(k.name) + "\" attr.type=\"" + std::string(k.type) +
              "\"";
      if (!strict_ && !k.list.empty()) out_ += " attr.list=\"" + std::string(k.list) + "\"";
      out_ += "/>\n";
    }
    out_ += "  <graph id=\"G\" edgedefault=\"directed\">\n";
  }

  /// A sunflower of nodes, the best connected in the middle: something to see before any layout
  /// (Vogel 1979).
  void places() {
    rank_.resize(g_.entities().size());
    std::vector<std::uint32_t> order(rank_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return g_.degree(a) > g_.degree(b); });
    for (std::uint32_t i = 0; i < order.size(); ++i) rank_[order[i]] = i;
  }

  void data(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out_ += "      <data key=\"";
    out_ += key;
    out_ += "\">";
    append_xml(out_, value);
    out_ += "</data>\n";
  }
  void data(std::string_view key, double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    data(key, std::string_view(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())));
  }
  void data(std::string_view key, const std::vector<std::string>& list) {
    if (list.empty()) return;
    std::string json = "[";
    for (const std::string& item : list) {
      if (json.size() > 1) json += ',';
      append_json(json, item);
    }
    data(key, json + "]");
  }

  /// ":Entity:Organization:Company", from the most general type to the entity's own.
  std::string labels(const std::string& type) const {
    std::string path;
    std::size_t depth = 0;
    for (TypeId t = o_.find_type(type); t != TypeId::none && depth < 8;
         t = o_.type(t).parent, ++depth)
      path = ":" + o_.type(t).name + path;
    return ":Entity" + (path.empty() ? ":" + type : path);
  }

  void node(std::uint32_t i) {
    const GraphEntity& e = g_.entities()[i];
    const std::string label = labels(e.type);
    out_ += "    <node id=\"" + e.id + "\"";
    if (!strict_) out_ += " labels=\"" + label + "\"";
    out_ += ">\n";
    data("labels", label);
    data("n_label", e.name);
    data("n_name", e.name);
    data("n_type", e.type);
    data("n_uid", e.id);
    data("n_aliases", e.aliases);
    data("n_mentions", std::to_string(e.mentions));
    data("n_documents", std::to_string(e.documents));
    data("n_first_date", e.first_date);
    data("n_last_date", e.last_date);
    for (const Property& p : e.properties) property(e, p);
    const double angle = 2.399963229728653 * rank_[i],
                 radius = 30 * std::sqrt(static_cast<double>(rank_[i]) + 0.5);
    data("n_size", 8 + 4 * std::sqrt(static_cast<double>(g_.degree(i))));
    const TypeId type = o_.find_type(e.type);
    data("n_color", color(type));
    data("n_x", std::round(radius * std::cos(angle) * 100) / 100);
    data("n_y", std::round(radius * std::sin(angle) * 100) / 100);
    out_ += "    </node>\n";
    flush();
  }
  std::string color(TypeId type) const {
    for (TypeId t = type; t != TypeId::none; t = o_.type(t).parent)
      if (!o_.type(t).color.empty()) return o_.type(t).color;
    return "#7f7f7f";
  }
  /// The best supported value of a literal relation.
  void property(const GraphEntity& e, const Property& p) {
    for (const Property& other : e.properties)
      if (other.relation == p.relation && &other != &p &&
          (other.documents > p.documents ||
           (other.documents == p.documents && other.value < p.value)))
        return;
    for (const Key& k : keys)
      if (k.domain == "node" && k.name == p.relation) data(k.id, p.value);
  }

  /// foundedBy -> FOUNDED_BY
  static std::string upper(std::string_view name) {
    std::string out;
    for (const char c : name) {
      if (c >= 'A' && c <= 'Z') out += '_';
      out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return out;
  }

  void edge(std::uint32_t i) {
    const GraphRelation& r = g_.relations()[i];
    const std::string label = upper(r.relation);
    const std::string id = "r" + std::to_string(i + 1);
    out_ += "    <edge id=\"" + id + "\" source=\"" + g_.entities()[r.subject].id + "\" target=\"" +
            g_.entities()[r.object].id + "\"";
    if (!strict_) out_ += " label=\"" + label + "\"";
    out_ += ">\n";
    data("label", label);
    data("e_interaction", label);
    data("e_uid", id);
    data("weight", static_cast<double>(r.weight));
    data("e_status", status_name(r.status));
    data("e_confidence", r.confidence);
    evidence(r);
    if (r.contradicted) data("e_contradicted", "true");
    out_ += "    </edge>\n";
    flush();
  }

  static void add_once(std::vector<std::string>& list, std::string_view item) {
    if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end())
      list.emplace_back(item);
  }
  void evidence(const GraphRelation& r) {
    std::vector<std::string> sentences, sources, rules, speakers;
    std::string role, first, last;
    for (const FactView& f : g_.evidence(r)) {
      sentences.emplace_back(f.sentence.text);
      sources.push_back(std::string(f.document) + "#char=" + std::to_string(f.sentence.start) +
                        "," + std::to_string(f.sentence.end));
      add_once(rules, f.rule);
      add_once(speakers, f.attributed_to);
      if (role.empty()) role = f.role;
      if (f.date.empty()) continue;
      if (first.empty() || f.date < first) first = f.date;
      if (last.empty() || f.date > last) last = f.date;
    }
    data("e_role", role);
    data("e_attributed_to", speakers);
    data("e_evidence", sentences);
    data("e_sources", sources);
    data("e_rules", rules);
    data("e_first_date", first);
    data("e_last_date", last);
  }

  void flush() {
    if (out_.size() < (std::size_t{1} << 16)) return;
    sink_(out_);
    out_.clear();
  }

  const KnowledgeGraph& g_;
  const Ontology& o_;
  const bool strict_;
  const Sink& sink_;
  std::string out_;
  std::vector<std::uint32_t> rank_;
};

}  // namespace

void write_graphml(const KnowledgeGraph& graph, const Ontology& ontology,
                   const ExportOptions& options, const Sink& sink) {
  Writer(graph, ontology, options, sink).run();
}

}  // namespace factloom
