// SPDX-License-Identifier: Apache-2.0
#include "export/read_graph.h"

#include <array>
#include <fstream>
#include <iostream>

#include "export/format.h"
#include "export/graph_file.h"
#include "export/read_foreign.h"
#include "extract/output/fact_lines.h"
#include "graph/graph_builder.h"

namespace factloom {
namespace {

using Read = Result<KnowledgeGraph> (*)(const std::string& path, const Ontology&);

struct Readable {
  std::string_view suffix;
  Read read;  ///< none: lines of facts
};

constexpr std::array<Readable, 5> readable = {{
    {".factloom", [](const std::string& path, const Ontology&) { return read_graph_file(path); }},
    {".graphml", [](const std::string& path, const Ontology&) { return read_graphml(path); }},
    {".jsonld", [](const std::string& path, const Ontology&) { return read_jsonld(path); }},
    {".ndjson", nullptr},
    {".jsonl", nullptr},
}};

/// How a file is read; none: as lines of facts.
Read find_reader(const std::string& path) {
  for (const Readable& r : readable)
    if (path.ends_with(r.suffix)) return r.read;
  std::array<char, 8> first{};
  std::ifstream(path, std::ios::binary).read(first.data(), first.size());
  return is_graph_file({first.data(), first.size()}) ? readable[0].read : nullptr;
}

/// Why a file that we write cannot be read; empty if it can, or if its suffix says nothing.
std::string only_written(const std::string& path) {
  const Result<Format> format = find_format(path);
  if (!format) return "";
  for (const Readable& r : readable)
    if (format->suffix == r.suffix) return "";
  return "a file " + std::string(format->suffix) + " is only written, not read back; give one of " +
         readable_suffixes();
}

constexpr std::size_t most_problems = 100;  // a file of another kind has a bad line for each line

Diagnostics read_lines(std::istream& in, const std::string& path,
                       const std::function<void(Fact)>& add) {
  Diagnostics problems;
  std::string line;
  std::size_t bad = 0;
  for (std::uint32_t number = 1; std::getline(in, line); ++number) {
    Result<std::optional<Fact>> fact = read_fact_line(line, path, number);
    if (fact && *fact) {
      add(std::move(**fact));
    } else if (!fact && ++bad <= most_problems) {
      problems.insert(problems.end(), fact.errors().begin(), fact.errors().end());
    }
  }
  if (bad > most_problems)
    problems.push_back(trouble(path, std::to_string(bad - most_problems) +
                                         " more lines are no facts; is it a file of facts, as "
                                         "`factloom extract` prints them?"));
  return problems;
}

Diagnostics read_line_file(const std::string& path, const std::function<void(Fact)>& add) {
  if (path == "-") return read_lines(std::cin, "standard input", add);
  std::ifstream file(path, std::ios::binary);
  if (!file) return {trouble(path, "cannot be opened")};
  return read_lines(file, path, add);
}

}  // namespace

std::string readable_suffixes() {
  std::string all;
  for (const Readable& r : readable) all += (all.empty() ? "" : ", ") + std::string(r.suffix);
  return all;
}

Result<GraphRead> read_graph(const std::string& path, const Ontology& ontology,
                             const NameForms& forms) {
  if (const std::string why = only_written(path); !why.empty()) return trouble(path, why);
  if (const Read read = path == "-" ? nullptr : find_reader(path)) {
    Result<KnowledgeGraph> graph = read(path, ontology);
    if (!graph) return graph.errors();
    return GraphRead{std::move(*graph), {}};
  }
  GraphBuilder builder(ontology, forms);
  Diagnostics problems = read_line_file(path, [&](Fact fact) { builder.add(std::move(fact)); });
  if (builder.size() == 0 && !problems.empty()) return problems;
  return GraphRead{builder.build(), std::move(problems)};
}

Diagnostics read_facts(const std::string& path, const Ontology& ontology,
                       const std::function<void(Fact)>& add) {
  if (const std::string why = only_written(path); !why.empty()) return {trouble(path, why)};
  const Read read = path == "-" ? nullptr : find_reader(path);
  if (read == nullptr) return read_line_file(path, add);
  const Result<KnowledgeGraph> graph = read(path, ontology);
  if (!graph) return graph.errors();
  for (const FactView& fact : graph->evidence()) add(fact);
  return {};
}

}  // namespace factloom
