// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <tuple>

#include "cli/answers.h"
#include "cli/claim_input.h"
#include "cli/query_graph.h"
#include "cli/verbs.h"
#include "cli/watch.h"
#include "extract/base/csv.h"
#include "extract/output/json_object.h"

namespace factloom {
namespace {

std::string claim_text(const GraphClaim& c) {
  std::string text = c.subject + " " + c.relation + " " + c.object;
  if (c.status && *c.status != Status::asserted)
    text += std::string(" (") + status_name(*c.status) + ")";
  return text;
}

/// Claims with their answers, in the order asked.
struct Answered {
  const AskedClaim* asked = nullptr;
  GraphClaim claim;
  ClaimAnswer answer;
};

// ---- claims
std::string answers_text(const std::vector<Answered>& answers, std::size_t sentences) {
  std::string out;
  for (const Answered& a : answers) {
    out += std::string(claim_verdict_name(a.answer.verdict)) + ": " + claim_text(a.claim) + "  [" +
           a.answer.reason + "]\n";
    for (std::size_t i = 0; i < std::min(sentences, a.answer.evidence.size()); ++i)
      out += "    " + evidence_text(a.answer.evidence[i]) + "\n";
    for (std::size_t i = 0; i < std::min(sentences, a.answer.other.size()); ++i)
      out += "    but " + evidence_text(a.answer.other[i]) + "\n";
  }
  return out;
}

std::string answers_json(const std::vector<Answered>& answers, std::size_t sentences) {
  std::string out = "[";
  for (const Answered& a : answers) {
    out += out.size() > 1 ? ",\n{" : "\n{";
    append_member(out, "claim", a.asked->words);
    append_member(out, "subject", a.claim.subject);
    append_member(out, "relation", a.claim.relation);
    append_member(out, "object", a.claim.object);
    append_member(out, "status", status_name(a.claim.status.value_or(Status::asserted)));
    append_member(out, "verdict", claim_verdict_name(a.answer.verdict));
    append_member(out, "reason", a.answer.reason);
    append_texts(out, "guesses", a.answer.guesses);
    append_member(out, "documents", a.answer.documents);
    append_key(out, "evidence");
    append_evidence(out, a.answer.evidence, sentences);
    append_member(out, "otherDocuments", a.answer.other_documents);
    append_key(out, "other");
    append_evidence(out, a.answer.other, sentences);
    out += '}';
  }
  return out + "\n]\n";
}

std::string answers_csv(const std::vector<Answered>& answers) {
  std::string out = csv_line({"subject", "relation", "object", "status", "verdict", "reason",
                              "documents", "document", "date", "sentence"});
  for (const Answered& a : answers) {
    const FactView best = a.answer.evidence.empty() ? FactView{} : a.answer.evidence.front();
    out += csv_line({a.claim.subject, a.claim.relation, a.claim.object,
                     status_name(a.claim.status.value_or(Status::asserted)),
                     claim_verdict_name(a.answer.verdict), a.answer.reason,
                     std::to_string(a.answer.documents), std::string(best.document),
                     std::string(best.date), std::string(best.sentence.text)});
  }
  return out;
}

/// How a run of `check` ends so far.
struct Outcome {
  bool fine = true, contradicted = false;
};

/// What is wrong with a claim, with its place.
Diagnostic at_claim(Diagnostic d, const AskedClaim& claim) {
  d.file = claim.file;
  d.line = claim.claim.line;
  d.column = 1;
  d.source_line = claim.file.empty() ? "" : claim.words;
  return d;
}

Outcome check_claims(const AskedClaims& asked, const ClaimChecker& checker, const Options& options,
                     Console& console) {
  Outcome outcome;
  Diagnostics problems = asked.problems;
  DateReader dates(options);
  std::vector<Answered> answers;
  std::set<std::string> told;
  for (const AskedClaim& one : asked.claims) {
    Result<GraphClaim> claim = checker.with_known_relation(one.claim);
    if (claim && !one.file.empty() && checker.takes_date(claim->relation)) {
      const Result<std::string> date = dates.read(claim->object);
      if (date)
        claim->object = *date;
      else
        claim = date.errors();
    }
    if (!claim) {
      for (Diagnostic d : claim.errors()) problems.push_back(at_claim(std::move(d), one));
      continue;
    }
    ClaimAnswer answer = checker.check(*claim);
    for (const std::string& guess : answer.guesses)
      if (told.insert(guess).second) console.tell(guess + "\n");
    outcome.contradicted = outcome.contradicted || answer.verdict == ClaimVerdict::contradicted;
    answers.push_back({&one, std::move(*claim), std::move(answer)});
  }
  std::stable_sort(problems.begin(), problems.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  console.report(problems);
  outcome.fine = problems.empty();
  const std::size_t sentences = options.query.evidence;
  print_answer(
      options.format, [&] { return answers_text(answers, sentences); },
      [&] { return answers_json(answers, sentences); }, [&] { return answers_csv(answers); });
  return outcome;
}

// ---- contradictions
std::string contradictions_text(const std::vector<Contradiction>& found,
                                const KnowledgeGraph& graph, std::size_t sentences) {
  std::string out = counted(found.size(), "contradiction") + "\n";
  for (const Contradiction& c : found) {
    out += graph.entities()[c.subject].name + " " + c.relation + ":\n";
    for (const ContradictionSide& side : c.sides) {
      const bool denied = side.status == Status::negated;
      out += std::string("  ") + (denied ? "not " : "") + side.object + "  [" +
             counted(side.documents, "document") + "]\n";
      for (std::size_t i = 0; i < std::min(sentences, side.evidence.size()); ++i)
        out += "      " + evidence_text(side.evidence[i]) + "\n";
    }
  }
  return out;
}

std::string contradictions_json(const std::vector<Contradiction>& found,
                                const KnowledgeGraph& graph, std::size_t sentences) {
  std::string out = "[";
  for (const Contradiction& c : found) {
    out += out.size() > 1 ? ",\n{" : "\n{";
    append_key(out, "subject");
    append_entity(out, graph, c.subject);
    append_member(out, "relation", c.relation);
    append_member(out, "kind", c.denied ? "denied" : "functional");
    append_key(out, "sides");
    out += '[';
    for (const ContradictionSide& side : c.sides) {
      if (out.back() != '[') out += ", ";
      out += '{';
      append_member(out, "object", side.object);
      append_member(out, "status", status_name(side.status));
      append_member(out, "documents", side.documents);
      append_key(out, "evidence");
      append_evidence(out, side.evidence, sentences);
      out += '}';
    }
    out += "]}";
  }
  return out + "\n]\n";
}

std::string contradictions_csv(const std::vector<Contradiction>& found,
                               const KnowledgeGraph& graph) {
  std::string out = csv_line(
      {"number", "subject", "relation", "object", "status", "documents", "document", "sentence"});
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const ContradictionSide& side : found[i].sides)
      out += csv_line({std::to_string(i + 1), graph.entities()[found[i].subject].name,
                       found[i].relation, side.object, status_name(side.status),
                       std::to_string(side.documents), std::string(side.evidence.front().document),
                       std::string(side.evidence.front().sentence.text)});
  return out;
}

Outcome show_contradictions(const ClaimChecker& checker, const KnowledgeGraph& graph,
                            const Options& options) {
  const std::vector<Contradiction> found = checker.contradictions();
  const std::size_t sentences = options.query.evidence;
  print_answer(
      options.format, [&] { return contradictions_text(found, graph, sentences); },
      [&] { return contradictions_json(found, graph, sentences); },
      [&] { return contradictions_csv(found, graph); });
  return {true, !found.empty()};
}

/// Is there anything to do, and but one thing?
Diagnostics wrong_questions(const QueryOptions& q) {
  const int asked = !q.claims.empty() + !q.watch.empty() + q.contradictions;
  if (asked == 1) return {};
  return {trouble("", asked == 0 ? "nothing to check: name CLAIMS, --watch LIST or --contradictions"
                                 : "CLAIMS, --watch and --contradictions are asked one at a time")};
}

}  // namespace

ExitCode run_check(const Options& options) {
  Console console(options.quiet);
  const Diagnostics wrong = wrong_questions(options.query);
  console.report(wrong);
  if (!wrong.empty()) return ExitCode::usage;
  const OpenedGraph opened = open_graph(options.query.graph, options, console);
  if (!opened.graph) return opened.code;
  const QueryGraph& query = *opened.graph;
  const EntityFinder finder(query.graph, query.forms);
  Outcome outcome;
  if (!options.query.watch.empty()) {
    const Result<std::vector<WatchedName>> names = read_watch_list(options.query.watch);
    const Result<EvidenceFilter> filter = evidence_filter(options, query);
    if (!names) console.report(names.errors());
    if (!filter) console.report(filter.errors());
    if (!names || !filter) return ExitCode::usage;
    watch(*names, query, finder, *filter, options);
  } else if (options.query.contradictions) {
    outcome = show_contradictions(ClaimChecker(query.graph, query.ontology, finder), query.graph,
                                  options);
  } else {
    const AskedClaims asked = read_claims(options);
    if (asked.claims.empty()) {
      console.report(asked.problems);
      return ExitCode::usage;
    }
    outcome =
        check_claims(asked, ClaimChecker(query.graph, query.ontology, finder), options, console);
  }
  if (options.query.exit_code && outcome.contradicted) return ExitCode::differs;
  return outcome.fine && query.whole ? ExitCode::fine : ExitCode::some_bad;
}

}  // namespace factloom
