// SPDX-License-Identifier: Apache-2.0
// The verbs for people who write rules.
#include "cli/console.h"
#include "cli/knowledge.h"
#include "cli/verbs.h"
#include "extract/rules/rule_pack.h"

namespace factloom {
namespace {

/// The rules of the folder that the user names, or the program's own; checking them needs types and
/// words, not names.
Result<RulePack> load_rules(const Options& options) {
  const KnowledgeOptions where = knowledge_options(options);
  const std::string schemas = where.schemas.empty() ? where.folder + "/schemas" : where.schemas;
  const Result<Ontology> ontology = Ontology::load(schemas + "/types");
  if (!ontology) return ontology.errors();
  Result<Lexicon> lexicon = Lexicon::open(where.folder + "/lexicon.bin");
  if (!lexicon) return lexicon.errors();
  return RulePack::load(options.inputs.empty() ? schemas + "/rules" : options.inputs.front(),
                        *ontology, *lexicon);
}

}  // namespace

ExitCode run_rules_check(const Options& options) {
  Console console(options.quiet);
  const Result<RulePack> rules = load_rules(options);
  if (!rules) {
    console.report(rules.errors());
    console.tell(std::to_string(rules.errors().size()) + " mistakes\n");
    return ExitCode::usage;
  }
  console.report(rules->warnings());
  console.tell(std::to_string(rules->rules().size()) + " rules, no mistakes\n");
  return ExitCode::fine;
}

}  // namespace factloom
