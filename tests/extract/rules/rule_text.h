// SPDX-License-Identifier: Apache-2.0
// Loads rule texts in tests, with the ontology and the lexicon of the build.
#pragma once
#include <string>

#include "extract/rules/rule_pack.h"

namespace factloom {

/// The ontology and a lexicon of its own (rules add words to it).
struct RuleWorld {
  Result<Ontology> ontology = Ontology::load(std::string(FACTLOOM_SHARE) + "/schemas/types");
  Result<Lexicon> lexicon = Lexicon::open(std::string(FACTLOOM_SHARE) + "/lexicon.bin");

  Result<RulePack> load(std::string text, std::string path = "test.rules") {
    return RulePack::load(std::vector<RuleSource>{{std::move(path), std::move(text)}}, *ontology,
                          *lexicon);
  }
};

/// All diagnostics, one after the other.
inline std::string text_of(const Diagnostics& all) {
  std::string text;
  for (const Diagnostic& d : all) text += d.text() + "\n";
  return text;
}

}  // namespace factloom
