// SPDX-License-Identifier: Apache-2.0
// GraphML as Gephi, APOC, networkx, igraph, Cytoscape and Gephi Lite all read it right: keys first,
// then nodes, then edges; one edge per (source, relation, target) with the relation as attribute
// `label` (Gephi's edge kind, APOC's relationship type); lists as JSON text; nothing empty, no
// defaults; what XML cannot hold is left out.
#include <array>
#include <charconv>
#include <utility>

#include "export/fields.h"
#include "export/format.h"
#include "export/names.h"
#include "export/picture.h"
#include "export/xml.h"
#include "extract/output/json.h"

namespace factloom {
namespace {

struct Key {
  std::string id, domain, name;
  FieldKind kind = FieldKind::text;
};

/// birthDate is birth_date.
std::string snake_case(std::string_view name) {
  std::string out;
  for (const char c : name)
    out += c >= 'A' && c <= 'Z' ? std::string{'_', static_cast<char>(c - 'A' + 'a')}
                                : std::string(1, c);
  return out;
}

/// A field under the id that is its own in a file, where nodes and edges have fields of one name.
Key node_key(const EntityField& field) {
  return {"n_" + snake_case(field.name), "node", std::string(field.name), field.kind};
}
Key edge_key(const RelationField& field) {
  return {"e_" + snake_case(field.name), "edge", std::string(field.name), field.kind};
}

/// What node elements say before `aliases`: under the names of several programs.
constexpr std::size_t first_node_field = 2;  // name and type stand among them

std::vector<Key> all_keys() {
  std::vector<Key> keys = {{"labels", "node", "labels"},
                           {"n_label", "node", "label"},
                           {"n_name", "node", "name"},
                           {"n_type", "node", "type"},
                           {"n_uid", "node", "uid"}};
  for (std::size_t i = first_node_field; i < entity_fields.size(); ++i)
    keys.push_back(node_key(entity_fields[i]));
  for (const auto& [name, kind] : {std::pair("size", FieldKind::number),
                                   {"color", FieldKind::text},
                                   {"x", FieldKind::number},
                                   {"y", FieldKind::number}})
    keys.push_back({std::string("n_") + name, "node", name, kind});
  keys.push_back({"label", "edge", "label"});
  keys.push_back({"e_interaction", "edge", "interaction"});
  keys.push_back({"e_uid", "edge", "uid"});
  keys.push_back({"weight", "edge", "weight", FieldKind::number});
  each_attribute([&](const RelationField& field) { keys.push_back(edge_key(field)); });
  return keys;
}

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const Ontology& ontology, const ExportOptions& options,
         const Sink& sink)
      : g_(graph), o_(ontology), strict_(options.strict), sink_(sink), spots_(picture_of(graph)) {
    for (const EntityField& f : entity_fields) node_keys_.push_back(node_key(f).id);
    each_attribute([this](const RelationField& f) { edge_keys_.push_back(edge_key(f).id); });
  }

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
    for (const Key& k : all_keys()) {
      out_ += "  <key id=\"" + k.id + "\" for=\"" + k.domain + "\" attr.name=\"" + k.name +
              "\" attr.type=\"" + std::string(attribute_type(k.kind)) + "\"";
      if (!strict_ && k.kind == FieldKind::list) out_ += " attr.list=\"string\"";
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
  void field(std::string_view key, const FieldValue& value) {
    data(key, field_text(value, ListItems::printable, made_));
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
    for (std::size_t k = first_node_field; k < entity_fields.size(); ++k)
      field(node_keys_[k], entity_fields[k].of(e));
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
    const Claim& claim = claims_.read(g_.evidence(r));
    const std::string* key = edge_keys_.data();
    each_attribute([&](const RelationField& f) { field(*key++, f.of(r, claim)); });
    out_ += "    </edge>\n";
    hand_on_full(out_, sink_);
  }

  const KnowledgeGraph& g_;
  const Ontology& o_;
  const bool strict_;
  const Sink& sink_;
  std::string out_, made_;
  std::vector<std::string> node_keys_, edge_keys_;  // of the fields
  const std::vector<Spot> spots_;
  ClaimReader claims_;
};

}  // namespace

void write_graphml(const KnowledgeGraph& graph, const Ontology& ontology,
                   const ExportOptions& options, const Sink& sink) {
  Writer(graph, ontology, options, sink).run();
}

}  // namespace factloom
