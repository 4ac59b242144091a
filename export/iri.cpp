// SPDX-License-Identifier: Apache-2.0
#include "export/iri.h"

#include "export/names.h"

namespace factloom {
namespace {

constexpr std::string_view own = "https://w3id.org/factloom/ns#";

}  // namespace

std::string iri_part(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '-' && c <= '9') || c == '_' ||
           c == '~';
  };
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && plain(text[i])) ++i;
    out.append(text, begin, i - begin);
    if (i == text.size()) break;
    const auto b = static_cast<unsigned char>(text[i++]);
    out += '%';
    out += digits[b >> 4];
    out += digits[b & 15u];
  }
  return out;
}

std::string entity_iri(const GraphEntity& entity) {
  return "urn:factloom:entity:" + iri_part(entity.id);
}
std::string document_iri(std::string_view document) {
  return "urn:factloom:document:" + iri_part(document);
}
std::string type_iri(std::string_view type, const Ontology& ontology) {
  const TypeId t = ontology.find_type(type);
  return t == TypeId::none || ontology.type(t).iri.empty() ? std::string(own) + iri_part(type)
                                                           : ontology.type(t).iri;
}
std::string relation_iri(std::string_view relation, const Ontology& ontology) {
  const RelationId r = ontology.find_relation(relation);
  return r == RelationId::none || ontology.relation(r).iri.empty()
             ? std::string(own) + iri_part(relation)
             : ontology.relation(r).iri;
}

std::string_view date_type(std::string_view value) {
  if (!is_iso_date(value)) return "";
  return value.size() == 10 ? "xsd:date" : value.size() == 7 ? "xsd:gYearMonth" : "xsd:gYear";
}

}  // namespace factloom
