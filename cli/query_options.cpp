// SPDX-License-Identifier: Apache-2.0
#include "cli/query_options.h"

#include <CLI/CLI.hpp>

#include "cli/knowledge_options.h"
#include "export/names.h"
#include "export/read_graph.h"

namespace factloom {
namespace {

/// An ISO date as precise as wanted: 2023, 2023-05, 2023-05-17.
std::string complain_of_date(const std::string& date) {
  if (is_iso_date(date)) return "";
  return "'" + date + "' is no date: 2023, 2023-05 or 2023-05-17 is expected";
}

/// One graph, also where other arguments follow.
void declare_graph(CLI::App& verb, Options& options, const std::string& name,
                   const std::string& description) {
  verb.add_option_function<std::string>(
          name, [&options](const std::string& path) { options.query.graph = path; }, description)
      ->required()
      ->type_name("FILE");
}

void declare_answer(CLI::App& verb, Options& options) {
  verb.add_option("--format", options.format, "How the answer is printed (default: text)")
      ->check(CLI::IsMember({"text", "json", "csv"}))
      ->type_name("text|json|csv");
  declare_schemas(verb, options);
  verb.add_flag("--quiet", options.quiet, "Print the answer and errors alone");
}

void declare_exit_code(CLI::App& verb, Options& options, const std::string& when) {
  verb.add_flag("--exit-code", options.query.exit_code, "End with 4 if " + when);
}

void declare_hops(CLI::App& verb, Options& options, const std::string& description) {
  verb.add_option("--hops", options.query.hops, description)
      ->check(CLI::Range(1, 32))
      ->type_name("N");
}

void declare_evidence(CLI::App& verb, Options& options) {
  verb.add_option("--evidence", options.query.evidence,
                  "How many sentences to show for each relation (default: 1)")
      ->check(CLI::Range(0, 1000))
      ->type_name("N");
}

void declare_filter(CLI::App& verb, Options& options) {
  verb.add_option("--relation", options.query.relations,
                  "Walk these relations only (a broader one takes its narrower ones); may be given "
                  "again")
      ->allow_extra_args(false)
      ->type_name("NAME");
  verb.add_option("--status", options.query.statuses,
                  "Count evidence of these statuses only (default: all but negated)")
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"asserted", "former", "planned", "hedged", "negated"}))
      ->type_name("STATUS");
  const CLI::Validator date(complain_of_date, "");
  verb.add_option("--since", options.query.since, "Count evidence dated from then on")
      ->check(date)
      ->type_name("DATE");
  verb.add_option("--until", options.query.until, "Count evidence dated until then")
      ->check(date)
      ->type_name("DATE");
  verb.add_option("--min-confidence", options.query.min_confidence,
                  "Count evidence as sure as that only")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("X");
}

}  // namespace

void declare_links(CLI::App& verb, Options& options) {
  declare_graph(verb, options, "GRAPH", "The graph: " + readable_suffixes());
  verb.add_option("A", options.query.from, "Name or id of an entity")->required();
  verb.add_option("B", options.query.to, "Name or id of another")->required();
  verb.add_option("--paths", options.query.paths, "How many paths of each order (default: 3)")
      ->check(CLI::Range(1, 1000))
      ->type_name("K");
  verb.add_option("--by", options.query.by, "Which paths: the shortest, the strongest, or both")
      ->check(CLI::IsMember({"shortest", "strongest", "both"}))
      ->type_name("ORDER");
  declare_hops(verb, options, "Paths of at most so many steps (default: 6)");
  declare_filter(verb, options);
  declare_evidence(verb, options);
  verb.add_option(
          "-o,--output", options.outputs,
          "Also a picture (.svg, .html) or a graph (.graphml, .jsonld, …) of the paths; may "
          "be given again")
      ->allow_extra_args(false)
      ->type_name("FILE");
  declare_answer(verb, options);
  declare_exit_code(verb, options, "there is no link");
}

void declare_check(CLI::App& verb, Options& options) {
  declare_graph(verb, options, "GRAPH", "The graph: " + readable_suffixes());
  verb.add_option("CLAIMS", options.query.claims,
                  "A CSV file (subject,relation,object and perhaps status), a .txt file, or "
                  "sentences; - for CSV from standard input");
  verb.add_option("--watch", options.query.watch,
                  "Who of this list (CSV with name and perhaps type, id, aliases) occurs, and how "
                  "near to whom")
      ->check(CLI::ExistingFile)
      ->type_name("LIST");
  verb.add_flag("--contradictions", options.query.contradictions,
                "Where the graph disagrees with itself, side by side");
  declare_hops(verb, options, "With --watch: links of at most so many steps (default: 2)");
  declare_filter(verb, options);
  declare_evidence(verb, options);
  declare_answer(verb, options);
  declare_exit_code(verb, options, "something is contradicted");
}

void declare_stats(CLI::App& verb, Options& options) {
  declare_graph(verb, options, "GRAPH", "The graph: " + readable_suffixes());
  verb.add_option("--top", options.query.top, "How many of the most central (default: 10)")
      ->check(CLI::Range(0, 100000))
      ->type_name("N");
  verb.add_option("--since-graph", options.query.since_graph,
                  "Also what is new, gone or changed since this graph")
      ->check(CLI::ExistingFile)
      ->type_name("OLD");
  declare_answer(verb, options);
}

void declare_diff(CLI::App& verb, Options& options) {
  verb.add_option("OLD", options.query.since_graph, "A graph")
      ->required()
      ->check(CLI::ExistingFile);
  declare_graph(verb, options, "NEW", "A later one");
  declare_answer(verb, options);
  declare_exit_code(verb, options, "they differ");
}

}  // namespace factloom
