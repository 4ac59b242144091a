// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.h"

#include <algorithm>
#include <cstdio>

#include "extract/output/json_object.h"

namespace factloom {

std::string counted(std::size_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

std::string two_digits(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", number);
  return text;
}

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string relation_text(const KnowledgeGraph& graph, std::uint32_t relation) {
  const GraphRelation& r = graph.relations()[relation];
  return graph.entities()[r.subject].name + " " + r.relation + " " +
         graph.entities()[r.object].name;
}

std::string step_text(const KnowledgeGraph& graph, const StepRelation& step,
                      const EvidenceFilter& filter, std::size_t sentences) {
  const GraphRelation& r = graph.relations()[step.relation];
  std::string text = "  " + relation_text(graph, step.relation) + "  [" + status_name(r.status) +
                     ", " + counted(r.weight, "document") + ", trust " + two_digits(step.trust) +
                     "]\n";
  const std::vector<FactView> evidence = best_evidence(graph.evidence(r), filter);
  for (std::size_t i = 0; i < std::min(sentences, evidence.size()); ++i)
    text += "      " + evidence_text(evidence[i]) + "\n";
  return text;
}

std::string evidence_text(const FactView& e) {
  std::string sentence(e.sentence.text);
  std::replace(sentence.begin(), sentence.end(), '\n', ' ');
  std::string text = "“" + sentence + "” (" + std::string(e.document);
  if (!e.source.date.empty()) text += ", " + std::string(e.source.date);
  if (!e.date.empty() && e.date != e.object.name) text += "; of " + std::string(e.date);
  if (e.status != Status::asserted) text += std::string("; ") + status_name(e.status);
  if (!e.attributed_to.empty()) text += "; says " + std::string(e.attributed_to);
  return text + ")";
}

void append_evidence(std::string& out, const FactView& e) {
  out += '{';
  append_member(out, "document", e.document);
  append_member(out, "start", e.sentence.start);
  append_member(out, "end", e.sentence.end);
  append_member(out, "sentence", e.sentence.text);
  append_member(out, "status", status_name(e.status));
  if (!e.date.empty()) append_member(out, "date", e.date);
  if (!e.source.date.empty()) append_member(out, "published", e.source.date);
  if (!e.source.title.empty()) append_member(out, "title", e.source.title);
  if (!e.attributed_to.empty()) append_member(out, "attributedTo", e.attributed_to);
  append_key(out, "confidence");
  append_json(out, e.confidence);
  append_member(out, "rule", e.rule);
  out += '}';
}

void append_evidence(std::string& out, std::span<const FactView> evidence, std::size_t most) {
  out += '[';
  for (std::size_t i = 0; i < std::min(most, evidence.size()); ++i) {
    if (i > 0) out += ", ";
    append_evidence(out, evidence[i]);
  }
  out += ']';
}

void append_texts(std::string& out, std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  append_key(out, name);
  out += '[';
  for (const std::string& text : texts) {
    if (out.back() != '[') out += ", ";
    append_json(out, text);
  }
  out += ']';
}

void append_entity(std::string& out, const KnowledgeGraph& graph, std::uint32_t entity) {
  const GraphEntity& e = graph.entities()[entity];
  out += '{';
  append_member(out, "id", e.id);
  append_member(out, "name", e.name);
  append_member(out, "type", e.type);
  out += '}';
}

}  // namespace factloom
