// SPDX-License-Identifier: Apache-2.0
// GraphML as Gephi, APOC, networkx, igraph, Cytoscape and Gephi Lite all read it right: keys first,
// then nodes, then edges; one edge per (source, relation, target) with the relation as attribute
// `label` (Gephi's edge kind, APOC's relationship type); lists as JSON text; nothing empty, no
// defaults; what XML cannot hold is left out.
#include <array>
#include <charconv>

#include "export/format.h"
#include "export/names.h"
#include "export/picture.h"
#include "export/xml.h"
#include "extract/output/json.h"

namespace factloom {
namespace {

struct Key {
  std::string_view id, domain, name, type, list;
  bool literal = false;  ///< the value of a literal relation of this name
};

constexpr std::array keys = {
    Key{"labels", "node", "labels", "string", ""},
    Key{"n_label", "node", "label", "string", ""},
    Key{"n_name", "node", "name", "string", ""},
    Key{"n_type", "node", "type", "string", ""},
    Key{"n_uid", "node", "uid", "string", ""},
    Key{"n_aliases", "node", "aliases", "string", "string"},
    Key{"n_ids", "node", "ids", "string", "string"},
    Key{"n_mentions", "node", "mentions", "long", ""},
    Key{"n_documents", "node", "documents", "long", ""},
    Key{"n_first_date", "node", "first_date", "string", ""},
    Key{"n_last_date", "node", "last_date", "string", ""},
    Key{"n_birth_date", "node", "birthDate", "string", "", true},
    Key{"n_death_date", "node", "deathDate", "string", "", true},
    Key{"n_founding_date", "node", "foundingDate", "string", "", true},
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
      : g_(graph), o_(ontology), strict_(options.strict), sink_(sink), spots_(picture_of(graph)) {}

  void run() {
    header();
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

  void data(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    const std::size_t before = out_.size();
    out_ += "      <data key=\"";
    out_ += key;
    out_ += "\">";
    const std::size_t begin = out_.size();
    append_xml(out_, value);
    if (out_.size() == begin)
      out_.resize(before);  // nothing that XML can hold
    else
      out_ += "</data>\n";
  }
  void data(std::string_view key, double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    data(key, std::string_view(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())));
  }
  template <class Text>
  void data(std::string_view key, const std::vector<Text>& list) {
    if (list.empty()) return;
    json_ = "[";
    for (const Text& item : list) {
      if (json_.size() > 1) json_ += ',';
      append_json(json_, printable(item));
    }
    json_ += ']';
    data(key, json_);
  }

  /// ":Entity:Organization:Company", from the most general type to the entity's own.
  std::string labels(const std::string& type) const {
    std::string path;
    for (const std::string& label : node_labels(type, o_)) path += ":" + label;
    return path;
  }
  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_xml(out_, value, XmlPlace::attribute);
    out_ += '"';
  }

  void node(std::uint32_t i) {
    const GraphEntity& e = g_.entities()[i];
    const std::string label = labels(e.type);
    out_ += "    <node";
    attribute("id", e.id);
    if (!strict_) attribute("labels", label);
    out_ += ">\n";
    data("labels", label);
    data("n_label", e.name);
    data("n_name", e.name);
    data("n_type", e.type);
    data("n_uid", e.id);
    data("n_aliases", e.aliases);
    data("n_ids", e.ids);
    data("n_mentions", std::to_string(e.mentions));
    data("n_documents", std::to_string(e.documents));
    data("n_first_date", e.first_date);
    data("n_last_date", e.last_date);
    for (const Key& k : keys)
      if (k.literal)
        if (const Property* p = best_property(e, k.name)) data(k.id, p->value);
    data("n_size", spots_[i].size);
    data("n_color", color_of(e.type, o_));
    data("n_x", spots_[i].x);
    data("n_y", spots_[i].y);
    out_ += "    </node>\n";
    hand_on_full(out_, sink_);
  }
  void edge(std::uint32_t i) {
    const GraphRelation& r = g_.relations()[i];
    const std::string label = edge_kind(r.relation), id = relation_uid(i);
    out_ += "    <edge id=\"" + id + "\"";
    attribute("source", g_.entities()[r.subject].id);
    attribute("target", g_.entities()[r.object].id);
    if (!strict_) attribute("label", label);
    out_ += ">\n";
    data("label", label);
    data("e_interaction", label);
    data("e_uid", id);
    data("weight", static_cast<double>(r.weight));
    data("e_status", status_name(r.status));
    data("e_confidence", r.confidence);
    const Claim& claim = claims_.read(g_.evidence(r));
    data("e_role", claim.role);
    data("e_attributed_to", claim.speakers);
    data("e_evidence", claim.sentences);
    data("e_sources", claim.sources);
    data("e_rules", claim.rules);
    data("e_first_date", r.first_date);
    data("e_last_date", r.last_date);
    if (r.contradicted) data("e_contradicted", "true");
    out_ += "    </edge>\n";
    hand_on_full(out_, sink_);
  }

  const KnowledgeGraph& g_;
  const Ontology& o_;
  const bool strict_;
  const Sink& sink_;
  std::string out_, json_;
  const std::vector<Spot> spots_;
  ClaimReader claims_;
};

}  // namespace

void write_graphml(const KnowledgeGraph& graph, const Ontology& ontology,
                   const ExportOptions& options, const Sink& sink) {
  Writer(graph, ontology, options, sink).run();
}

}  // namespace factloom
