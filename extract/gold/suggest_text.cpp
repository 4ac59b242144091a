// SPDX-License-Identifier: Apache-2.0
// The proposed frames as text in the language of rules.
#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>

#include "extract/gold/suggest.h"
#include "extract/rules/cursor.h"

namespace factloom {
namespace {

using Proposal = std::pair<const Connection, Support>;

std::string decimal(double x) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", x);
  return text.data();
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

/// The end of a fact in an example; it stands inside quotes if a mark could be the language's.
std::string end_of(const std::string& name) {
  const bool bare = std::all_of(name.begin(), name.end(), [](char c) {
    return is_letter_or_digit(c) || c == ' ' || c == '.' || c == '-' || c == '\'';
  });
  return bare ? name : quoted(name);
}

/// "Person | Organization": the types of a set that stand below no other.
std::string types(TypeSet set, const Ontology& ontology) {
  std::string out;
  for (std::size_t i = 0; i < ontology.types().size(); ++i) {
    const EntityType& type = ontology.types()[i];
    if (!Ontology::in(static_cast<TypeId>(i), set)) continue;
    if (type.parent != TypeId::none && Ontology::in(type.parent, set)) continue;
    out += (out.empty() ? "" : " | ") + type.name;
  }
  return out;
}

std::string frame(const Proposal& proposal, std::size_t number, const Ontology& ontology) {
  constexpr std::array<const char*, 4> kinds = {"verb", "noun", "event", "adjective"};
  const auto& [c, s] = proposal;
  const RelationType& relation = ontology.relation(c.relation);
  std::string name = relation.name + "-" + c.trigger + "-" + std::to_string(number);
  std::replace(name.begin(), name.end(), ' ', '-');
  std::string out = "\n# wins " + std::to_string(s.won) +
                    " (sentences: " + std::to_string(s.sentences) + "), precision " +
                    decimal(s.precision()) + ": " + std::to_string(s.right) + " right, " +
                    std::to_string(s.wrong) + " wrong\n";
  for (const ConnectedSentence& e : s.examples)
    out += "#   (" + e.subject + "; " + e.object + ") " + e.text + "\n";
  out += "frame " + name + "\n  " + kinds[static_cast<std::size_t>(c.kind)] + "  " + c.trigger +
         "\n    " + c.subject + "  a: " + types(relation.domain, ontology) + "\n    " + c.object +
         "  b: " + types(relation.range, ontology) + "\n  emit  " + relation.name +
         "(a, b)\n  confidence  " + decimal(std::max(0.01, s.precision())) + "\n";
  const ConnectedSentence& best = s.examples.front();
  return out + "  yes  " + quoted(best.text) + " => " + relation.name + "(" + end_of(best.subject) +
         ", " + end_of(best.object) + ")\n  no   " +
         quoted(best.subject + ", " + best.object + ".") + "\n";
}

/// Ends that are plain prepositions: a function says more ("subject" also finds "by X").
std::size_t prepositions(const Connection& c) {
  const std::vector<std::string>& functions = function_names();
  const auto plain = [&](const std::string& name) {
    return std::find(functions.begin(), functions.end(), name) == functions.end() ? 1u : 0u;
  };
  return plain(c.subject) + plain(c.object);
}

/// One of those that have the same word and the same evidence.
std::vector<const Proposal*> different(const std::vector<const Proposal*>& all) {
  std::map<std::tuple<RelationId, std::string, Support>, const Proposal*> best;
  for (const Proposal* p : all) {
    const auto [at, is_new] =
        best.emplace(std::tuple(p->first.relation, p->first.trigger, p->second), p);
    if (!is_new && prepositions(p->first) < prepositions(at->second->first)) at->second = p;
  }
  std::vector<const Proposal*> kept;
  for (const Proposal* p : all)
    if (best.at(std::tuple(p->first.relation, p->first.trigger, p->second)) == p) kept.push_back(p);
  return kept;
}

}  // namespace

std::string suggested_rules(const Connections& connections, const Ontology& ontology,
                            std::size_t min_support) {
  std::vector<const Proposal*> proposals;
  for (const Proposal& p : connections.all)
    if (p.second.won > 0 && p.second.won >= min_support) proposals.push_back(&p);
  proposals = different(proposals);
  const auto worth = [](const Proposal* p) {
    return static_cast<double>(p->second.won) * p->second.precision();
  };
  std::stable_sort(proposals.begin(), proposals.end(),
                   [&](const Proposal* a, const Proposal* b) { return worth(a) > worth(b); });
  std::string out = "# " + std::to_string(connections.facts) + " annotated facts, " +
                    std::to_string(connections.lost) + " of them found by no rule; " +
                    std::to_string(proposals.size()) + " frames proposed\n";
  std::size_t number = 0;
  for (const Proposal* p : proposals) out += frame(*p, ++number, ontology);
  return out;
}

}  // namespace factloom
