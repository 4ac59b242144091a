// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <sstream>
#include <string_view>

#include "cli/knowledge_options.h"
#include "cli/query_options.h"
#include "export/format.h"
#include "export/read_graph.h"
#include "extract/base/closest.h"
#include "extract/read/document_reader.h"

namespace factloom {
namespace {

constexpr const char* exit_codes =
    "Exit codes:\n"
    "  0  everything asked for was done\n"
    "  1  some inputs were bad (each is reported with its reason), all others were read\n"
    "  2  the command line or the rules are wrong; nothing was done\n"
    "  3  no input could be read, or an output could not be written\n"
    "  4  only with --exit-code: contradicted (check), different (diff), not linked (links)\n";

void declare_common(CLI::App& verb, Options& options) {
  verb.add_option("--jobs", options.jobs,
                  "Number of threads; the output is the same for any (default: one a core)")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  verb.add_flag("--quiet", options.quiet, "Print errors alone: no progress, no summary");
}

void declare_knowledge(CLI::App& verb, Options& options) {
  declare_schemas(verb, options);
  verb.add_option("--gazetteer", options.gazetteers,
                  "Further names: CSV with name, type, id, aliases; may be given again")
      ->allow_extra_args(false)
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
  verb.add_option("--min-confidence", options.min_confidence,
                  "Leave out facts below this confidence; 0: keep all (default: 0.5)")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("X");
}

void declare_inputs(CLI::App& verb, Options& options) {
  verb.add_option("INPUT", options.inputs, "Files, folders; - for standard input")->required();
  verb.add_option("--format", options.format,
                  "What standard input is, or a file of unknown suffix: text, json, ndjson")
      ->check(CLI::Validator(
          [](std::string& name) {
            return DocumentReader::knows(name) ? std::string() : "no format '" + name + "'";
          },
          ""))
      ->type_name("F");
}

void declare_extract(CLI::App& verb, Options& options) {
  declare_inputs(verb, options);
  verb.add_flag("--documents", options.documents,
                "Also a line for each document: title, date, text …");
  verb.add_flag("--tokens", options.tokens,
                "Also a line for each document with its tokens and sentences");
  verb.add_flag("--mentions", options.mentions,
                "Also a line for each document with all mentions of entities");
  verb.add_option("-o,--output", options.outputs, "Write here, not to standard output")
      ->expected(1)
      ->type_name("FILE");
  declare_knowledge(verb, options);
  declare_common(verb, options);
}

void declare_outputs(CLI::App& verb, Options& options) {
  std::string suffixes;
  for (const Format& f : all_formats())
    suffixes += (suffixes.empty() ? "" : ", ") + std::string(f.suffix);
  verb.add_option("-o,--output", options.outputs,
                  "The graph; the suffix says its format: " + suffixes + "; may be given again")
      ->required()
      ->allow_extra_args(false)
      ->type_name("FILE");
  verb.add_flag("--graphml-strict", options.strict,
                "GraphML by the letter of its schema, for readers that check it (Gephi then takes "
                "parallel relations for one)");
}

void declare_decisions(CLI::App& verb, Options& options) {
  verb.add_option("--decisions", options.decisions,
                  "Names that are one thing or two, whatever the evidence: CSV rows same,A,B or "
                  "different,A,B")
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
}

void declare_build(CLI::App& verb, Options& options) {
  declare_inputs(verb, options);
  declare_outputs(verb, options);
  declare_decisions(verb, options);
  declare_knowledge(verb, options);
  declare_common(verb, options);
}

void declare_merge(CLI::App& verb, Options& options) {
  verb.add_option("FACTS", options.inputs,
                  "Files of facts, as `extract` prints them, or of graphs: " + readable_suffixes())
      ->required();
  declare_outputs(verb, options);
  declare_decisions(verb, options);
  declare_schemas(verb, options);
  verb.add_flag("--quiet", options.quiet, "Print errors alone");
}

void declare_convert(CLI::App& verb, Options& options) {
  verb.add_option("GRAPH", options.inputs, "A file of a graph or of facts: " + readable_suffixes())
      ->required()
      ->expected(1);
  declare_outputs(verb, options);
  declare_schemas(verb, options);
  verb.add_flag("--quiet", options.quiet, "Print errors alone");
}

void declare_entities(CLI::App& verb, Options& options) {
  verb.add_option("GRAPH", options.inputs, "A file of a graph or of facts: " + readable_suffixes())
      ->required()
      ->expected(1);
  verb.add_flag("--merges", options.merges,
                "Which names became one and which alike ones did not, with the reasons");
  verb.add_option("--format", options.format, "text, json or csv (default: text)")
      ->check(CLI::IsMember({"text", "json", "csv"}))
      ->type_name("F");
  declare_schemas(verb, options);
  verb.add_flag("--quiet", options.quiet, "Print errors alone");
}

void declare_explain(CLI::App& verb, Options& options) {
  verb.add_option("TEXT", options.inputs, "A sentence, or a few")->required();
  verb.add_option("--rule", options.rule,
                  "Only what concerns this rule: how far it gets, what stops it")
      ->type_name("NAME");
  declare_schemas(verb, options);
}

void declare_rules(CLI::App& verb, Options& options) {
  verb.add_option("FOLDER", options.inputs,
                  "Folder of *.rules files, or one file (default: the program's own)")
      ->expected(0, 1)
      ->check(CLI::ExistingPath);
  declare_schemas(verb, options);
  verb.add_flag("--quiet", options.quiet, "Print errors alone");
}

void declare_rules_test(CLI::App& verb, Options& options) {
  declare_rules(verb, options);
  verb.add_option("--rule", options.rule, "Run the examples of this rule alone")->type_name("NAME");
}

void declare_coverage(CLI::App& verb, Options& options) {
  declare_inputs(verb, options);
  verb.add_option("-o,--output", options.outputs,
                  "Also write every fact of every rule here, as tab-separated values")
      ->expected(1)
      ->type_name("FILE");
  declare_schemas(verb, options);
  declare_common(verb, options);
}

void declare_suggest(CLI::App& verb, Options& options) {
  declare_inputs(verb, options);
  verb.add_option("-o,--output", options.outputs, "Write here, not to standard output")
      ->expected(1)
      ->type_name("FILE");
  verb.add_option("--min-support", options.min_support,
                  "Propose what wins at least so many annotated facts (default: 3)")
      ->check(CLI::Range(1, 1000000))
      ->type_name("N");
  declare_schemas(verb, options);
  declare_common(verb, options);
}

void declare_completion(CLI::App& verb, Options& options) {
  verb.add_option("SHELL", options.inputs, "bash, zsh or fish")
      ->required()
      ->expected(1)
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

/// A verb of the command line. To add one, write its function (verbs.cpp) and add its line here.
struct Verb {
  std::string_view name;
  const char* description;
  const char* examples;
  void (*declare)(CLI::App&, Options&);
};

constexpr Verb verbs[] = {
    {"build", "Articles to a graph: the main job",
     "  factloom build articles/ -o graph.graphml -o graph.jsonld\n"
     "  factloom build --gazetteer firms.csv news.ndjson.gz -o graph.graphml\n",
     declare_build},
    {"extract", "Articles to facts, one JSON object a line",
     "  factloom extract articles/ > facts.ndjson\n"
     "  factloom extract page.txt --mentions --min-confidence 0.7 -o facts.ndjson\n"
     "  factloom extract --format ndjson --mentions --tokens - < articles.ndjson\n",
     declare_extract},
    {"merge", "Facts to a graph", "  factloom merge monday.ndjson tuesday.ndjson -o week.graphml\n",
     declare_merge},
    {"convert", "A graph file to other formats",
     "  factloom convert week.factloom -o week.graphml -o week.jsonld\n", declare_convert},
    {"entities", "The things of a graph with all their names, or why names became one",
     "  factloom entities week.factloom --merges\n"
     "  factloom entities week.factloom --format csv > things.csv\n",
     declare_entities},
    {"links", "How two entities are connected, and who says so",
     "  factloom links graph.factloom \"Peter Thiel\" Twitter\n"
     "  factloom links graph.factloom Company.stripe Person.jack_dorsey --paths 5 -o links.svg\n",
     declare_links},
    {"check", "Claims against a graph: supported, contradicted or unknown",
     "  factloom check graph.factloom \"Stripe was founded by Patrick Collison.\"\n"
     "  factloom check graph.factloom claims.csv --format csv > answers.csv\n"
     "  factloom check graph.factloom --watch people.csv --hops 3\n"
     "  factloom check graph.factloom --contradictions\n",
     declare_check},
    {"stats", "Counts, the most central, components, communities, growth",
     "  factloom stats graph.factloom --top 20\n"
     "  factloom stats today.factloom --since-graph yesterday.factloom --format json\n",
     declare_stats},
    {"diff", "What is new, gone or changed between two graphs",
     "  factloom diff yesterday.factloom today.factloom\n", declare_diff},
    {"explain", "What every stage made of a sentence",
     "  factloom explain \"Ann Lee, who founded Acme, left it in 2019.\"\n"
     "  factloom explain \"Acme was set up by Ann Lee.\" --rule founded-by\n",
     declare_explain},
    {"rules check", "All mistakes of a rule pack at once", "  factloom rules check my-rules/\n",
     declare_rules},
    {"rules test", "Run the examples inside the rules",
     "  factloom rules test my-rules/\n"
     "  factloom rules test --rule founded-by\n",
     declare_rules_test},
    {"rules coverage",
     "How often each rule fires over documents; with annotated ones, how often it is right",
     "  factloom rules coverage articles/\n"
     "  factloom rules coverage gold.ndjson -o facts.tsv\n",
     declare_coverage},
    {"rules suggest",
     "Rules for the facts of annotated documents that no rule finds, with evidence",
     "  factloom rules suggest gold.ndjson -o suggested.rules\n"
     "  factloom rules suggest gold.ndjson --min-support 5\n",
     declare_suggest},
    {"completion", "Print the completion script of a shell",
     "  factloom completion bash > ~/.local/share/bash-completion/completions/factloom\n"
     "  factloom completion zsh > ~/.zfunc/_factloom\n"
     "  factloom completion fish > ~/.config/fish/completions/factloom.fish\n",
     declare_completion},
};

/// The place of a verb in the tree of subcommands: "rules check" is `check` below `rules`.
CLI::App* add_verb(CLI::App& app, const Verb& verb) {
  CLI::App* parent = &app;
  std::string name(verb.name);
  if (const auto space = name.find(' '); space != std::string::npos) {
    const std::string group = name.substr(0, space);
    name.erase(0, space + 1);
    const auto known = app.get_subcommands([&](CLI::App* sub) { return sub->get_name() == group; });
    parent = known.empty() ? nullptr : known.front();
    if (parent == nullptr) {
      parent = app.add_subcommand(group, "The rules: check them, run their examples");
      parent->require_subcommand(1);
    }
  }
  CLI::App* place = parent->add_subcommand(name, verb.description);
  place->footer(std::string("\nExamples:\n") + verb.examples);
  return place;
}

void declare_all(CLI::App& app, Options& options) {
  app.set_version_flag("--version", "factloom " FACTLOOM_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  for (const Verb& verb : verbs) {
    CLI::App* place = add_verb(app, verb);
    verb.declare(*place, options);
    place->final_callback([&options, &verb] { options.verb = verb.name; });
  }
}

std::vector<std::string> verb_names() {
  std::vector<std::string> names;
  for (const Verb& verb : verbs) names.emplace_back(verb.name.substr(0, verb.name.find(' ')));
  return names;
}

std::string footer() {
  std::string text = "\nExamples:\n";
  for (const Verb& verb : verbs) {
    const std::string_view examples = verb.examples;
    text += examples.substr(0, examples.find('\n') + 1);
  }
  return text + "\n" + exit_codes;
}

}  // namespace

std::variant<Options, Ending> parse_options(int argc, const char* const* argv) {
  Options options;
  CLI::App app(
      "factloom: articles in, a graph of relations out; every edge points at the words that say "
      "so.",
      "factloom");
  declare_all(app, options);
  app.footer(footer());
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (options.verb.empty() && argc > 1 && app.get_subcommands().empty() &&
        error.get_exit_code() != 0) {
      return Ending{"factloom: there is no verb or option '" + std::string(argv[1]) + "'" +
                        did_you_mean(argv[1], verb_names()) +
                        "\nRun with --help for more information.\n",
                    ExitCode::usage};
    }
    std::ostringstream out;
    std::ostringstream mistake;
    const bool fine = app.exit(error, out, mistake) == 0;
    return Ending{out.str() + mistake.str(), fine ? ExitCode::fine : ExitCode::usage};
  }
  return options;
}

std::vector<VerbSummary> describe_verbs() {
  Options options;
  CLI::App app;
  declare_all(app, options);
  std::vector<VerbSummary> found;
  for (const Verb& verb : verbs) {
    const CLI::App* place = &app;
    std::istringstream words{std::string(verb.name)};
    for (std::string word; words >> word;) place = place->get_subcommand(word);
    VerbSummary summary{std::string(verb.name), verb.description, {}};
    for (const CLI::Option* option : place->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        summary.flags.push_back(
            {"--" + name, option->get_description(), option->get_items_expected() != 0});
      }
    }
    found.push_back(std::move(summary));
  }
  return found;
}

}  // namespace factloom
