// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes are read as JSON-LD. Start with what
// `factloom build samples -o FILE.jsonld` writes, and smaller ones, as corpus.
#include "export/read_foreign.h"
#include "read_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  factloom::read_bytes(data, size, factloom::read_jsonld);
  return 0;
}
