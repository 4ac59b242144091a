// SPDX-License-Identifier: Apache-2.0
// `rules suggest`: frames for the annotated facts that no rule finds.
#include "extract/gold/suggest.h"

#include "cli/annotated.h"
#include "cli/knowledge.h"
#include "cli/output_file.h"
#include "cli/verbs.h"

namespace factloom {

ExitCode run_rules_suggest(const Options& options) {
  Console console(options.quiet);
  const Result<Knowledge> knowledge = load_knowledge(knowledge_options(options));
  if (!knowledge) {
    console.report(knowledge.errors());
    return ExitCode::usage;
  }
  Result<OutputFile> out = OutputFile::open(options.outputs.empty() ? "" : options.outputs.front());
  if (!out) {
    console.report(out.errors());
    return ExitCode::nothing;
  }
  Connections all;
  const ArticleCounts counts = for_each_annotated(
      options, *knowledge, console,
      [&](const Document& document, const std::optional<Annotation>& gold) {
        if (!gold) return Connections();
        Analysis analysis = analyse(document, *knowledge);
        return connections_of(analysis, *gold, *knowledge);
      },
      [&](const Connections& found) { all.add(found); });
  out->write(suggested_rules(all, knowledge->ontology, options.min_support));
  const Diagnostics failures = out->finish();
  console.report(failures);
  console.tell(counts.text() + "\n");
  return failures.empty() ? counts.exit_code() : ExitCode::nothing;
}

}  // namespace factloom
