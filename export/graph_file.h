// SPDX-License-Identifier: Apache-2.0
// factloom's own graph file (suffix .factloom): everything a graph holds, back without loss, and
// used where it lies. Numbers are little-endian. The file:
//
//   "\x89FLGRAPH"  version  0          8 + 4 + 4 bytes
//   sections, each at a multiple of 8: tables of records, of text numbers, and the texts
//   the table of sections: name (16 bytes), offset, size, record size, checksum (XXH3) of each
//   offset of that table, its checksum, number of sections, version, "FLGRAPH\n"
//
// The table stands at the end so that a writer can stream; a file cut short is known by its last
// bytes. A reader passes over sections that it does not know, over fields at the end of records
// that it does not know, and takes fields that are not there as zero: new sections and fields need
// no new version. The version changes when an old reader would misunderstand.
#pragma once
#include <string>
#include <string_view>

#include "extract/base/result.h"
#include "graph/knowledge_graph.h"

namespace factloom {

/// Does a file begin as a graph file does?
bool is_graph_file(std::string_view bytes);

/// Maps and checks a file. A file of another kind or version, cut short or damaged gives a
/// diagnostic that says so and what to do.
Result<KnowledgeGraph> read_graph_file(const std::string& path);

}  // namespace factloom
