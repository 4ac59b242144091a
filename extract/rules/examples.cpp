// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/examples.h"

#include <algorithm>

#include "extract/rules/wording.h"

namespace factloom {
namespace {

/// Lower case, marks and blanks as one blank.
std::string normal_name(std::string_view name) {
  std::string out;
  for (const char c : lower_case(name)) {
    const bool part =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (part)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is(const FactEnd& end, const std::string& expected) {
  const std::string wanted = normal_name(expected);
  return normal_name(end.name) == wanted || normal_name(end.mention) == wanted;
}

std::string written(const std::string& relation, const std::string& subject,
                    const std::string& object, Status status) {
  const std::string text = relation + "(" + subject + ", " + object + ")";
  return status == Status::asserted ? text : text + " " + status_name(status);
}

std::string written(const std::vector<Fact>& facts) {
  std::string out;
  for (const Fact& f : facts)
    out += (out.empty() ? "" : ", ") + written(f.relation, f.subject.name, f.object.name, f.status);
  return out.empty() ? "nothing" : out;
}

/// What is wrong with an example; empty if nothing is.
std::string failure(const Example& example, const std::vector<Fact>& found) {
  const std::string got = "; it finds " + written(found);
  if (!example.yes)
    return found.empty() ? "" : "must find nothing in \"" + example.text + "\"" + got;
  for (const ExpectedFact& wanted : example.facts)
    if (std::none_of(found.begin(), found.end(), [&](const Fact& f) { return says(f, wanted); }))
      return "must find " + written(wanted.relation, wanted.subject, wanted.object, wanted.status) +
             " in \"" + example.text + "\"" + got;
  return "";
}

/// Which other rule finds what this one misses.
std::string others(const Example& example, const Rule& rule, const std::vector<Fact>& all) {
  for (const ExpectedFact& wanted : example.facts)
    for (const Fact& f : all)
      if (f.rule != rule.name && says(f, wanted)) return "; '" + f.rule + "' finds it";
  return "";
}

}  // namespace

bool says(const Fact& fact, const ExpectedFact& expected) {
  if (fact.relation != expected.relation || fact.status != expected.status) return false;
  if (is(fact.subject, expected.subject) && is(fact.object, expected.object)) return true;
  return expected.symmetric && is(fact.object, expected.subject) &&
         is(fact.subject, expected.object);
}

ExampleResults run_examples(const RulePack& pack, const ExampleReader& read,
                            const RuleFilter& wanted) {
  ExampleResults results;
  for (std::uint32_t r = 0; r < pack.rules().size(); ++r) {
    const Rule& rule = pack.rules()[r];
    if (wanted && !wanted(rule)) continue;
    for (std::uint32_t e = 0; e < rule.examples.size(); ++e) {
      const Example& example = rule.examples[e];
      std::vector<Fact> found = read(example.text, static_cast<RuleId>(r));
      found.erase(std::remove_if(found.begin(), found.end(),
                                 [&](const Fact& f) { return f.rule != rule.name; }),
                  found.end());
      ++results.examples;
      std::string wrong = failure(example, found);
      if (wrong.empty()) continue;
      if (example.yes) wrong += others(example, rule, read(example.text, RuleId::none));
      Diagnostic message = trouble(rule.file, "'" + rule.name + "' " + wrong);
      message.line = example.line;
      results.failures.push_back({static_cast<RuleId>(r), e, std::move(message)});
    }
  }
  return results;
}

}  // namespace factloom
