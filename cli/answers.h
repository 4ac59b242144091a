// SPDX-License-Identifier: Apache-2.0
// How the verbs that ask a graph print what they found: names, steps and evidence as text, JSON or
// CSV, the same in every verb.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "graph/paths.h"

namespace factloom {

/// "1 hop", "3 documents".
std::string counted(std::size_t number, const std::string& thing);

/// "0.87"
std::string two_digits(double number);

/// Prints to standard output.
void print(const std::string& text);

/// Prints an answer in the format that --format names: what one of three functions makes of it.
template <class Text, class Json, class Csv>
void print_answer(const std::string& format, Text text, Json json, Csv csv) {
  print(format == "json" ? json() : format == "csv" ? csv() : text());
}

/// `Stripe foundedBy Patrick Collison`
std::string relation_text(const KnowledgeGraph& graph, std::uint32_t relation);

/// "“the sentence” (document, its date; of the fact's date; hedged; says X)": one line.
std::string evidence_text(const FactView& evidence);

/// "  A foundedBy B  [asserted, 2 documents, trust 0.87]" and below it the best sentences that the
/// filter takes.
std::string step_text(const KnowledgeGraph& graph, const StepRelation& step,
                      const EvidenceFilter& filter, std::size_t sentences);

/// Appends an object with sentence, document, date, place, status, speaker, confidence and rule.
void append_evidence(std::string& out, const FactView& evidence);

/// Appends a list of objects.
void append_evidence(std::string& out, std::span<const FactView> evidence, std::size_t most);

/// Appends a member that is a list of texts, unless it is empty.
void append_texts(std::string& out, std::string_view name, const std::vector<std::string>& texts);

/// Appends {"id": …, "name": …, "type": …}.
void append_entity(std::string& out, const KnowledgeGraph& graph, std::uint32_t entity);

}  // namespace factloom
