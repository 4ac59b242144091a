// SPDX-License-Identifier: Apache-2.0
#include "export/fields.h"

#include "export/xml.h"
#include "extract/output/json.h"

namespace factloom {
namespace {

std::string_view value_of(const GraphEntity& e, std::string_view relation) {
  const Property* p = best_property(e, relation);
  return p == nullptr ? std::string_view() : std::string_view(p->value);
}

template <class Text>
void append_list(std::string& out, const std::vector<Text>& list, ListItems items) {
  if (list.empty()) return;
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    if (items == ListItems::printable)
      append_json(out, printable(list[i]));
    else
      append_json(out, list[i]);
  }
  out += ']';
}

}  // namespace

const std::array<EntityField, 11> entity_fields = {{
    {"name", FieldKind::text,
     [](const GraphEntity& e) -> FieldValue { return std::string_view(e.name); }},
    {"type", FieldKind::text,
     [](const GraphEntity& e) -> FieldValue { return std::string_view(e.type); }},
    {"aliases", FieldKind::list, [](const GraphEntity& e) -> FieldValue { return &e.aliases; }},
    {"ids", FieldKind::list, [](const GraphEntity& e) -> FieldValue { return &e.ids; }},
    {"mentions", FieldKind::whole, [](const GraphEntity& e) -> FieldValue { return e.mentions; }},
    {"documents", FieldKind::whole, [](const GraphEntity& e) -> FieldValue { return e.documents; }},
    {"first_date", FieldKind::text,
     [](const GraphEntity& e) -> FieldValue { return std::string_view(e.first_date); }},
    {"last_date", FieldKind::text,
     [](const GraphEntity& e) -> FieldValue { return std::string_view(e.last_date); }},
    {"birthDate", FieldKind::text,
     [](const GraphEntity& e) -> FieldValue { return value_of(e, "birthDate"); }},
    {"deathDate", FieldKind::text,
     [](const GraphEntity& e) -> FieldValue { return value_of(e, "deathDate"); }},
    {"foundingDate", FieldKind::text,
     [](const GraphEntity& e) -> FieldValue { return value_of(e, "foundingDate"); }},
}};

const std::array<RelationField, 4> claim_fields = {{
    {"status", FieldKind::text,
     [](const GraphRelation& r, const Claim&) -> FieldValue {
       return std::string_view(status_name(r.status));
     }},
    {"confidence", FieldKind::number,
     [](const GraphRelation& r, const Claim&) -> FieldValue { return r.confidence; }},
    {"role", FieldKind::text,
     [](const GraphRelation&, const Claim& c) -> FieldValue { return c.role; }},
    {"attributedTo", FieldKind::list,
     [](const GraphRelation&, const Claim& c) -> FieldValue { return &c.speakers; }},
}};

const std::array<RelationField, 3> time_fields = {{
    {"first_date", FieldKind::text,
     [](const GraphRelation& r, const Claim&) -> FieldValue {
       return std::string_view(r.first_date);
     }},
    {"last_date", FieldKind::text,
     [](const GraphRelation& r, const Claim&) -> FieldValue {
       return std::string_view(r.last_date);
     }},
    {"contradicted", FieldKind::truth,
     [](const GraphRelation& r, const Claim&) -> FieldValue { return r.contradicted; }},
}};

const std::array<RelationField, 3> evidence_fields = {{
    {"evidence", FieldKind::list,
     [](const GraphRelation&, const Claim& c) -> FieldValue { return &c.sentences; }},
    {"sources", FieldKind::list,
     [](const GraphRelation&, const Claim& c) -> FieldValue { return &c.sources; }},
    {"rules", FieldKind::list,
     [](const GraphRelation&, const Claim& c) -> FieldValue { return &c.rules; }},
}};

std::string_view attribute_type(FieldKind kind) {
  switch (kind) {
    case FieldKind::whole:
      return "long";
    case FieldKind::number:
      return "double";
    case FieldKind::truth:
      return "boolean";
    case FieldKind::text:
    case FieldKind::list:
      break;
  }
  return "string";
}

std::string_view field_text(const FieldValue& value, ListItems items, std::string& made) {
  struct Maker {
    ListItems items;
    std::string& made;
    std::string_view operator()(std::string_view text) const { return text; }
    std::string_view operator()(bool truth) const { return truth ? "true" : ""; }
    std::string_view operator()(const std::vector<std::string>* list) const {
      append_list(made, *list, items);
      return made;
    }
    std::string_view operator()(const std::vector<std::string_view>* list) const {
      append_list(made, *list, items);
      return made;
    }
    std::string_view operator()(std::uint32_t number) const {
      append_json(made, std::uint64_t{number});
      return made;
    }
    std::string_view operator()(double number) const {
      append_json(made, number);
      return made;
    }
  };
  made.clear();
  return std::visit(Maker{items, made}, value);
}

}  // namespace factloom
