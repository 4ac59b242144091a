// SPDX-License-Identifier: Apache-2.0
// `rules coverage`: how often each rule fired over documents, and how often it was right where they
// are annotated.
#include "extract/gold/coverage.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include "cli/annotated.h"
#include "cli/knowledge.h"
#include "cli/output_file.h"
#include "cli/verbs.h"

namespace factloom {
namespace {

/// Fires of a rule, of one of its constructions, or of one of its triggers.
struct Tally {
  std::uint64_t fires = 0, right = 0, wrong = 0, alone = 0;

  void add(const FiredRule& f) {
    ++fires;
    right += f.verdict == Verdict::right;
    wrong += f.verdict == Verdict::wrong;
    alone += f.alone;
  }
  bool weak() const { return right + wrong > 5 && right < wrong; }
  std::string precision() const {
    if (right + wrong == 0) return "";
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.2f",
                  static_cast<double>(right) / static_cast<double>(right + wrong));
    return text.data();
  }
};

/// Everything counted over a run.
struct Coverage {
  std::map<RuleId, Tally> rules;
  std::map<RuleId, std::map<std::string, Tally>> constructions, triggers;

  void add(const FiredRule& f) {
    rules[f.rule].add(f);
    constructions[f.rule][f.construction].add(f);
    triggers[f.rule][f.trigger].add(f);
  }
};

std::string cell(const std::string& text, std::size_t width, bool right = true) {
  const std::string pad(text.size() < width ? width - text.size() : 0, ' ');
  return right ? pad + text : text + pad;
}

std::string row(const std::string& name, const Tally& t) {
  return cell(name, 44, false) + cell(std::to_string(t.fires), 8) +
         cell(std::to_string(t.right), 8) + cell(std::to_string(t.wrong), 8) +
         cell(t.precision(), 11) + cell(std::to_string(t.alone), 8) + "\n";
}

/// The most frequent first; names decide between equals.
template <class Key>
std::vector<std::pair<Key, Tally>> by_fires(const std::map<Key, Tally>& tallies) {
  std::vector<std::pair<Key, Tally>> sorted(tallies.begin(), tallies.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second.fires > b.second.fires; });
  return sorted;
}

std::string place(const Rule& rule) {
  return rule.file.substr(rule.file.rfind('/') + 1) + ":" + std::to_string(rule.line);
}

/// Rules, constructions or triggers that are more often wrong than right.
std::string weak_ones(const Coverage& coverage, const RulePack& pack, const Options& options) {
  std::string out;
  for (const auto& [rule, tally] : by_fires(coverage.rules)) {
    if (!file_meant(pack.rule(rule).file, options)) continue;
    const std::string where = place(pack.rule(rule)) + "  " + pack.rule(rule).name;
    if (tally.weak()) out += row(where, tally);
    for (const auto* parts : {&coverage.constructions, &coverage.triggers})
      for (const auto& [name, part] : by_fires(parts->at(rule)))
        if (part.weak() && parts->at(rule).size() > 1)
          out += row(where + (parts == &coverage.triggers ? " '" + name + "'" : ", " + name), part);
  }
  return out;
}

/// What was counted of the rules that the user asks about.
std::string report(const Coverage& coverage, const RulePack& pack, const Options& options) {
  const std::string head = cell("rule, its constructions", 44, false) + cell("fires", 8) +
                           cell("right", 8) + cell("wrong", 8) + cell("precision", 11) +
                           cell("alone", 8) + "\n";
  std::string out = head;
  for (const auto& [rule, tally] : by_fires(coverage.rules)) {
    if (!file_meant(pack.rule(rule).file, options)) continue;
    out += row(pack.rule(rule).name, tally);
    for (const auto& [name, part] : by_fires(coverage.constructions.at(rule)))
      out += row("  " + name, part);
  }
  std::string silent;
  for (std::uint32_t r = 0; r < pack.rules().size(); ++r)
    if (coverage.rules.count(static_cast<RuleId>(r)) == 0 &&
        file_meant(pack.rules()[r].file, options))
      silent += "  " + place(pack.rules()[r]) + "  " + pack.rules()[r].name + "\n";
  out += "\nrules that never fired" + (silent.empty() ? ": none\n" : "\n" + silent);
  const std::string weak = weak_ones(coverage, pack, options);
  return out + "\nmore often wrong than right, judged more than five times" +
         (weak.empty() ? ": none\n" : "\n" + weak);
}

/// One fact of one rule as a line of tab-separated values.
std::string line_of(const Document& document, const FiredRule& f, const Knowledge& k) {
  std::array<char, 16> confidence{};
  std::snprintf(confidence.data(), confidence.size(), "%.4f", static_cast<double>(f.confidence));
  std::string out;
  for (const std::string& field :
       {document.id, k.rules.rule(f.rule).name, f.construction,
        k.ontology.relation(f.relation).name, std::string(status_name(f.status)),
        std::string(confidence.data()), f.subject_kind, f.object_kind,
        std::string(verdict_name(f.verdict)), std::string(f.alone ? "alone" : ""), f.trigger,
        f.subject, f.object, std::to_string(f.sentence.start), std::to_string(f.sentence.end)}) {
    if (!out.empty()) out += '\t';
    for (const char c : field) out += c == '\t' || c == '\n' ? ' ' : c;
  }
  return out + "\n";
}

constexpr const char* columns =
    "document\trule\tconstruction\trelation\tstatus\tconfidence\tsubject-kind\tobject-kind\t"
    "verdict\talone\ttrigger\tsubject\tobject\tstart\tend\n";

/// What one document gave.
struct Fired {
  std::vector<FiredRule> facts;
  std::string lines;
};

}  // namespace

ExitCode run_rules_coverage(const Options& options) {
  Console console(options.quiet);
  const Result<Knowledge> knowledge = load_knowledge(knowledge_options(options));
  if (!knowledge) {
    console.report(knowledge.errors());
    return ExitCode::usage;
  }
  std::optional<Result<OutputFile>> out;
  if (!options.outputs.empty()) out.emplace(OutputFile::open(options.outputs.front()));
  if (out && !*out) {
    console.report(out->errors());
    return ExitCode::nothing;
  }
  if (out) (*out)->write(columns);
  Coverage coverage;
  const ArticleCounts counts = for_each_annotated(
      options, *knowledge, console,
      [&](const Document& document, const std::optional<Annotation>& gold) {
        Analysis analysis = analyse(document, *knowledge);
        Fired fired{fired_rules(analysis, gold ? &*gold : nullptr, *knowledge), {}};
        if (out)
          for (const FiredRule& f : fired.facts) fired.lines += line_of(document, f, *knowledge);
        return fired;
      },
      [&](const Fired& fired) {
        for (const FiredRule& f : fired.facts) coverage.add(f);
        if (out) (*out)->write(fired.lines);
      });
  const std::string text = report(coverage, knowledge->rules, options);
  std::fwrite(text.data(), 1, text.size(), stdout);
  const Diagnostics failures = out ? (*out)->finish() : Diagnostics();
  console.report(failures);
  console.tell(counts.text() + "\n");
  return failures.empty() ? counts.exit_code() : ExitCode::nothing;
}

}  // namespace factloom
