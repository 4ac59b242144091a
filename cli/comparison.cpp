// SPDX-License-Identifier: Apache-2.0
#include "cli/comparison.h"

#include <array>

#include "cli/tables.h"
#include "extract/base/csv.h"
#include "extract/output/json_object.h"

namespace factloom {
namespace {

/// A field of something that is in both graphs, as it was and as it is.
struct Field {
  std::string_view name;
  std::string before, after;
};

/// One difference, ready to be printed in any format.
struct Difference {
  std::string_view change;  ///< new, gone, changed
  std::string id, name, type;
  std::string relation, object_id, object;  ///< empty for an entity; a property has no object_id
  std::vector<Field> fields;  ///< of what changed, those that did; else all, in one state
};

struct Section {
  std::string_view name;  ///< entities, relations, properties
  std::string_view one;   ///< entity, …
  std::vector<Difference> differences;
};

constexpr std::array<std::string_view, 3> changes = {"new", "gone", "changed"};

std::string_view change_of(const Pairing& p) {
  return p.before == nowhere ? changes[0] : p.after == nowhere ? changes[1] : changes[2];
}

const char* yes_no(bool value) {
  return value ? "true" : "false";
}

/// Keeps the fields in which the two states differ; all of them where there is one state.
template <class Thing, class Fields>
std::vector<Field> fields_of(const Thing* before, const Thing* after, const Fields& values) {
  std::vector<Field> fields;
  const auto old_values = before ? values(*before) : values(*after);
  const auto new_values = after ? values(*after) : values(*before);
  for (std::size_t i = 0; i < old_values.size(); ++i) {
    const auto& [name, old_value] = old_values[i];
    const std::string& new_value = new_values[i].second;
    if (before && after && old_value == new_value) continue;
    fields.push_back({name, before ? old_value : "", after ? new_value : ""});
  }
  return fields;
}

using Values = std::vector<std::pair<std::string_view, std::string>>;

template <class Thing>
const Thing* at(std::span<const Thing> things, std::uint32_t place) {
  return place == nowhere ? nullptr : &things[place];
}

void name_entity(Difference& d, const GraphEntity& e) {
  d.id = e.id;
  d.name = e.name;
  d.type = e.type;
}

Section entity_section(const ComparedGraphs& g) {
  Section section{"entities", "entity", {}};
  for (const Pairing& p : g.found.entities) {
    const GraphEntity* before = at(g.before.entities(), p.before);
    const GraphEntity* after = at(g.after.entities(), p.after);
    Difference d{change_of(p), {}, {}, {}, {}, {}, {}, {}};
    name_entity(d, after ? *after : *before);
    if (before && after)
      d.fields = fields_of(before, after, [](const GraphEntity& e) {
        return Values{{"name", e.name}, {"type", e.type}};
      });
    section.differences.push_back(std::move(d));
  }
  return section;
}

Section relation_section(const ComparedGraphs& g) {
  Section section{"relations", "relation", {}};
  for (const Pairing& p : g.found.relations) {
    const GraphRelation* before = at(g.before.relations(), p.before);
    const GraphRelation* after = at(g.after.relations(), p.after);
    const GraphRelation& r = after ? *after : *before;
    const auto entities = (after ? g.after : g.before).entities();
    Difference d{change_of(p), {}, {}, {}, r.relation, {}, {}, {}};
    name_entity(d, entities[r.subject]);
    d.object_id = entities[r.object].id;
    d.object = entities[r.object].name;
    d.fields = fields_of(before, after, [](const GraphRelation& one) {
      return Values{{"status", status_name(one.status)},
                    {"weight", std::to_string(one.weight)},
                    {"contradicted", yes_no(one.contradicted)}};
    });
    section.differences.push_back(std::move(d));
  }
  return section;
}

const Property* property_at(const KnowledgeGraph& graph, std::uint32_t e, std::uint32_t place) {
  return place == nowhere ? nullptr : &graph.entities()[e].properties[place];
}

Section property_section(const ComparedGraphs& g) {
  Section section{"properties", "property", {}};
  for (const PropertyPairing& p : g.found.properties) {
    const Property* before = property_at(g.before, p.entity.before, p.property.before);
    const Property* after = property_at(g.after, p.entity.after, p.property.after);
    const Property& one = after ? *after : *before;
    Difference d{change_of(p.property), {}, {}, {}, one.relation, {}, one.value, {}};
    name_entity(d,
                after ? g.after.entities()[p.entity.after] : g.before.entities()[p.entity.before]);
    d.fields = fields_of(before, after, [](const Property& property) {
      return Values{{"documents", std::to_string(property.documents)},
                    {"contradicted", yes_no(property.contradicted)}};
    });
    section.differences.push_back(std::move(d));
  }
  return section;
}

std::array<Section, 3> sections_of(const ComparedGraphs& g) {
  return {entity_section(g), relation_section(g), property_section(g)};
}

std::size_t number_of(const Section& section, std::string_view change) {
  std::size_t number = 0;
  for (const Difference& d : section.differences) number += d.change == change;
  return number;
}

std::string state_text(const Difference& d) {
  std::string text;
  for (const Field& field : d.fields) {
    const std::string& value = field.after.empty() ? field.before : field.after;
    if (field.name == "contradicted" && d.change != changes[2]) {
      if (value == "true") text += ", contradicted";
      continue;
    }
    const bool documents = field.name == "weight" || field.name == "documents";
    text += (text.empty() ? "" : ", ");
    if (d.change == changes[2])
      text += std::string(documents ? "documents" : field.name) + " " + field.before + " → " +
              field.after;
    else
      text += documents ? value + (value == "1" ? " document" : " documents") : value;
  }
  return text;
}

std::string difference_text(const Difference& d) {
  const char sign = d.change == changes[0] ? '+' : d.change == changes[1] ? '-' : '~';
  std::string text = std::string("  ") + sign + " " + d.name;
  text += d.relation.empty() ? " (" + d.type + ")" : " " + d.relation + " " + d.object;
  const std::string state = state_text(d);
  return text + (state.empty() ? "" : "  [" + state + "]") + "\n";
}

void append_value(std::string& out, std::string_view name, const std::string& value) {
  if (name == "weight" || name == "documents" || name == "contradicted")
    out += value;  // a number, true or false
  else
    append_json(out, value);
}

void append_difference(std::string& out, const Difference& d) {
  out += '{';
  const bool relation = !d.relation.empty();
  append_member(out, relation ? "subject_id" : "id", d.id);
  append_member(out, relation ? "subject" : "name", d.name);
  append_member(out, relation ? "subject_type" : "type", d.type);
  if (relation) append_member(out, "relation", d.relation);
  if (!d.object_id.empty()) append_member(out, "object_id", d.object_id);
  if (relation) append_member(out, d.object_id.empty() ? "value" : "object", d.object);
  for (const Field& field : d.fields) {
    append_key(out, field.name);
    if (d.change != changes[2]) {
      append_value(out, field.name, field.after.empty() ? field.before : field.after);
      continue;
    }
    out += "{\"before\": ";
    append_value(out, field.name, field.before);
    out += ", \"after\": ";
    append_value(out, field.name, field.after);
    out += '}';
  }
  out += '}';
}

}  // namespace

std::string comparison_text(const ComparedGraphs& graphs) {
  if (graphs.found.empty()) return "No difference\n";
  std::string text;
  for (const Section& section : sections_of(graphs)) {
    std::string title(section.name);
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    text += (text.empty() ? "" : "\n") + title + ": ";
    for (const std::string_view change : changes)
      text += (change == changes[0] ? "" : ", ") + std::to_string(number_of(section, change)) +
              " " + std::string(change);
    text += '\n';
    for (const Difference& d : section.differences) text += difference_text(d);
  }
  return text;
}

std::string comparison_json(const ComparedGraphs& graphs) {
  std::string out = "{";
  for (const Section& section : sections_of(graphs)) {
    append_key(out, section.name);
    out += '{';
    for (const std::string_view change : changes) {
      append_key(out, change);
      out += '[';
      for (const Difference& d : section.differences) {
        if (d.change != change) continue;
        out += out.back() == '[' ? "\n  " : ",\n  ";
        append_difference(out, d);
      }
      out += ']';
    }
    out += '}';
  }
  return out + '}';
}

std::string comparison_csv(const ComparedGraphs& graphs) {
  std::string text = csv_line({"what", "change", "id", "name", "type", "relation", "object_id",
                               "object", "field", "before", "after"});
  for (const Section& section : sections_of(graphs))
    for (const Difference& d : section.differences) {
      Row row = {std::string(section.one),
                 std::string(d.change),
                 d.id,
                 d.name,
                 d.type,
                 d.relation,
                 d.object_id,
                 d.object,
                 "",
                 "",
                 ""};
      if (d.fields.empty()) text += csv_line(row);
      for (const Field& field : d.fields) {
        row[8] = field.name;
        row[9] = field.before;
        row[10] = field.after;
        text += csv_line(row);
      }
    }
  return text;
}

}  // namespace factloom
