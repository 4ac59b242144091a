// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.h"

#include <utility>

namespace factloom {

Result<Knowledge> load_knowledge(const KnowledgeOptions& options) {
  const std::string schemas =
      options.schemas.empty() ? options.folder + "/schemas" : options.schemas;
  Result<Lexicon> lexicon = Lexicon::open(options.folder + "/lexicon.bin");
  if (!lexicon) return lexicon.errors();
  Result<Ontology> ontology = Ontology::load(schemas + "/types");
  if (!ontology) return ontology.errors();
  Result<TextRules> text_rules = TextRules::load(schemas + "/english");
  if (!text_rules) return text_rules.errors();
  Result<TagRules> tag_rules = TagRules::load(schemas + "/english", *lexicon);
  if (!tag_rules) return tag_rules.errors();
  return Knowledge{std::move(*lexicon), std::move(*ontology), std::move(*text_rules),
                   std::move(*tag_rules)};
}

Extraction extract(const Document& document, const Knowledge& knowledge) {
  Extraction result;
  result.text = tokenize(document.text, knowledge.lexicon, knowledge.text_rules);
  tag(result.text, knowledge.lexicon, knowledge.tag_rules);
  return result;
}

}  // namespace factloom
