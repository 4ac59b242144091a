// SPDX-License-Identifier: Apache-2.0
// Every output format: a suffix and the function that writes a graph as that. Writers stream: they
// hand over bytes as they come, in an order that depends on the graph alone. To add one, write its
// function and add its line to the table in format.cpp.
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace factloom {

class KnowledgeGraph;
class Ontology;

/// Takes the bytes of a file, piece by piece.
using Sink = std::function<void(std::string_view)>;

/// One format.
struct Format {
  std::string_view suffix;  ///< ".graphml"
  void (*write)(const KnowledgeGraph&, const Ontology&, const Sink&);
};

/// The format that a path's suffix names; nullptr if there is none.
const Format* find_format(std::string_view path);
/// ".graphml, .jsonld, …", for messages.
std::string format_suffixes();

}  // namespace factloom
