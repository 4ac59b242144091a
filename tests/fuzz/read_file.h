// SPDX-License-Identifier: Apache-2.0
// Readers take paths: the bytes of a fuzz target as a file that lies in memory alone.
#pragma once
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "graph/knowledge_graph.h"

namespace factloom {

/// Hands the bytes to a reader, which must give a graph that can be walked, or say what is wrong.
template <class Read>
void read_bytes(const std::uint8_t* data, std::size_t size, Read read) {
  const int file = memfd_create("fuzz", 0);
  if (file < 0 || write(file, data, size) != static_cast<ssize_t>(size)) std::abort();
  {
    const auto graph = read("/proc/self/fd/" + std::to_string(file));
    if (!graph && graph.errors().empty()) std::abort();
    std::size_t bytes = 0;
    if (graph) {
      for (const GraphRelation& r : graph->relations()) {
        bytes += graph->entities()[r.subject].name.size() + graph->degree(r.object);
        for (const FactView fact : graph->evidence(r)) bytes += fact.sentence.text.size();
      }
      for (const GraphEntity& e : graph->entities())
        for (const Property& p : e.properties)
          for (const FactView fact : graph->evidence(p)) bytes += fact.document.size();
      for (const NameMerge& m : graph->merges()) bytes += graph->entities()[m.entity].id.size();
    }
    if (bytes == SIZE_MAX) std::abort();
  }
  close(file);
}

}  // namespace factloom
