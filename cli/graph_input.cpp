// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_input.h"

#include "cli/outputs.h"
#include "extract/pack_folder.h"

namespace factloom {

std::optional<GraphKnowledge> load_graph_knowledge(const Options& options, Console& console) {
  const std::string schemas = schemas_folder(options);
  const Result<PackFolder> packs = PackFolder::list(options.packs);
  if (!packs) {
    console.report(packs.errors());
    return std::nullopt;
  }
  Result<Ontology> ontology = Ontology::load(schemas + "/types", packs->types);
  Result<NameForms> forms = NameForms::load(schemas + "/graph");
  if (!ontology) console.report(ontology.errors());
  if (!forms) console.report(forms.errors());
  if (!ontology || !forms) return std::nullopt;
  return GraphKnowledge{std::move(*ontology), std::move(*forms)};
}

std::optional<GraphRead> load_graph(const std::string& path, const GraphKnowledge& knowledge,
                                    Console& console) {
  Result<GraphRead> read = read_graph(path, knowledge.ontology, knowledge.forms);
  console.report(read ? read->problems : read.errors());
  if (!read) return std::nullopt;
  return std::move(*read);
}

}  // namespace factloom
