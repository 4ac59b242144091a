// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/empty_it.h"

#include <algorithm>

namespace factloom {

namespace {

/// "it took YEARS FOR THEM TO AGREE": an infinitive, with no other verb before it.
bool infinitive_follows(const std::vector<Group>& row, std::size_t k) {
  const std::size_t end = std::min(row.size(), k + 7);
  while (k < end && row[k].kind != GroupKind::verb) ++k;
  return k < end && row[k].form == VerbForm::infinitive;
}

/// A clause without "that": "it is true HE WON".
bool bare_clause(const std::vector<Group>& row, std::size_t k) {
  while (k < row.size() && row[k].kind == GroupKind::adverb) ++k;
  return k + 1 < row.size() && row[k].kind == GroupKind::noun &&
         row[k + 1].kind == GroupKind::verb && row[k + 1].form == VerbForm::finite;
}

/// "it was ITS RIVAL THAT had won": what is told is told of the noun, which is known.
bool cleft(const std::vector<Group>& row, std::size_t k, const Text& text,
           const KnownClasses& classes) {
  if (k + 2 >= row.size() || row[k].kind != GroupKind::noun) return false;
  const ClassSet& first = text.tokens[row[k].tokens.first].classes;
  const bool known = row[k].mention != MentionId::none || row[k].pronoun ||
                     text.tokens[row[k].tokens.first].tag == Tag::PRPS ||
                     first.has(classes.definite);
  return known && text.tokens[row[k + 1].head].classes.has(classes.relative) &&
         row[k + 2].kind == GroupKind::verb;
}

}  // namespace

bool is_empty_it(const std::vector<Group>& row, std::size_t i, const Text& text,
                 const KnownClasses& classes) {
  const auto word = [&](std::size_t k) -> const ClassSet& {
    return text.tokens[row[k].head].classes;
  };
  const auto clause = [&](std::size_t k) {
    return k < row.size() && word(k).has(classes.content_clause);
  };
  if (i + 2 >= row.size() || !word(i).has(classes.neuter)) return false;
  const Group& verb = row[i + 1];
  if (verb.kind != GroupKind::verb || verb.form != VerbForm::finite) return false;
  if (verb.passive && clause(i + 2))
    return (word(i + 1).has(classes.reporting) || word(i + 1).has(classes.planning_verb)) &&
           !word(i + 1).has(classes.request_verb);
  if (word(i + 1).has(classes.taking)) return infinitive_follows(row, i + 2);
  if (!verb.copula && !word(i + 1).has(classes.become)) return false;
  if (i == 2 && row[0].kind == GroupKind::preposition && row[1].mention != MentionId::none &&
      !row[1].date)
    return true;  // "For Acme IT was the first defeat"

  if (verb.copula && cleft(row, i + 2, text, classes)) return true;
  std::size_t k = i + 2;
  while (k + 1 < row.size() && row[k].kind == GroupKind::adverb) ++k;
  const bool judges = word(k).has(classes.judging);
  if (!judges && !word(k).has(classes.judging_clause)) return false;
  ++k;
  while (k + 2 < row.size() && row[k].kind == GroupKind::preposition &&
         row[k + 1].kind == GroupKind::noun)
    k += 2;  // "hard FOR BANKS to lend"
  if (clause(k) || (row[i + 2].kind == GroupKind::adjective && bare_clause(row, k))) return true;
  return judges && k < row.size() && row[k].kind == GroupKind::verb &&
         row[k].form == VerbForm::infinitive;
}

bool of_its_kind(const std::vector<Group>& row, std::size_t i, std::uint32_t t, const Text& text,
                 const KnownClasses& classes) {
  return t + 2 == row[i].tokens.last && text.tokens[t].classes.has(classes.neuter) &&
         text.tokens[t + 1].classes.has(classes.vague) && i > 0 &&
         text.tokens[row[i - 1].head].classes.has(classes.genitive_preposition);
}

}  // namespace factloom
