// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes are read as a rule file, and give a pack or messages, nothing else. Start
// with tests/golden/rules and schemas/rules as corpus.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extract/rules/rule_pack.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace factloom;
  static const auto ontology = Ontology::load(std::string(FACTLOOM_SHARE) + "/schemas/types");
  static auto lexicon = Lexicon::open(std::string(FACTLOOM_SHARE) + "/lexicon.bin");
  if (!ontology || !lexicon) std::abort();
  const RuleSource source{"fuzz.rules", std::string(reinterpret_cast<const char*>(data), size)};
  const auto pack = RulePack::load(std::vector<RuleSource>{source}, *ontology, *lexicon);
  if (!pack && pack.errors().empty()) std::abort();
  std::string text;
  for (const Diagnostic& d : pack ? pack->warnings() : pack.errors()) text += d.text();
  return text.size() == SIZE_MAX ? 1 : 0;
}
