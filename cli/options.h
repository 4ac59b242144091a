// SPDX-License-Identifier: Apache-2.0
// The command line as the user wrote it. `parse_options` knows every verb and flag; help and
// completion scripts are made from the same declarations. Running a verb is `verbs.h`; nothing here
// touches a file.
#pragma once
#include <string>
#include <variant>
#include <vector>

namespace factloom {

/// What a run tells the shell.
enum class ExitCode : int {
  fine = 0,      ///< everything asked for was done
  some_bad = 1,  ///< some inputs were bad, the others were read
  usage = 2,     ///< the command line or the rules are wrong; nothing was done
  nothing = 3,   ///< no input could be read, or no output written
  differs = 4,   ///< with --exit-code: contradicted, different, or not linked
};

/// What the verbs that ask a graph are asked.
struct QueryOptions {
  std::string graph;                   ///< links, check
  std::string from, to;                ///< links: A, B
  std::string by = "both";             ///< links: shortest, strongest, both
  unsigned paths = 3;                  ///< links: of each order
  unsigned hops = 0;                   ///< --hops; 0: the verb's own limit
  unsigned evidence = 1;               ///< sentences for each relation
  unsigned top = 10;                   ///< stats: the most central
  std::vector<std::string> relations;  ///< --relation
  std::vector<std::string> statuses;   ///< --status
  std::string since, until;            ///< ISO dates
  std::vector<std::string> claims;     ///< check: a file, or sentences
  std::string watch;                   ///< check: a list of names
  std::string since_graph;             ///< stats, diff: the older graph
  bool contradictions = false;         ///< check
  bool exit_code = false;              ///< end with ExitCode::differs where there is cause
  double min_confidence = 0;           ///< --min-confidence, of evidence
};

/// The verb, its arguments and flags.
struct Options {
  std::string verb;                     ///< "extract"; "rules check" for a verb of two words
  std::vector<std::string> inputs;      ///< what stands after the verb
  std::vector<std::string> outputs;     ///< -o
  std::vector<std::string> gazetteers;  ///< --gazetteer: CSV files of further names
  std::vector<std::string> packs;       ///< --pack: folders of types, rules and names beside those
  std::string schemas;    ///< --schemas: a folder like share/factloom/schemas; empty: that one
  std::string format;     ///< --format: of standard input and of files with a strange suffix
  std::string decisions;  ///< --decisions: a CSV file of names that are the same or not
  bool merges = false;    ///< --merges: why names became one
  std::string rule;       ///< --rule: the rule to explain
  /// --min-confidence. Of what is below, not half is right where no rule knows the article
  /// (tests/eval/README.md, "What confidence means").
  double min_confidence = 0.5;
  unsigned min_support = 3;  ///< --min-support: facts that a proposed rule must win
  unsigned jobs = 0;         ///< --jobs; 0: one a core
  bool mentions = false, tokens = false, documents = false;  ///< the further lines of `extract`
  bool quiet = false;
  bool strict = false;  ///< --graphml-strict
  QueryOptions query;
};

/// What to print and how to end when the command line asks for no verb: help, version, a mistake.
struct Ending {
  std::string text;
  ExitCode code = ExitCode::fine;
};

std::variant<Options, Ending> parse_options(int argc, const char* const* argv);

/// One flag as a completion script needs it.
struct FlagSummary {
  std::string name;  ///< with its dashes
  std::string description;
  bool takes_value = false;
};

/// One verb as a completion script needs it.
struct VerbSummary {
  std::string name;  ///< "rules check"
  std::string description;
  std::vector<FlagSummary> flags;
};

std::vector<VerbSummary> describe_verbs();

}  // namespace factloom
