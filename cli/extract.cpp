// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.h"

#include "cli/articles.h"
#include "cli/knowledge.h"
#include "cli/output_file.h"
#include "cli/verbs.h"
#include "extract/output/fact_lines.h"
#include "extract/output/text_lines.h"

namespace factloom {
namespace {

/// All lines of one document.
std::string lines_of(const Document& document, const Extraction& found, const Options& options,
                     const Knowledge& knowledge) {
  std::string lines;
  if (options.documents) append_document_line(lines, document, found.date);
  if (options.tokens || options.mentions) {
    const Offsets offsets(document.text);
    if (options.tokens) append_tokens_line(lines, document, found.text, offsets, knowledge.lexicon);
    if (options.mentions)
      append_mentions_line(lines, document, found.text, offsets, found.mentions,
                           knowledge.ontology);
  }
  constexpr std::size_t line = 1024;  // of most facts, some more
  lines.reserve(lines.size() + found.facts.size() * line);
  for (const Fact& fact : found.facts) {
    if (fact.confidence >= options.min_confidence) append_fact_line(lines, fact);
  }
  return lines;
}

}  // namespace

ExitCode run_extract(const Options& options) {
  Console console(options.quiet);
  const Result<Knowledge> knowledge = load_knowledge(knowledge_options(options));
  if (!knowledge) {
    console.report(knowledge.errors());
    return ExitCode::usage;
  }
  Result<OutputFile> out =
      OutputFile::open(options.outputs.empty() ? "-" : options.outputs.front());
  if (!out) {
    console.report(out.errors());
    return ExitCode::nothing;
  }
  const ArticleCounts counts = for_each_article(
      options, knowledge->html, console,
      [&](std::span<const Document> documents) {
        std::vector<std::string> lines;
        extract(documents, *knowledge, [&](const Document& document, Extraction found) {
          lines.push_back(lines_of(document, found, options, *knowledge));
        });
        return lines;
      },
      [&](const std::string& lines) { out->write(lines); });
  const Diagnostics failures = out->finish();
  console.report(failures);
  console.tell(counts.text() + "\n");
  return failures.empty() ? counts.exit_code() : ExitCode::nothing;
}

}  // namespace factloom
