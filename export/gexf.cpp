// SPDX-License-Identifier: Apache-2.0
// GEXF 1.3 as Gephi and graphology (Gephi Lite) read it: `kind` keeps parallel relations apart,
// dates are spells of whole days, colours, sizes and positions are Gephi's own. The id of every
// attribute is its title, since graphology shows the one and Gephi the other; an attribute that
// is not declared is an error to graphology. Lists are JSON text, as in our GraphML.
#include <array>
#include <charconv>

#include "export/fields.h"
#include "export/format.h"
#include "export/names.h"
#include "export/picture.h"
#include "export/xml.h"
#include "extract/output/json.h"

namespace factloom {
namespace {

/// GEXF has the label for the name, and spells for the dates.
bool stands_elsewhere(const EntityField& field) {
  return field.name == "name" || field.name == "first_date" || field.name == "last_date";
}

/// The last day of a year, a month or a day; February has 28 here, which every year has.
std::string last_day(const std::string& date) {
  static constexpr std::array days = {"31", "28", "31", "30", "31", "30",
                                      "31", "31", "30", "31", "30", "31"};
  if (date.size() == 4) return date + "-12-31";
  if (date.size() == 10) return date;
  const auto month = static_cast<std::size_t>((date[5] - '0') * 10 + date[6] - '0');
  return date + "-" + (month >= 1 && month <= 12 ? days[month - 1] : "28");
}
std::string first_day(const std::string& date) {
  return date + std::string(date.size() == 4 ? "-01-01" : date.size() == 7 ? "-01" : "");
}

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const Ontology& ontology, const Sink& sink)
      : g_(graph), o_(ontology), sink_(sink), spots_(picture_of(graph)) {}

  void run() {
    header();
    out_ += "    <nodes>\n";
    for (std::uint32_t i = 0; i < g_.entities().size(); ++i) node(i);
    out_ += "    </nodes>\n    <edges>\n";
    for (std::uint32_t i = 0; i < g_.relations().size(); ++i) edge(i);
    out_ += "    </edges>\n  </graph>\n</gexf>\n";
    sink_(out_);
  }

 private:
  void header() {
    out_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
        "version=\"1.3\">\n"
        "  <meta><creator>factloom</creator></meta>\n"
        "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
        "timerepresentation=\"interval\">\n";
    begin_attributes("node");
    for (const EntityField& field : entity_fields)
      if (!stands_elsewhere(field)) declare(field.name, field.kind);
    out_ += "    </attributes>\n";
    begin_attributes("edge");
    each_attribute([this](const RelationField& field) { declare(field.name, field.kind); });
    out_ += "    </attributes>\n";
  }
  void begin_attributes(std::string_view of) {
    out_ += "    <attributes class=\"" + std::string(of) + "\" mode=\"static\">\n";
  }
  void declare(std::string_view field, FieldKind kind) {
    const std::string name(field);
    out_ += "      <attribute id=\"" + name + "\" title=\"" + name + "\" type=\"" +
            std::string(attribute_type(kind)) + "\"/>\n";
  }

  void put(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_xml(out_, value, XmlPlace::attribute);
    out_ += '"';
  }
  void put(std::string_view name, double value) {
    number_.clear();
    append_json(number_, value);
    put(name, number_);
  }
  void value(std::string_view name, const FieldValue& value) {
    const std::string_view text = field_text(value, ListItems::as_they_are, made_);
    if (text.empty()) return;
    out_ += "<attvalue";
    put("for", name);
    put("value", text);
    out_ += "/>";
  }
  void spell(const std::string& first, const std::string& last) {
    if (!is_iso_date(first) || !is_iso_date(last)) return;
    out_ += "<spells><spell";
    put("start", first_day(first));
    put("end", std::max(last_day(last), first_day(first)));
    out_ += "/></spells>";
  }

  void node(std::uint32_t i) {
    const GraphEntity& e = g_.entities()[i];
    out_ += "      <node";
    put("id", e.id);
    put("label", e.name);
    out_ += "><attvalues>";
    for (const EntityField& field : entity_fields)
      if (!stands_elsewhere(field)) value(field.name, field.of(e));
    out_ += "</attvalues>";
    spell(e.first_date, e.last_date);
    out_ += "<viz:color";
    color(color_of(e.type, o_));
    out_ += "/><viz:position";
    put("x", spots_[i].x);
    put("y", spots_[i].y);
    put("z", 0.0);
    out_ += "/><viz:size";
    put("value", spots_[i].size);
    out_ += "/></node>\n";
    hand_on_full(out_, sink_);
  }
  void color(const std::string& hex) {
    const auto part = [&](std::size_t at) {
      unsigned value = 0;
      std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
      return static_cast<double>(value);
    };
    if (hex.size() != 7) return;
    put("r", part(1));
    put("g", part(3));
    put("b", part(5));
  }

  void edge(std::uint32_t i) {
    const GraphRelation& r = g_.relations()[i];
    const std::string kind = edge_kind(r.relation);
    out_ += "      <edge";
    put("id", relation_uid(i));
    put("source", g_.entities()[r.subject].id);
    put("target", g_.entities()[r.object].id);
    put("kind", kind);
    put("label", kind);
    put("weight", static_cast<double>(r.weight));
    out_ += "><attvalues>";
    const Claim& claim = claims_.read(g_.evidence(r));
    each_attribute([&](const RelationField& field) { value(field.name, field.of(r, claim)); });
    out_ += "</attvalues>";
    spell(r.first_date, r.last_date);
    out_ += "</edge>\n";
    hand_on_full(out_, sink_);
  }

  const KnowledgeGraph& g_;
  const Ontology& o_;
  const Sink& sink_;
  const std::vector<Spot> spots_;
  ClaimReader claims_;
  std::string out_, made_, number_;
};

}  // namespace

void write_gexf(const KnowledgeGraph& graph, const Ontology& ontology, const ExportOptions&,
                const Sink& sink) {
  Writer(graph, ontology, sink).run();
}

}  // namespace factloom
