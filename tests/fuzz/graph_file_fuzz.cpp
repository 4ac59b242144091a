// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes are read as a graph file, once as they are and once with checksums that fit,
// so that what lies behind them is reached. Start with what `factloom build FILE -o NAME.factloom`
// writes of short texts as corpus.
#include <xxhash.h>

#include <cstring>

#include "export/graph_file.h"
#include "export/graph_file_layout.h"
#include "read_file.h"

namespace {

using namespace factloom::graph_file;

/// Sets all checksums right, as far as sections lie inside the bytes.
void mend(std::string& bytes) {
  if (bytes.size() < sizeof(Head) + sizeof(Foot)) return;
  Foot foot;
  char* const end = bytes.data() + bytes.size() - sizeof foot;
  std::memcpy(&foot, end, sizeof foot);
  const std::size_t room = bytes.size() - sizeof foot;
  if (foot.count > 64 || foot.sections > room ||
      room - foot.sections != foot.count * sizeof(Section))
    return;
  for (std::size_t i = 0; i < foot.count; ++i) {
    char* const at = bytes.data() + foot.sections + i * sizeof(Section);
    Section section;
    std::memcpy(&section, at, sizeof section);
    if (section.offset > room || section.size > room - section.offset) continue;
    section.checksum = XXH3_64bits(bytes.data() + section.offset, section.size);
    std::memcpy(at, &section, sizeof section);
  }
  foot.checksum = XXH3_64bits(bytes.data() + foot.sections, foot.count * sizeof(Section));
  std::memcpy(end, &foot, sizeof foot);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  factloom::read_bytes(data, size, factloom::read_graph_file);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  mend(bytes);
  factloom::read_bytes(reinterpret_cast<const std::uint8_t*>(bytes.data()), size,
                       factloom::read_graph_file);
  return 0;
}
