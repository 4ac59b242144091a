// SPDX-License-Identifier: Apache-2.0
// The constructions of English as data: how a function of a frame (subject, holder, …) is reached
// from the trigger over the links of a sentence. Read from `schemas/english/constructions.tsv`; the
// header of that file says what a path may hold.
#pragma once
#include <string>
#include <vector>

#include "extract/base/result.h"
#include "extract/clauses/links.h"
#include "extract/rules/rule.h"

namespace factloom {

enum class StepKind : std::uint8_t {
  link,
  inverse,
  active,
  passive,
  copula,
  of_class,
  group,
  hyphen
};

/// One step of a path over the links.
struct PathStep {
  StepKind kind = StepKind::link;
  LinkKind link = LinkKind::subject;
  std::vector<WordId> words;  ///< prepositions; empty for any
  bool rule_words = false;    ///< the prepositions are those of the rule's slot
  ClassId semantic_class = ClassId::none;
};

/// One way in which English realises a function.
struct Construction {
  std::string name;
  std::vector<PathStep> path;
  float factor = 1;
};

class Constructions {
 public:
  static Result<Constructions> load(const std::string& file, Lexicon& lexicon);
  /// The constructions of a function beside a kind of trigger, in order of preference.
  const std::vector<Construction>& of(TriggerKind trigger, Function function) const {
    return table_[static_cast<std::size_t>(trigger)][static_cast<std::size_t>(function)];
  }

 private:
  static constexpr std::size_t functions = static_cast<std::size_t>(Function::self) + 1;
  std::vector<Construction> table_[4][functions];
};

}  // namespace factloom
