// SPDX-License-Identifier: Apache-2.0
#include "export/names.h"

#include <algorithm>

#include "extract/output/json.h"

namespace factloom {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_word(char c) {
  return is_digit(c) || is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Appends what is not ASCII if XML names may hold it (letters do), else _. Takes one character
/// from the front of a text and gives its length in bytes.
std::size_t append_name_character(std::string& out, std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const std::size_t size = std::min<std::size_t>(text.size(), byte(0) >= 0xF0   ? 4
                                                              : byte(0) >= 0xE0 ? 3
                                                              : byte(0) >= 0xC0 ? 2
                                                                                : 1);
  const unsigned c = size == 2   ? (byte(0) & 31u) << 6 | (byte(1) & 63u)
                     : size == 3 ? (byte(0) & 15u) << 12 | (byte(1) & 63u) << 6 | (byte(2) & 63u)
                                 : 0;
  const bool fits = (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7 && c != 0x37E) ||
                    (c >= 0x3001 && c < 0xD800);
  out += fits ? text.substr(0, size) : "_";
  return size;
}

void add_once(std::vector<std::string_view>& list, std::string_view item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end())
    list.push_back(item);
}

}  // namespace

std::string edge_kind(std::string_view relation) {
  std::string out;
  for (std::size_t i = 0; i < relation.size();) {
    const char c = relation[i];
    if (static_cast<unsigned char>(c) >= 0x80) {
      i += append_name_character(out, relation.substr(i));
      continue;
    }
    if (is_upper(c) && !out.empty()) out += '_';
    out += is_lower(c) ? static_cast<char>(c - 'a' + 'A') : is_word(c) ? c : '_';
    ++i;
  }
  return out.empty() ? "RELATED" : out;
}

std::vector<std::string> node_labels(std::string_view type, const Ontology& ontology) {
  std::vector<std::string> labels;
  for (TypeId t = ontology.find_type(type); t != TypeId::none && labels.size() < 8;
       t = ontology.type(t).parent)
    labels.push_back(ontology.type(t).name);
  if (labels.empty()) {
    labels.emplace_back();
    for (const char c : type) labels.back() += is_word(c) ? c : '_';
    if (labels.back().empty()) labels.clear();
  }
  labels.emplace_back("Entity");
  std::reverse(labels.begin(), labels.end());
  return labels;
}

std::string color_of(std::string_view type, const Ontology& ontology) {
  for (TypeId t = ontology.find_type(type); t != TypeId::none; t = ontology.type(t).parent)
    if (!ontology.type(t).color.empty()) return ontology.type(t).color;
  return "#7f7f7f";
}

const Property* best_property(const GraphEntity& entity, std::string_view relation) {
  const Property* best = nullptr;
  for (const Property& p : entity.properties)
    if (p.relation == relation && (best == nullptr || p.documents > best->documents ||
                                   (p.documents == best->documents && p.value < best->value)))
      best = &p;
  return best;
}

std::string relation_uid(std::size_t index) {
  return "r" + std::to_string(index + 1);
}

std::map<std::string_view, SourceView> documents_of(const KnowledgeGraph& graph) {
  std::map<std::string_view, SourceView> documents;
  std::string_view last;
  for (const FactView& f : graph.evidence()) {
    if (f.document.data() == last.data() && !documents.empty()) continue;
    last = f.document;
    documents.try_emplace(f.document, f.source);
  }
  return documents;
}

const Claim& ClaimReader::read(const EvidenceRange& facts) {
  claim_.sentences.clear();
  claim_.sources.clear();
  claim_.rules.clear();
  claim_.speakers.clear();
  claim_.urls.clear();
  claim_.publishers.clear();
  claim_.role = {};
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const FactView f = facts[i];
    claim_.sentences.push_back(f.sentence.text);
    std::string& source = claim_.sources.emplace_back(f.document);
    source += "#char=";
    append_json(source, std::uint64_t{f.sentence.start});
    source += ',';
    append_json(source, std::uint64_t{f.sentence.end});
    add_once(claim_.rules, f.rule);
    add_once(claim_.speakers, f.attributed_to);
    add_once(claim_.urls, f.source.url);
    add_once(claim_.publishers, f.source.publisher);
    if (claim_.role.empty()) claim_.role = f.role;
  }
  return claim_;
}

bool is_iso_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i])) return false;
  return true;
}

}  // namespace factloom
